import { z, type Api } from "#lib/http/api.ts";
import { notFound, Problem } from "#lib/kernel/problem.ts";
import { answerWith, flow, flowHeaders } from "./flow-server.ts";
import { passkeyHome } from "./passkey-home.ts";
import { deletePasskey, listPasskeys, renamePasskey } from "./passkey-store.ts";
import { needSession } from "./session-actions.ts";
import { credentialShape } from "./sign-in-view.ts";
import type { SignIn } from "./sign-in-server.ts";
import { passkeyView, passkeyName, passkeyId } from "./passkey-view.ts";

export function passkeyRoutes(api: Api, signIn: SignIn): void {
  const { auth, database } = signIn;
  api.open(
    {
      method: "get",
      path: "/sign-in/passkeys",
      summary: "Your passkeys.",
      answer: z.object({ items: z.array(passkeyView) }),
      session: true,
    },
    async ({ request, now }) => {
      const session = await needSession(signIn, request, now);
      const rows = await listPasskeys(database, session.userId);
      return {
        items: rows.map(({ id, name, addedAt }) => ({ id, name, addedAt: addedAt?.toISOString() ?? null })),
      };
    },
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/passkeys/options",
      summary:
        "What a browser needs to make a passkey. Needs a sign-in of the last day; good for five minutes.",
      answer: z.looseObject({ challenge: z.string() }),
      session: true,
    },
    async ({ request, now }) => {
      await needSession(signIn, request, now);
      if (!passkeyHome(signIn.url)) {
        throw new Problem(
          "unavailable",
          "passkeys need a name for this server instead of a number; set ASKWELL_URL to one",
        );
      }
      const headers = flowHeaders(request);
      const { said, cookies } = await flow(() =>
        auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true }),
      );
      return answerWith(said, cookies);
    },
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/passkeys",
      summary: "Keep the passkey that the browser made.",
      body: z.object({ response: credentialShape, name: passkeyName }),
      answer: passkeyView,
      status: 201,
      session: true,
    },
    async ({ request, body, now }) => {
      await needSession(signIn, request, now);
      const headers = flowHeaders(request);
      const { said } = await flow(() =>
        auth.api.verifyPasskeyRegistration({
          body: { response: body.response, name: body.name },
          headers,
          returnHeaders: true,
        }),
      );
      return { id: said.id, name: body.name, addedAt: now.toISOString() };
    },
  );
  api.open(
    {
      method: "patch",
      path: "/sign-in/passkeys/{id}",
      summary: "Call a passkey by another name.",
      params: passkeyId,
      body: z.object({ name: passkeyName }),
      session: true,
    },
    async ({ request, params, body, now }) => {
      const session = await needSession(signIn, request, now);
      if (!(await renamePasskey(database, session.userId, params.id, body.name))) throw notFound("passkey");
    },
  );
  api.open(
    {
      method: "delete",
      path: "/sign-in/passkeys/{id}",
      summary: "From now on the passkey opens nothing.",
      params: passkeyId,
      session: true,
    },
    async ({ request, params, now }) => {
      const session = await needSession(signIn, request, now);
      if (!(await deletePasskey(database, session.userId, params.id))) throw notFound("passkey");
    },
  );
}
