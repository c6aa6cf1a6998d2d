import type { OpenAPIHono } from "@hono/zod-openapi";
import { isMigrated } from "#lib/storage/migrate.ts";
import type { Database } from "#lib/storage/database.ts";

/** /healthz: the process answers. /readyz: the database is reachable and has every migration. */
export function healthRoutes(hono: OpenAPIHono, database: Database, migrations: string): void {
  hono.get("/healthz", (c) => c.json({ status: "live" }));
  hono.get("/readyz", async (c) => {
    const ready = await isMigrated(database.pool, migrations).catch(() => false);
    return c.json({ status: ready ? "ready" : "not ready" }, ready ? 200 : 503);
  });
}
