import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, listQuery, pageOf } from "#lib/http/shapes.ts";
import { MEASURES } from "#team/measure.ts";
import {
  listFacts,
  listMembers,
  membersOfTeam,
  scorecardOf,
  teamsSideBySide,
  withFacts,
} from "./scorecard-actions.ts";
import { BY, fact, scorecard, teams, reps, when } from "./scorecard-view.ts";

export function scorecardRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/scorecard",
      summary:
        "The five KPIs of a member, a team or the company, and what they gave: one row a period, oldest first.",
      scope: "read",
      query: z.object({
        by: z.enum(BY).default("week"),
        from: dayAsked.optional(),
        to: dayAsked.optional(),
        member: z.uuid().optional(),
        team: z.uuid().optional(),
        facts: z.stringbool().optional(),
      }),
      answer: scorecard,
    },
    async ({ tx, actor, query }) => {
      const { by, from, to } = query;
      const { whose, rows } = await scorecardOf(tx, actor, {
        by,
        from,
        to,
        memberId: query.member,
        teamId: query.team,
      });
      const items = query.facts ? await withFacts(tx, actor, whose, rows) : rows;
      return { whose, items, nextCursor: null };
    },
  );
  api.route(
    {
      method: "get",
      path: "/scorecard/facts",
      summary:
        "The facts behind one number, newest first. Weeks that share a day with the stretch are taken whole.",
      scope: "read",
      query: listQuery.extend({
        measure: z.enum([...MEASURES, "deals-won"]),
        from: dayAsked,
        to: dayAsked,
        member: z.uuid().optional(),
        team: z.union([z.uuid(), z.literal("none")]).optional(),
      }),
      answer: pageOf(fact),
    },
    async ({ tx, actor, query }) => {
      const { measure, from, to, member, team } = query;
      return listFacts(
        tx,
        actor,
        { measure, from, to, memberId: member, teamId: team },
        query.cursor,
        query.limit,
      );
    },
  );
  api.route(
    {
      method: "get",
      path: "/scorecard/teams",
      summary: "Every team side by side in the period that holds the day.",
      scope: "read",
      query: z.object(when),
      answer: teams,
    },
    async ({ tx, actor, query }) => {
      const { teams: items, ...rest } = await teamsSideBySide(tx, actor, query);
      return { ...rest, items };
    },
  );
  api.route(
    {
      method: "get",
      path: "/scorecard/members",
      summary:
        "Every rep side by side in the period that holds the day: of a team what they did in it, else of the company.",
      scope: "read",
      query: listQuery.extend({ ...when, team: z.uuid().optional() }),
      answer: reps,
    },
    async ({ tx, actor, query }) => {
      const { by, day, team } = query;
      if (team !== undefined) {
        const found = await membersOfTeam(tx, actor, { teamId: team, by, day });
        return { period: found.period, items: found.members, nextCursor: null, team: found.team };
      }
      const { period: held, page } = await listMembers(tx, actor, { by, day }, query.cursor, query.limit);
      return { period: held, ...page, team: null };
    },
  );
}
