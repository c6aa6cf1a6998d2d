import { told, z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { sameAccountIds } from "#accounts/account-actions.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { MOMENTS, OUTCOMES } from "./ask.ts";
import { getAsk } from "./ask-actions.ts";
import { onlyAskable } from "./budget-actions.ts";
import { listAsks } from "./ask-store.ts";
import { answeredAsk, askLine, askView, lineOf, loggedAsk, said, viewOf, wantedAsk } from "./ask-view.ts";
import { letGo, recordOutcome, takeUpAgain } from "./answer-actions.ts";
import { makeAsk } from "./make-ask-actions.ts";
import { takeBackAsk, takeBackConversation } from "./take-back-actions.ts";

export function askRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/asks",
      summary:
        "Asks, the latest first; with returning=true each whose day to come back has come within two weeks, the longest due first.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        askable: z
          .stringbool()
          .optional()
          .describe("Only of those whom that member, or else you, may ask today"),
        source: z.uuid().optional(),
        account: z.uuid().optional(),
        outcome: z
          .enum([...OUTCOMES, "open"])
          .optional()
          .describe('"open": an answer, or another try, is still owed'),
        moment: z.enum(MOMENTS).optional(),
        returning: z.stringbool().optional(),
        from: dayAsked.optional().describe("The first day on which they were asked"),
        to: dayAsked.optional().describe("The last"),
        against: z.stringbool().optional().describe("Only those made against a rule"),
      }),
      answer: pageOf(askLine),
    },
    async ({ tx, actor, query }) => {
      const filter = {
        memberId: query.member,
        sourceIds: query.source ? await samePersonIds(tx, query.source) : undefined,
        accountIds: query.account ? await sameAccountIds(tx, query.account) : undefined,
        outcome: query.outcome === "open" ? undefined : query.outcome,
        openOn: query.outcome === "open" ? actor.today : undefined,
        moment: query.moment,
        from: query.from,
        to: query.to,
        against: query.against,
        returningOn: query.returning ? actor.today : undefined,
      };
      const page = await listAsks(tx, filter, query.cursor, query.limit);
      const items = query.askable
        ? await onlyAskable(
            tx,
            actor,
            query.member ?? actor.member.id,
            page.items,
            ({ sourceId }) => sourceId,
          )
        : page.items;
      return { ...page, items: items.map((row) => lineOf(row, actor.today)) };
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
      summary: "Let an ask go whose answer named a day to come back: it does not return.",
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
      summary: "Take up an ask again that was let go.",
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
