import { createServer, type AddressInfo } from "node:net";
import type { MiddlewareHandler } from "hono";
import type { BrowserContext, Page } from "playwright-core";
import { runningClock } from "#lib/kernel/clock.ts";
import { listen, type Listening } from "#lib/http/listen.ts";
import { serveBundle } from "#lib/http/static.ts";
import { builtScreens } from "./built-screens.ts";
import { axeFindingsOn, browserWithDevices, SIZES, testBrowser, type Devices } from "./test-browser.ts";
import { NOON, openEmptyHouse, type EmptyHouse, type HouseChoices } from "./test-house.ts";

/** A house that a real browser visits: the built screens, real HTTP, its own database, jobs running. */
export interface BrowserHouse extends EmptyHouse {
  address: string;
  /**
   * A visitor with an own cookie jar; what the page complained about on its console is kept. `installs`: the app may keep itself
   * on the visitor's device, which fetches all of it. `touch`: with a finger.
   */
  visit(options?: {
    size?: keyof typeof SIZES;
    dark?: boolean;
    installs?: boolean;
    touch?: boolean;
  }): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

let shared: Promise<MiddlewareHandler> | undefined;

/** The built screens, read and compressed once for all test files of a worker: that takes three seconds of a processor. */
async function servedScreens(): Promise<MiddlewareHandler> {
  shared ??= builtScreens().then(serveBundle);
  return shared;
}

/** `named` puts the house at http://localhost, which passkeys need; `devices` gives its visitors a camera and a microphone. */
export async function openBrowserHouse({
  named = false,
  devices,
  ...choices
}: Partial<HouseChoices> & { named?: boolean; devices?: Devices } = {}): Promise<BrowserHouse> {
  const screens = await servedScreens();
  const port = named ? await freePort() : 0;
  // What goes wrong once, a job say, is tried again a little later: with a clock that stands, never.
  const clock = runningClock(NOON);
  const empty = await openEmptyHouse({
    clock,
    ...choices,
    ...(named && { url: `http://localhost:${port}` }),
  });
  const { house } = empty;
  house.api.hono.use(screens);
  const listening: Listening = await listen(house.api.hono.fetch, port, "127.0.0.1");
  house.worker.start();
  const browser = devices === undefined ? await testBrowser() : await browserWithDevices(devices);
  const contexts: BrowserContext[] = [];
  const address = `http://${named ? "localhost" : "127.0.0.1"}:${listening.port}`;
  return {
    ...empty,
    address,
    async visit({ size = "desk", dark = false, installs = false, touch = false } = {}) {
      const context = await browser.newContext({
        baseURL: address,
        viewport: SIZES[size],
        hasTouch: touch,
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
        locale: "en-GB",
        serviceWorkers: installs ? "allow" : "block",
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(90_000);
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        // Asking who is signed in, before anybody is, is answered 401; the browser notes that by itself.
        const asked = /status of 401/.test(message.text());
        if (message.type() === "error" && !asked) complaints.push(message.text());
      });
      return { page, context, complaints };
    },
    async close() {
      await Promise.all(contexts.map((each) => each.close()));
      if (devices !== undefined) await browser.close();
      await listening.close(1_000);
      await house.worker.stop();
      await empty.test.drop();
    },
  };
}

/** Mia opens the workspace of the tests, and stays signed in: answers her cookie, for `visit` and `send`. */
export async function firstVisit(b: BrowserHouse): Promise<string> {
  const entered = await b.send("POST", "/sign-in/first-visit", {
    name: "Mia Sommer",
    email: "mia@nordlicht.example",
    password: "drei Birnen am Zaun",
    workspace: {
      name: "Nordlicht Systeme",
      timeZone: "Europe/Berlin",
      currency: "EUR",
      calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
      defaultCountry: "DE",
    },
  });
  return (entered.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
}

/** The same with a cookie of a session, "name=value": whoever it belongs to is signed in. */
export async function visitAs(
  b: BrowserHouse,
  cookie: string,
  options: Parameters<BrowserHouse["visit"]>[0] = {},
): Promise<Visit> {
  const visit = await b.visit(options);
  const [name = "", ...value] = cookie.split("=");
  await visit.context.addCookies([{ name, value: value.join("="), url: b.address }]);
  return visit;
}

/** What axe finds on the page as it stands, and whether it is wider than the screen; empty is right. */
export async function findingsOn(page: Page): Promise<string[]> {
  const found = await axeFindingsOn(page);
  const over = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  return over > 0 ? [...found, `${over} pixels wider than the screen`] : found;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const { port } = server.address() as AddressInfo;
  await new Promise((down) => server.close(down));
  return port;
}
