import { isAPIError } from "better-auth/api";
import { peerOf } from "#lib/http/peer.ts";
import { invalid, Problem } from "#lib/kernel/problem.ts";
import { PEER_HEADER } from "./sign-in-server.ts";

interface Said<T> {
  response: T;
  headers?: Headers | null;
}

/** Carries out one of better-auth's flows: what it answers, and the cookies it sets. Throws Problems for its refusals. */
export async function flow<T>(call: () => Promise<Said<T>>): Promise<{ said: T; cookies: string[] }> {
  try {
    const { response, headers } = await call();
    return { said: response, cookies: headers?.getSetCookie() ?? [] };
  } catch (error) {
    throw isAPIError(error) ? (problemFor(codeOf(error.body)) ?? error) : error;
  }
}

/** What a flow needs of a request: its cookies, where it comes from and what browser it is. */
export function flowHeaders(request: Request): Headers {
  const headers = new Headers({ [PEER_HEADER]: peerOf(request) });
  for (const name of ["cookie", "user-agent", "origin"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

export function answerWith(answer: unknown, cookies: readonly string[], status = 200): Response {
  const headers = new Headers({ "content-type": "application/json", "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(answer === undefined ? null : JSON.stringify(answer), { status, headers });
}

function codeOf(body: unknown): string {
  const code = (body as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : "";
}

function problemFor(code: string): Problem | null {
  switch (code) {
    case "UNAUTHORIZED":
      return new Problem("not-signed-in", "sign in first");
    case "INVALID_EMAIL_OR_PASSWORD":
    case "INVALID_EMAIL":
    case "PASSWORD_TOO_LONG":
      return new Problem("not-signed-in", "the e-mail address or the password is not right");
    case "INVALID_PASSWORD":
      return invalid("this is not your password", "currentPassword");
    case "CREDENTIAL_ACCOUNT_NOT_FOUND":
      return invalid("you have no password yet; ask a leader for a reset link", "currentPassword");
    case "INVALID_TOKEN":
    case "USER_NOT_FOUND":
      return new Problem("not-found", "this link was used already or has run out; ask for a new one");
    case "SESSION_NOT_FRESH":
      return new Problem(
        "not-allowed",
        "you signed in more than a day ago: sign in again, then add the passkey",
      );
    case "CHALLENGE_NOT_FOUND":
      return new Problem("conflict", "that took too long; try again");
    case "PASSKEY_NOT_FOUND":
    case "AUTHENTICATION_FAILED":
      return new Problem("not-signed-in", "this passkey opens no account here; sign in with your password");
    case "FAILED_TO_VERIFY_REGISTRATION":
    case "YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY":
      return invalid("the passkey could not be checked; try again");
    default:
      return null;
  }
}
