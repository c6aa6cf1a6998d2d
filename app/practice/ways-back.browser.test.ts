import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { madeUpDevices } from "#demo/made-up-devices.ts";
import { NOON } from "#demo/test-house.ts";

const SCENARIO = "/practice/ask-delivered-controller?way=mirror";

const folder = mkdtempSync(join(tmpdir(), "askwell-ways-back-"));
let b: BrowserHouse;
let cast: Cast;
let mia: Visit;
let jonas: Visit;

beforeAll(async () => {
  b = await openBrowserHouse({ devices: madeUpDevices(folder), dataFolder: folder });
  cast = await seatCast(b.test.database, NOON);
  mia = await visit("rep", "phone");
  jonas = await visit("colleague", "desk");
});
afterAll(async () => {
  await b?.close();
  rmSync(folder, { recursive: true });
});

async function visit(who: "rep" | "colleague", size: "phone" | "desk"): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, { size });
  await visitor.context.grantPermissions(["camera", "microphone"]);
  visitor.page.setDefaultTimeout(30_000);
  await visitor.page.addInitScript(() => {
    const awake = { asked: 0, held: 0 };
    const request = () => {
      awake.asked += 1;
      awake.held += 1;
      const lock = {
        released: false,
        release: () => {
          if (!lock.released) awake.held -= 1;
          lock.released = true;
          return Promise.resolve();
        },
      };
      Object.assign(globalThis, { lock });
      return Promise.resolve(lock);
    };
    Object.assign(globalThis, { awake });
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  return visitor;
}

const awake = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { awake: { asked: number; held: number } }).awake);
const here = (page: Page) => page.getByRole("region", { name: "Takes on this device" }).getByRole("listitem");
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).waitFor();

async function recordTake(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the mirror" }).click();
  await page.getByRole("button", { name: /^Record/ }).click();
  await page.getByRole("button", { name: /^Begin again/ }).waitFor();
  await page.waitForTimeout(3_200);
  await page.keyboard.press("s");
  await page.getByRole("button", { name: /^Keep it/ }).waitFor();
}

/** On a phone the picture has most of the screen, and what can be done stands in two lines below it. */
async function standsWell(page: Page): Promise<void> {
  const notes = await page.getByRole("region", { name: "Notes" }).boundingBox();
  expect(notes?.height).toBeLessThanOrEqual(844 * 0.31);
  const tops = await Promise.all(
    [/^Roll/, /^Slower/, /^Faster/, /^A−/, /^A\+/].map(
      async (name) => (await page.getByRole("dialog").getByRole("button", { name }).boundingBox())?.y,
    ),
  );
  expect(new Set(tops).size).toBe(1);
  const record = await page.getByRole("button", { name: /^Record/ }).boundingBox();
  expect((record?.y ?? 0) - (notes?.height ?? 0)).toBeGreaterThan(844 * 0.45);
}

