import { z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { sameAccountIds } from "#accounts/account-actions.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { chainOfPerson, chainOfReferral } from "./chain-store.ts";
import { STATES, STEPS } from "./referral.ts";
import {
  changeLevel,
  changeState,
  changeWords,
  getReferral,
  receiveReferral,
  restoreState,
  takeBackReferral,
} from "./referral-actions.ts";
import { viewsOf } from "./referral-list-actions.ts";
import { listReferrals, type ReferralRow } from "./referral-store.ts";
import {
  level,
  referralView,
  type ReferralView,
  chainView,
  referralWords,
  wantedReferral,
} from "./referral-view.ts";

export function referralRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/referrals",
      summary:
        "Introductions received, and names to work on (level 0), the latest first; with unanswered=true the longest waiting first.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        source: z.uuid().optional(),
        contact: z.uuid().optional(),
        account: z.uuid().optional(),
        ask: z.uuid().optional(),
        state: z.enum(STATES).optional(),
        level: z.coerce.number().pipe(level).optional(),
        unanswered: z.stringbool().optional(),
      }),
      answer: pageOf(referralView),
    },
    async ({ tx, actor, query }) => {
      const filter = {
        memberId: query.member,
        sourceIds: query.source ? await samePersonIds(tx, query.source) : undefined,
        contactIds: query.contact ? await samePersonIds(tx, query.contact) : undefined,
        accountIds: query.account ? await sameAccountIds(tx, query.account) : undefined,
        askId: query.ask,
        state: query.state,
        level: query.level,
        unanswered: query.unanswered,
      };
      const page = await listReferrals(tx, filter, query.cursor, query.limit);
      return { ...page, items: await viewsOf(tx, actor, page.items) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/referrals",
      summary: "Log an introduction: of an ask or unprompted, to somebody known or new.",
      scope: "write",
      body: wantedReferral,
      answer: referralView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(tx, actor, await receiveReferral(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/referrals/{id}",
      summary: "One introduction.",
      scope: "read",
      params: idParam,
      answer: referralView,
    },
    async ({ tx, actor, params }) => viewOf(tx, actor, await getReferral(tx, params.id)),
  );
  api.route(
    {
      method: "patch",
      path: "/referrals/{id}",
      summary:
        "Say why they should meet, how the source knows them, what was promised; what is not named stays.",
      scope: "write",
      params: idParam,
      body: z.object(referralWords),
      answer: referralView,
    },
    async ({ tx, actor, params, body }) => viewOf(tx, actor, await changeWords(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "put",
      path: "/referrals/{id}/level",
      summary: "What effort the source made; from level 1 on it counts from that day.",
      scope: "write",
      params: idParam,
      body: z.object({ level, day: day.optional() }),
      answer: referralView,
    },
    async ({ tx, actor, params, body }) =>
      viewOf(tx, actor, await changeLevel(tx, actor, params.id, body.level, body.day)),
  );
  api.route(
    {
      method: "put",
      path: "/referrals/{id}/state",
      summary: "How far it has come, forward only; meetings and deals move it by themselves.",
      scope: "write",
      params: idParam,
      body: z.object({ state: z.enum(STEPS), day: day.optional() }),
      answer: referralView,
    },
    async ({ tx, actor, params, body }) =>
      viewOf(tx, actor, await changeState(tx, actor, params.id, body.state, body.day)),
  );
  api.route(
    {
      method: "delete",
      path: "/referrals/{id}/state",
      summary: "Take back the state that was set by hand; the one before holds again.",
      scope: "write",
      params: idParam,
      answer: referralView,
    },
    async ({ tx, actor, params }) => viewOf(tx, actor, await restoreState(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/referrals/{id}",
      summary: "Take an introduction back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackReferral(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/referrals/{id}/chain",
      summary: "Who introduced its source, who introduced them, and so on; the oldest first.",
      scope: "read",
      params: idParam,
      answer: chainView,
    },
    async ({ tx, params }) => {
      await getReferral(tx, params.id);
      return { items: await chainOfReferral(tx, params.id) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/chain",
      summary:
        "How we came to know somebody, the oldest introduction first; empty when nobody introduced them.",
      scope: "read",
      params: idParam,
      answer: chainView,
    },
    async ({ tx, params }) => {
      const person = await getPerson(tx, params.id);
      return { items: await chainOfPerson(tx, person.id) };
    },
  );
}

async function viewOf(tx: Tx, actor: Actor, row: ReferralRow): Promise<ReferralView> {
  const [view] = await viewsOf(tx, actor, [row]);
  return view as ReferralView;
}
