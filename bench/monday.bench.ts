import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pino } from "pino";
import type { Browser } from "playwright-core";
import { giveAccount } from "#demo/cast.ts";
import { between, createHand, NOTHING, type Counts } from "#demo/hand.ts";
import { beginMonday, MONDAY, overPromise, type MondayJob } from "#demo/monday.ts";
import { missingOf } from "#demo/monday-check.ts";
import { openStoryWorkspace, tellStory } from "#demo/tell.ts";
import { listen } from "#lib/http/listen.ts";
import { serveBundle } from "#lib/http/static.ts";
import { runningClock, type Clock } from "#lib/kernel/clock.ts";
import type { Database } from "#lib/storage/database.ts";
import { launchChromium } from "#demo/test-browser.ts";
import { buildHouse, type House } from "../app/house.ts";
import { alone } from "../bin/alone.ts";
import { ensureBundle } from "../bin/bundle.ts";
import { root } from "../bin/runtime.mjs";
import { secondsBy } from "./keystroke-level.ts";
import { heading, percentile, printTable, scaleAsked } from "./measure.ts";
import { openPhone } from "./screens.ts";
import { withScratch, type Scratch } from "./scratch.ts";

// The story is told up to a Friday evening; in Berlin it is then half past eight on the Monday after.
const FRIDAY = new Date("2026-11-20T16:30:00Z");
const MORNING = new Date("2026-11-23T07:30:00Z");
const EVENING = new Date("2026-11-23T16:30:00Z");
const TODAY = "2026-11-23";
const REP = "Mia Sommer";
const AIM_SECONDS = 300;

interface Walked {
  key: string;
  counts: Counts;
  /** From the first tap until what it led to is on the screen. */
  machine: number;
}

const scale = scaleAsked();
const walks = Array.from({ length: Math.max(1, Math.round(5 * scale)) }, (_, at) => `monday_${at + 1}`);
heading("A rep's Monday on a phone, in the demo workspace", scale);
await withScratch({ name: "monday", fill: tellUntilFriday, copies: walks }, run);

async function run(scratch: Scratch): Promise<void> {
  await alone(() => ensureBundle(console.log), console.log);
  const browser = await launchChromium();
  try {
    const mondays: Walked[][] = [];
    for (const copy of walks) mondays.push(await liveOn(scratch, copy, browser));
    tell(mondays);
  } finally {
    await browser.close();
  }
}

/** One Monday in a copy of the workspace of its own. Throws when a step of it cannot be done. */
async function liveOn(scratch: Scratch, copy: string, browser: Browser): Promise<Walked[]> {
  const database = await scratch.openCopy(copy);
  let running = runningClock(MORNING);
  const house = await openHouse(database, { now: () => running.now() });
  try {
    const rep = await repOf(scratch);
    const userId = await giveAccount(database, rep.workspaceId, rep.id, MORNING);
    const [cookie = ""] = (await house.signIn.start(userId, new Headers())).split(";");
    const read = async (path: string) =>
      (await fetch(`${house.url}/api/v1${path}`, { headers: { cookie } })).json();
    const context = await openPhone(browser, house, cookie);
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: house.url });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    const { items } = await read(`/asks?member=${rep.id}&outcome=will-think&limit=1`);
    const untilEvening = () => (running = runningClock(EVENING));
    const monday = beginMonday({ open: items[0], untilEvening });
    const hand = createHand(page);
    await page.goto(house.url);
    await page.getByRole("region", { name: "Talk to" }).waitFor();
    const walked: Walked[] = [];
    for (const { key, name, walk } of MONDAY) {
      const [before, began] = [hand.counts(), performance.now()];
      await walk(hand, monday).catch(async (error: unknown) => {
        const seen = join(scratch.folder, `${key}.png`);
        await page.screenshot({ path: seen });
        throw new Error(`"${name}" cannot be done; ${seen} shows where it ended`, { cause: error });
      });
      walked.push({
        key,
        counts: between(before, hand.counts()),
        machine: (performance.now() - began) / 1000,
      });
    }
    const missing = await missingOf(monday, { read, memberId: rep.id, today: TODAY });
    for (const fault of [...missing.map((what) => `not so: ${what}`), ...complaints]) fail(fault);
    await context.close();
    return walked;
  } finally {
    await house.close();
    await database.close();
  }
}

