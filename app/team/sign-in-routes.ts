import { z, type Api } from "#lib/http/api.ts";
import { notFound } from "#lib/kernel/problem.ts";
import { answerWith, flow, flowHeaders } from "./flow-server.ts";
import { needSession } from "./session-actions.ts";
import { openSeat, seatsOf } from "./session-store.ts";
import { type SignedIn, signInWithPasskey, signInWithPassword } from "./sign-in-actions.ts";
import type { SignIn } from "./sign-in-server.ts";
import { signedInView, credentialShape } from "./sign-in-view.ts";

export function signInRoutes(api: Api, signIn: SignIn): void {
  const { auth } = signIn;
  api.open(
    {
      method: "post",
      path: "/sign-in/password",
      summary: "Sign in with e-mail address and password; sets the session's cookie.",
      body: z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1000) }),
      answer: signedInView,
    },
    async ({ request, body, now }) => signedIn(await signInWithPassword(signIn, request, body, now)),
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/passkey/options",
      summary: "What a browser needs to ask for a passkey. Good for five minutes.",
      answer: z.looseObject({ challenge: z.string() }),
    },
    async ({ request }) => {
      const headers = flowHeaders(request);
      const { said, cookies } = await flow(() =>
        auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }),
      );
      return answerWith(said, cookies);
    },
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/passkey",
      summary: "Sign in with a passkey; sets the session's cookie.",
      body: z.object({ response: credentialShape }),
      answer: signedInView,
    },
    async ({ request, body, now }) => signedIn(await signInWithPasskey(signIn, request, body.response, now)),
  );
  api.open({ method: "post", path: "/sign-in/sign-out", summary: "Sign out here." }, async ({ request }) => {
    const { cookies } = await flow(() =>
      auth.api.signOut({ headers: flowHeaders(request), returnHeaders: true }),
    );
    return answerWith(undefined, cookies, 204);
  });
  api.open(
    {
      method: "post",
      path: "/sign-in/sign-out-everywhere",
      summary: "Sign out here and on every other device.",
      session: true,
    },
    async ({ request, now }) => {
      await needSession(signIn, request, now);
      const headers = flowHeaders(request);
      await flow(() => auth.api.revokeSessions({ headers, returnHeaders: true }));
      const { cookies } = await flow(() => auth.api.signOut({ headers, returnHeaders: true }));
      return answerWith(undefined, cookies, 204);
    },
  );
  api.open(
    {
      method: "put",
      path: "/sign-in/workspace",
      summary: "Work in another of your workspaces; this session remembers it.",
      body: z.object({ workspaceId: z.uuid() }),
      answer: signedInView,
      session: true,
    },
    async ({ request, body, now }) => {
      const session = await needSession(signIn, request, now);
      if (!(await openSeat(signIn.database, session, body.workspaceId, now))) throw notFound("workspace");
      const [seat] = await seatsOf(signIn.database.outside(), session.userId);
      return { workspace: seat ? { id: seat.workspaceId, name: seat.workspaceName } : null };
    },
  );
}

export function signedIn({ workspace, cookies }: SignedIn, status = 200): Response {
  return answerWith({ workspace }, cookies, status);
}
