import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { build } from "vite";
import { listen, type Listening } from "#lib/http/listen.ts";
import { serveBundle } from "#lib/http/static.ts";
import { openEmptyHouse, type EmptyHouse, type HouseChoices } from "./test-house.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 860 } };

/** A house that a real browser visits: the built screens, real HTTP, its own database, jobs running. */
export interface BrowserHouse extends EmptyHouse {
  address: string;
  /** A visitor with an own cookie jar; what the page complained about on its console is kept. */
  visit(options?: { size?: keyof typeof SIZES; dark?: boolean }): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

export async function openBrowserHouse(choices: Partial<HouseChoices> = {}): Promise<BrowserHouse> {
  const folder = await mkdtemp(join(tmpdir(), "askwell-screens-"));
  await build({
    root: ROOT,
    configFile: join(ROOT, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
  const empty = await openEmptyHouse(choices);
  const { house } = empty;
  house.api.hono.use(await serveBundle(folder));
  const listening: Listening = await listen(house.api.hono.fetch as never, 0, "127.0.0.1");
  house.worker.start();
  const browser: Browser = await chromium.launch({
    executablePath: process.env["ASKWELL_CHROMIUM"] ?? "/usr/bin/chromium",
    args: FLAGS,
  });
  const address = `http://127.0.0.1:${listening.port}`;
  return {
    ...empty,
    address,
    async visit({ size = "desk", dark = false } = {}) {
      const context = await browser.newContext({
        baseURL: address,
        viewport: SIZES[size],
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
        locale: "en-GB",
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      return { page, context, complaints };
    },
    async close() {
      await browser.close();
      await listening.close(1_000);
      await house.worker.stop();
      await empty.test.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
