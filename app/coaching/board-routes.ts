import { z, type Api } from "#lib/http/api.ts";
import { dayAsked } from "#lib/http/shapes.ts";
import { boardFacts, boardOf, switchBoardOff, switchBoardOn } from "./board-actions.ts";
import { boardsOff } from "./board-store.ts";
import {
  boardFactOf,
  boardFactView,
  boardKind,
  boardName,
  boardSwitchView,
  boardView,
  improvedView,
  tiersView,
} from "./board-view.ts";
import { BOARD_KINDS, maySwitchBoards } from "./board.ts";
import { mostImproved, tiersOf } from "./improved-actions.ts";

const team = z.uuid().optional().describe("Everybody when it is not said");
const by = z.enum(["month", "quarter"]).default("month");
const day = dayAsked.optional().describe("In the period that holds it; today when it is not said");

export function boardRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/boards",
      summary: "Which boards there are, and which a leader has switched off.",
      scope: "read",
      answer: z.object({ items: z.array(boardSwitchView) }),
    },
    async ({ tx, actor }) => {
      const off = new Map((await boardsOff(tx)).map((each) => [each.board, each.byName]));
      const items = BOARD_KINDS.map((board) => ({
        board,
        isOn: !off.has(board),
        offBy: maySwitchBoards(actor) ? (off.get(board) ?? null) : null,
      }));
      return { items };
    },
  );
  api.route(
    {
      method: "get",
      path: "/boards/{board}",
      summary:
        "What reps did side by side in a month or quarter, by the days on which they were there, and what they did together in those before.",
      scope: "read",
      params: z.object({ board: boardName }),
      query: z.object({ team, by, day }),
      answer: boardView,
    },
    async ({ tx, actor, params, query }) =>
      boardOf(tx, actor, params.board, {
        teamId: query.team ?? null,
        by: query.by,
        day: query.day ?? actor.today,
      }),
  );
  api.route(
    {
      method: "get",
      path: "/boards/{board}/facts",
      summary:
        "What one number of a board counts, the latest first. Which promises somebody kept is for those who see their weeks.",
      scope: "read",
      params: z.object({ board: boardName }),
      query: z.object({ member: z.uuid(), by, day }),
      answer: z.object({ items: z.array(boardFactView) }),
    },
    async ({ tx, actor, params, query }) => {
      const asked = { memberId: query.member, by: query.by, day: query.day ?? actor.today };
      return { items: (await boardFacts(tx, actor, params.board, asked)).map(boardFactOf) };
    },
  );
  api.route(
    {
      method: "put",
      path: "/boards/{board}/off",
      summary: "Switch a board off: nobody sees it any more. For leaders.",
      scope: "admin",
      params: z.object({ board: boardKind }),
    },
    async ({ tx, actor, params }) => switchBoardOff(tx, actor, params.board),
  );
  api.route(
    {
      method: "delete",
      path: "/boards/{board}/off",
      summary: "Switch a board on again. For leaders.",
      scope: "admin",
      params: z.object({ board: boardKind }),
    },
    async ({ tx, actor, params }) => switchBoardOn(tx, actor, params.board),
  );
  api.route(
    {
      method: "get",
      path: "/most-improved",
      summary:
        "Who asked more, or was introduced more often, than in their own past, as far as chance goes. Nobody else is named but the caller.",
      scope: "read",
      query: z.object({ team }),
      answer: improvedView,
    },
    async ({ tx, actor, query }) => mostImproved(tx, actor, { teamId: query.team ?? null }),
  );
  api.route(
    {
      method: "get",
      path: "/tiers",
      summary:
        "How far reps came in a quarter towards their own goal of introductions. Nobody without a tier is named but the caller.",
      scope: "read",
      query: z.object({ team, day }),
      answer: tiersView,
    },
    async ({ tx, actor, query }) =>
      tiersOf(tx, actor, { teamId: query.team ?? null, day: query.day ?? actor.today }),
  );
}
