import { z } from "#lib/http/api.ts";
import { ROLES } from "./member.ts";

export const invitationView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    teamId: z.uuid().nullable(),
    invitedBy: z.string().nullable(),
    invitedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .openapi("Invitation");
export type InvitationView = z.infer<typeof invitationView>;

export const invitedView = z
  .object({
    memberId: z.uuid(),
    invitationId: z.uuid(),
    link: z.string().describe("Opens the workspace once, for whoever holds it. Shown in this answer only."),
    expiresAt: z.iso.datetime(),
    mailJobId: z
      .uuid()
      .nullable()
      .describe("The job that sends it by mail; GET /jobs/{id} says how that goes."),
  })
  .openapi("Invited");
export type InvitedView = z.infer<typeof invitedView>;

export const lookView = z
  .object({
    workspaceName: z.string(),
    inviterName: z.string().nullable(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    hasAccount: z
      .boolean()
      .describe("Whether this address signs in here already: then its password is asked."),
  })
  .openapi("InvitationLook");
export type InvitationLook = z.infer<typeof lookView>;
