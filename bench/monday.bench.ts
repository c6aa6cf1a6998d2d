import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pino } from "pino";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { giveAccount } from "#demo/cast.ts";
import { createHand, NOTHING, type Counts } from "#demo/hand.ts";
import { beginManagerMonday, MANAGER_MONDAY } from "#demo/manager-monday.ts";
import { missingOf as missingOfManager } from "#demo/manager-monday-check.ts";
import { beginRepMonday, REP_MONDAY } from "#demo/rep-monday.ts";
import { missingOf as missingOfRep } from "#demo/rep-monday-check.ts";
import { openStoryWorkspace, tellStory } from "#demo/tell.ts";
import { overPromise, walkThrough, type Job, type Walked } from "#demo/walked.ts";
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
import { openDesk, openPhone } from "./screens.ts";
import { withScratch, type Scratch } from "./scratch.ts";

// The story is told up to a Friday evening; in Berlin it is then half past eight on the Monday after.
const FRIDAY = new Date("2026-11-20T16:30:00Z");
const MORNING = new Date("2026-11-23T07:30:00Z");
const EVENING = new Date("2026-11-23T16:30:00Z");
const TODAY = "2026-11-23";
const LAST_WEEK = "2026-11-16";

interface Visit {
  page: Page;
  memberId: string;
  idOf: (name: string) => Promise<string>;
  // oxlint-disable-next-line typescript/no-explicit-any
  read: (path: string) => Promise<any>;
  untilEvening: () => void;
}

interface Monday {
  title: string;
  /** Of the demo story. */
  who: string;
  open(browser: Browser, house: { url: string }, cookie: string): Promise<BrowserContext>;
  jobs: readonly Pick<Job<unknown>, "name" | "most">[];
  /** All of it, one job after the other; then what is not where it must have gone. */
  live(visit: Visit): Promise<{ walked: Walked[]; missing: string[] }>;
  aimSeconds: number;
}

const REP: Monday = {
  title: "A rep's Monday on a phone",
  who: "Mia Sommer",
  open: openPhone,
  jobs: REP_MONDAY,
  async live({ page, memberId, read, untilEvening }) {
    const { items } = await read(`/asks?member=${memberId}&outcome=will-think&limit=1`);
    const monday = beginRepMonday({ open: items[0], untilEvening });
    await page.getByRole("region", { name: "Talk to" }).waitFor();
    const walked = await walkThrough(REP_MONDAY, createHand(page), monday, stopwatch);
    return { walked, missing: await missingOfRep(monday, { read, memberId, today: TODAY }) };
  },
  aimSeconds: 300,
};

const MANAGER: Monday = {
  title: "A manager's Monday at a desk",
  who: "Petra Lang",
  open: openDesk,
  jobs: MANAGER_MONDAY,
  async live({ page, memberId, read, idOf }) {
    const name = "Mia Sommer";
    const monday = beginManagerMonday({ id: await idOf(name), name });
    const walked = await walkThrough(MANAGER_MONDAY, createHand(page, { touches: false }), monday, stopwatch);
    const { teamId } = await read(`/members/${memberId}`);
    const when = { today: TODAY, week: LAST_WEEK };
    return { walked, missing: await missingOfManager(monday, { read, teamId, ...when }) };
  },
  aimSeconds: 600,
};

const stopwatch = () => performance.now() / 1000;
const scale = scaleAsked();
const turns = Array.from({ length: Math.max(1, Math.round(5 * scale)) }, (_, at) => at + 1);
const copyOf = (monday: Monday, turn: number) => `${monday === REP ? "rep" : "manager"}_${turn}`;
heading("Mondays by hand, in the demo workspace", scale);
const copies = turns.flatMap((turn) => [copyOf(REP, turn), copyOf(MANAGER, turn)]);
await withScratch({ name: "monday", fill: tellUntilFriday, copies }, run);

async function run(scratch: Scratch): Promise<void> {
  await alone(() => ensureBundle(console.log), console.log);
  const browser = await launchChromium();
  try {
    for (const monday of [REP, MANAGER]) {
      const lived: Walked[][] = [];
      for (const turn of turns)
        lived.push(await liveOn(scratch, { monday, copy: copyOf(monday, turn), browser }));
      tell(monday, lived);
    }
  } finally {
    await browser.close();
  }
}

