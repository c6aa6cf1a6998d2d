import { told, z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { sameAccountIds } from "#accounts/account-actions.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { CHANNELS, hasReturned, isOpen, MOMENTS, OUTCOMES, shouldCallInstead } from "./ask.ts";
import {
  getAsk,
  letGo,
  makeAsk,
  recordOutcome,
  takeBackAsk,
  takeBackConversation,
  takeUpAgain,
  type AskWithConversations,
} from "./ask-actions.ts";
import { listAsks, type AskRow, type ConversationRow } from "./ask-store.ts";

const day = z.iso.date();

const askLine = z
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
    open: z.boolean(),
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
    byId: z.uuid(),
    byName: z.string().nullable(),
    saidAt: z.iso.datetime(),
  })
  .openapi("AskConversation");
export type ConversationView = z.infer<typeof conversationView>;

const askView = askLine
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

const loggedAsk = askView.extend({ addedTo: z.boolean(), saidId: z.uuid() }).openapi("LoggedAsk");
export type LoggedAsk = z.infer<typeof loggedAsk>;

const answeredAsk = askView.extend({ saidId: z.uuid().nullable() }).openapi("AnsweredAsk");
export type AnsweredAsk = z.infer<typeof answeredAsk>;

const newColleague = z.object({
  fullName: z.string(),
  title: z.string().nullable().optional(),
  accountId: z.uuid().nullable().optional(),
  accountName: z.string().nullable().optional(),
  emails: z.array(z.string()).optional(),
  phones: z.array(z.string()).optional(),
});

const said = {
  untilDay: day.nullable().optional(),
  colleagueId: z.uuid().nullable().optional(),
  colleague: newColleague.optional(),
  note: z.string().nullable().optional(),
  day: day.optional(),
};

const wantedAsk = z.object({
  sourceId: z.uuid(),
  channel: z.enum(CHANNELS).default("call"),
  moment: z.enum(MOMENTS).default("anytime"),
  forWhom: z.string().nullable().optional(),
  targetPersonId: z.uuid().nullable().optional(),
  targetAccountId: z.uuid().nullable().optional(),
  outcome: z.enum(OUTCOMES).nullable().optional(),
  memberId: z.uuid().optional(),
  ...said,
});

export function askRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/asks",
      summary:
        'Asks, the latest first; with returning=true each "not now" whose day has come, the longest due first.',
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        source: z.uuid().optional(),
        account: z.uuid().optional(),
        outcome: z.enum([...OUTCOMES, "open"]).optional(),
        moment: z.enum(MOMENTS).optional(),
        returning: z.stringbool().optional(),
      }),
      answer: pageOf(askLine),
    },
    async ({ tx, actor, query }) => {
      const filter = {
        memberId: query.member,
        sourceIds: query.source ? await samePersonIds(tx, query.source) : undefined,
        accountIds: query.account ? await sameAccountIds(tx, query.account) : undefined,
        outcome: query.outcome,
        moment: query.moment,
        returningBy: query.returning ? actor.today : undefined,
      };
      const page = await listAsks(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map((row) => lineOf(row, actor.today)) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/asks",
      summary:
        "Log a conversation that asked for an introduction; a further one of the same week adds to the ask that is there (200).",
      scope: "write",
      body: wantedAsk,
      answer: loggedAsk,
      status: 201,
      orStatus: 200,
    },
    async ({ tx, actor, body }) => {
      const { ask, addedTo, saidId } = await makeAsk(tx, actor, body);
      return told(addedTo ? 200 : 201, { ...viewOf(ask, actor.today), addedTo, saidId });
    },
  );
  api.route(
    {
      method: "get",
      path: "/asks/{id}",
      summary: "One ask with its conversations.",
      scope: "read",
      params: idParam,
      answer: askView,
    },
    async ({ tx, actor, params }) => viewOf(await getAsk(tx, params.id), actor.today),
  );
  api.route(
    {
      method: "put",
      path: "/asks/{id}/outcome",
      summary: "What the source answered later; saidId is the conversation to take back.",
      scope: "write",
      params: idParam,
      body: z.object({ outcome: z.enum(OUTCOMES), ...said }),
      answer: answeredAsk,
    },
    async ({ tx, actor, params, body }) => {
      const { ask, saidId } = await recordOutcome(tx, actor, params.id, body);
      return { ...viewOf(ask, actor.today), saidId };
    },
  );
  api.route(
    {
      method: "put",
      path: "/asks/{id}/settled",
      summary: 'Let a "not now" go: it does not come back.',
      scope: "write",
      params: idParam,
      answer: askView,
    },
    async ({ tx, actor, params }) => viewOf(await letGo(tx, actor, params.id), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/asks/{id}/settled",
      summary: 'Take up a "not now" again that was let go.',
      scope: "write",
      params: idParam,
      answer: askView,
    },
    async ({ tx, actor, params }) => viewOf(await takeUpAgain(tx, actor, params.id), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/asks/{id}",
      summary: "Take an ask back with all its conversations.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackAsk(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/asks/{id}/conversations/{conversationId}",
      summary: "Take back one conversation; with the last that asked, the ask.",
      scope: "write",
      params: idParam.extend({ conversationId: z.uuid() }),
    },
    async ({ tx, actor, params }) => takeBackConversation(tx, actor, params.id, params.conversationId),
  );
}

function lineOf(row: AskRow, today: string): AskLine {
  const { createdAt, ...rest } = row;
  return {
    ...rest,
    open: isOpen(row),
    returned: hasReturned(row, today),
    callInstead: shouldCallInstead(row),
    createdAt: createdAt.toISOString(),
  };
}

function viewOf(ask: AskWithConversations, today: string): AskView {
  const { conversations, askedBefore, ...row } = ask;
  return { ...lineOf(row, today), conversations: conversations.map(conversationOf), askedBefore };
}

function conversationOf(row: ConversationRow): ConversationView {
  const { targetPersonId: _person, targetAccountId: _account, colleagueAdded: _added, saidAt, ...rest } = row;
  return { ...rest, saidAt: saidAt.toISOString() };
}
