import { peerOf } from "#lib/http/peer.ts";
import { flow, flowHeaders } from "./flow-server.ts";
import { guarded } from "./lock-out-actions.ts";
import { sessionOf } from "./session-actions.ts";
import { deleteSession, type Seat, seatsOf } from "./session-store.ts";
import type { SignIn } from "./sign-in-server.ts";

/** Somebody who has just signed in: the workspace that is open, and the cookies to set. */
export interface SignedIn {
  workspace: { id: string; name: string } | null;
  cookies: string[];
}

/** Throws Problem not-signed-in for a wrong address or password alike, too-many after ten wrong ones. */
export async function signInWithPassword(
  signIn: SignIn,
  request: Request,
  { email, password }: { email: string; password: string },
  now: Date,
): Promise<SignedIn> {
  const { database, auth } = signIn;
  const body = { email: email.trim(), password };
  const { said, cookies } = await guarded(database, { email, peer: peerOf(request) }, now, () =>
    flow(() => auth.api.signInEmail({ body, headers: flowHeaders(request), returnHeaders: true })),
  );
  return enter(signIn, request, said.user.id, cookies, now);
}

/** Throws Problem not-signed-in for a passkey that opens no account. */
export async function signInWithPasskey(
  signIn: SignIn,
  request: Request,
  response: Record<string, unknown>,
  now: Date,
): Promise<SignedIn> {
  const { said, cookies } = await flow(() =>
    signIn.auth.api.verifyPasskeyAuthentication({
      body: { response: response as never },
      headers: flowHeaders(request),
      returnHeaders: true,
    }),
  );
  return enter(signIn, request, said.session.userId, cookies, now);
}

/** Starts a session for somebody who proved who they are by other means than a password. */
export async function enterAs(
  signIn: SignIn,
  request: Request,
  userId: string,
  now: Date,
  open?: Seat,
): Promise<SignedIn> {
  const cookies = [await signIn.start(userId, flowHeaders(request), open)];
  return enter(signIn, request, userId, cookies, now, open);
}

/** The session that the browser had before is closed: a new one always begins with a new token. */
async function enter(
  signIn: SignIn,
  request: Request,
  userId: string,
  cookies: string[],
  now: Date,
  open?: Seat,
): Promise<SignedIn> {
  const before = await sessionOf(signIn, request, now);
  if (before) await deleteSession(signIn.database, before.userId, before.id);
  const seat = open ?? (await seatsOf(signIn.database.outside(), userId))[0];
  return { workspace: seat ? { id: seat.workspaceId, name: seat.workspaceName } : null, cookies };
}
