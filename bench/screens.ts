import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from "playwright-core";
import type { RunningServer } from "./scratch.ts";

const QUIET_MS = 1_000;

/** A phone with an empty cache, signed in. */
export function openPhone(
  browser: Browser,
  server: Pick<RunningServer, "url">,
  cookie: string,
): Promise<BrowserContext> {
  return openSignedIn(browser, server, cookie, { viewport: { width: 390, height: 844 }, hasTouch: true });
}

/** The same at a desk. */
export function openDesk(
  browser: Browser,
  server: Pick<RunningServer, "url">,
  cookie: string,
): Promise<BrowserContext> {
  return openSignedIn(browser, server, cookie, { viewport: { width: 1280, height: 860 } });
}

async function openSignedIn(
  browser: Browser,
  server: Pick<RunningServer, "url">,
  cookie: string,
  device: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...device, locale: "en-GB" });
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
  const rounds: { paths: string[]; at: number }[] = [];
  let asking = 0;
  await page.addInitScript(watchForRest);
  page.on("request", (request) => {
    if (!isRead(request)) return;
    if (asking === 0) rounds.push({ paths: [], at: Date.now() });
    asking += 1;
    const { pathname, search } = new URL(request.url());
    rounds.at(-1)?.paths.push(pathname + search);
  });
  const answered = (request: Request) => {
    if (isRead(request)) asking -= 1;
  };
  page.on("requestfinished", answered);
  page.on("requestfailed", answered);
  await page.goto(server.url + address);
  await untilQuiet(page, () => asking === 0);
  const atRest = (await page.evaluate(() => (globalThis as Watched).atRest)) ?? Infinity;
  await context.close();
  const of = (wanted: (at: number) => boolean) =>
    rounds.filter(({ at }) => wanted(at)).map(({ paths }) => paths);
  return { first: of((at) => at < atRest), later: of((at) => at >= atRest) };
}

type Watched = typeof globalThis & { atRest?: number };

/** Within the page: notes when the last of what stands far down was drawn; see lib/web/later.tsx. */
function watchForRest(): void {
  let waiting = false;
  new MutationObserver(() => {
    const waits = document.querySelector("[data-later]") !== null;
    if (waiting && !waits) (globalThis as Watched).atRest = Date.now();
    waiting = waits;
  }).observe(document, { subtree: true, childList: true });
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
