import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import {
  changePosition,
  positionsOf,
  removePosition,
  takePosition,
  type PositionSeen,
} from "./position-actions.ts";
import { view, type PositionView, facts, path, positionParam } from "./position-view.ts";

export function positionRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path,
      summary: "Where somebody worked, the current position first.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(view), nextCursor: z.null() }),
    },
    async ({ tx, params }) => ({ items: (await positionsOf(tx, params.id)).map(viewOf), nextCursor: null }),
  );
  api.route(
    {
      method: "post",
      path,
      summary: "A new position: the current one from its first day on, or with an untilDay one of the past.",
      scope: "write",
      params: idParam,
      body: facts,
      answer: view,
      status: 201,
    },
    async ({ tx, actor, params, body }) => viewOf(await takePosition(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "patch",
      path: `${path}/{positionId}`,
      summary: "Correct a position; what is not named stays.",
      scope: "write",
      params: positionParam,
      body: facts,
      answer: view,
    },
    async ({ tx, actor, params, body }) =>
      viewOf(await changePosition(tx, actor, params.id, params.positionId, body)),
  );
  api.route(
    {
      method: "delete",
      path: `${path}/{positionId}`,
      summary: "Take a position back; the one before goes on if it ended on that day.",
      scope: "write",
      params: positionParam,
    },
    async ({ tx, actor, params }) => removePosition(tx, actor, params.id, params.positionId),
  );
}

function viewOf(row: PositionSeen): PositionView {
  const { id, accountId, accountName, title, fromDay, untilDay, current } = row;
  return { id, accountId, accountName, title, fromDay, untilDay, current };
}
