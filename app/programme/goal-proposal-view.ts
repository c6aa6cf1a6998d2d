import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import { HIGHEST_GOAL } from "#team/goal.ts";
import type { GoalProposals } from "./goal-proposal-actions.ts";
import { PUBLISHED_CLOSE, PUBLISHED_YIELD } from "#commitments/wish.ts";
import { PROPOSED_AS } from "./goal-proposal.ts";

const range = z.object({ low: z.number(), middle: z.number(), high: z.number() });

const reckoned = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number().describe("A 90 % range"),
  n: z.int(),
  origin: z.enum(["own", "team", "published"]),
  source: z.string().nullable().describe("Where a published one comes from, with its grade"),
});

const scope = z.object({
  teamId: z.uuid().nullable().describe("null: the company"),
  name: z.string(),
  reps: z.int(),
  aim: z.int().nullable().describe("Introductions a month, as somebody said it"),
  share: z.number().describe("Of what the company aims for, by the time its reps have"),
  goals: z.number().describe("What its reps' goals for the month add up to"),
  proposed: z.int(),
  pace: range.nullable().describe("What its reps' own pace brings, with a 90 % range"),
  maySetAim: z.boolean(),
});

const rep = z.object({
  id: z.uuid(),
  name: z.string(),
  teamId: z.uuid().nullable(),
  since: day,
  days: z.int().describe("Workdays of theirs in the month, without holidays and absence"),
  fullDays: z.int().describe("Of somebody who works full-time"),
  hereForDays: z
    .int()
    .describe(
      "Before the month, or from the first introduction they brought along; below nought: they come in it",
    ),
  received: z.int().describe("Introductions in the weeks looked back on"),
  workedDays: z.int(),
  goal: z.number().nullable().describe("As it holds for the month"),
  proposal: z.object({
    amount: z.int(),
    as: z.enum(PROPOSED_AS),
    fair: z.number(),
    pace: range.extend({ origin: z.enum(["own", "team"]) }).nullable(),
  }),
  yields: reckoned.describe("Asks that bring an introduction"),
  asks: range.describe("People to ask a week for what is proposed"),
  mayAccept: z.boolean(),
});

export const goalProposalsView = z
  .object({
    month: z.object({ start: day, end: day, weeks: z.int() }),
    usual: z.number().describe("For a full-time rep and month"),
    holidays: z.int().describe("Days off for everybody in the month; 0: perhaps nobody has brought the list"),
    lookedBackFrom: day,
    company: scope,
    teams: z.array(scope).describe("That the caller leads"),
    reps: z.array(rep).describe("Whom the caller leads; a rep: themselves"),
    ten: z.object({
      reps: z.int(),
      each: z.number(),
      introductionsAMonth: z.number(),
      introductionsAYear: z.number(),
      clients: range.describe("In a year"),
      close: reckoned.describe("Introductions that become clients"),
      value: z
        .object({ average: money, deals: z.int() })
        .nullable()
        .describe("Of a client won by an introduction; null under 20 of them"),
      deals: z.int(),
    }),
    accepted: z.object({ id: z.uuid(), at: z.iso.datetime(), reps: z.int() }).nullable(),
  })
  .openapi("GoalProposals");
export type GoalProposalsView = z.infer<typeof goalProposalsView>;
export type ScopeSumView = GoalProposalsView["company"];
export type RepProposalView = GoalProposalsView["reps"][number];

export const wantedGoals = z.object({
  goals: z.array(z.object({ memberId: z.uuid(), amount: z.int().min(0).max(HIGHEST_GOAL) })).max(2_000),
});

export function goalProposalsViewOf({
  month,
  reps,
  ten,
  accepted,
  ...rest
}: GoalProposals): GoalProposalsView {
  return {
    ...rest,
    month: { start: month.start, end: month.end, weeks: month.weeks },
    reps: reps.map(({ yields, ...each }) => ({
      ...each,
      yields: { ...yields, source: yields.origin === "published" ? PUBLISHED_YIELD.source : null },
    })),
    ten: {
      ...ten,
      close: { ...ten.close, source: ten.close.origin === "published" ? PUBLISHED_CLOSE.source : null },
    },
    accepted: accepted && { ...accepted, at: accepted.at.toISOString() },
  };
}
