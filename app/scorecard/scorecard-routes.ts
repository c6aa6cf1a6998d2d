import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, listQuery, money, pageOf } from "#lib/http/shapes.ts";
import { KPIS } from "#team/measure.ts";
import {
  listFacts,
  listMembers,
  membersOfTeam,
  scorecardOf,
  teamsSideBySide,
  withFacts,
} from "./scorecard-actions.ts";

const BY = ["week", "month", "quarter"] as const;

const period = z
  .object({
    kind: z.enum(BY),
    start: z.iso.date(),
    end: z.iso.date(),
    year: z.int(),
    number: z.int(),
    weeks: z.int(),
  })
  .openapi("Period");

const named = z.object({ id: z.uuid(), name: z.string() });
const fact = z
  .object({
    id: z.uuid(),
    measure: z.string(),
    verb: z.string(),
    day: z.iso.date(),
    count: z.int(),
    money: money.nullable(),
    member: named.extend({ teamId: z.uuid().nullable() }),
    team: named.nullable(),
    subject: z.object({ kind: z.string(), id: z.uuid() }),
    what: z.string().nullable(),
    person: named.nullable(),
    account: named.nullable(),
    source: named.nullable(),
    level: z.int().nullable(),
  })
  .openapi("Fact");
export type FactView = z.infer<typeof fact>;

const count = z
  .object({ count: z.int(), goal: z.number().nullable(), facts: z.array(fact).optional() })
  .openapi("Count");
const moneyCount = count.extend({ money: z.array(money) }).openapi("MoneyCount");
const counts = z.object({
  peopleAsked: count,
  referralsReceived: count,
  meetingsScheduled: count,
  meetingsHeld: count,
  dealsClosed: moneyCount,
});

const row = counts.extend({ period }).openapi("ScorecardRow");
export type ScorecardRowView = z.infer<typeof row>;
const scorecard = pageOf(row)
  .extend({
    whose: z.object({ kind: z.enum(["member", "team", "company"]), id: z.uuid(), name: z.string() }),
  })
  .openapi("Scorecard");
export type ScorecardView = z.infer<typeof scorecard>;

const teamRow = counts.extend({ id: z.uuid(), name: z.string(), closed: z.boolean() });
const teams = z
  .object({ period, items: z.array(teamRow), teamless: counts, company: counts })
  .openapi("Teams");
export type TeamsView = z.infer<typeof teams>;

const repRow = counts.extend({
  id: z.uuid(),
  name: z.string(),
  teamId: z.uuid().nullable(),
  left: z.boolean(),
});
const reps = pageOf(repRow).extend({ period, team: counts.nullable() }).openapi("Reps");
export type RepsView = z.infer<typeof reps>;

const when = { by: z.enum(BY).default("week"), day: dayAsked.optional() };

export function scorecardRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/scorecard",
      summary: "The five KPIs of a member, a team or the company: one row a period, oldest first.",
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
        measure: z.enum([...KPIS, "deals-won"]),
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
