import { told, z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import { samePersonIds } from "#people/person-actions.ts";
import {
  changePlan,
  getPlan,
  letPlanGo,
  movePlan,
  planAsk,
  takeBackPlan,
  takeUpPlan,
} from "./plan-actions.ts";
import { onlyAskable } from "./budget-actions.ts";
import { listPlans } from "./plan-store.ts";
import { planFacts, planOf, planView } from "./plan-view.ts";
import { PLAN_STATES } from "./plan.ts";
import { WHY_NOT_ASKED } from "./why-not.ts";

const plan = { params: idParam, answer: planView } as const;

export function planRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/plans",
      summary:
        "Whom reps mean to ask, the latest week first. What was not asked is seen by the rep, and by those who lead them once its week has ended.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        askable: z
          .stringbool()
          .optional()
          .describe("Only of those whom that member, or else you, may ask today"),
        person: z.uuid().optional(),
        week: dayAsked.optional().describe("Any day in it"),
        state: z
          .enum([...PLAN_STATES, "unasked"])
          .optional()
          .describe('"unasked": still planned, and its week has gone by'),
      }),
      answer: pageOf(planView),
    },
    async ({ tx, actor, query }) => {
      const { member: memberId, person, week, state } = query;
      const personIds = person ? await samePersonIds(tx, person) : undefined;
      const filter = { memberId, personIds, week, state };
      const page = await listPlans(tx, actor, filter, query.cursor, query.limit);
      const items = query.askable
        ? await onlyAskable(tx, actor, memberId ?? actor.member.id, page.items, ({ personId }) => personId)
        : page.items;
      return { ...page, items: items.map((row) => planOf(row, actor.today)) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/plans",
      summary:
        "Plan to ask somebody, this week unless another is named. A plan for them that stands is moved and takes over what is said (200).",
      scope: "write",
      body: z.object({
        personId: z.uuid(),
        week: dayAsked.optional(),
        memberId: z.uuid().optional(),
        ...planFacts,
      }),
      answer: planView,
      status: 201,
      orStatus: 200,
    },
    async ({ tx, actor, body }) => {
      const { plan: row, planned } = await planAsk(tx, actor, body);
      return told(planned ? 201 : 200, planOf(row, actor.today));
    },
  );
  api.route(
    { method: "get", path: "/plans/{id}", summary: "One plan.", scope: "read", ...plan },
    async ({ tx, actor, params }) => planOf(await getPlan(tx, actor, params.id), actor.today),
  );
  api.route(
    {
      method: "patch",
      path: "/plans/{id}",
      summary: "Say more about a plan; what is not named stays.",
      scope: "write",
      body: z.object(planFacts),
      ...plan,
    },
    async ({ tx, actor, params, body }) => planOf(await changePlan(tx, actor, params.id, body), actor.today),
  );
  api.route(
    {
      method: "put",
      path: "/plans/{id}/week",
      summary: "Move a plan to the week of this day; without one, to next week.",
      scope: "write",
      body: z.object({ week: dayAsked.optional() }),
      ...plan,
    },
    async ({ tx, actor, params, body }) => {
      const next = nextWeek(weekOf(actor.today, actor.workspace.calendar.firstDay));
      return planOf(await movePlan(tx, actor, params.id, body.week ?? next), actor.today);
    },
  );
  api.route(
    {
      method: "put",
      path: "/plans/{id}/let-go",
      summary: "They were not asked, and why not.",
      scope: "write",
      body: z.object({ why: z.enum(WHY_NOT_ASKED) }),
      ...plan,
    },
    async ({ tx, actor, params, body }) =>
      planOf(await letPlanGo(tx, actor, params.id, body.why), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/plans/{id}/let-go",
      summary: "Take up a plan again that was let go.",
      scope: "write",
      ...plan,
    },
    async ({ tx, actor, params }) => planOf(await takeUpPlan(tx, actor, params.id), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/plans/{id}",
      summary: "Take a plan back that was made by mistake; an ask that carried it out stays.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackPlan(tx, actor, params.id),
  );
}
