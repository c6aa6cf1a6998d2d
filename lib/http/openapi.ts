import type { OpenAPIHono } from "@hono/zod-openapi";
import { API_PREFIX, LINK_HEADER } from "./api.ts";

/** The description of every route, made from the schemas that validate; served at /api/v1/openapi.json. */
export function openApiRoutes(hono: OpenAPIHono, url: string): void {
  hono.openAPIRegistry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    description: "An API key of a member; what it may do is in its scopes: read, write, import, admin.",
  });
  hono.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: `${url.startsWith("https:") ? "__Secure-" : ""}askwell.session_token`,
    description: "What the screens use.",
  });
  hono.openAPIRegistry.registerComponent("securitySchemes", "link", {
    type: "apiKey",
    in: "header",
    name: LINK_HEADER,
    description: "What stands behind # in the link to a page that opens without signing in.",
  });
  let described: unknown;
  hono.get(`${API_PREFIX}/openapi.json`, (c) => {
    described ??= describeAll(hono, url);
    return c.json(described as object);
  });
}

export function describeAll(hono: OpenAPIHono, url: string): unknown {
  return hono.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Askwell",
      version: "1",
      description:
        "Days are YYYY-MM-DD in the workspace's time zone, instants RFC 3339 in UTC, money { minor, currency }. " +
        "Lists answer { items, nextCursor }. Send an Idempotency-Key with every write: the same key is carried out once. " +
        "Problems are RFC 9457 problem details.",
    },
    servers: [{ url }],
  });
}
