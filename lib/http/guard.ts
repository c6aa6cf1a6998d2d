import type { MiddlewareHandler } from "hono";
import { Problem } from "#lib/kernel/problem.ts";

/** Security headers on every answer. Scripts and styles come from files of our own and from nowhere else. */
export function securityHeaders(options: { https: boolean }): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // A recording that is still on the device is played from the page's own memory.
    "media-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    if (!headers.has("content-security-policy")) headers.set("content-security-policy", policy);
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "same-origin");
    headers.set("cross-origin-opener-policy", "same-origin");
    headers.set("cross-origin-resource-policy", "same-origin");
    headers.set("permissions-policy", "camera=(self), microphone=(self), geolocation=(), payment=()");
    headers.set("x-frame-options", "DENY");
    if (options.https) headers.set("strict-transport-security", "max-age=31536000");
  };
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Throws when a browser was led here by another site. Only for requests that a cookie speaks for. */
export function refuseForeignSite(request: Request): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw foreign();
  const origin = request.headers.get("origin");
  if (origin !== null && hostOf(origin) !== (request.headers.get("host") ?? new URL(request.url).host))
    throw foreign();
  const kind = request.headers.get("content-type") ?? "";
  const formLike = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i.test(kind);
  if (site === null && origin === null && formLike) throw foreign();
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

function foreign(): Problem {
  return new Problem("not-allowed", "this request came from another site; open Askwell itself and try again");
}
