import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import {
  issuesOfAccount,
  raiseIssue,
  reopenIssue,
  restoreIssue,
  settleIssue,
  takeBackIssue,
} from "./issue-actions.ts";
import { issueView } from "./standing-view.ts";

const wanted = z.object({ what: z.string(), day: z.iso.date().optional() });

export function issueRoutes(api: Api): void {
  for (const [kind, path] of [
    ["person", "/people/{id}/issues"],
    ["account", "/accounts/{id}/issues"],
  ] as const) {
    api.route(
      {
        method: "post",
        path,
        summary: `Raise a serious issue of this ${kind}: nobody concerned is asked until it is settled.`,
        scope: "write",
        params: idParam,
        body: wanted,
        answer: issueView,
        status: 201,
      },
      async ({ tx, actor, params, body }) => raiseIssue(tx, actor, { kind, id: params.id }, body),
    );
  }
  api.route(
    {
      method: "get",
      path: "/accounts/{id}/issues",
      summary: "Serious issues of an account, open and settled, the latest first.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(issueView), nextCursor: z.null() }),
    },
    async ({ tx, params }) => ({ items: await issuesOfAccount(tx, params.id), nextCursor: null }),
  );
  api.route(
    {
      method: "put",
      path: "/issues/{id}/settled",
      summary: "The issue is settled as of today.",
      scope: "write",
      params: idParam,
      answer: issueView,
    },
    async ({ tx, actor, params }) => settleIssue(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/issues/{id}/settled",
      summary: "The issue is open after all.",
      scope: "write",
      params: idParam,
      answer: issueView,
    },
    async ({ tx, actor, params }) => reopenIssue(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/issues/{id}",
      summary: "Take an issue back: there was none.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackIssue(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/issues/{id}/restored",
      summary: "Bring an issue back that was taken back.",
      scope: "write",
      params: idParam,
      answer: issueView,
    },
    async ({ tx, actor, params }) => restoreIssue(tx, actor, params.id),
  );
}
