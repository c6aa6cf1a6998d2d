import { type Api, z } from "#lib/http/api.ts";
import { day, idParam } from "#lib/http/shapes.ts";
import { answerPoll, openPoll, pollsOf, setLastDay, takeBackPoll } from "./poll-actions.ts";
import { answersGiven, pollsView, pollsViewOf, pollView, pollViewOf, wantedPoll } from "./poll-view.ts";

export function pollRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/polls",
      summary: "The polls on what the team would rather do, the newest first, with what may be said of each.",
      scope: "read",
      answer: pollsView,
    },
    async ({ tx, actor }) => pollsViewOf(await pollsOf(tx, actor)),
  );
  api.route(
    {
      method: "post",
      path: "/polls",
      summary: "For leaders: open a poll; everybody but leaders may answer once, until its last day.",
      scope: "write",
      body: wantedPoll,
      answer: pollView,
      status: 201,
    },
    async ({ tx, actor, body }) => pollViewOf(await openPoll(tx, actor, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/polls/{id}",
      summary: "For leaders: take back a poll that nobody has answered.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackPoll(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/polls/{id}/last-day",
      summary: "For leaders: let an open poll end on another day, today at the earliest.",
      scope: "write",
      params: idParam,
      body: z.object({ lastDay: day }),
      answer: pollView,
    },
    async ({ tx, actor, params, body }) => pollViewOf(await setLastDay(tx, actor, params.id, body.lastDay)),
  );
  api.route(
    {
      method: "post",
      path: "/polls/{id}/answers",
      summary: "Answer a poll, once; what is said is added to sums, and nobody can find it again.",
      scope: "write",
      params: idParam,
      body: answersGiven,
      sealed: true,
    },
    async ({ tx, actor, params, body }) => answerPoll(tx, actor, params.id, body),
  );
}
