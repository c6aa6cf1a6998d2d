import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import { Problem } from "#lib/kernel/problem.ts";
import { rememberPeer } from "./peer.ts";
import { faultAnswer, problemAnswer } from "./problem-json.ts";

/** Request ids, one line of log a request, and the one place where problems and faults become answers. */
export function stand(hono: OpenAPIHono, log: Logger): void {
  hono.onError((error, c) => {
    const requestId = requestIdOf(c.req.raw);
    if (error instanceof Problem) {
      if (error.cause !== undefined) log.warn({ requestId, err: error.cause }, error.reason);
      return problemAnswer(error, requestId);
    }
    if (error instanceof HTTPException)
      return problemAnswer(new Problem("invalid", error.message || "not as expected"), requestId);
    log.error({ requestId, err: error }, "fault");
    return faultAnswer(requestId);
  });
  hono.notFound((c) =>
    problemAnswer(new Problem("not-found", "there is nothing at this address"), requestIdOf(c.req.raw)),
  );
}

const ids = new WeakMap<Request, string>();

export function requestIdOf(request: Request): string {
  return ids.get(request) ?? "unknown";
}

/** First of all middleware. The address's query is left out of the log: names may stand in it. */
export function frontMatter(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const requestId = randomUUID();
    ids.set(c.req.raw, requestId);
    rememberPeer(c.req.raw, (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress);
    const began = process.hrtime.bigint();
    await next();
    c.res.headers.set("x-request-id", requestId);
    const ms = Math.round(Number(process.hrtime.bigint() - began) / 1e4) / 100;
    log.info({ requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms }, "answered");
  };
}
