import { z, type Api } from "#lib/http/api.ts";
import { ROLES } from "./member.ts";
import { getMember } from "./member-actions.ts";
import { seatsOf } from "./session-store.ts";
import type { SignInTables } from "./sign-in-tables.ts";
import { readWorkspace } from "./workspace-store.ts";
import { calendarShape } from "./workspace-routes.ts";

const meView = z
  .object({
    member: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      role: z.enum(ROLES),
      teamId: z.uuid().nullable(),
    }),
    leads: z.array(z.uuid()).describe("Ids of the teams that you manage."),
    workspace: z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      timeZone: z.string(),
      currency: z.string(),
      calendar: calendarShape,
      defaultCountry: z.string().nullable(),
      story: z.string().nullable().describe("demo, when the demo story fills it."),
    }),
    now: z.iso.datetime().describe("What the server's clock shows."),
    today: z.iso.date().describe("The day it is in the workspace's time zone."),
    via: z.enum(["session", "key"]),
    workspaces: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .describe("Where else you could work; PUT /sign-in/workspace goes there. Empty for a key."),
  })
  .openapi("Me");
export type Me = z.infer<typeof meView>;

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
