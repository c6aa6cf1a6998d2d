import { readFile, rm, mkdtemp, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindingsOn, SIZES, testBrowser } from "#demo/test-browser.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pictures = process.env["ASKWELL_PICTURES"];
const PATHS = ["/", "/fields", "/facts", "/long", "/timeline", "/states", "/sign-in"] as const;

// What the screens need and no more: no inline style, not even an attribute, and no data: picture.
const NEEDED = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
].join("; ");

let folder: string;
let server: ReturnType<typeof serve>;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gallery-"));
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    mode: "gallery",
    logLevel: "error",
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, "lib/web/gallery/gallery.html") },
    },
  });
  const house = new Hono();
  house.use(async (c, next) => {
    c.header("content-security-policy", NEEDED);
    await next();
  });
  house.use("*", serveStatic({ root: folder }));
  const page = await readFile(join(folder, "lib/web/gallery/gallery.html"), "utf8");
  house.get("*", (c) => c.html(page));
  address = await new Promise((resolve) => {
    server = serve({ fetch: house.fetch, hostname: "127.0.0.1", port: 0 }, (info) =>
      resolve(`http://127.0.0.1:${info.port}`),
    );
  });
});

afterAll(async () => {
  await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
  await rm(folder, { recursive: true, force: true });
});

// Size and scheme do not depend on each other: two of the four pairs show all faults. Pictures are taken of all four.
interface Look {
  size: keyof typeof SIZES;
  scheme: "light" | "dark";
}
const LOOKS: readonly Look[] = [
  { size: "phone", scheme: "light" },
  { size: "desk", scheme: "dark" },
];
const OTHER_LOOKS: readonly Look[] = [
  { size: "phone", scheme: "dark" },
  { size: "desk", scheme: "light" },
];

describe("every page", () => {
  it.each(pictures === undefined ? LOOKS : [...LOOKS, ...OTHER_LOOKS])(
    "is without findings on a $size in $scheme",
    async ({ size, scheme }) => {
      const { page, refused, close } = await open(SIZES[size], { colorScheme: scheme });
      for (const path of PATHS) {
        await page.goto(address + path);
        await page.locator("h1").waitFor();
        await page.waitForTimeout(250);
        await picture(page, `${path.slice(1) || "parts"}-${size}-${scheme}`);
        expect({
          path,
          findings: await axeFindingsOn(page),
          sideways: await sidewaysBy(page),
          small: await smallTargetsOn(page),
        }).toEqual({ path, findings: [], sideways: 0, small: [] });
      }
      expect(refused).toEqual([]);
      await close();
    },
  );
});

describe("the content policy", () => {
  it("is in force: a <style> element is refused", async () => {
    const { page, refused, close } = await open(SIZES.desk);
    await page.goto(address);
    await page.evaluate(() =>
      document.head.append(Object.assign(document.createElement("style"), { textContent: "*{}" })),
    );
    await expect.poll(() => refused.length).toBe(1);
    await close();
  });
});

