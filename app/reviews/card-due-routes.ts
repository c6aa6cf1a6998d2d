import { z, type Api } from "#lib/http/api.ts";
import { day, idParam } from "#lib/http/shapes.ts";
import { cardStandingOf, cardStandingsAt, cardsOfToday, putOffCard, takeUpCard } from "./card-due-actions.ts";
import { cardOf, standingOf } from "./report-answer-view.ts";
import { cardStandingView, cardsTodayView } from "./report-view.ts";

/** When a card is due, and what cards ask of a member today. */
export function cardDueRoutes(api: Api): void {
  const standing = z.object({
    standing: cardStandingView.nullable().describe("null: no contact of a client"),
  });
  api.route(
    {
      method: "get",
      path: "/report-cards-today",
      summary:
        "Low numbers that wait to be looked at, the talk that a high one suggests, and at most one card that is due.",
      scope: "read",
      answer: cardsTodayView,
    },
    async ({ tx, actor }) => {
      const { low, talk, due } = await cardsOfToday(tx, actor);
      return {
        low: low.map(({ row, why, dueAt, late }) => ({
          ...cardOf(row, actor),
          why,
          lookDue: dueAt.toISOString(),
          late,
        })),
        talk: talk && cardOf(talk, actor),
        due: due && standingOf(due),
      };
    },
  );
  api.route(
    {
      method: "get",
      path: "/accounts/{id}/report-cards-due",
      summary: "Everybody at an account with their next report card, who is due first.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(cardStandingView) }),
    },
    async ({ tx, actor, params }) => ({
      items: (await cardStandingsAt(tx, actor, params.id)).map(standingOf),
    }),
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/report-card-due",
      summary: "When the next report card to somebody is due.",
      scope: "read",
      params: idParam,
      answer: standing,
    },
    async ({ tx, actor, params }) => seen(await cardStandingOf(tx, actor, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/report-card-pause",
      summary: "No report card to them until that day.",
      scope: "write",
      params: idParam,
      body: z.object({ untilDay: day }),
      answer: standing,
    },
    async ({ tx, actor, params, body }) => seen(await putOffCard(tx, actor, params.id, body.untilDay)),
  );
  api.route(
    {
      method: "delete",
      path: "/people/{id}/report-card-pause",
      summary: "It was not put off after all.",
      scope: "write",
      params: idParam,
      answer: standing,
    },
    async ({ tx, actor, params }) => seen(await takeUpCard(tx, actor, params.id)),
  );
}

function seen(standing: Parameters<typeof standingOf>[0] | null) {
  return { standing: standing && standingOf(standing) };
}
