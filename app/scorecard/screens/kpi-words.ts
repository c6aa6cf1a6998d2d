import type { PeriodKind } from "#lib/kernel/fiscal.ts";
import { capital, counted, inWords } from "#lib/web/words.ts";
import type { Measure } from "#team/measure.ts";
import type { Count, MeasureField } from "../scorecard.ts";

export interface KpiLine {
  kpi: Measure;
  field: MeasureField;
  label: string;
  /** The head of a narrow column. */
  short: string;
  /** What one of them is called: "1 person asked". */
  one: string;
  many: string;
  /** What to say when nothing counts yet. */
  nothing: string;
}

/** In the order it is read: what one does comes before what comes of it, and who heard from us and what we give stand beside. */
export const KPI_LINES: readonly KpiLine[] = [
  {
    kpi: "people-asked",
    field: "peopleAsked",
    label: "People asked",
    short: "asked",
    one: "person asked",
    many: "people asked",
    nothing:
      "Nobody was asked in this time. One conversation with somebody who is pleased with us begins it.",
  },
  {
    kpi: "referrals-received",
    field: "referralsReceived",
    label: "Referrals received",
    short: "received",
    one: "referral received",
    many: "referrals received",
    nothing:
      "No introduction in this time. They follow the asks, by some weeks. A name alone does not count yet.",
  },
  {
    kpi: "meetings-scheduled",
    field: "meetingsScheduled",
    label: "Meetings scheduled",
    short: "sched.",
    one: "meeting scheduled",
    many: "meetings scheduled",
    nothing: "No appointment was made in this time.",
  },
  {
    kpi: "meetings-held",
    field: "meetingsHeld",
    label: "Meetings held",
    short: "held",
    one: "meeting held",
    many: "meetings held",
    nothing: "No meeting took place in this time.",
  },
  {
    kpi: "deals-closed",
    field: "dealsClosed",
    label: "Deals closed",
    short: "closed",
    one: "deal closed",
    many: "deals closed",
    nothing:
      "No deal was won through an introduction in this time. Deals won in other ways are on the deals page.",
  },
  {
    kpi: "touches",
    field: "touches",
    label: "People touched",
    short: "touched",
    one: "person touched",
    many: "people touched",
    nothing:
      "No call, note or visit was noted in this time beside asks, meetings and introductions. People forget us if they do not hear from us.",
  },
  {
    kpi: "referrals-given",
    field: "referralsGiven",
    label: "Referrals given",
    short: "given",
    one: "referral given",
    many: "referrals given",
    nothing:
      "Nobody was introduced by us in this time. Who among our people needs what somebody else offers?",
  },
];

/** "5", "1.2" */
export function goalText(goal: number | null): string {
  return goal === null ? "–" : goal.toLocaleString("en-GB");
}

/** The page's heading: asking comes first. "Four of five people asked this week". */
export function headline({ count, goal }: Count, by: PeriodKind): string {
  const when = `this ${by}`;
  if (count === 0) return `Nobody asked yet ${when}`;
  if (goal === null || goal === 0 || !Number.isInteger(goal))
    return `${capital(counted(count, "person", "people"))} asked ${when}`;
  if (count >= goal)
    return `${capital(counted(count, "person", "people"))} asked ${when}: the goal is reached`;
  return `${capital(inWords(count))} of ${counted(goal, "person", "people")} asked ${when}`;
}