async function openHouse(database: Database, clock: Clock) {
  // Cookies are of an address, which is known once something listens there.
  let house: House | null = null;
  const listening = await listen(
    (request: Request) => house?.api.hono.fetch(request) ?? new Response(null, { status: 503 }),
    0,
    "127.0.0.1",
  );
  const url = `http://127.0.0.1:${listening.port}`;
  const log = pino({ level: "warn" });
  const built = buildHouse({
    url,
    database,
    clock,
    log,
    secret: "a secret for one Monday, as long as it must be",
    dataFolder: tmpdir(),
  });
  built.api.hono.use(await serveBundle(join(root, "dist", "web")));
  house = built;
  built.worker.start();
  return {
    url,
    signIn: built.signIn,
    async close() {
      await listening.close(1_000);
      await built.worker.stop();
    },
  };
}

async function repOf(scratch: Scratch): Promise<{ workspaceId: string; id: string }> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<{ workspaceId: string; id: string }>(
      `select workspace_id as "workspaceId", id from member where name = $1`,
      [REP],
    );
    return rows[0]!;
  });
}

async function tellUntilFriday({ database }: Scratch): Promise<void> {
  const { workspaceId } = await openStoryWorkspace(database, FRIDAY);
  await database.write(workspaceId, (tx) => tellStory(tx, FRIDAY));
}

function tell(mondays: readonly Walked[][]): void {
  const [first = []] = mondays;
  const jobs = MONDAY.map((job, at) => {
    const swipes = Math.max(...mondays.map((walked) => walked[at]!.counts.swipes));
    const counts = { ...NOTHING, ...first[at]?.counts, swipes };
    const machine = percentile(
      mondays.map((walked) => walked[at]!.machine),
      0.5,
    );
    const over = overPromise(job, counts);
    if (over !== null) fail(over);
    for (const walked of mondays)
      if (!isSameWork(walked[at]!.counts, counts)) fail(`"${job.name}" was not the same each time`);
    return { name: job.name, promised: promiseOf(job), counts, machine };
  });
  const whole = {
    name: "the whole Monday",
    promised: "",
    counts: jobs.map(({ counts }) => counts).reduce(plus, NOTHING),
    machine: jobs.reduce((sum, { machine }) => sum + machine, 0),
  };
  printTable(
    ["", "taps", "promised", "swipes", "fields", "characters", "screens", "seconds, by model", "machine"],
    [...jobs, whole].map(({ name, promised, counts, machine }) => [
      name,
      String(counts.taps),
      promised,
      String(counts.swipes),
      String(counts.fields),
      String(counts.characters),
      String(counts.screens),
      secondsBy(counts).toFixed(1),
      machine.toFixed(1),
    ]),
  );
  const seconds = secondsBy(whole.counts) + whole.machine;
  const verdict = seconds < AIM_SECONDS ? "kept" : "MISSED";
  console.log(
    `${mondays.length} Mondays; hand and machine together ${seconds.toFixed(0)} s; aim: under ${AIM_SECONDS} s: ${verdict}`,
  );
  if (seconds >= AIM_SECONDS) process.exitCode = 1;
}

function promiseOf({ most }: MondayJob): string {
  return most?.taps === undefined ? (most?.fields === 1 ? "one line" : "") : String(most.taps);
}

/** But for swipes: a thumb may need one more where a page still grew. */
function isSameWork(one: Counts, other: Counts): boolean {
  return JSON.stringify({ ...one, swipes: 0 }) === JSON.stringify({ ...other, swipes: 0 });
}

function plus(one: Counts, other: Counts): Counts {
  const { taps, swipes, fields, characters, screens } = other;
  return {
    taps: one.taps + taps,
    swipes: one.swipes + swipes,
    fields: one.fields + fields,
    characters: one.characters + characters,
    screens: one.screens + screens,
  };
}

function fail(what: string): void {
  console.error(what);
  process.exitCode = 1;
}
