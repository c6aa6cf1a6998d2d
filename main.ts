import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { serveBundle } from "#lib/http/static.ts";
import { listen } from "#lib/http/listen.ts";
import { readSettings, type Settings } from "#lib/http/settings.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { openMailIn } from "#lib/mail/mail-in.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database } from "#lib/storage/database.ts";
import { openStorage } from "#lib/storage/open.ts";
import type { OpenDemo } from "#team/first-visit-actions.ts";
import { keepSecret } from "#team/secret-actions.ts";
import { openDemo as openDemoWorkspace } from "#demo/demo-jobs.ts";
import { buildHouse, type House } from "./app/house.ts";

try {
  await run();
} catch (error) {
  console.error(error instanceof Problem ? `Askwell cannot start: ${error.reason}` : error);
  process.exit(1);
}

async function run(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel });
  // What is to be closed, in the order in which it was opened. A signal may come before all of it is.
  const opened: (() => Promise<void>)[] = [];
  stopOnSignal(opened);
  const storage = await openStorage({
    ...settings,
    say: console.log,
    onError: (error) => log.warn({ err: error }, "database connection lost"),
  });
  opened.push(() => storage.close());
  try {
    const house = await furnish(storage.database, settings, log);
    const listening = await listen(house.api.hono.fetch, settings.port, settings.host);
    opened.push(async () => void (await Promise.all([listening.close(), house.worker.stop()])));
    house.worker.start();
    if (settings.mailAddress !== null) opened.push(await openMail(house, storage.database, settings, log));
    console.log(`Askwell is at http://${settings.host}:${listening.port}  (stop it with Ctrl-C)`);
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

async function furnish(database: Database, settings: Settings, log: pino.Logger): Promise<House> {
  const secret = await keepSecret(database, process.env, systemClock.now());
  const house = buildHouse({ ...settings, openDemo, secret, database, clock: systemClock, log });
  house.api.hono.use(await serveBundle(fileURLToPath(new URL("dist/web", import.meta.url))));
  return house;
}

async function openMail(
  { takeMail, isOurs }: House,
  database: Database,
  { smtpListen: listen, imapUrl, mailAuthServer: trusted }: Settings,
  log: pino.Logger,
): Promise<() => Promise<void>> {
  const ways = { listen, imapUrl, trusted };
  const mail = await openMailIn({ ...ways, database, clock: systemClock, log, take: takeMail, isOurs });
  const { receiver } = mail;
  if (receiver) console.log(`Mail comes in at ${receiver.host}:${receiver.port}`);
  return () => mail.close();
}

async function openDemo(database: Database, now: Date): ReturnType<OpenDemo> {
  const { workspaceId, leaderId } = await openDemoWorkspace(database, now);
  return { workspaceId, memberId: leaderId };
}

function stopOnSignal(opened: (() => Promise<void>)[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await closeAll(opened);
    console.log("Askwell has stopped.");
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}

async function closeAll(opened: (() => Promise<void>)[]): Promise<void> {
  for (const close of opened.splice(0).toReversed()) await close();
}
