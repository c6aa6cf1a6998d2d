import { type Api } from "#lib/http/api.ts";
import { getMember } from "./member-actions.ts";
import { seatsOf } from "./session-store.ts";
import type { SignInTables } from "./sign-in-tables.ts";
import { readWorkspace } from "./workspace-store.ts";
import { meView } from "./me-view.ts";

export function meRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/me",
      summary: "Who you are here, and what you may do.",
      scope: "read",
      answer: meView,
    },
    async ({ tx, actor, identity }) => {
      const [member, workspace] = [await getMember(tx, actor, actor.member.id), await readWorkspace(tx)];
      const mySeats = identity.via === "session" && member.userId !== null;
      const seats = mySeats ? await seatsOf(tx.tables<SignInTables>(), member.userId as string) : [];
      const { id, slug, timeZone, currency, calendar } = actor.workspace;
      const { defaultCountry, story } = workspace;
      return {
        member: { ...actor.member, email: member.email },
        leads: actor.leads,
        workspace: { id, slug, name: workspace.name, timeZone, currency, calendar, defaultCountry, story },
        now: actor.now.toISOString(),
        today: actor.today,
        via: identity.via,
        workspaces: seats.map((seat) => ({ id: seat.workspaceId, name: seat.workspaceName })),
      };
    },
  );
}
