import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import {
  askNoMore,
  askToScore,
  holdSessionOf,
  mySessions,
  scoreOnMyDevice,
  scoreTheirs,
  seeSession,
  sessionsForMe,
  takeBackMyScore,
  takeBackSession,
} from "./session-actions.ts";
import { tieTakes } from "./take-actions.ts";
import { saidScore, sessionOf, sessionView, wantedSession } from "./session-view.ts";

export function sessionRoutes(api: Api): void {
  ownSessions(api);
  scores(api);
}

function ownSessions(api: Api): void {
  api.route(
    {
      method: "post",
      path: "/practice-sessions",
      summary: "A rehearsal of yours, scored by you: it counts. Nothing that was said in it is kept.",
      scope: "write",
      body: wantedSession,
      answer: sessionView,
      status: 201,
    },
    async ({ tx, actor, body }) => {
      const held = await holdSessionOf(tx, actor, body);
      return sessionOf(await tieTakes(tx, actor, held, body.takeIds ?? []));
    },
  );
  api.route(
    {
      method: "get",
      path: "/practice-sessions",
      summary: "Your own rehearsals, the latest first.",
      scope: "read",
      query: listQuery,
      answer: pageOf(sessionView),
    },
    async ({ tx, actor, query }) => {
      const { items, nextCursor } = await mySessions(tx, actor, query.cursor, query.limit);
      return { items: items.map(sessionOf), nextCursor };
    },
  );
  api.route(
    {
      method: "get",
      path: "/practice-sessions-to-score",
      summary: "Colleagues' rehearsals that wait for your yes and no; two weeks long.",
      scope: "read",
      answer: z.object({ items: z.array(sessionView) }),
    },
    async ({ tx, actor }) => ({ items: (await sessionsForMe(tx, actor)).map(sessionOf) }),
  );
  api.route(
    {
      method: "get",
      path: "/practice-sessions/{id}",
      summary: "A rehearsal: for whoever held it, and whom they asked to score it.",
      scope: "read",
      params: idParam,
      answer: sessionView,
    },
    async ({ tx, actor, params }) => sessionOf(await seeSession(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/practice-sessions/{id}",
      summary: "Take a rehearsal of yours back: it counts no more.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackSession(tx, actor, params.id),
  );
}

function scores(api: Api): void {
  api.route(
    {
      method: "post",
      path: "/practice-sessions/{id}/scorers",
      summary: "Ask colleagues to score a rehearsal of yours, too.",
      scope: "write",
      params: idParam,
      body: z.object({ askIds: z.array(z.uuid()).min(1).max(10) }),
      answer: sessionView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => sessionOf(await askToScore(tx, actor, params.id, body.askIds)),
  );
  api.route(
    {
      method: "delete",
      path: "/practice-sessions/{id}/scorers/{memberId}",
      summary: "They need not score it after all; what they have scored stays.",
      scope: "write",
      params: idParam.extend({ memberId: z.uuid() }),
      answer: sessionView,
    },
    async ({ tx, actor, params }) => sessionOf(await askNoMore(tx, actor, params.id, params.memberId)),
  );
  api.route(
    {
      method: "post",
      path: "/practice-sessions/{id}/scores",
      summary:
        "What somebody in the room said of a rehearsal of yours, on your device: a colleague, or a guest.",
      scope: "write",
      params: idParam,
      body: saidScore.extend({
        scorerId: z.uuid().nullable().optional(),
        guest: z.string().nullable().optional(),
      }),
      answer: sessionView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => sessionOf(await scoreOnMyDevice(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "put",
      path: "/practice-sessions/{id}/scores/mine",
      summary: "Your yes and no of a colleague's rehearsal; theirs is shown once you have scored.",
      scope: "write",
      params: idParam,
      body: saidScore,
      answer: sessionView,
    },
    async ({ tx, actor, params, body }) => sessionOf(await scoreTheirs(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/practice-sessions/{id}/scores/mine",
      summary: "Take your score back: you are asked as before.",
      scope: "write",
      params: idParam,
      answer: sessionView,
    },
    async ({ tx, actor, params }) => sessionOf(await takeBackMyScore(tx, actor, params.id)),
  );
}
