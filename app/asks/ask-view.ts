import { CHANNELS } from "#people/channel.ts";
import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { BUDGET_RULES, hasReturned, isOpen, MOMENTS, openUntil, OUTCOMES, shouldCallInstead } from "./ask.ts";
import type { AskWithConversations } from "./ask-actions.ts";
import type { AskRow, ConversationRow } from "./ask-store.ts";

export const askLine = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    /** The rep's team today. */
    memberTeamId: z.uuid().nullable(),
    sourceId: z.uuid(),
    sourceName: z.string(),
    sourceTitle: z.string().nullable(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    day,
    lastDay: day,
    channel: z.enum(CHANNELS),
    moment: z.enum(MOMENTS),
    forWhom: z.string().nullable(),
    targetPersonId: z.uuid().nullable(),
    targetPersonName: z.string().nullable(),
    targetAccountId: z.uuid().nullable(),
    targetAccountName: z.string().nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    untilDay: day.nullable(),
    colleagueId: z.uuid().nullable(),
    colleagueName: z.string().nullable(),
    settledOn: day.nullable(),
    against: z
      .enum(BUDGET_RULES)
      .nullable()
      .describe("The rule it was made against, for it had happened already"),
    permitId: z.uuid().nullable().describe("The permit it was made with"),
    open: z.boolean(),
    openUntil: day.nullable().describe("The last day on which it is open; null when nothing is owed"),
    returned: z.boolean(),
    callInstead: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .openapi("AskLine");
export type AskLine = z.infer<typeof askLine>;

const conversationView = z
  .object({
    id: z.uuid(),
    day,
    asked: z.boolean(),
    channel: z.enum(CHANNELS).nullable(),
    moment: z.enum(MOMENTS).nullable(),
    forWhom: z.string().nullable(),
    note: z.string().nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    untilDay: day.nullable(),
    colleagueId: z.uuid().nullable(),
    colleagueName: z.string().nullable(),
    settledOn: day.nullable(),
    against: z.enum(BUDGET_RULES).nullable(),
    permitId: z.uuid().nullable(),
    byId: z.uuid(),
    byName: z.string().nullable(),
    saidAt: z.iso.datetime(),
  })
  .openapi("AskConversation");
export type ConversationView = z.infer<typeof conversationView>;

export const askView = askLine
  .extend({
    conversations: z.array(conversationView),
    askedBefore: z
      .object({
        id: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        day,
        lastDay: day,
        channel: z.enum(CHANNELS),
        outcome: z.enum(OUTCOMES).nullable(),
        untilDay: day.nullable(),
      })
      .nullable(),
  })
  .openapi("Ask");
export type AskView = z.infer<typeof askView>;

export const loggedAsk = askView.extend({ addedTo: z.boolean(), saidId: z.uuid() }).openapi("LoggedAsk");
export type LoggedAsk = z.infer<typeof loggedAsk>;

export const answeredAsk = askView.extend({ saidId: z.uuid().nullable() }).openapi("AnsweredAsk");
export type AnsweredAsk = z.infer<typeof answeredAsk>;

const newColleague = z.object({
  fullName: z.string(),
  title: z.string().nullable().optional(),
  accountId: z.uuid().nullable().optional(),
  accountName: z.string().nullable().optional(),
  emails: z.array(z.string()).optional(),
  phones: z.array(z.string()).optional(),
});

export const said = {
  untilDay: day
    .nullable()
    .optional()
    .describe('The day to come back: "not-now" needs one, "will-think" may have one'),
  colleagueId: z.uuid().nullable().optional(),
  colleague: newColleague.optional(),
  note: z.string().nullable().optional(),
  day: day.optional(),
  happened: z
    .boolean()
    .optional()
    .describe(
      "It has taken place, so that no rule about asking refuses it; what is dated before today always has",
    ),
};

export const wantedAsk = z.object({
  sourceId: z.uuid(),
  channel: z.enum(CHANNELS).default("call"),
  moment: z.enum(MOMENTS).default("anytime"),
  forWhom: z.string().nullable().optional(),
  targetPersonId: z.uuid().nullable().optional(),
  targetAccountId: z.uuid().nullable().optional(),
  outcome: z.enum(OUTCOMES).nullable().optional(),
  memberId: z.uuid().optional(),
  wordings: z
    .array(z.string().max(120))
    .max(40)
    .optional()
    .describe("Keys of the words for asking that were said; see GET /wordings"),
  planId: z.uuid().nullable().optional().describe("The plan that it carries out, where several would be"),
  ...said,
});

export function lineOf(row: AskRow, today: string): AskLine {
  const { createdAt, ...rest } = row;
  return {
    ...rest,
    open: isOpen(row, today),
    openUntil: openUntil(row),
    returned: hasReturned(row, today),
    callInstead: shouldCallInstead(row),
    createdAt: createdAt.toISOString(),
  };
}

export function viewOf(ask: AskWithConversations, today: string): AskView {
  const { conversations, askedBefore, ...row } = ask;
  return { ...lineOf(row, today), conversations: conversations.map(conversationOf), askedBefore };
}

function conversationOf(row: ConversationRow): ConversationView {
  const { targetPersonId: _person, targetAccountId: _account, colleagueAdded: _added, saidAt, ...rest } = row;
  return { ...rest, saidAt: saidAt.toISOString() };
}
