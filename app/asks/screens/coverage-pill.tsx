import type { Day } from "#lib/kernel/days.ts";
import { Pill, type Tone } from "#lib/web/pill.tsx";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { CoveredView } from "../coverage-view.ts";
import { STATE_WORDS } from "./coverage-words.ts";

const TONES: Record<CoveredView["state"], Tone> = {
  "not-yet": "due",
  "not-met": "quiet",
  returning: "plain",
  asked: "good",
  cannot: "plain",
};

/** How far we are with somebody. */
export function CoveragePill({ person, today }: { person: CoveredView; today: Day }) {
  const back = person.state === "returning" && person.ask?.untilDay;
  return (
    <Pill tone={TONES[person.state]}>
      {back ? `comes back ${shortDay(back, today)}` : STATE_WORDS[person.state]}
    </Pill>
  );
}
