import { z, type Api } from "#lib/http/api.ts";
import { day, dayAsked, idParam, listQuery } from "#lib/http/shapes.ts";
import { samePersonIds } from "#people/person-actions.ts";
import {
  answerInstead,
  takeBackAnswer,
  passDuties,
  settleDuties,
  takeBackDuty,
  takeBackPassing,
} from "./duty-actions.ts";
import { DUTY_HOWS, isOwed, MOST_AT_ONCE } from "./duty.ts";
import { dutyView, dutyViewOf } from "./duty-view.ts";
import { saidGift } from "./gift-view.ts";
import { loopFactsOf, loopMeasuresOf } from "./loop-measure-actions.ts";
import { loopFactsView, loopMeasuresView } from "./loop-measure-view.ts";
import { dutiesWhere, openDutiesOf } from "./owed-actions.ts";

const duties = z.object({ items: z.array(dutyView), nextCursor: z.null() });
const settlement = z.object({
  duties: z
    .array(z.string().max(200))
    .min(1)
    .max(MOST_AT_ONCE)
    .describe("Ids, of one introduction or to one source"),
  how: z.enum(DUTY_HOWS).optional().describe("What was done"),
  gift: saidGift.optional().describe("Which gift; needed where it was done with one"),
  letGoWhy: z.string().optional().describe("Or why nothing is"),
  words: z.string().nullable().optional(),
  day: day.optional().describe("Today when it is not said"),
});

export function dutyRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/duties",
      summary:
        "What is owed to sources, by when, the first due first: of a member who sees to it, a team, an introduction or a source.",
      scope: "read",
      query: z.object({
        responsible: z.uuid().optional().describe("Open ones that this member sees to"),
        elsewhere: z
          .stringbool()
          .default(false)
          .describe("With `responsible`: their own too that a colleague sees to"),
        team: z.uuid().optional().describe("Open ones of a team"),
        referral: z.uuid().optional().describe("All of an introduction"),
        source: z.uuid().optional().describe("All that were ever owed to somebody, but up a chain"),
      }),
      answer: duties,
    },
    async ({ tx, actor, query: { responsible, elsewhere, team, referral, source } }) => {
      const found = responsible
        ? await openDutiesOf(tx, actor, responsible, { elsewhere })
        : await dutiesWhere(tx, actor, {
            ...(referral && { referralIds: [referral] }),
            ...(source && { sourceIds: await samePersonIds(tx, source) }),
            ...(team && { teamId: team }),
            ...(!referral && !source && { owing: true }),
          });
      const items = referral || source ? found : found.filter(isOwed);
      return { items: items.map(dutyViewOf), nextCursor: null };
    },
  );
  api.route(
    {
      method: "get",
      path: "/loop-measures",
      summary: "How fast introductions are answered, thanked for and reported: a row a period, oldest first.",
      scope: "read",
      query: z.object({
        by: z.enum(["week", "month", "quarter"]).default("week"),
        from: dayAsked.optional(),
        to: dayAsked.optional(),
        member: z.uuid().optional(),
        team: z.uuid().optional(),
      }),
      answer: loopMeasuresView,
    },
    async ({ tx, actor, query: { by, from, to, member, team } }) => ({
      items: await loopMeasuresOf(tx, actor, { by, from, to, memberId: member, teamId: team }),
      nextCursor: null,
    }),
  );
  api.route(
    {
      method: "get",
      path: "/loop-measures/facts",
      summary: "The introductions behind these measures: those that count between two days, oldest first.",
      scope: "read",
      query: listQuery.extend({
        from: dayAsked,
        to: dayAsked,
        member: z.uuid().optional(),
        team: z.uuid().optional(),
      }),
      answer: loopFactsView,
    },
    async ({ tx, actor, query: { from, to, member, team, cursor, limit } }) =>
      loopFactsOf(tx, actor, { from, to, memberId: member, teamId: team }, cursor, limit),
  );
  api.route(
    {
      method: "post",
      path: "/settlements",
      summary:
        "Say of duties of one introduction, or to one source, what was done, or why nothing is. Said again, it replaces what was said.",
      scope: "write",
      body: settlement,
      answer: duties,
      status: 201,
    },
    async ({ tx, actor, body }) => ({
      items: (await settleDuties(tx, actor, body)).map(dutyViewOf),
      nextCursor: null,
    }),
  );
  api.route(
    {
      method: "delete",
      path: "/duties/{id}/settlement",
      summary: "Take back what was said of a duty: it is owed again.",
      scope: "write",
      params: z.object({ id: z.string().max(200) }),
    },
    async ({ tx, actor, params }) => takeBackDuty(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/referrals/{id}/answered",
      summary:
        "Whoever sees to an introduction has answered it: its rep, a stand-in, or to whom it was passed.",
      scope: "write",
      params: idParam,
      answer: duties,
    },
    async ({ tx, actor, params }) => {
      await answerInstead(tx, actor, params.id);
      const items = await dutiesWhere(tx, actor, { referralIds: [params.id] });
      return { items: items.map(dutyViewOf), nextCursor: null };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/referrals/{id}/answered",
      summary: "Take back that it was answered.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackAnswer(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/referrals/{id}/passed",
      summary: "Let a colleague see to what an introduction asks for.",
      scope: "write",
      params: idParam,
      body: z.object({ toId: z.uuid(), words: z.string().nullable().optional() }),
      answer: duties,
    },
    async ({ tx, actor, params, body }) => {
      await passDuties(tx, actor, params.id, body);
      const items = await dutiesWhere(tx, actor, { referralIds: [params.id] });
      return { items: items.map(dutyViewOf), nextCursor: null };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/referrals/{id}/passed",
      summary: "The rep sees to it again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackPassing(tx, actor, params.id),
  );
}
