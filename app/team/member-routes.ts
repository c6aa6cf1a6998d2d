import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { MEMBER_STATES, ROLES } from "./member.ts";
import {
  bringBack,
  changeMember,
  getMember,
  letGo,
  moveMember,
  type WhenMemberLeaves,
} from "./member-actions.ts";
import { listMembers, type MemberRow } from "./member-store.ts";
import { memberView, type MemberView } from "./member-view.ts";

export function memberRoutes(api: Api, whenMemberLeaves: readonly WhenMemberLeaves[]): void {
  api.route(
    {
      method: "get",
      path: "/members",
      summary: "Members by name; those who left only with state=left.",
      scope: "read",
      query: listQuery.extend({
        team: z.uuid().optional(),
        state: z.enum(MEMBER_STATES).optional(),
        q: z.string().max(200).optional(),
      }),
      answer: pageOf(memberView),
    },
    async ({ tx, actor, query }) => {
      const filter = { teamId: query.team, state: query.state, q: query.q };
      const page = await listMembers(tx, filter, actor.today, query.cursor, query.limit);
      return { ...page, items: page.items.map((row) => viewOf(row, actor.workspace.timeZone)) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/members/{id}",
      summary: "One member.",
      scope: "read",
      params: idParam,
      answer: memberView,
    },
    async ({ tx, actor, params }) => viewOf(await getMember(tx, actor, params.id), actor.workspace.timeZone),
  );
  api.route(
    {
      method: "patch",
      path: "/members/{id}",
      summary:
        "Change a member's name, role, workdays, or the address of one who has not come in yet; what is not named stays.",
      scope: "admin",
      params: idParam,
      body: z.object({
        name: z.string().optional(),
        email: z.string().optional(),
        role: z.enum(ROLES).optional(),
        workdays: memberView.shape.workdays.optional(),
      }),
      answer: memberView,
    },
    async ({ tx, actor, params, body }) =>
      viewOf(await changeMember(tx, actor, params.id, body), actor.workspace.timeZone),
  );
  api.route(
    {
      method: "put",
      path: "/members/{id}/team",
      summary: "Put a member into a team, from today or a coming day on; the past stays with the old team.",
      scope: "admin",
      params: idParam,
      body: z.object({ teamId: z.uuid().nullable(), fromDay: z.iso.date().optional() }),
      answer: memberView,
    },
    async ({ tx, actor, params, body }) =>
      viewOf(await moveMember(tx, actor, params.id, body), actor.workspace.timeZone),
  );
  api.route(
    {
      method: "delete",
      path: "/members/{id}",
      summary: "A member leaves: they sign in no more, what they did stays.",
      scope: "admin",
      params: idParam,
    },
    async ({ tx, actor, params }) => letGo(tx, actor, params.id, whenMemberLeaves),
  );
  api.route(
    {
      method: "put",
      path: "/members/{id}/return",
      summary: "Bring back a member who left.",
      scope: "admin",
      params: idParam,
      answer: memberView,
    },
    async ({ tx, actor, params }) => viewOf(await bringBack(tx, actor, params.id), actor.workspace.timeZone),
  );
}

function viewOf(row: MemberRow, timeZone: string): MemberView {
  const { id, name, email, role, teamId, state } = row;
  return {
    id,
    name,
    email,
    role,
    teamId,
    state,
    joinedOn: dayIn(row.joinedAt, timeZone),
    leftOn: row.leftAt && dayIn(row.leftAt, timeZone),
    workdays: row.workdays,
    move: row.moveDay === null ? null : { teamId: row.moveTeamId, fromDay: row.moveDay },
  };
}
