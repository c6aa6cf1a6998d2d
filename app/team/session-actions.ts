import { Problem } from "#lib/kernel/problem.ts";
import { hashOfToken } from "./session-cookie-server.ts";
import { extendSession, findSession, type FoundSession } from "./session-store.ts";
import { daysAfter, SESSION_DAYS, type SignIn } from "./sign-in-server.ts";

/** Whom a request's cookie speaks for, for the doorkeeper: null without a session or without an open workspace. */
export function createSessionLookUp(signIn: SignIn) {
  return async (request: Request, now: Date): Promise<{ workspaceId: string; memberId: string } | null> => {
    const session = await sessionOf(signIn, request, now);
    if (!session?.workspaceId || !session.memberId) return null;
    return { workspaceId: session.workspaceId, memberId: session.memberId };
  };
}

/** The request's session, or null. One look-up; its end is moved on at most once a day. */
export async function sessionOf(signIn: SignIn, request: Request, now: Date): Promise<FoundSession | null> {
  const token = signIn.cookie.tokenIn(request);
  if (token === null) return null;
  const session = await findSession(signIn.database, hashOfToken(token), now);
  if (session && session.expiresAt < daysAfter(now, SESSION_DAYS - 1)) {
    await extendSession(signIn.database, session.id, daysAfter(now, SESSION_DAYS), now);
  }
  return session;
}

/** Throws Problem not-signed-in. */
export async function needSession(signIn: SignIn, request: Request, now: Date): Promise<FoundSession> {
  const session = await sessionOf(signIn, request, now);
  if (!session) throw new Problem("not-signed-in", "sign in first");
  return session;
}
