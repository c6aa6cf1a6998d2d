import { z, type Api } from "#lib/http/api.ts";
import { day, idParam } from "#lib/http/shapes.ts";
import { AREAS } from "./alignment.ts";
import { barrierRoutes } from "./barrier-routes.ts";
import { leadingRoutes } from "./leading-routes.ts";
import {
  alignmentNow,
  historyOfArea,
  myDueAreas,
  priorityOf,
  sayAlignment,
  statePriority,
  takeBackAlignment,
  takeBackPriority,
} from "./priority-actions.ts";
import {
  areaHistoryView,
  areasView,
  areaView,
  priorityView,
  saidOf,
  statementOf,
  wantedOfArea,
} from "./priority-view.ts";
import { rollOutRoutes } from "./roll-out-routes.ts";

const ofArea = z.object({ area: z.enum(AREAS) });

/** What comes first, what follows it, the first ninety days, what stands in the way, and a leader's three questions. */
export function priorityRoutes(api: Api): void {
  priority(api);
  rollOutRoutes(api);
  barrierRoutes(api);
  leadingRoutes(api);
}

function priority(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/priority",
      summary: "What a leader says comes first, since when, and what was said before.",
      scope: "read",
      answer: priorityView,
    },
    async ({ tx }) => {
      const { now, history } = await priorityOf(tx);
      return { now: now && statementOf(now), history: history.map(statementOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/priority/statements",
      summary: "Say what comes first: a leader does. What was said before stays as its history.",
      scope: "write",
      status: 201,
      body: z.object({ words: z.string(), day: day.optional().describe("It is dated; today unless said") }),
      answer: priorityView.shape.now.unwrap(),
    },
    async ({ tx, actor, body }) => statementOf(await statePriority(tx, actor, { day: undefined, ...body })),
  );
  api.route(
    {
      method: "delete",
      path: "/priority/statements/{id}",
      summary: "Take a statement back: what was said before holds again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackPriority(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/alignment",
      summary: "The six areas that follow the priority or do not yet: whose each is, by when, what shows it.",
      scope: "read",
      answer: areasView,
    },
    async ({ tx, actor }) => ({ items: await alignmentNow(tx, actor) }),
  );
  api.route(
    {
      method: "get",
      path: "/my-alignment",
      summary: "The areas that are yours to see to, and late or due within the week.",
      scope: "read",
      answer: areasView,
    },
    async ({ tx, actor }) => ({ items: await myDueAreas(tx, actor) }),
  );
  api.route(
    {
      method: "put",
      path: "/alignment/{area}",
      summary:
        "Say of an area whose it is and by when, which a leader does, and how far it is. All of it is said anew; with what stood there when you began, what others said in the meantime stays.",
      scope: "write",
      params: ofArea,
      body: wantedOfArea,
      answer: areaView,
    },
    async ({ tx, actor, params, body }) => sayAlignment(tx, actor, params.area, body),
  );
  api.route(
    {
      method: "get",
      path: "/alignment/{area}/history",
      summary: "What was said of an area, the last first.",
      scope: "read",
      params: ofArea,
      answer: areaHistoryView,
    },
    async ({ tx, params }) => ({ items: (await historyOfArea(tx, params.area)).map(saidOf) }),
  );
  api.route(
    {
      method: "delete",
      path: "/alignment-words/{id}",
      summary: "Take back what was said of an area: what was said before holds again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackAlignment(tx, actor, params.id),
  );
}
