import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import type { RunningServer } from "./scratch.ts";

const QUIET_MS = 1_000;

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
 * What a screen asks the API for when it is opened, as paths, in rounds: a round begins when everything asked before was
 * answered, so that each has to wait for the one before.
 */
export async function requestsOf(
  browser: Browser,
  server: RunningServer,
  cookie: string,
  address: string,
): Promise<string[][]> {
  const context = await openPhone(browser, server, cookie);
  const page = await context.newPage();
  const rounds: string[][] = [];
  let inFlight = 0;
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (!pathname.startsWith("/api/") || request.method() !== "GET") return;
    if (inFlight === 0) rounds.push([]);
    inFlight += 1;
    rounds.at(-1)?.push(pathname + search);
  });
  const answered = (request: { url(): string; method(): string }) => {
    if (new URL(request.url()).pathname.startsWith("/api/") && request.method() === "GET") inFlight -= 1;
  };
  page.on("requestfinished", answered);
  page.on("requestfailed", answered);
  await page.goto(server.url + address);
  await untilQuiet(page, () => inFlight === 0);
  await context.close();
  return rounds;
}

/** Until the heading is there and nothing was asked for a while. */
async function untilQuiet(page: Page, isQuiet: () => boolean): Promise<void> {
  await page.locator("h1").waitFor();
  for (let quietFor = 0; quietFor < QUIET_MS; quietFor += 50) {
    await page.waitForTimeout(50);
    if (!isQuiet()) quietFor = 0;
  }
}
