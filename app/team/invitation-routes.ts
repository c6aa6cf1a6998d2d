import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { arrive, lookAtInvitation } from "./arrival-actions.ts";
import {
  inviteAgain,
  type Invited,
  inviteMember,
  invitationsFor,
  withdrawInvitation,
} from "./invitation-actions.ts";
import { ROLES } from "./member.ts";
import { enterAs } from "./sign-in-actions.ts";
import { signedInView } from "./sign-in-view.ts";
import { signedIn } from "./sign-in-routes.ts";
import type { SignIn } from "./sign-in-server.ts";
import { invitationView, invitedView, type InvitedView, lookView } from "./invitation-view.ts";

export function invitationRoutes(api: Api, signIn: SignIn, mail: boolean): void {
  const post = { signIn, mail };
  api.route(
    {
      method: "post",
      path: "/members",
      summary: "Invite somebody: a member who comes in by the link in this answer.",
      scope: "admin",
      body: z.object({
        name: z.string(),
        email: z.string(),
        role: z.enum(ROLES).default("rep"),
        teamId: z.uuid().nullable().default(null),
        byMail: z.boolean().default(false),
      }),
      answer: invitedView,
      status: 201,
      secret: true,
    },
    async ({ tx, actor, body }) => viewOf(await inviteMember(tx, actor, post, body)),
  );
  api.route(
    {
      method: "get",
      path: "/invitations",
      summary: "Who was invited and has not come in yet, as far as you may invite them.",
      scope: "admin",
      query: listQuery.extend({ member: z.uuid().optional() }),
      answer: pageOf(invitationView),
    },
    async ({ tx, actor, query }) => {
      const page = await invitationsFor(tx, actor, query.member ?? null, query.cursor, query.limit);
      const items = page.items.map(
        ({ id, memberId, name, email, role, teamId, inviterName, invitedAt, expiresAt }) => ({
          id,
          memberId,
          name,
          email,
          role,
          teamId,
          invitedBy: inviterName,
          invitedAt: invitedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        }),
      );
      return { ...page, items };
    },
  );
  api.route(
    {
      method: "post",
      path: "/invitations",
      summary: "Make a new link for somebody who has not come in yet; the one before opens nothing any more.",
      scope: "admin",
      body: z.object({ memberId: z.uuid(), byMail: z.boolean().default(false) }),
      answer: invitedView,
      status: 201,
      secret: true,
    },
    async ({ tx, actor, body }) => viewOf(await inviteAgain(tx, actor, post, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/invitations/{id}",
      summary: "Withdraw an invitation.",
      scope: "admin",
      params: idParam,
    },
    async ({ tx, actor, params }) => withdrawInvitation(tx, actor, params.id),
  );
  api.open(
    {
      method: "get",
      path: "/sign-in/invitation",
      summary: "What an invitation's link is for.",
      query: z.object({ token: z.string().max(200) }),
      answer: lookView,
    },
    async ({ query, now }) => {
      const { invitation, hasAccount } = await lookAtInvitation(signIn, query.token, now);
      const { workspaceName, inviterName, name, email, role } = invitation;
      return { workspaceName, inviterName, name, email, role, hasAccount };
    },
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/invitation",
      summary:
        "Accept an invitation and sign in: with a new password, the password one has, or as who is signed in.",
      body: z.object({
        token: z.string().max(200),
        asMe: z.boolean().default(false),
        name: z.string().default(""),
        password: z.string().max(1000).default(""),
      }),
      answer: signedInView,
      status: 201,
    },
    async ({ request, body, now }) => {
      const { userId, seat } = await arrive(signIn, request, body, now);
      return signedIn(await enterAs(signIn, request, userId, now, seat), 201);
    },
  );
}

function viewOf({ expiresAt, ...invited }: Invited): InvitedView {
  return { ...invited, expiresAt: expiresAt.toISOString() };
}
