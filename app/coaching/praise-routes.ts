import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam } from "#lib/http/shapes.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { linesWithNames } from "#people/timeline-actions.ts";
import { givePraise, praisable, praiseForMe, seePraise, takeBackPraise } from "./praise-actions.ts";
import {
  praisableView,
  praisableViewOf,
  praiseView,
  praiseViewOf,
  wallView,
  wallViewOf,
  wantedPraise,
} from "./praise-view.ts";
import { wallOf } from "./wall-actions.ts";

export function praiseRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/wall",
      summary: "Praise and milestones of four weeks, the latest first: of a team's people, or of everybody.",
      scope: "read",
      query: z.object({
        team: z.uuid().optional(),
        to: dayAsked.optional().describe("The last day of the four weeks; today when it is not said"),
      }),
      answer: wallView,
    },
    async ({ tx, actor, query }) => wallViewOf(await wallOf(tx, actor, { teamId: query.team, to: query.to })),
  );
  api.route(
    {
      method: "get",
      path: "/praise-for-me",
      summary: "What the caller was praised for in the last two weeks and has not read.",
      scope: "read",
      answer: z.object({ items: z.array(praiseView) }),
    },
    async ({ tx, actor }) => {
      const rows = await praiseForMe(tx, actor);
      const { lines, names } = await linesWithNames(
        tx,
        rows.map(({ factId }) => factId),
      );
      const items = rows.flatMap((row) => {
        const line = lines.get(row.factId);
        return line === undefined ? [] : [praiseViewOf(row, { line, names })];
      });
      return { items };
    },
  );
  api.route(
    {
      method: "get",
      path: "/praisable-facts",
      summary:
        "What colleagues did that the caller can praise: one of them in the last four weeks, or on the page of anything that has a timeline.",
      scope: "read",
      query: z.object({ member: z.uuid().optional(), of: z.uuid().optional() }),
      answer: z.object({ items: z.array(praisableView) }),
    },
    async ({ tx, actor, query: { member, of } }) => {
      if ((member === undefined) === (of === undefined))
        throw invalid("say either of whom, or of what", "member");
      const items = await praisable(
        tx,
        actor,
        member === undefined ? { pageId: of ?? "" } : { memberId: member },
      );
      return { items: items.map(praisableViewOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/praise",
      summary: "Praise a colleague for something that they did: a line of the journal.",
      scope: "write",
      body: wantedPraise,
      answer: z.object({ id: z.uuid(), toName: z.string() }),
      status: 201,
    },
    async ({ tx, actor, body }) => givePraise(tx, actor, body),
  );
  api.route(
    {
      method: "delete",
      path: "/praise/{id}",
      summary: "Take one's own praise back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackPraise(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/praise/{id}/seen",
      summary: "The caller has read that they were praised: it waits for them no longer.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => seePraise(tx, actor, params.id, true),
  );
  api.route(
    {
      method: "delete",
      path: "/praise/{id}/seen",
      summary: "It waits for them again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => seePraise(tx, actor, params.id, false),
  );
}
