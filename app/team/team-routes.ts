import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { changeTeam, closeTeam, makeTeam, reopenTeam } from "./team-actions.ts";
import { listTeams, type TeamRow } from "./team-store.ts";
import { teamView, type TeamView } from "./team-view.ts";

export function teamGroupRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/teams",
      summary: "Teams by name; closed ones only with closed=true.",
      scope: "read",
      query: z.object({ closed: z.stringbool().default(false) }),
      answer: z.object({ items: z.array(teamView), nextCursor: z.null() }),
    },
    async ({ tx, actor, query }) => {
      const rows = await listTeams(tx, query.closed);
      return { items: rows.map((row) => viewOf(row, actor.workspace.timeZone)), nextCursor: null };
    },
  );
  api.route(
    {
      method: "post",
      path: "/teams",
      summary: "Make a team.",
      scope: "admin",
      body: z.object({ name: z.string(), managerId: z.uuid().nullable().default(null) }),
      answer: teamView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(await makeTeam(tx, actor, body), actor.workspace.timeZone),
  );
  api.route(
    {
      method: "patch",
      path: "/teams/{id}",
      summary: "Give a team another name or manager; what is not named stays.",
      scope: "admin",
      params: idParam,
      body: z.object({ name: z.string().optional(), managerId: z.uuid().nullable().optional() }),
      answer: teamView,
    },
    async ({ tx, actor, params, body }) =>
      viewOf(await changeTeam(tx, actor, params.id, body), actor.workspace.timeZone),
  );
  api.route(
    {
      method: "put",
      path: "/teams/{id}/closed",
      summary: "Close a team that nobody is in; its past stays.",
      scope: "admin",
      params: idParam,
      answer: teamView,
    },
    async ({ tx, actor, params }) => viewOf(await closeTeam(tx, actor, params.id), actor.workspace.timeZone),
  );
  api.route(
    {
      method: "delete",
      path: "/teams/{id}/closed",
      summary: "Open a closed team again.",
      scope: "admin",
      params: idParam,
      answer: teamView,
    },
    async ({ tx, actor, params }) => viewOf(await reopenTeam(tx, actor, params.id), actor.workspace.timeZone),
  );
}

function viewOf(row: TeamRow, timeZone: string): TeamView {
  const { id, name, managerId, managerName, size } = row;
  return {
    id,
    name,
    manager: managerId === null ? null : { id: managerId, name: managerName ?? "" },
    closedOn: row.closedAt && dayIn(row.closedAt, timeZone),
    size,
  };
}
