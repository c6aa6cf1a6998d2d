import { CHANNELS } from "#people/channel.ts";
import { handoverView } from "#accounts/handover-view.ts";
import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { BUYING_ROLES, MET_HOWS } from "#people/standing.ts";
import { WHY_NOT } from "#people/protection.ts";
import { BUDGET_RULES, OUTCOMES } from "./ask.ts";
import type { CoveredPerson } from "./coverage-actions.ts";
import type { DueReminder } from "./handover-reminder-actions.ts";
import { COVERAGE_BY } from "./coverage-reader.ts";
import { COVERAGE_STATES } from "./coverage.ts";

const named = z.object({ id: z.uuid(), name: z.string() });

const hindrance = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("do-not-ask"),
      why: z.enum(WHY_NOT),
      words: z.string().nullable(),
      day,
      byName: z.string(),
    }),
    z.object({
      kind: z.literal("serious-issue"),
      what: z.string(),
      ofAccount: z.boolean(),
      day,
      byName: z.string(),
    }),
  ])
  .describe("Why they cannot be asked");

export const coveredView = z
  .object({
    id: z.uuid(),
    fullName: z.string(),
    title: z.string().nullable(),
    accountId: z.uuid(),
    accountName: z.string(),
    left: z.boolean().describe("They were met there, and have left"),
    holder: named.nullable().describe("Of the person; where nobody holds them, of the account"),
    role: z.enum(BUYING_ROLES).nullable(),
    met: z.object({ day, how: z.enum(MET_HOWS), byName: z.string().nullable() }).nullable(),
    metSince: day.nullable(),
    right: z
      .object({ earned: z.boolean(), words: z.string().nullable(), day, byName: z.string() })
      .nullable()
      .describe("Whether the right to ask was earned, in the client's words"),
    ask: z
      .object({
        id: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        day,
        lastDay: day,
        channel: z.enum(CHANNELS),
        outcome: z.enum(OUTCOMES).nullable(),
        untilDay: day.nullable(),
        settledOn: day.nullable(),
      })
      .nullable()
      .describe("The last one, of whomever"),
    state: z.enum(COVERAGE_STATES),
    hindrance: hindrance.nullable(),
    refusal: z
      .object({ rule: z.enum(BUDGET_RULES), sentence: z.string(), mayFrom: day.nullable() })
      .nullable()
      .describe("What stands against you asking them today"),
  })
  .openapi("CoveredPerson");
export type CoveredView = z.infer<typeof coveredView>;

const sum = {
  known: z.int().describe("Everybody who works there and stands for themselves"),
  asked: z.int(),
  can: z.int().describe("Who can be asked or has been: the share is asked of these"),
};
export const met = z.int();

export const accountCoverageView = z
  .object({
    accountId: z.uuid(),
    accountName: z.string(),
    holder: named.nullable(),
    handover: handoverView.nullable(),
    sum: z.object({ ...sum, met }),
    rolesLeftOut: z.array(z.enum(BUYING_ROLES)).describe("Parts in buying of whom nobody was asked"),
    people: z
      .array(coveredView)
      .describe("Never asked first; who has left comes last, and is not in the sum"),
  })
  .openapi("AccountCoverage");
export type AccountCoverageView = z.infer<typeof accountCoverageView>;

export const coverageLineView = z
  .object({
    id: z.uuid().nullable().describe("Null: nobody holds them, or of the whole company"),
    name: z.string().nullable(),
    ...sum,
    met,
    cannot: z.int().describe("Who is not to be asked just now, whether they were asked before or not"),
  })
  .openapi("CoverageLine");
export type CoverageLineView = z.infer<typeof coverageLineView>;

export const coveragePeriodView = z.object({ from: day, to: day, ...sum }).openapi("CoveragePeriod");
export type CoveragePeriodView = z.infer<typeof coveragePeriodView>;

export const handedOverView = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    accountName: z.string(),
    holderId: z.uuid().nullable(),
    holderName: z.string().nullable(),
    day,
    toMemberId: z.uuid().nullable(),
    toName: z.string(),
    note: z.string().nullable(),
    lastAskDay: day.nullable().describe("When anybody there was last asked"),
    putOffOn: day.nullable().describe("When the relationship holder last said not now to the reminder"),
    reminder: z
      .object({ since: day, from: day, due: z.boolean() })
      .nullable()
      .describe("When the relationship holder is reminded that nobody there was asked for a quarter"),
  })
  .openapi("HandedOver");
export type HandedOverView = z.infer<typeof handedOverView>;

export const dueReminderView = handedOverView
  .extend({
    known: z.int().describe("How many people are known to work there"),
    whom: coveredView.nullable().describe("Whom to talk to there; nobody who may not be asked today"),
  })
  .openapi("DueReminder");
export type DueReminderView = z.infer<typeof dueReminderView>;

export const scope = {
  account: z.uuid().optional(),
  holder: z.uuid().optional().describe("Who holds the relationship"),
  team: z.uuid().optional().describe("The holder's team today"),
};
export const by = z.enum(COVERAGE_BY).default("account");

export function coveredViewOf(person: CoveredPerson): CoveredView {
  const { holderId, holderName, met: lastMet, right, refusal, ...rest } = person;
  return {
    ...rest,
    holder: holderId === null ? null : { id: holderId, name: holderName ?? "" },
    met: lastMet && { day: lastMet.day, how: lastMet.how, byName: lastMet.by?.name ?? null },
    right: right && { earned: right.earned, words: right.words, day: right.day, byName: right.by.name },
    refusal: refusal && {
      rule: refusal.rule,
      sentence: refusal.sentence,
      mayFrom: refusal.facts.mayFrom,
    },
  };
}

export function dueReminderOf({ whom, ...each }: DueReminder): DueReminderView {
  return { ...each, whom: whom && coveredViewOf(whom) };
}