describe("by keyboard", () => {
  it("finds something through the command bar and goes there", async () => {
    const { page, refused, close } = await open(SIZES.desk);
    await page.goto(address);
    await page.locator("h1").waitFor();
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("ladder no. 11");
    await page
      .getByRole("option", { name: /Ladder no\. 11\b/ })
      .first()
      .waitFor();
    await picture(page, "command-desk-light");
    expect(await axeFindingsOn(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${address}/long`);
    await page.getByRole("heading", { level: 1, name: /Four hundred/ }).waitFor();
    await expect.poll(async () => await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await page.title()).toBe("Four hundred tools and a few · Gallery");
    expect(refused).toEqual([]);
    await close();
  });

  it("picks, is refused at the field, and keeps what was written", async () => {
    const { page, close } = await open(SIZES.phone);
    await page.goto(`${address}/fields`);
    await page.getByLabel("Tool").click();
    await page.keyboard.type("anvil");
    await page
      .getByRole("option", { name: /Anvil no\. 9\b/ })
      .first()
      .waitFor();
    await picture(page, "picker-phone-light");
    expect(await axeFindingsOn(page)).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await page.getByLabel("Tool", { exact: true }).inputValue()).toBe("Anvil no. 9");
    await page.getByLabel("Deposit").fill("1250,5");
    await page.getByRole("button", { name: "Lend", exact: true }).first().click();
    await page.getByText("The saw is lent until Thursday").waitFor();
    await expect
      .poll(async () => await page.evaluate(() => document.activeElement?.getAttribute("name")))
      .toBe("day");
    expect(await page.getByLabel("Deposit").inputValue()).toBe("1,250.50");
    await picture(page, "refused-phone-light");
    expect(await axeFindingsOn(page)).toEqual([]);
    await close();
  });

  it("opens a sheet, closes it with Escape and gives the focus back", async () => {
    const { page, close } = await open(SIZES.phone);
    await page.goto(address);
    const more = page.getByRole("button", { name: "More", exact: true }).last();
    await more.click();
    await page.getByRole("dialog").waitFor();
    await picture(page, "more-phone-light");
    expect(await axeFindingsOn(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(async () => await page.getByRole("dialog").count()).toBe(0);
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.getByRole("button", { name: "Lend" }).click();
    await page.getByRole("dialog").getByLabel("Name").waitFor();
    await picture(page, "sheet-phone-dark");
    await close();
  });

  it("closes a sheet by the browser's way back, and leaves the page by the next", async () => {
    const { page, close } = await open(SIZES.phone);
    await page.goto(`${address}/long`);
    await page.getByText("Ladder no. 1", { exact: true }).waitFor();
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href="/"]')?.click());
    await page.getByRole("button", { name: "Lend" }).click();
    await page.getByRole("dialog").getByLabel("Name").waitFor();
    await page.goBack();
    await expect.poll(async () => await page.getByRole("dialog").count()).toBe(0);
    // The browser has gone back by itself, and is sent forward again.
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
    await page.getByRole("button", { name: "Lend" }).waitFor();
    await page.goBack();
    await page.getByText("Ladder no. 1", { exact: true }).waitFor();
    await close();
  });

  it("takes back what was just done", async () => {
    const { page, close } = await open(SIZES.phone);
    await page.goto(address);
    await page.getByRole("button", { name: "Brought back" }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await picture(page, "undo-phone-light");
    expect(await axeFindingsOn(page)).toEqual([]);
    await page.keyboard.press("Control+z");
    await page.getByText("Undone.").first().waitFor();
    await close();
  });
});

describe("a day", () => {
  it("of a half typed year is not sent, and says so once it is left", async () => {
    const { page, close } = await open(SIZES.desk);
    await page.goto(`${address}/fields`);
    const day = page.getByLabel("Day", { exact: true });
    await day.focus();
    await page.keyboard.type("0404202", { delay: 20 });
    expect(await day.inputValue()).toBe("0202-04-04");
    expect(await page.getByText("Write a day between 1900 and 2199.").count()).toBe(0);
    await page.keyboard.press("Enter");
    await page.getByText("Write a day between 1900 and 2199.").waitFor();
    expect(await page.getByText("The saw is lent until Thursday").count()).toBe(0);
    await page.getByRole("button", { name: "Yesterday" }).click();
    expect(await day.inputValue()).toBe("2026-11-21");
    await page.getByRole("main").getByRole("button", { name: "Lend", exact: true }).click();
    await page.getByText("The saw is lent until Thursday").waitFor();
    await close();
  });
});

describe("by pointer", () => {
  it("keeps a sheet open that a double click opened, and closes it by a later press beside it", async () => {
    const { page, close } = await open(SIZES.desk);
    await page.goto(`${address}/fields`);
    const { x, y } = (await page.getByRole("button", { name: "In a sheet" }).boundingBox())!;
    await page.mouse.dblclick(x + 5, y + 5, { delay: 40 });
    const sheet = page.getByRole("dialog", { name: "Lend a tool" });
    await sheet.waitFor();
    await page.waitForTimeout(600);
    expect(await sheet.count()).toBe(1);
    expect(await sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.mouse.click(x + 5, y + 5);
    await expect.poll(async () => await sheet.count()).toBe(0);
    await close();
  });
});

describe("long lists", () => {
  it.each([
    ["/long", "rowheader", "Wheelbarrow no. 400"],
    ["/timeline", "listitem", "Wheelbarrow no. 400"],
  ] as const)("%s draws only what is seen and fetches the rest while scrolling", async (path, role, last) => {
    const { page, close } = await open(SIZES.desk);
    await page.goto(address + path);
    await page.getByText("Ladder no. 1", { exact: true }).waitFor();
    const end = page.getByRole("main").getByText(last, { exact: true });
    for (let screen = 0; screen < 80 && !(await isInSight(end)); screen++) {
      await page.mouse.wheel(0, 1200);
      await page.waitForTimeout(30);
    }
    await picture(page, `end-of${path.replace("/", "-")}-desk-light`);
    expect(await isInSight(end)).toBe(true);
    expect(await page.getByRole("main").getByRole(role).count()).toBeLessThan(60);
    await close();
  });

  it("keeps what is typed in the address and finds it again", async () => {
    const { page, close } = await open(SIZES.desk);
    await page.goto(`${address}/long`);
    await page.getByLabel("Search", { exact: true }).fill("anvil no. 39");
    await page.getByText("Anvil no. 399", { exact: true }).waitFor();
    expect(page.url()).toBe(`${address}/long?q=anvil+no.+39`);
    await page.reload();
    await page.getByText("Anvil no. 399", { exact: true }).waitFor();
    expect(await page.getByRole("rowheader").count()).toBe(2);
    await close();
  });
});

describe("trouble", () => {
  it("says when the network is gone and when it is back", async () => {
    const { page, context, close } = await open(SIZES.phone);
    await page.goto(address);
    await page.locator("h1").waitFor();
    await context.setOffline(true);
    await page.getByText("No connection").waitFor();
    await picture(page, "offline-phone-light");
    expect(await axeFindingsOn(page)).toEqual([]);
    await context.setOffline(false);
    await expect.poll(async () => await page.getByText("No connection").count()).toBe(0);
    await close();
  });

  it("keeps the frame when a screen breaks or does not exist", async () => {
    const { page, close } = await open(SIZES.desk);
    await page.goto(`${address}/broken`);
    await page.getByText("Something on this page broke").waitFor();
    await picture(page, "broken-desk-light");
    await page.getByRole("link", { name: "Facts" }).click();
    await page.getByRole("heading", { name: "One more than last week" }).waitFor();
    await page.goto(`${address}/nowhere`);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    expect(await page.getByRole("navigation", { name: "Rooms" }).isVisible()).toBe(true);
    await close();
  });

  it("leads to the sign-in page and remembers where to", async () => {
    const { page, close } = await open(SIZES.desk);
    await page.goto(`${address}/refused?q=1`);
    await page.getByRole("heading", { name: "Good morning" }).waitFor();
    expect(page.url()).toBe(`${address}/sign-in?next=%2Frefused%3Fq%3D1`);
    await close();
  });
});

describe("zoom and choice", () => {
  it("fits at 200 % zoom and 320 pixels", async () => {
    const { page, close } = await open({ width: 320, height: 640 });
    for (const path of PATHS) {
      await page.goto(address + path);
      await page.locator("h1").waitFor();
      expect({ path, sideways: await sidewaysBy(page) }).toEqual({ path, sideways: 0 });
    }
    await close();
  });

  it("remembers a chosen scheme before the first paint", async () => {
    const { page, close } = await open(SIZES.desk, { colorScheme: "light" });
    await page.goto(address);
    await page.getByText("Dark", { exact: true }).first().click();
    await page.route("**/*.js", async (route) => {
      if (route.request().url().endsWith("/scheme.js")) await route.continue();
      else await route.abort();
    });
    await page.reload();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
    await close();
  });
});

async function open(
  viewport: { width: number; height: number },
  more: { colorScheme?: "light" | "dark" } = {},
) {
  const browser = await testBrowser();
  const context: BrowserContext = await browser.newContext({
    viewport,
    reducedMotion: "reduce",
    locale: "en-GB",
    ...more,
  });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  return { page, context, refused, close: async () => await context.close() };
}

async function sidewaysBy(page: Page): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

async function isInSight(place: Locator): Promise<boolean> {
  if ((await place.count()) === 0) return false;
  return await place.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** Buttons, fields and links that stand alone, by their size where it is under 44 pixels. */
async function smallTargetsOn(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "button, select, input, textarea, label:has(input), td > span > a, th > a, nav a",
      ),
    ]
      .filter(
        (element) =>
          element.checkVisibility() && element.closest("label:has(input)") !== element.parentElement,
      )
      .filter((element) => !element.matches("label input, .only-heard"))
      .map((element) => ({ element, ...element.getBoundingClientRect().toJSON() }))
      .filter(({ width, height }) => width < 44 || height < 44)
      .map(({ element, width, height }) => `${width} x ${height}: ${element.outerHTML.slice(0, 120)}`),
  );
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({
    path: join(pictures, `${name}.png`),
    fullPage: !/end-of|sheet|more|command|picker|undo/.test(name),
  });
}
