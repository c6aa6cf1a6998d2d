import { z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { sameAccountIds } from "#accounts/account-actions.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { level } from "#referrals/referral-view.ts";
import { CONSENTS, KINDS, OUTCOMES, SIDES, THANKED_HOW } from "./given.ts";
import { changeGivenLevel, getGiven, giveReferral, takeBackGiven } from "./give-actions.ts";
import { listGiven } from "./given-store.ts";
import { givenOf, givenView, wantedGiven } from "./given-view.ts";
import {
  noteConsent,
  noteOutcomeOfGiven,
  noteThanked,
  takeBackConsent,
  takeBackOutcome,
  takeBackThanked,
} from "./given-word-actions.ts";

const one = { params: idParam, answer: givenView } as const;

export function givenRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/given",
      summary: "Introductions that we made, the latest first; person and account find them on either side.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        person: z.uuid().optional(),
        account: z.uuid().optional(),
        kind: z.enum(KINDS).optional(),
        outcome: z.enum(["waits", ...OUTCOMES]).optional(),
      }),
      answer: pageOf(givenView),
    },
    async ({ tx, query }) => {
      const filter = {
        memberId: query.member,
        personIds: query.person ? await samePersonIds(tx, query.person) : undefined,
        accountIds: query.account ? await sameAccountIds(tx, query.account) : undefined,
        kind: query.kind,
        outcome: query.outcome,
      };
      const page = await listGiven(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map(givenOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/given",
      summary: "Log an introduction that we made: somebody to one of our people, or to somebody outside.",
      scope: "write",
      body: wantedGiven,
      answer: givenView,
      status: 201,
    },
    async ({ tx, actor, body }) => givenOf(await giveReferral(tx, actor, body)),
  );
  api.route(
    { method: "get", path: "/given/{id}", summary: "One introduction that we made.", scope: "read", ...one },
    async ({ tx, params }) => givenOf(await getGiven(tx, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/given/{id}/level",
      summary: "What effort we made; from level 1 on it counts from that day.",
      scope: "write",
      body: z.object({ level, day: day.optional() }),
      ...one,
    },
    async ({ tx, actor, params, body }) =>
      givenOf(await changeGivenLevel(tx, actor, params.id, body.level, body.day)),
  );
  api.route(
    {
      method: "put",
      path: "/given/{id}/outcome",
      summary: "What came of it.",
      scope: "write",
      body: z.object({ outcome: z.enum(OUTCOMES), day: day.optional() }),
      ...one,
    },
    async ({ tx, actor, params, body }) => givenOf(await noteOutcomeOfGiven(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/given/{id}/outcome",
      summary: "Take back what was last said to have come of it; what was said before holds again.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => givenOf(await takeBackOutcome(tx, actor, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/given/{id}/thanks",
      summary: "They thanked us, and how.",
      scope: "write",
      body: z.object({
        how: z.enum(THANKED_HOW),
        words: z.string().nullable().optional(),
        day: day.optional(),
      }),
      ...one,
    },
    async ({ tx, actor, params, body }) => givenOf(await noteThanked(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/given/{id}/thanks",
      summary: "Take back that they thanked us.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => givenOf(await takeBackThanked(tx, actor, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/given/{id}/consent",
      summary: "Before names are joined: one side was asked, agreed, or would rather not.",
      scope: "write",
      body: z.object({ side: z.enum(SIDES), said: z.enum(CONSENTS), day: day.optional() }),
      ...one,
    },
    async ({ tx, actor, params, body }) => givenOf(await noteConsent(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/given/{id}/consent",
      summary: "Take back what one side last said.",
      scope: "write",
      query: z.object({ side: z.enum(SIDES) }),
      ...one,
    },
    async ({ tx, actor, params, query }) => givenOf(await takeBackConsent(tx, actor, params.id, query.side)),
  );
  api.route(
    {
      method: "delete",
      path: "/given/{id}",
      summary: "Take an introduction that we made back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackGiven(tx, actor, params.id),
  );
}
