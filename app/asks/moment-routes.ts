import { sameAccountIds } from "#accounts/account-actions.ts";
import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { MOMENTS } from "./ask.ts";
import { getMoment, letMomentGo, takeUpMoment } from "./moment-actions.ts";
import { changeSetting, settingsSeen, takeBackSetting } from "./moment-setting-actions.ts";
import { onlyAskable } from "./budget-actions.ts";
import { listMoments } from "./moment-store.ts";
import { momentOf, momentView, settingShape, settingView } from "./moment-view.ts";
import { askedAt, MOMENT_STATES } from "./moment.ts";
import { WHY_NOT_ASKED } from "./why-not.ts";

const whichMoment = z.object({ moment: z.enum(MOMENTS) });

export function momentRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/moments",
      summary:
        "Moments of the sales process that came at accounts: those that wait in the order in which they are due, others the latest first.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional().describe("Who holds the relationship"),
        askable: z
          .stringbool()
          .optional()
          .describe("Only of those whom that member, or else you, may ask today"),
        account: z.uuid().optional(),
        moment: z.enum(MOMENTS).optional(),
        state: z.enum(MOMENT_STATES).optional(),
      }),
      answer: pageOf(momentView),
    },
    async ({ tx, actor, query }) => {
      const { member: memberId, account, moment, state } = query;
      const accountIds = account ? await sameAccountIds(tx, account) : undefined;
      const filter = { memberId, accountIds, moment, state, today: actor.today };
      const page = await listMoments(tx, filter, query.cursor, query.limit);
      const items = query.askable
        ? await onlyAskable(tx, actor, memberId ?? actor.member.id, page.items, askedAt)
        : page.items;
      return { ...page, items: items.map((row) => momentOf(row, actor.today)) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/moments/{id}",
      summary: "One moment that came.",
      scope: "read",
      params: idParam,
      answer: momentView,
    },
    async ({ tx, actor, params }) => momentOf(await getMoment(tx, params.id), actor.today),
  );
  api.route(
    {
      method: "put",
      path: "/moments/{id}/let-go",
      summary: "A moment is not used, and why not.",
      scope: "write",
      params: idParam,
      body: z.object({ why: z.enum(WHY_NOT_ASKED) }),
      answer: momentView,
    },
    async ({ tx, actor, params, body }) =>
      momentOf(await letMomentGo(tx, actor, params.id, body.why), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/moments/{id}/let-go",
      summary: "Take up a moment again that was let go.",
      scope: "write",
      params: idParam,
      answer: momentView,
    },
    async ({ tx, actor, params }) => momentOf(await takeUpMoment(tx, actor, params.id), actor.today),
  );
  api.route(
    {
      method: "get",
      path: "/moment-settings",
      summary: "What each moment of the sales process is for, and what brings it.",
      scope: "read",
      answer: z.object({ items: z.array(settingView) }),
    },
    async ({ tx }) => ({ items: await settingsSeen(tx) }),
  );
  api.route(
    {
      method: "put",
      path: "/moment-settings/{moment}",
      summary: "Say what a moment is for and what brings it from now on; for leaders.",
      scope: "write",
      params: whichMoment,
      body: settingShape,
      answer: settingView,
    },
    async ({ tx, actor, params, body }) => changeSetting(tx, actor, params.moment, body),
  );
  api.route(
    {
      method: "delete",
      path: "/moment-settings/{moment}",
      summary: "Take the last change of a moment back; for leaders.",
      scope: "write",
      params: whichMoment,
      answer: settingView,
    },
    async ({ tx, actor, params }) => takeBackSetting(tx, actor, params.moment),
  );
}
