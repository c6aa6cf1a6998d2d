import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { handOver, handoversOf, restoreHandover, takeBackHandover } from "./handover-actions.ts";
import { handoverView } from "./handover-view.ts";

const wanted = z.object({
  day: z.iso.date().optional().describe("Today when it is not said"),
  toMemberId: z.uuid().nullable().optional(),
  toName: z.string().nullable().optional().describe("Of those who are no members here"),
  note: z.string().nullable().optional(),
  becauseId: z.uuid().nullable().optional().describe("The deal after which it is"),
});

export function handoverRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/accounts/{id}/handovers",
      summary: "To whom an account was handed over, the latest first: the first looks after it now.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(handoverView), nextCursor: z.null() }),
    },
    async ({ tx, params }) => ({ items: await handoversOf(tx, params.id), nextCursor: null }),
  );
  api.route(
    {
      method: "post",
      path: "/accounts/{id}/handovers",
      summary: "Hand an account over. The relationship holder stays, and keeps the right to ask.",
      scope: "write",
      params: idParam,
      body: wanted,
      answer: handoverView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => handOver(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/handovers/{id}",
      summary: "Take a handover back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackHandover(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/handovers/{id}/restored",
      summary: "Bring a handover back that was taken back.",
      scope: "write",
      params: idParam,
      answer: handoverView,
    },
    async ({ tx, actor, params }) => restoreHandover(tx, actor, params.id),
  );
}
