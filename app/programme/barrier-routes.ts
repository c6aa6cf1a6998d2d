import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam, listQuery } from "#lib/http/shapes.ts";
import { BARRIER_MEASURES, MEASURE_RULES } from "./barrier.ts";
import { barriersOf } from "./barrier-actions.ts";
import { barrierFacts } from "./barrier-fact-actions.ts";
import { marksOf, setMark, takeBackMark } from "./barrier-mark-actions.ts";
import { barrierFactsView, barriersView, markOf, marksView, markView, measureOf } from "./barrier-view.ts";
import { pulseOf } from "./pulse-actions.ts";

const ofMeasure = z.object({ measure: z.enum(BARRIER_MEASURES) });
const ofTeam = z.object({
  team: z.uuid().optional().describe("The company when it is not said, and for a manager their own team"),
});

export function barrierRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/barriers",
      summary:
        "For whoever leads: the five barriers to asking, each with what the team's own data say, the mark, and the team's own past.",
      scope: "read",
      query: ofTeam.extend({ by: z.enum(["month", "quarter"]).default("month").describe("The trend") }),
      answer: barriersView,
    },
    async ({ tx, actor, query }) => {
      const now = await barriersOf(tx, actor, { teamId: query.team, by: query.by });
      const pulse = await pulseOf(tx, actor);
      const { mean = null, answers = 0 } = pulse?.comfort ?? {};
      return {
        ...now,
        comfort: pulse === null || mean === null ? null : { lastDay: pulse.lastDay, mean, answers },
        barriers: now.barriers.map((each) => ({ ...each, measures: each.measures.map(measureOf) })),
      };
    },
  );
  api.route(
    {
      method: "get",
      path: "/barriers/{measure}/facts",
      summary:
        "What a measure was counted from, the latest first: what counts, or the rest. Weeks are taken whole.",
      scope: "read",
      params: ofMeasure,
      query: listQuery.extend(ofTeam.shape).extend({
        from: dayAsked,
        to: dayAsked,
        counts: z.stringbool().default(true),
      }),
      answer: barrierFactsView,
    },
    async ({ tx, actor, params, query }) => {
      const { team, from, to, counts, cursor, limit } = query;
      return barrierFacts(tx, actor, { ...params, teamId: team, from, to, counts }, cursor, limit);
    },
  );
  api.route(
    {
      method: "get",
      path: "/barriers/{measure}/mark",
      summary: "From which mark on a measure says that its barrier stands, why, and which marks there were.",
      scope: "read",
      params: ofMeasure,
      answer: marksView,
    },
    async ({ tx, params: { measure } }) => {
      const { now, history } = await marksOf(tx, measure);
      const { mark, why, source } = MEASURE_RULES[measure];
      return {
        now: markOf(measure, now),
        house: { mark, why, source },
        history: history.map(({ id, mark: set, why: because, day, byName }) => ({
          id,
          mark: set,
          why: because,
          day,
          byName,
        })),
      };
    },
  );
  api.route(
    {
      method: "put",
      path: "/barriers/{measure}/mark",
      summary: "Set another mark, and say why: a leader does.",
      scope: "write",
      params: ofMeasure,
      body: z.object({ mark: z.int(), why: z.string() }),
      answer: markView,
    },
    async ({ tx, actor, params: { measure }, body }) =>
      markOf(measure, await setMark(tx, actor, measure, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/barrier-marks/{id}",
      summary: "Take a mark back: the one before holds again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackMark(tx, actor, params.id),
  );
}
