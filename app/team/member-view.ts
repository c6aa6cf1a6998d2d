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
    workdays: z
      .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
      .nullable()
      .describe("The weekdays they work, 1 is Monday; null: as the workspace."),
    move: z
      .object({ teamId: z.uuid().nullable(), fromDay: z.iso.date() })
      .nullable()
      .describe("A move to another team that is planned."),
  })
  .openapi("Member");
export type MemberView = z.infer<typeof memberView>;
