import { z } from "#lib/http/api.ts";
import { ROLES } from "./member.ts";
import { calendarShape } from "./workspace-view.ts";

export const meView = z
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
