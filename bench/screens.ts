import { chromium, type Browser, type BrowserContext, type Page, type Request } from "playwright-core";
import type { RunningServer } from "./scratch.ts";

const QUIET_MS = 1_000;
// A little less than the page itself takes for rest; see lib/web/later.tsx.
const REST_MS = 400;

export async function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["ASKWELL_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A phone with an empty cache, signed in. */
export async function openPhone(
  browser: Browser,
  server: RunningServer,
  cookie: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const [name, value] = cookie.split(/=(.*)/s) as [string, string];
  await context.addCookies([{ name, value, url: server.url }]);
  return context;
}

/**
 * What a screen asks the API for, as paths, in rounds: a round begins when everything asked before was answered, so that each
 * has to wait for the one before.
 */
export interface Asked {
  /** For what is seen when it is opened. */
  first: string[][];
  /** For what stands far down, once the page was at rest. */
  later: string[][];
}

export async function requestsOf(
  browser: Browser,
  server: RunningServer,
  cookie: string,
  address: string,
): Promise<Asked> {
  const context = await openPhone(browser, server, cookie);
  const page = await context.newPage();
  const asked: Asked = { first: [], later: [] };
  let asking = 0;
  let inFlight = 0;
  let restingSince = Infinity;
  page.on("request", (request) => {
    const resting = performance.now() - restingSince;
    inFlight += 1;
    restingSince = Infinity;
    if (!isRead(request)) return;
    const rounds = asked.later.length > 0 || resting >= REST_MS ? asked.later : asked.first;
    if (asking === 0) rounds.push([]);
    asking += 1;
    const { pathname, search } = new URL(request.url());
    rounds.at(-1)?.push(pathname + search);
  });
  const answered = (request: Request) => {
    if (isRead(request)) asking -= 1;
    inFlight -= 1;
    if (inFlight === 0) restingSince = performance.now();
  };
  page.on("requestfinished", answered);
  page.on("requestfailed", answered);
  await page.goto(server.url + address);
  await untilQuiet(page, () => asking === 0);
  await context.close();
  return asked;
}

function isRead(request: Request): boolean {
  return request.method() === "GET" && new URL(request.url()).pathname.startsWith("/api/");
}

/** Until the heading is there and nothing was asked for a while. */
async function untilQuiet(page: Page, isQuiet: () => boolean): Promise<void> {
  await page.locator("h1").waitFor();
  for (let quietFor = 0; quietFor < QUIET_MS; quietFor += 50) {
    await page.waitForTimeout(50);
    if (!isQuiet()) quietFor = 0;
  }
}
