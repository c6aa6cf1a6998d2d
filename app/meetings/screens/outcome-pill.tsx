import type { Day } from "#lib/kernel/days.ts";
import { Pill } from "#lib/web/pill.tsx";
import type { MeetingView } from "../meeting-view.ts";
import { OUTCOME_LABELS, OUTCOME_TONES } from "./meeting-words.ts";

/** How a meeting went, or that nobody said so yet. */
export function OutcomePill({
  meeting,
  today,
}: {
  meeting: Pick<MeetingView, "outcome" | "day">;
  today: Day;
}) {
  const { outcome, day } = meeting;
  if (outcome !== null) return <Pill tone={OUTCOME_TONES[outcome]}>{OUTCOME_LABELS[outcome]}</Pill>;
  return day > today ? <Pill>ahead</Pill> : <Pill tone="due">held?</Pill>;
}
