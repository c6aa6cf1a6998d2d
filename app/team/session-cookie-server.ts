import { createHash, createHmac, createSecretKey, timingSafeEqual } from "node:crypto";

/** The session's cookie as better-auth writes it: the token, a dot, its HMAC-SHA-256 in base64. */
export interface SessionCookie {
  name: string;
  /** The token that the request's cookie holds, when its signature is ours. */
  tokenIn(request: Request): string | null;
  /** The value of a Set-Cookie header. */
  write(token: string): string;
}

/** 400 days, the longest a browser keeps one. How long a session lasts is decided in the database. */
export const COOKIE_SECONDS = 34_560_000;

export const COOKIE_PREFIX = "askwell";

export function sessionCookie(secret: string, secure: boolean): SessionCookie {
  const key = createSecretKey(Buffer.from(secret));
  const sign = (token: string) => createHmac("sha256", key).update(token).digest("base64");
  const name = `${secure ? "__Secure-" : ""}${COOKIE_PREFIX}.session_token`;
  return {
    name,
    tokenIn(request) {
      const value = cookieIn(request.headers.get("cookie"), name);
      const dot = value?.lastIndexOf(".") ?? -1;
      if (!value || dot < 1) return null;
      const token = value.slice(0, dot);
      const given = Buffer.from(value.slice(dot + 1));
      const right = Buffer.from(sign(token));
      return given.length === right.length && timingSafeEqual(given, right) ? token : null;
    },
    write(token) {
      const value = encodeURIComponent(`${token}.${sign(token)}`);
      return `${name}=${value}; Max-Age=${COOKIE_SECONDS}; Path=/; HttpOnly${secure ? "; Secure" : ""}; SameSite=Lax`;
    },
  };
}

/** What the database keeps of a token; it has 190 random bits, so a plain hash cannot be guessed back. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function cookieIn(header: string | null, name: string): string | null {
  const part = header?.split(";").find((each) => each.trimStart().startsWith(`${name}=`));
  if (!part) return null;
  try {
    return decodeURIComponent(part.trim().slice(name.length + 1));
  } catch {
    return null;
  }
}