describe("a take", () => {
  it("keeps the phone's screen awake while the mirror stands, also after another app was looked at", async () => {
    const { page } = mia;
    await page.goto(SCENARIO);
    await page.getByRole("button", { name: "Open the mirror" }).click();
    await expect.poll(async () => (await awake(page)).held).toBe(1);
    await page.evaluate(async () => {
      await (globalThis as unknown as { lock: { release: () => Promise<void> } }).lock.release();
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect.poll(() => awake(page)).toEqual({ asked: 2, held: 1 });
    await page.getByRole("button", { name: "Close the mirror" }).click();
    await expect.poll(async () => (await awake(page)).held).toBe(0);
  });

  it("says how long it is, and can be sought through", async () => {
    const { page } = mia;
    await page.getByLabel("Your notes").fill("Ilse, whom at your sister plant should I meet? ".repeat(9));
    await recordTake(page);
    await standsWell(page);
    // It is watched before it is kept.
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Watch/ })
      .click();
    const replay = page.getByRole("dialog").locator("video[controls]");
    await expect
      .poll(() => replay.evaluate((each) => (each as HTMLVideoElement).currentTime))
      .toBeGreaterThan(0.3);
    expect(await findingsOn(page)).toEqual([]);
    await page.keyboard.press("w");
    await expect.poll(() => replay.count()).toBe(0);
    await page.keyboard.press("r");
    await page.getByRole("button", { name: /^Stop/ }).waitFor();
    await page.waitForTimeout(3_200);
    await page.keyboard.press("s");
    await page.getByRole("button", { name: /^Keep it/ }).waitFor();
    await page.keyboard.press("k");
    // What is said of it covers nothing that can be pressed.
    const said = page.getByRole("region", { name: "Last change" });
    await said.getByText("Kept. The other take is thrown away.").waitFor();
    const toast = await said.boundingBox();
    const below = await page.getByRole("button", { name: /^Record/ }).boundingBox();
    expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    await page.getByRole("button", { name: "Close the mirror" }).click();
    await here(page)
      .getByRole("button", { name: /^Watch/ })
      .click();
    const video = here(page).locator("video");
    await expect
      .poll(() => video.evaluate((each) => (each as HTMLVideoElement).duration))
      .toBeGreaterThan(2.5);
    expect(await video.evaluate((each) => (each as HTMLVideoElement).duration)).toBeLessThan(6);
    const sought = await video.evaluate(async (each) => {
      const player = each as HTMLVideoElement;
      player.pause();
      await new Promise((done) => {
        player.addEventListener("seeked", done, { once: true });
        player.currentTime = 2;
      });
      return player.currentTime;
    });
    expect(sought).toBeCloseTo(2, 1);
    await here(page)
      .getByRole("button", { name: /^Close/ })
      .click();
  });

  it("that is shared before it is scored goes on arriving when the sheet is closed, and asks for a colleague's eyes", async () => {
    const { page } = mia;
    await here(page)
      .getByRole("button", { name: /^Share the take/ })
      .click();
    await page.getByLabel("Jonas").check();
    const held = Promise.withResolvers<void>();
    await page.route(
      "**/pieces?*",
      async (route) => {
        await held.promise;
        await route.continue();
      },
      { times: 1 },
    );
    await page.getByRole("button", { name: /^Share [\d.]+ (KB|MB)/ }).click();
    const sheet = page.getByRole("dialog", { name: "Who sees this take" });
    await sheet.getByText("You need not wait here").waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await sheet.getByRole("button", { name: "Close" }).click();
    await here(page).getByText("0 % sent").waitFor();
    held.resolve();
    await here(page).getByText("shared with Jonas Weber").waitFor();

    await jonas.page.goto("/");
    await heading(jonas.page, "Mia Sommer asked for your eyes");
    await jonas.page.getByRole("link", { name: "Look" }).click();
    await heading(jonas.page, "They asked for your eyes");
    expect(await findingsOn(jonas.page)).toEqual([]);
    await jonas.page.getByRole("link", { name: /^Mia Sommer:/ }).click();
    await jonas.page.locator("video").waitFor();
    expect(await jonas.page.getByRole("link", { name: "say what you saw" }).count()).toBe(0);
  });

  it("is tied to the rehearsal that is scored then, is let go when that is taken back, and can be shared anew", async () => {
    const { page } = mia;
    await page.getByRole("button", { name: "Score it" }).click();
    await page.getByText("How was it? You first").waitFor();
    for (let at = 1; at <= 8; at += 1) await page.keyboard.press(String(at));
    await page.getByLabel("A line for next time").fill("Slower.");
    await page.getByRole("button", { name: "Count it" }).click();
    await heading(page, "Kept 8 of 8");
    await page.getByText("Jonas Weber will score it, too.").waitFor();
    await jonas.page.reload();
    await jonas.page.getByRole("link", { name: "say what you saw" }).waitFor();

    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("How was it? You first").waitFor();
    expect(await page.getByLabel("A line for next time").inputValue()).toBe("Slower.");
    expect(await page.getByRole("button", { name: "Count it" }).isEnabled()).toBe(true);
    await jonas.page.reload();
    await jonas.page.locator("video").waitFor();
    expect(await jonas.page.getByRole("link", { name: "say what you saw" }).count()).toBe(0);

    await page.goto("/practice/takes");
    await here(page)
      .getByRole("button", { name: /^Who sees/ })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
    await page.getByLabel("Jonas").check();
    await page.getByRole("button", { name: /^Share [\d.]+ (KB|MB)/ }).click();
    await page.getByText("All of it has arrived.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  });

  it("that is thrown away while others see it says who, with the way to withdraw it", async () => {
    const { page } = mia;
    await page.goto(SCENARIO);
    await here(page)
      .getByRole("button", { name: /^Throw away/ })
      .click();
    await page.getByText("Thrown away here, and still shared:").waitFor();
    await page.getByText(/^Jonas Weber may see it until/).waitFor();
    await page.getByRole("button", { name: /^Withdraw it/ }).click();
    await expect.poll(() => page.getByText("still shared").count()).toBe(0);
    expect(mia.complaints).toEqual([]);
    expect(jonas.complaints).toEqual([]);
  });
});

async function miaSends(path: string, body: object): Promise<string> {
  const key = { authorization: `Bearer ${cast.keys.rep}`, "idempotency-key": crypto.randomUUID() };
  const { status, body: answer } = await b.send("POST", path, body, key);
  expect(status, JSON.stringify(answer)).toBe(201);
  return answer.id as string;
}

it("has its notes back when the words of the next ask were loaded over them", async () => {
  const { page } = mia;
  const personId = await miaSends("/people", { fullName: "Ana Ruiz", accountName: "Telia AB" });
  await miaSends("/plans", { personId });
  await page.goto("/practice/no-policy?way=mirror");
  const notes = page.getByLabel("Your notes");
  await notes.fill("What I worked out last night.");
  await page.getByRole("button", { name: "Load what I will say to Ana Ruiz" }).click();
  await expect.poll(() => notes.inputValue()).not.toBe("What I worked out last night.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => notes.inputValue()).toBe("What I worked out last night.");
  await page.reload();
  expect(await notes.inputValue()).toBe("What I worked out last night.");
});
