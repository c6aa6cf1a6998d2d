import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  findingsOn,
  firstVisit,
  openBrowserHouse,
  type BrowserHouse,
  type Visit,
} from "#demo/browser-house.ts";

let at = Date.parse("2026-11-18T10:05:00Z");
let b: BrowserHouse;
let cookie = "";
let mia: Visit;

beforeAll(async () => {
  b = await openBrowserHouse({ clock: { now: () => new Date(at) } });
  cookie = await firstVisit(b);
  mia = await b.visit({ size: "phone" });
  const [name = "", ...value] = cookie.split("=");
  await mia.context.addCookies([{ name, value: value.join("="), url: b.address }]);
  await mia.page.clock.install({ time: at });
  // Whoever counts listens to the page being left.
  await mia.context.addInitScript(() => {
    const listen = window.addEventListener.bind(window);
    window.addEventListener = (...listening: Parameters<typeof listen>) => {
      listen(...listening);
      if (listening[0] === "pagehide") document.documentElement.dataset["counts"] = "yes";
    };
  });
});
afterAll(() => b?.close());

it("counts while the page is touched, and no longer when it is idle, hidden, or asleep", async () => {
  const { page } = mia;
  await goCounting(page, "/");
  for (let touches = 0; touches < 6; touches += 1) {
    await page.mouse.move(50, 50 + touches);
    await pass(30_000);
  }
  await pass(600_000);
  // Five half minutes between the touches, and the minute after the last.
  const touched = await sentOnLeaving(page);
  expect(touched).toBeGreaterThanOrEqual(209);
  expect(touched).toBeLessThanOrEqual(220);

  await goCounting(page, "/");
  await show(page, "hidden");
  await page.mouse.move(60, 60);
  await pass(120_000);
  await show(page, "visible");
  await pass(5_000);
  await page.mouse.move(70, 70);
  at += 8 * 3_600_000;
  await page.clock.fastForward(8 * 3_600_000);
  await pass(120_000);
  const slept = await sentOnLeaving(page);
  expect(slept - touched).toBeLessThanOrEqual(10);
});

it("is told to oneself in minutes, the last ones too, on a page that axe finds nothing wrong with", async () => {
  const { page, complaints } = mia;
  await goCounting(page, "/account");
  await page.getByRole("heading", { name: "Your time on these screens" }).waitFor();
  await page.getByText(/This week: [34] minutes, 0 people asked\./).waitFor();
  for (let touches = 0; touches < 10; touches += 1) {
    await page.mouse.move(80, 80 + touches);
    await pass(30_000);
  }
  await page.getByRole("link", { name: "Today" }).last().click();
  await page.waitForURL(`${b.address}/`);
  await page.goto("/account");
  await page.getByText(/This week: [89] minutes, 0 people asked\./).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.goto("/settings");
  await page.getByText("too few to say. It takes 5 members with time.").waitFor();
  expect(complaints).toEqual([]);
});

it("says nothing when it cannot be sent, keeps it, and sends it once", async () => {
  const { page, context, complaints } = mia;
  await goCounting(page, "/");
  const before = await seconds();
  await page.route("**/api/v1/screen-time", (route) => route.abort());
  for (let touches = 0; touches < 12; touches += 1) {
    await page.mouse.move(90, 90 + touches);
    await pass(30_000);
  }
  expect(await seconds()).toBe(before);
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.unroute("**/api/v1/screen-time");
  const other = await context.newPage();
  await other.clock.install({ time: at });
  await goCounting(other, "/");
  await expect.poll(seconds).toBeGreaterThanOrEqual(before + 300);
  await sentOnLeaving(page);
  const sum = await sentOnLeaving(other);
  expect(sum - before).toBeLessThanOrEqual(12 * 30 + 40);
  expect(complaints.filter((each) => !/ERR_FAILED/.test(each))).toEqual([]);
});

/** Time goes by, here and there. */
async function pass(ms: number): Promise<void> {
  at += ms;
  await mia.page.clock.runFor(ms);
}

/** Goes to a page until it has begun to count, which it does a moment after it is there. */
async function goCounting(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.clock.runFor(3_000);
  await page.locator("html[data-counts]").waitFor({ state: "attached" });
}

async function show(page: Page, state: "visible" | "hidden"): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}

/** The page is left; what it held has come. */
async function sentOnLeaving(page: Page): Promise<number> {
  await page.goto("about:blank");
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await seconds();
        const same = now === before;
        before = now;
        return same;
      },
      { interval: 400 },
    )
    .toBe(true);
  return before;
}

async function seconds(): Promise<number> {
  const answer = await b.send("GET", "/screen-time", undefined, { cookie });
  return answer.body.items[0].seconds as number;
}
