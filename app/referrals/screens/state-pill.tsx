import { Pill } from "#lib/web/pill.tsx";
import type { ReferralState } from "../referral.ts";
import { STATE_LABELS, STATE_TONES } from "./referral-words.ts";

/** How far an introduction has come. */
export function StatePill({ state }: { state: ReferralState }) {
  return <Pill tone={STATE_TONES[state]}>{STATE_LABELS[state]}</Pill>;
}
