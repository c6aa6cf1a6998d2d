import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";
import { englishTalks } from "./persona-talks/en.ts";

const SCENARIO = "/practice/ask-delivered-controller?way=talk";

let b: BrowserHouse;
let cast: Cast;

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
});
afterAll(() => b?.close());

async function visit(options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

const lines = (page: Page) => page.getByRole("log").getByRole("listitem");

async function sayAll(page: Page, said: readonly string[]): Promise<void> {
  for (const words of said) {
    const before = await lines(page).count();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await lines(page)
      .nth(before + 1)
      .waitFor();
  }
}

it("is talked through on a phone with the keyboard alone: begun again, ended with an introduction, reviewed and scored", async () => {
  const { page, complaints } = await visit({ size: "phone" });
  await page.goto(SCENARIO);
  const field = page.getByLabel("What you say to Ilse Brandt");
  await field.focus();
  expect(await lines(page).count()).toBe(1);
  expect(await findingsOn(page)).toEqual([]);

  await sayAll(page, ["Sorry to bother you, do you maybe know anyone who needs this?"]);
  await page.getByText("Ilse Brandt is on guard.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Ilse Brandt waits for what is coming.").waitFor();
  expect(await lines(page).count()).toBe(1);
  await page.getByRole("button", { name: "Back to the talk before" }).press("Enter");
  expect(await lines(page).count()).toBe(3);
  await page.keyboard.press("Tab");
  await field.focus();
  await page.keyboard.press("Escape");

  const good = englishTalks.find(
    ({ persona, ends }) => persona === "ask-delivered-controller" && ends === "introduces",
  );
  await sayAll(page, good?.said ?? []);
  await page.getByText("They will introduce you.").waitFor();
  await page.getByRole("heading", { name: "What moved them" }).waitFor();
  await page.getByText("You recalled what they had gained.").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);

  await page.getByRole("button", { name: "Score it" }).press("Enter");
  await page.getByText("How was it? You first").waitFor();
  const count = page.getByRole("button", { name: "Count it" });
  if (await count.isDisabled())
    for (const key of ["1", "2", "3", "4", "5", "6", "7", "8"]) await page.keyboard.press(key);
  await count.press("Enter");
  await page.getByRole("heading", { name: /^Kept \d of 8$/ }).waitFor();
  expect(complaints).toEqual([]);
});

it("offers to listen only where the words are made on the device", async () => {
  const { page } = await visit();
  await page.addInitScript(() => {
    class Here extends EventTarget {
      static available = () => Promise.resolve("available");
      get processLocally() {
        return true;
      }
      set processLocally(_local: boolean) {
        // It is always so.
      }
      start() {
        const heard = Object.assign(new Event("result"), { results: [[{ transcript: "Good morning" }]] });
        setTimeout(() => {
          this.dispatchEvent(heard);
          this.dispatchEvent(new Event("end"));
        }, 50);
      }
      abort() {
        this.dispatchEvent(new Event("end"));
      }
    }
    Object.assign(globalThis, { SpeechRecognition: Here });
  });
  await page.goto(SCENARIO);
  await page.getByRole("button", { name: "Speak" }).click();
  await expect.poll(() => page.getByLabel("What you say to Ilse Brandt").inputValue()).toBe("Good morning");

  const far = await visit();
  await far.page.addInitScript(() => {
    class Far extends EventTarget {
      start() {
        Object.assign(globalThis, { sentAway: true });
      }
    }
    Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: Far });
  });
  await far.page.goto(SCENARIO);
  await far.page.getByText(/would send your voice away/).waitFor();
  expect(await far.page.getByRole("button", { name: "Speak" }).count()).toBe(0);
  expect(await far.page.evaluate(() => "sentAway" in globalThis)).toBe(false);
});

it("says so where nobody made up can listen", async () => {
  const { page } = await visit();
  await page.goto("/practice/report-won?way=talk");
  await page.getByRole("heading", { name: "Nobody made up sits here" }).waitFor();
  expect(await page.getByLabel(/^What you say/).count()).toBe(0);
});
