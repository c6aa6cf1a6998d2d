import type { RepKept } from "./my-week-actions.ts";
import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { DUTY_KINDS } from "#loops/duty.ts";
import type { OwedDuty } from "#loops/owed-actions.ts";
import {
  COUNTED,
  MOST_PROMISED,
  PROMISE_KINDS,
  PROMISE_STATES,
  WHAT_NEXT,
  WHY_MISSED,
  type Promised,
} from "./promise.ts";
import type { ProposedLine } from "./week-ahead-actions.ts";
import { toldUntil, WHY_PROPOSED } from "./week-plan.ts";
import { isWaiting, type PromiseNow, type WeekLine, type WeekNow } from "./week-reader-actions.ts";

const count = z.int().min(1).max(MOST_PROMISED);

/** "referral.kind.source" */
const dutyId = z.string().regex(/^[0-9a-f-]{36}\.[a-z-]{1,20}\.[0-9a-f-]{36}$/, "must be a duty's id");

export const promised = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("ask"), personId: z.uuid().describe("Who will be asked") }),
    z.object({ kind: z.literal("count"), measure: z.enum(COUNTED), count }),
    z.object({ kind: z.literal("practice"), count: count.describe("Sessions") }),
    z.object({ kind: z.literal("duty"), dutyId: dutyId.describe("Of GET /duties") }),
    z.object({ kind: z.literal("own"), words: z.string() }),
  ])
  .describe("What is promised");

export const told = z.object({
  how: z.enum(["kept", "missed"]).describe("kept: only of own words, all else is read from what was logged"),
  why: z.enum(WHY_MISSED).nullable().default(null),
  next: z.enum(WHAT_NEXT).nullable().default(null).describe("What becomes of it"),
});

const line = z.object({
  kind: z.enum(PROMISE_KINDS),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  accountName: z.string().nullable(),
  measure: z.enum(COUNTED).nullable(),
  count: z.int().nullable(),
  dutyId: z.string().nullable(),
  duty: z
    .object({
      kind: z.enum(DUTY_KINDS),
      referralId: z.uuid(),
      sourceId: z.uuid(),
      sourceName: z.string(),
      contactName: z.string(),
      closed: z.enum(["won", "lost"]).nullable(),
      metOn: day.nullable(),
    })
    .nullable()
    .describe("null also where nothing is owed any more"),
  words: z.string().nullable(),
});
export type LineView = z.infer<typeof line>;

export const proposalView = line.extend({ why: z.enum(WHY_PROPOSED) }).openapi("Proposal");
export type ProposalView = z.infer<typeof proposalView>;

export const promiseView = line
  .extend({
    id: z.uuid(),
    promisedOn: day,
    state: z.enum(PROMISE_STATES).describe("away and gone count as neither kept nor missed"),
    progress: z.object({ done: z.int(), of: z.int() }).nullable(),
    told: z
      .object({
        how: z.enum(["kept", "missed"]),
        why: z.enum(WHY_MISSED).nullable(),
        next: z.enum(WHAT_NEXT).nullable(),
      })
      .nullable(),
  })
  .openapi("Promise");
export type PromiseView = z.infer<typeof promiseView>;

const tally = z.object({ kept: z.int(), missed: z.int(), neither: z.int(), open: z.int() });

export const weekView = z
  .object({
    week: day.describe("Its first day"),
    memberId: z.uuid(),
    ended: z.boolean(),
    away: z.boolean().describe("Holidays and absences left fewer than half of its workdays"),
    toldUntil: day.describe("The last day on which it can be told of"),
    tellFrom: day.describe("From this day on it can be told of as a whole, before it single promises can"),
    waiting: z.boolean().describe("No check-in was made, and there is time for it"),
    plan: z.object({ id: z.uuid(), topics: z.string().nullable(), plannedOn: day }).nullable(),
    checkIn: z.object({ day, learned: z.string().nullable() }).nullable(),
    promises: z.array(promiseView),
    tally,
  })
  .openapi("Week");
export type WeekView = z.infer<typeof weekView>;

export const weekLineView = z
  .object({
    week: day,
    planned: z.boolean(),
    told: z.boolean(),
    waiting: z.boolean(),
    away: z.boolean(),
    tally,
  })
  .openapi("WeekLine");
export type WeekLineView = z.infer<typeof weekLineView>;

export const historyView = z
  .object({
    streak: z.int().describe("Weeks in a row that were reported; weeks away neither add nor break"),
    items: z.array(weekLineView).describe("The latest first"),
  })
  .openapi("Weeks");
