import { z, type Api } from "#lib/http/api.ts";
import { peerOf } from "#lib/http/peer.ts";
import { notFound } from "#lib/kernel/problem.ts";
import { answerWith, flow, flowHeaders } from "./flow-server.ts";
import { guarded } from "./lock-out-actions.ts";
import { checkPassword } from "./password.ts";
import { needSession } from "./session-actions.ts";
import { deleteSession, listSessions } from "./session-store.ts";
import type { SignIn } from "./sign-in-server.ts";
import { needUser } from "./user-store.ts";
import { sessionView } from "./my-account-view.ts";

/** What concerns the person who signs in, in whichever workspace they are. */
export function myAccountRoutes(api: Api, signIn: SignIn): void {
  const { auth, database } = signIn;
  api.open(
    {
      method: "get",
      path: "/sign-in/sessions",
      summary: "Where you are signed in.",
      answer: z.object({ items: z.array(sessionView) }),
      session: true,
    },
    async ({ request, now }) => {
      const session = await needSession(signIn, request, now);
      const rows = await listSessions(database, session.userId, now);
      const items = rows.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
        id,
        here: id === session.id,
        userAgent: userAgent || null,
        address: ipAddress || null,
        since: createdAt.toISOString(),
        usedAt: updatedAt.toISOString(),
      }));
      return { items };
    },
  );
  api.open(
    {
      method: "delete",
      path: "/sign-in/sessions/{id}",
      summary: "Sign out on one device.",
      params: z.object({ id: z.string().max(100) }),
      session: true,
    },
    async ({ request, params, now }) => {
      const session = await needSession(signIn, request, now);
      if (!(await deleteSession(database, session.userId, params.id))) throw notFound("session");
    },
  );
  api.open(
    {
      method: "put",
      path: "/sign-in/my-password",
      summary: "Change your password; every other device is signed out.",
      body: z.object({ currentPassword: z.string().max(1000), password: z.string().max(1000) }),
      session: true,
    },
    async ({ request, body, now }) => {
      const session = await needSession(signIn, request, now);
      const { email, name } = await needUser(database.outside(), session.userId);
      checkPassword(body.password, [email, name]);
      const change = {
        newPassword: body.password,
        currentPassword: body.currentPassword,
        revokeOtherSessions: true,
      };
      const headers = flowHeaders(request);
      const { cookies } = await guarded(database, { email, peer: peerOf(request) }, now, () =>
        flow(() => auth.api.changePassword({ body: change, headers, returnHeaders: true })),
      );
      return answerWith(undefined, cookies, 204);
    },
  );
}
