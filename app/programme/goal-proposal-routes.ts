import { type Api, z } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { HIGHEST_GOAL } from "#team/goal.ts";
import { acceptGoals, goalProposalsOf, setAim, takeBackAcceptance } from "./goal-proposal-actions.ts";
import { goalProposalsView, goalProposalsViewOf, wantedGoals } from "./goal-proposal-view.ts";

export function goalProposalRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/goal-proposals",
      summary:
        "Goals proposed for the month that comes, from the company to each rep, beside those that hold.",
      scope: "read",
      answer: goalProposalsView,
    },
    async ({ tx, actor }) => goalProposalsViewOf(await goalProposalsOf(tx, actor)),
  );
  api.route(
    {
      method: "put",
      path: "/goal-aims",
      summary: "Say how many introductions a month the company, or a team, aims for; null: as its reps do.",
      scope: "write",
      body: z.object({
        teamId: z.uuid().nullable(),
        amount: z.int().min(0).max(HIGHEST_GOAL).nullable(),
      }),
    },
    async ({ tx, actor, body }) => setAim(tx, actor, body),
  );
  api.route(
    {
      method: "post",
      path: "/goal-proposals/acceptances",
      summary: "Accept proposed goals: they hold from the month that comes.",
      scope: "write",
      body: wantedGoals,
      answer: z.object({ id: z.uuid(), reps: z.int() }),
      status: 201,
    },
    async ({ tx, actor, body }) => acceptGoals(tx, actor, body.goals),
  );
  api.route(
    {
      method: "delete",
      path: "/goal-proposals/acceptances/{id}",
      summary: "Set the goals as they were before they were accepted.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackAcceptance(tx, actor, params.id),
  );
}
