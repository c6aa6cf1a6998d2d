import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { serveBundle } from "#lib/http/static.ts";
import { listen } from "#lib/http/listen.ts";
import { keepSecret } from "#lib/http/secret.ts";
import { readSettings } from "#lib/http/settings.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { openStorage } from "#lib/storage/open.ts";
import type { OpenDemo } from "#team/first-visit-actions.ts";
import { openDemo as openDemoWorkspace } from "#demo/demo-jobs.ts";
import { buildHouse } from "./app/house.ts";

try {
  await run();
} catch (error) {
  console.error(error instanceof Problem ? `Askwell cannot start: ${error.reason}` : error);
  process.exit(1);
}

async function run(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: process.env["ASKWELL_LOG"] ?? "warn" });
  const storage = await openStorage({
    ...settings,
    say: console.log,
    onError: (error) => log.warn({ err: error }, "database connection lost"),
  });
  const secret = keepSecret(settings.dataFolder, process.env);
  const openDemo: OpenDemo = async (database, now) => {
    const { workspaceId, leaderId } = await openDemoWorkspace(database, now);
    return { workspaceId, memberId: leaderId };
  };
  const house = buildHouse({
    ...settings,
    openDemo,
    secret,
    database: storage.database,
    clock: systemClock,
    log,
  });
  house.api.hono.use(await serveBundle(fileURLToPath(new URL("dist/web", import.meta.url))));
  const listening = await listen(house.api.hono.fetch as never, settings.port, settings.host).catch(
    async (error: unknown) => {
      await storage.close();
      throw error;
    },
  );
  house.worker.start();
  console.log(`Askwell is at http://${settings.host}:${listening.port}  (stop it with Ctrl-C)`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([listening.close(), house.worker.stop()]);
    await storage.close();
    console.log("Askwell has stopped.");
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
