import { Pill } from "#lib/web/pill.tsx";
import { STATE_WORDS, type ReferralState } from "../referral.ts";
import { STATE_TONES } from "./referral-words.ts";

/** How far an introduction has come. */
export function StatePill({ state }: { state: ReferralState }) {
  return <Pill tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Pill>;
}
