import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openStoryWorkspace, tellStory } from "#demo/tell.ts";
import { launchChromium } from "#demo/test-browser.ts";
import { root } from "../bin/runtime.mjs";
import { gzippedKb, readNeeded, timeToInteractive, type Stretch } from "./first-load.ts";
import { heading, ms, printTable, spreadOf } from "./measure.ts";
import { openPhone } from "./screens.ts";
import { withScratch, withServer, type RunningServer, type Scratch } from "./scratch.ts";
import { signIn } from "./session.ts";

const BUNDLE = join(root, "dist", "web");
const AIM_KB = 200;
const SLOW_DOWN = 4;
const LOADS = 7;
// Long enough to see five quiet seconds.
const WATCH_MS = 6_000;

heading("The first load of Today on a phone with an empty cache", 1);
const now = new Date();
await withScratch({ name: "first-load", fill: fillDemo }, (scratch) =>
  withServer(scratch, (server) => run(scratch, server), { screens: true }),
);

async function run(scratch: Scratch, server: RunningServer): Promise<void> {
  printWeight();
  const cookie = await signIn(scratch, server, await busiestRep(scratch));
  const browser = await launchChromium();
  try {
    const loads: Load[] = [];
    for (let number = 0; number < LOADS; number++) loads.push(await loadOnce(browser, server, cookie));
    printLoads(loads);
  } finally {
    await browser.close();
  }
}

function printWeight(): void {
  const needed = readNeeded(BUNDLE);
  const kb = gzippedKb(BUNDLE, needed.scripts);
  console.log(
    `JavaScript, gzipped: ${kb.toFixed(1)} KB in ${needed.scripts.length} files, ${(kb / AIM_KB).toFixed(2)} of the ${AIM_KB} KB aimed at`,
  );
  console.log(`styles, gzipped: ${gzippedKb(BUNDLE, needed.styles).toFixed(1)} KB`);
}

interface Load {
  firstContent: number;
  /** The heading of Today, which comes when everything on it was answered. */
  today: number;
  interactive: number;
  /** As they came over the wire, compressed. */
  scriptBytes: number;
}

interface Seen {
  firstContent: number;
  today: number;
  longTasks: Stretch[];
  requests: Stretch[];
}

async function loadOnce(browser: Browser, server: RunningServer, cookie: string): Promise<Load> {
  const context = await openPhone(browser, server, cookie);
  const page = await context.newPage();
  const scripts = weighScripts(page);
  await page.addInitScript(watch);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
  await page.goto(server.url);
  await page.locator("h1").waitFor();
  await page.waitForTimeout(WATCH_MS);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen(): Seen }).seen());
  const scriptBytes = await scripts();
  await context.close();
  const { firstContent, today, longTasks, requests } = seen;
  return {
    firstContent,
    today,
    interactive: timeToInteractive(firstContent, longTasks, requests),
    scriptBytes,
  };
}

/** Runs in the page before anything of it does. */
function watch(): void {
  const longTasks: Stretch[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      longTasks.push({ start: startTime, end: startTime + duration });
    }
  }).observe({ type: "longtask", buffered: true });
  let today = 0;
  const noteHeading = () => {
    if (today === 0 && document.querySelector("h1") !== null) today = performance.now();
  };
  new MutationObserver(noteHeading).observe(document, { childList: true, subtree: true });
  Object.assign(globalThis, {
    seen: (): Seen => ({
      firstContent: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      today,
      longTasks,
      requests: (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).map(
        ({ startTime, responseEnd }) => ({ start: startTime, end: responseEnd }),
      ),
    }),
  });
}

function weighScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function printLoads(loads: readonly Load[]): void {
  printTable(
    [`milliseconds, ${LOADS} loads, CPU slowed ${SLOW_DOWN} ×`, "p50", "slowest"],
    [
      row(
        "first content",
        loads.map((load) => load.firstContent),
      ),
      row(
        "Today is there",
        loads.map((load) => load.today),
      ),
      row(
        "interactive",
        loads.map((load) => load.interactive),
      ),
    ],
  );
  const bytes = spreadOf(loads.map((load) => load.scriptBytes)).p50;
  console.log(`JavaScript over the wire, as the server compresses it: ${(bytes / 1000).toFixed(1)} KB`);
}

function row(name: string, values: number[]): string[] {
  const { p50, most } = spreadOf(values);
  return [name, ms(p50), ms(most)];
}

async function fillDemo(filling: Scratch): Promise<void> {
  const { workspaceId } = await openStoryWorkspace(filling.database, now);
  await filling.database.write(workspaceId, (tx) => tellStory(tx, now));
}

async function busiestRep(scratch: Scratch): Promise<{ workspaceId: string; memberId: string }> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<{ workspaceId: string; memberId: string }>(
      `select m.workspace_id as "workspaceId", m.id as "memberId" from member m where m.role = 'rep'
        order by (select count(*) from ask a where a.member_id = m.id) desc limit 1`,
    );
    return rows[0]!;
  });
}
