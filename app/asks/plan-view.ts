import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { MOMENTS, OUTCOMES } from "./ask.ts";
import { isUnasked, lastDayOf, PLAN_STATES, stateOf } from "./plan.ts";
import type { PlanRow } from "./plan-store.ts";
import { PARTS } from "./talk-part.ts";
import { WHY_NOT_ASKED } from "./why-not.ts";

export const planView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid().describe("Who means to ask"),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    personId: z.uuid(),
    personName: z.string(),
    personTitle: z.string().nullable(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    week: day.describe("Its first day"),
    state: z.enum(PLAN_STATES),
    unasked: z.boolean().describe("Its week has gone by, and it stands still"),
    standsUntil: day.describe("The last day on which it can be carried out"),
    moment: z.enum(MOMENTS),
    whyNow: z.string().nullable(),
    wanted: z.string().nullable(),
    expects: z.int().nullable(),
    topics: z.string().nullable(),
    talk: z
      .partialRecord(z.enum(PARTS), z.string())
      .describe("What they wrote over the words of the talk, part by part"),
    idealClientId: z.uuid().nullable(),
    idealClientName: z.string().nullable(),
    reasonId: z.uuid().nullable(),
    reason: z.string().nullable(),
    targetId: z.uuid().nullable(),
    targetName: z.string().nullable(),
    day: day.describe("On which it was planned"),
    movedOn: day.nullable(),
    letGoOn: day.nullable(),
    whyNot: z.enum(WHY_NOT_ASKED).nullable(),
    askId: z.uuid().nullable(),
    askedOn: day.nullable(),
    askOutcome: z.enum(OUTCOMES).nullable(),
  })
  .openapi("Plan");
export type PlanView = z.infer<typeof planView>;

/** What a rep may say of a plan. */
export const planFacts = {
  moment: z.enum(MOMENTS).optional(),
  whyNow: z.string().nullable().optional(),
  wanted: z.string().nullable().optional().describe("The outcome wanted, in words"),
  expects: z.int().min(0).max(99).nullable().optional().describe("How many introductions"),
  topics: z.string().nullable().optional().describe("What will be talked about, in writing"),
  talk: z
    .partialRecord(z.enum(PARTS), z.string().nullable())
    .optional()
    .describe("Parts of the talk in words of one's own; null goes back, and parts that are not named stay"),
  idealClientId: z.uuid().nullable().optional(),
  reasonId: z.uuid().nullable().optional(),
  targetId: z.uuid().nullable().optional(),
};

export function planOf(row: PlanRow, today: string): PlanView {
  const { at: _at, takenBack: _takenBack, ...plan } = row;
  return {
    ...plan,
    state: stateOf(row, today),
    unasked: isUnasked(row, today),
    standsUntil: lastDayOf(row.week),
  };
}
