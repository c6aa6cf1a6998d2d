import { z } from "#lib/http/api.ts";
import { MEMBER_STATES, ROLES } from "./member.ts";

export const memberView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    teamId: z.uuid().nullable(),
    state: z.enum(MEMBER_STATES),
    joinedOn: z.iso.date(),
    leftOn: z.iso.date().nullable(),
    move: z
      .object({ teamId: z.uuid().nullable(), fromDay: z.iso.date() })
      .nullable()
      .describe("A move to another team that is planned."),
  })
  .openapi("Member");
export type MemberView = z.infer<typeof memberView>;
