import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import {
  bringBackIdealClient,
  changeIdealClient,
  drawIdealClient,
  getIdealClient,
  retireIdealClient,
  takeBackIdealClient,
} from "./ideal-client-actions.ts";
import { listIdealClients } from "./ideal-client-store.ts";
import { idealClientFacts, idealClientView, viewOf } from "./ideal-client-view.ts";
import { SCOPES } from "./ideal-client.ts";

export function idealClientRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/ideal-clients",
      summary:
        "Written pictures of whom we want to meet, the newest first; with mine=true those that apply to you.",
      scope: "read",
      query: listQuery.extend({
        scope: z.enum(SCOPES).optional(),
        mine: z.stringbool().default(false).describe("Your own, your team's and the workspace's"),
        retired: z.stringbool().default(false).describe("true: only those that were retired"),
      }),
      answer: pageOf(idealClientView),
    },
    async ({ tx, actor, query }) => {
      const { scope, retired, mine } = query;
      const filter = { scope, retired, appliesTo: mine ? actor.member : undefined };
      const page = await listIdealClients(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map(viewOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/ideal-clients",
      summary:
        "Draw a picture of whom to meet: your own, your team's (its manager) or the workspace's (leaders).",
      scope: "write",
      body: idealClientFacts.extend({
        scope: z.enum(SCOPES).default("rep"),
        teamId: z.uuid().nullable().optional().describe("For a team's; none: your own team"),
      }),
      answer: idealClientView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(await drawIdealClient(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/ideal-clients/{id}",
      summary: "One picture, retired or not.",
      scope: "read",
      params: idParam,
      answer: idealClientView,
    },
    async ({ tx, params }) => viewOf(await getIdealClient(tx, params.id)),
  );
  api.route(
    {
      method: "patch",
      path: "/ideal-clients/{id}",
      summary: "Change a picture; what is not named stays.",
      scope: "write",
      params: idParam,
      body: idealClientFacts.partial(),
      answer: idealClientView,
    },
    async ({ tx, actor, params, body }) => viewOf(await changeIdealClient(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "put",
      path: "/ideal-clients/{id}/retired",
      summary: "Retire a picture: it is proposed no more, and what used it keeps it.",
      scope: "write",
      params: idParam,
      answer: idealClientView,
    },
    async ({ tx, actor, params }) => viewOf(await retireIdealClient(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/ideal-clients/{id}/retired",
      summary: "Bring a retired picture back.",
      scope: "write",
      params: idParam,
      answer: idealClientView,
    },
    async ({ tx, actor, params }) => viewOf(await bringBackIdealClient(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/ideal-clients/{id}",
      summary: "Take back a picture on the day it was drawn; later it can be retired.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackIdealClient(tx, actor, params.id),
  );
}
