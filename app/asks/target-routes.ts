import { sameAccountIds } from "#accounts/account-actions.ts";
import { told, z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { changeTarget, chooseTarget, dropTarget, takeUpTarget } from "./target-actions.ts";
import { listTargets } from "./target-store.ts";
import { targetView, wantedTarget } from "./target-view.ts";
import { TARGET_KINDS } from "./target.ts";

export function targetRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/targets",
      summary:
        "Whom in particular we want to meet, the newest first: persons, and the accounts on the pursuit list.",
      scope: "read",
      query: listQuery.extend({
        kind: z.enum(TARGET_KINDS).optional(),
        member: z.uuid().optional().describe("Who chose it"),
        person: z.uuid().optional(),
        account: z.uuid().optional().describe("This account, and whoever works there"),
      }),
      answer: pageOf(targetView),
    },
    async ({ tx, query }) =>
      listTargets(
        tx,
        {
          kind: query.kind,
          memberId: query.member,
          personIds: query.person ? await samePersonIds(tx, query.person) : undefined,
          accountIds: query.account ? await sameAccountIds(tx, query.account) : undefined,
        },
        query.cursor,
        query.limit,
      ),
  );
  api.route(
    {
      method: "post",
      path: "/targets",
      summary:
        "Choose a person or an account as a target; an account goes on the pursuit list. One that is a target already stays (200).",
      scope: "write",
      body: wantedTarget,
      answer: targetView,
      status: 201,
      orStatus: 200,
    },
    async ({ tx, actor, body }) => {
      const { target, chosen } = await chooseTarget(tx, actor, body);
      return told(chosen ? 201 : 200, target);
    },
  );
  api.route(
    {
      method: "patch",
      path: "/targets/{id}",
      summary: "Say anew why we want to meet them.",
      scope: "write",
      params: idParam,
      body: z.object({ why: z.string().nullable().optional() }),
      answer: targetView,
    },
    async ({ tx, actor, params, body }) => changeTarget(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "put",
      path: "/targets/{id}/dropped",
      summary: "Drop a target; an account goes off the pursuit list.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => dropTarget(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/targets/{id}/dropped",
      summary: "Take up a target again that was dropped.",
      scope: "write",
      params: idParam,
      answer: targetView,
    },
    async ({ tx, actor, params }) => takeUpTarget(tx, actor, params.id),
  );
}