export type HistoryView = z.infer<typeof historyView>;

const partner = z.object({ id: z.uuid(), name: z.string() });

export const myWeekView = z
  .object({
    invitation: z
      .object({ to: z.enum(["plan", "check-in", "plan-next"]), week: day })
      .nullable()
      .describe("What today is the day for"),
    week: weekView,
    asked: z
      .object({ week: day, byNames: z.array(z.string()) })
      .nullable()
      .describe("Partners who ask how a week went that was not told of"),
    missing: z
      .array(partner.extend({ week: day, nudgeId: z.uuid().nullable().describe("Asked already") }))
      .describe("Partners whose check-in is missing"),
    partners: z.object({
      wanted: z
        .array(z.object({ id: z.uuid(), names: z.array(z.string()) }))
        .describe("Who wants the caller as a partner: say yes or no to the partnership"),
      lost: z
        .object({ names: z.array(z.string()), why: z.enum(["quarter-over", "ended"]) })
        .nullable()
        .describe("Whose partner the caller was until lately, where they have none now"),
      unpaired: z
        .int()
        .describe(
          "Reps led who had a partner last quarter and have none in this; 0 for whoever leads nobody",
        ),
    }),
  })
  .openapi("MyWeek");
export type MyWeekView = z.infer<typeof myWeekView>;

export const keptView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    teamName: z.string().nullable(),
    streak: z.int(),
    kept: z.int(),
    of: z.int().describe("Kept and missed; what counts as neither is in neither"),
    weeks: z.array(weekLineView),
  })
  .openapi("PromisesKept");
export type KeptView = z.infer<typeof keptView>;

export const promisedView = z
  .object({ week: day.describe("Its first day"), promised: z.int(), of: z.int() })
  .openapi("PromisedNow");
export type PromisedView = z.infer<typeof promisedView>;

export function keptViewOf({ id, name, teamName, streak, weeks }: RepKept): KeptView {
  const sum = (which: "kept" | "missed") => weeks.reduce((total, { tally }) => total + tally[which], 0);
  const kept = sum("kept");
  return { id, name, teamName, streak, kept, of: kept + sum("missed"), weeks: weeks.map(weekLineViewOf) };
}

export function weekOfView(row: WeekNow): WeekView {
  const { week, memberId, ended, away, tellFrom, plan, promises, tally: counts } = row;
  return {
    week,
    memberId,
    ended,
    away,
    toldUntil: toldUntil(week),
    tellFrom,
    waiting: plan !== null && isWaiting(row),
    plan: plan && { id: plan.id, topics: plan.topics, plannedOn: plan.day },
    checkIn: plan?.checkIn ? { day: plan.checkIn.day, learned: plan.checkIn.learned } : null,
    promises: promises.map(promiseOfView),
    tally: counts,
  };
}

export function weekLineViewOf({
  week,
  planned,
  told: isTold,
  waiting,
  away,
  tally: counts,
}: WeekLine): WeekLineView {
  return { week, planned, told: isTold, waiting, away, tally: counts };
}

export function proposalOf({ proposal, named, duty }: ProposedLine): ProposalView {
  return {
    ...lineOf(proposal, { personName: named?.name ?? null, accountName: named?.accountName ?? null, duty }),
    why: proposal.why,
  };
}

function promiseOfView({
  id,
  promised: what,
  personName,
  accountName,
  duty,
  day: promisedOn,
  state,
  progress,
  told: said,
}: PromiseNow): PromiseView {
  return { ...lineOf(what, { personName, accountName, duty }), id, promisedOn, state, progress, told: said };
}

function lineOf(
  what: Promised,
  {
    personName,
    accountName,
    duty,
  }: { personName: string | null; accountName: string | null; duty: OwedDuty | null },
): LineView {
  return {
    kind: what.kind,
    personId: what.kind === "ask" ? what.personId : null,
    personName,
    accountName,
    measure: what.kind === "count" ? what.measure : null,
    count: "count" in what ? what.count : null,
    dutyId: what.kind === "duty" ? what.dutyId : null,
    duty: duty && {
      kind: duty.kind,
      referralId: duty.referralId,
      sourceId: duty.sourceId,
      sourceName: duty.sourceName,
      contactName: duty.contactName,
      closed: duty.closed,
      metOn: duty.metOn,
    },
    words: what.kind === "own" ? what.words : null,
  };
}
