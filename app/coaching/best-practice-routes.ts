import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import {
  decideOnWords,
  proposalsHere,
  proposeWords,
  takeBackDecision,
  takeBackProposal,
  whatWorks,
} from "./best-practice-actions.ts";
import {
  proposalOf,
  proposalView,
  wantedDecision,
  wantedProposal,
  whatWorksOf,
  whatWorksView,
} from "./best-practice-view.ts";

export function bestPracticeRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/best-practices",
      summary:
        "Which moments, business reasons and words led to introductions in half a year, each beside the same reps' other asks.",
      scope: "read",
      query: z.object({ team: z.uuid().optional().describe("Everybody when it is not said") }),
      answer: whatWorksView,
    },
    async ({ tx, actor, query }) => whatWorksOf(await whatWorks(tx, actor, query.team ?? null)),
  );
  api.route(
    {
      method: "get",
      path: "/best-practice-proposals",
      summary:
        "Words proposed for a team's library or everybody's: those that wait, and those answered in the last quarter.",
      scope: "read",
      answer: z.object({ items: z.array(proposalView) }),
    },
    async ({ tx, actor }) => ({ items: (await proposalsHere(tx, actor)).map(proposalOf) }),
  );
  api.route(
    {
      method: "post",
      path: "/best-practice-proposals",
      summary:
        "Propose words for the library of their rep's team, or for everybody's. Whoever decides on it has it accepted at once.",
      scope: "write",
      body: wantedProposal,
      answer: proposalView,
      status: 201,
    },
    async ({ tx, actor, body }) => proposalOf(await proposeWords(tx, actor, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/best-practice-proposals/{id}",
      summary: "Take one's own proposal back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackProposal(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/best-practice-proposals/{id}/answer",
      summary: "Accept it, and the words belong to the team or to all; or refuse it with a reason.",
      scope: "write",
      params: idParam,
      body: wantedDecision,
      answer: proposalView,
    },
    async ({ tx, actor, params, body }) => proposalOf(await decideOnWords(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/best-practice-proposals/{id}/answer",
      summary: "Take the answer back: it waits again, and the words are whose they were.",
      scope: "write",
      params: idParam,
      answer: proposalView,
    },
    async ({ tx, actor, params }) => proposalOf(await takeBackDecision(tx, actor, params.id)),
  );
}