/** One Monday in a copy of the workspace of its own. Throws when a step of it cannot be done. */
async function liveOn(
  scratch: Scratch,
  { monday, copy, browser }: { monday: Monday; copy: string; browser: Browser },
): Promise<Walked[]> {
  const database = await scratch.openCopy(copy);
  let running = runningClock(MORNING);
  const house = await openHouse(database, { now: () => running.now() });
  try {
    const { workspaceId, id: memberId } = await memberCalled(scratch, monday.who);
    const userId = await giveAccount(database, workspaceId, memberId, MORNING);
    const [cookie = ""] = (await house.signIn.start(userId, new Headers())).split(";");
    const read = async (path: string) =>
      (await fetch(`${house.url}/api/v1${path}`, { headers: { cookie } })).json();
    const context = await monday.open(browser, house, cookie);
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: house.url });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(house.url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const { walked, missing } = await monday
      .live({
        page,
        memberId,
        read,
        idOf: async (name) => (await memberCalled(scratch, name)).id,
        untilEvening: () => (running = runningClock(EVENING)),
      })
      .catch(async (cause: unknown) => {
        const seen = join(scratch.folder, `${copy}.png`);
        await page.screenshot({ path: seen });
        throw new Error(`${monday.title} came to a stop; ${seen} shows where`, { cause });
      });
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

async function memberCalled(scratch: Scratch, name: string): Promise<{ workspaceId: string; id: string }> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<{ workspaceId: string; id: string }>(
      `select workspace_id as "workspaceId", id from member where name = $1`,
      [name],
    );
    return rows[0]!;
  });
}

async function tellUntilFriday({ database }: Scratch): Promise<void> {
  const { workspaceId } = await openStoryWorkspace(database, FRIDAY);
  await database.write(workspaceId, (tx) => tellStory(tx, FRIDAY));
}

function tell({ title, jobs: wanted, aimSeconds }: Monday, mondays: readonly Walked[][]): void {
  console.log(`\n${title}`);
  const [first = []] = mondays;
  const jobs = wanted.map((job, at) => {
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
    name: "all of it",
    promised: "",
    counts: jobs.map(({ counts }) => counts).reduce(plus, NOTHING),
    machine: jobs.reduce((sum, { machine }) => sum + machine, 0),
  };
  printTable(
    [
      "",
      "taps",
      "promised",
      "swipes",
      "fields",
      "characters",
      "words read",
      "screens",
      "seconds, by model",
      "machine",
    ],
    [...jobs, whole].map(({ name, promised, counts, machine }) => [
      name,
      String(counts.taps),
      promised,
      String(counts.swipes),
      String(counts.fields),
      String(counts.characters),
      String(counts.words),
      String(counts.screens),
      secondsBy(counts).toFixed(1),
      machine.toFixed(1),
    ]),
  );
  const seconds = secondsBy(whole.counts) + whole.machine;
  const verdict = seconds < aimSeconds ? "kept" : "MISSED";
  console.log(
    `${mondays.length} Mondays; hand and machine together ${seconds.toFixed(0)} s; aim: under ${aimSeconds} s: ${verdict}`,
  );
  if (seconds >= aimSeconds) process.exitCode = 1;
}

function promiseOf({ most }: Pick<Job<unknown>, "most">): string {
  return most?.taps === undefined ? (most?.fields === 1 ? "one line" : "") : String(most.taps);
}

/** But for swipes: a thumb may need one more where a page still grew. */
function isSameWork(one: Counts, other: Counts): boolean {
  return JSON.stringify({ ...one, swipes: 0 }) === JSON.stringify({ ...other, swipes: 0 });
}

function plus(one: Counts, other: Counts): Counts {
  const keys = Object.keys(NOTHING) as (keyof Counts)[];
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as unknown as Counts;
}

function fail(what: string): void {
  console.error(what);
  process.exitCode = 1;
}
