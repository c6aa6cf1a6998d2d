import type { Actor } from "#lib/kernel/actor.ts";
import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { asSeenBy, returnAbsence, sayAbsence, takeBackAbsence } from "./absence-actions.ts";
import { type AbsenceRow, listAbsences } from "./absence-store.ts";
import { absenceView, type AbsenceView } from "./absence-view.ts";
import { mayChangeFor } from "./member.ts";

export function absenceRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/absences",
      summary: "Who is away, the first to leave first; from today on unless days are named.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        from: dayAsked.optional(),
        to: dayAsked.optional(),
      }),
      answer: pageOf(absenceView),
    },
    async ({ tx, actor, query }) => {
      const filter = { memberId: query.member, from: query.from ?? actor.today, to: query.to };
      const page = await listAbsences(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map((row) => viewOf(actor, row)) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/absences",
      summary: "Say when somebody is away, and who stands in: oneself unless a member is named.",
      scope: "write",
      body: z.object({
        memberId: z.uuid().optional(),
        fromDay: dayAsked,
        toDay: dayAsked,
        standInId: z.uuid().nullable().optional(),
        words: z.string().nullable().optional(),
      }),
      answer: absenceView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(actor, await sayAbsence(tx, actor, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/absences/{id}",
      summary: "Somebody is not away after all.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackAbsence(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/absences/{id}/return",
      summary: "An absence that was taken back holds again.",
      scope: "write",
      params: idParam,
      answer: absenceView,
    },
    async ({ tx, actor, params }) => viewOf(actor, await returnAbsence(tx, actor, params.id)),
  );
}

function viewOf(actor: Actor, row: AbsenceRow): AbsenceView {
  const { id, memberId, memberName, fromDay, toDay, standInId, standInName, words } = asSeenBy(actor, row);
  return {
    id,
    memberId,
    memberName,
    fromDay,
    toDay,
    standIn: standInId === null ? null : { id: standInId, name: standInName ?? "" },
    words,
    mayChange: mayChangeFor(actor, { memberId, teamId: row.memberTeamId }),
  };
}
