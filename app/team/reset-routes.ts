import { z, type Api } from "#lib/http/api.ts";
import { peerOf } from "#lib/http/peer.ts";
import { idParam } from "#lib/http/shapes.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { lookAtReset, makeResetLink, requestReset, setPassword } from "./reset-actions.ts";
import { enterAs } from "./sign-in-actions.ts";
import { signedInView } from "./sign-in-view.ts";
import { signedIn } from "./sign-in-routes.ts";
import type { SignIn } from "./sign-in-server.ts";
import { resetLinkView, token } from "./reset-view.ts";

export function resetRoutes(api: Api, signIn: SignIn, mail: boolean): void {
  api.route(
    {
      method: "post",
      path: "/members/{id}/reset-link",
      summary: "Make a link with which a member chooses a new password; good once and for a day.",
      scope: "admin",
      params: idParam,
      answer: resetLinkView,
      status: 201,
      secret: true,
    },
    async ({ tx, actor, params }) => {
      const { link, expiresAt } = await makeResetLink(tx, actor, signIn, params.id);
      return { link, expiresAt: expiresAt.toISOString() };
    },
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/reset-requests",
      summary: "Ask for a reset link by mail. Answers the same whether or not anybody has the address.",
      body: z.object({ email: z.string().min(1).max(320) }),
    },
    async ({ request, body, now }) => {
      if (!mail)
        throw new Problem(
          "unavailable",
          "this Askwell sends no mail; ask a leader of your workspace for a reset link",
        );
      await requestReset(signIn, body.email, peerOf(request), now);
    },
  );
  api.open(
    {
      method: "get",
      path: "/sign-in/reset",
      summary: "Whose password a reset link sets.",
      query: z.object({ token }),
      answer: z.object({ email: z.string() }),
    },
    async ({ query, now }) => ({ email: (await lookAtReset(signIn, query.token, now)).email }),
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/reset",
      summary: "Choose a new password by a reset link, sign out everywhere else and in here.",
      body: z.object({ token, password: z.string().max(1000) }),
      answer: signedInView,
    },
    async ({ request, body, now }) => {
      const userId = await setPassword(signIn, body, now);
      return signedIn(await enterAs(signIn, request, userId, now));
    },
  );
}
