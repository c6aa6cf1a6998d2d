import { z, type Api } from "#lib/http/api.ts";
import { day, dayAsked, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { fourthDay, weekOf } from "#lib/kernel/weeks.ts";
import { myWeekToday, promisedNow, promisesKept, weeksBack } from "./my-week-actions.ts";
import { refuseUnseen } from "./partner-actions.ts";
import { checkIn, planWeek, takeBackCheckIn, takeBackWeek, tellPromise } from "./week-actions.ts";
import { proposalsFor } from "./week-ahead-actions.ts";
import { MOST_LINES } from "./week-plan.ts";
import { weekLineOf, weeksOf } from "./week-reader-actions.ts";
import {
  historyView,
  keptView,
  keptViewOf,
  myWeekView,
  promised,
  promisedView,
  proposalOf,
  proposalView,
  told,
  weekLineViewOf,
  weekOfView,
  weekView,
} from "./week-view.ts";
import { wishRatesOf } from "./wish-actions.ts";
import { wishRatesView } from "./wish-view.ts";

const ofDay = z.object({ day: dayAsked.describe("Any day of the week") });
const LONGEST_TOPICS = 5_000;

export function weekRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/my-week",
      summary: "What the caller's promises are today, what it is the day for, and who waits for a check-in.",
      scope: "read",
      answer: myWeekView,
    },
    async ({ tx, actor }) => {
      const mine = await myWeekToday(tx, actor);
      return { ...mine, week: weekOfView(mine.week) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/weeks",
      summary:
        "A member's last weeks, the latest first, and how many in a row were reported: one's own, a partner's, or of somebody one leads.",
      scope: "read",
      query: z.object({ member: z.uuid().optional().describe("The caller when it is not said") }),
      answer: historyView,
    },
    async ({ tx, actor, query: { member = actor.member.id } }) => {
      await refuseUnseen(tx, actor, member, actor.today);
      const { streak, weeks } = await weeksBack(tx, actor, member);
      return { streak, items: weeks.map((each) => weekLineViewOf(weekLineOf(each))) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/weeks/{day}",
      summary:
        "A week: what was promised, what of it was kept as far as it is written down, and the check-in.",
      scope: "read",
      params: ofDay,
      query: z.object({ member: z.uuid().optional().describe("The caller when it is not said") }),
      answer: weekView,
    },
    async ({ tx, actor, params, query: { member = actor.member.id } }) => {
      const week = weekOf(params.day, actor.workspace.calendar.firstDay);
      await refuseUnseen(tx, actor, member, fourthDay(week));
      const [row] = await weeksOf(tx, actor, [member], { from: week, to: week });
      if (row === undefined) throw new Error("a member without a week");
      return weekOfView(row);
    },
  );
  api.route(
    {
      method: "get",
      path: "/weeks/{day}/proposals",
      summary:
        "What the caller's plan for a week is filled with in advance, without what they promised already.",
      scope: "read",
      params: ofDay,
      answer: z.object({ items: z.array(proposalView) }),
    },
    async ({ tx, actor, params }) => ({ items: (await proposalsFor(tx, actor, params.day)).map(proposalOf) }),
  );
  api.route(
    {
      method: "put",
      path: "/weeks/{day}/plan",
      summary:
        "Promise something for this week or the next: all promises, in their order. Those left out are dropped, up to the week's second workday. Whoever will be asked is planned with it.",
      scope: "write",
      params: ofDay,
      body: z.object({
        topics: z.string().max(LONGEST_TOPICS).nullable().default(null).describe("What will be talked about"),
        promises: z.array(promised).max(2 * MOST_LINES),
        startedFrom: z
          .object({
            topics: z.string().max(LONGEST_TOPICS).nullable(),
            promises: z.array(promised).max(2 * MOST_LINES),
          })
          .optional()
          .describe("The plan as it was when you began: what came since by another way stays"),
      }),
      answer: weekView,
    },
    async ({ tx, actor, params, body }) =>
      weekOfView(await planWeek(tx, actor, { day: params.day, ...body })),
  );
  api.route(
    {
      method: "delete",
      path: "/weeks/{day}/plan",
      summary: "Take a week's plan back, with the plans to ask that came with it.",
      scope: "write",
      params: ofDay,
    },
    async ({ tx, actor, params }) => takeBackWeek(tx, actor, params.day),
  );
  api.route(
    {
      method: "put",
      path: "/weeks/{day}/check-in",
      summary:
        "Tell how a week went: what is not read from elsewhere, why something was missed, what was learned.",
      scope: "write",
      params: ofDay,
      body: z.object({
        learned: z.string().nullable().default(null).describe("In one line"),
        learnedBefore: z
          .string()
          .nullable()
          .optional()
          .describe("What stood there when you began: refused where somebody changed it since"),
        promises: z
          .array(told.extend({ id: z.uuid() }))
          .max(2 * MOST_LINES)
          .default([])
          .describe("What is not named stays as it was told"),
        untold: z
          .array(z.uuid())
          .max(2 * MOST_LINES)
          .default([])
          .describe("Promises of which nothing is said any more"),
      }),
      answer: weekView,
    },
    async ({ tx, actor, params, body }) => weekOfView(await checkIn(tx, actor, params.day, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/weeks/{day}/check-in",
      summary: "Take a check-in back; what was said of single promises stays.",
      scope: "write",
      params: ofDay,
    },
    async ({ tx, actor, params }) => takeBackCheckIn(tx, actor, params.day),
  );
  api.route(
    {
      method: "put",
      path: "/promises/{id}/told",
      summary: "Say of one promise what became of it.",
      scope: "write",
      params: idParam,
      body: told,
      answer: weekView,
    },
    async ({ tx, actor, params, body }) => weekOfView(await tellPromise(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/promises/{id}/told",
      summary: "Take back what was said of a promise.",
      scope: "write",
      params: idParam,
      answer: weekView,
    },
    async ({ tx, actor, params }) => weekOfView(await tellPromise(tx, actor, params.id, null)),
  );
  api.route(
    {
      method: "get",
      path: "/promises-kept",
      summary: "For whoever leads reps: what each kept in the last thirteen weeks, by name.",
      scope: "read",
      query: listQuery.extend({ team: z.uuid().optional() }),
      answer: pageOf(keptView).extend({ weeks: z.array(day).describe("First days, the oldest first") }),
    },
    async ({ tx, actor, query: { team, cursor, limit } }) => {
      const page = await promisesKept(tx, actor, { teamId: team, cursor, limit });
      return { ...page, items: page.items.map(keptViewOf) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/promised-now",
      summary: "For whoever leads reps: how many of them promised something for this week.",
      scope: "read",
      query: z.object({ team: z.uuid().optional() }),
      answer: promisedView,
    },
    async ({ tx, actor, query }) => promisedNow(tx, actor, query.team),
  );
  api.route(
    {
      method: "get",
      path: "/wish-rates",
      summary:
        "By which rates a wish for clients is turned into introductions and asks a week, and whose they are.",
      scope: "read",
      answer: wishRatesView,
    },
    async ({ tx, actor }) => wishRatesOf(tx, actor),
  );
}
