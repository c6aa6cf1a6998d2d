import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findingsOn,
  firstVisit,
  visitAs,
  openBrowserHouse,
  type BrowserHouse,
  type Visit,
} from "#demo/browser-house.ts";

let b: BrowserHouse;
let mia: Visit;
let cookie = "";
let anna = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
  const account = await api("POST", "/accounts", { name: "Hafen Logistik", kind: "client" });
  const person = await api("POST", "/people", {
    fullName: "Anna Albers",
    title: "Head of Operations",
    accountId: account.body.id,
    phones: ["+49 40 123456"],
    emails: ["anna@hafen.example"],
  });
  anna = person.body.id;
  await api("POST", `/people/${anna}/right`, { earned: true, words: "You saved us two days a month." });
  await api("PUT", `/people/${anna}/preference`, { channel: "call", bestWeekday: 2 });
  mia = await enter(false);
});
afterAll(() => b?.close());

describe("a talk, on a phone", () => {
  it("opens from the person, in large type, with the number one tap away", async () => {
    const { page } = mia;
    await page.goto(`/people/${anna}`);
    await page.getByRole("link", { name: "Ask Anna", exact: true }).click();
    await page.getByRole("heading", { name: "Ask Anna Albers" }).waitFor();
    const value = page.getByText("Anna, you once told me: “You saved us two days a month”.");
    await value.waitFor();
    expect(
      await value.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize)),
    ).toBeGreaterThan(22);
    await page.getByText("They like to be asked by phone, best on Tuesdays.").waitFor();
    await page.getByText("Nobody has asked them before.").waitFor();
    const call = page.getByRole("link", { name: "Call Anna" });
    expect(await call.getAttribute("href")).toBe("tel:+4940123456");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectNothingFrom(page);
  });

  it("says what to fill in where a fact is missing, and takes what is written for this talk alone", async () => {
    const { page } = mia;
    await page.getByText("Choose a reason: one sentence").waitFor();
    await page.getByRole("button", { name: "Write it: Why they should meet us" }).click();
    await page.getByLabel("Why they should meet us").fill("They lose two days a month on papers.");
    await page.getByRole("button", { name: "Done" }).click();
    await page.reload();
    await page.getByText("They lose two days a month on papers.").waitFor();
    expect(await page.getByText("Choose a reason: one sentence").count()).toBe(0);
  });

  it("swaps words for others in one tap", async () => {
    const { page } = mia;
    await page.getByText("May I ask you for something? A no is perfectly all right.").waitFor();
    await page.getByRole("button", { name: "Other words: Ask for permission" }).click();
    await page.getByText("There are others we could do the same for.").waitFor();
    expect(await page.getByText("A no is perfectly all right.").count()).toBe(0);
  });

  it("is read in German as well", async () => {
    const { page } = mia;
    await page
      .getByRole("button", { name: /Change$/ })
      .first()
      .click();
    await page.getByLabel("Language").selectOption({ label: "Deutsch" });
    await page.getByText("Anna, Sie haben einmal zu mir gesagt: „You saved us two days a month“.").waitFor();
    expect(await page.getByText("Anna, you once told me").count()).toBe(0);
    await page.getByLabel("Language").selectOption({ label: "English" });
    await page.getByText("Anna, you once told me").waitFor();
  });

  it("plants a seed in discovery and asks for nothing", async () => {
    const { page } = mia;
    await page.getByLabel("At which moment").selectOption({ label: "In discovery" });
    await page.getByText("Plant a seed. Ask for nothing yet.").waitFor();
    await page.getByText("Not today.").waitFor();
    expect(await page.getByRole("button", { name: "How did it go?" }).count()).toBe(0);
    await page.getByRole("button", { name: "I said it" }).click();
    await page.getByText("Anna Albers: planted.").first().waitFor();
    const { items } = (await api("GET", `/seeds?person=${anna}`)).body;
    expect(items).toMatchObject([{ moment: "discovery", words: expect.stringContaining("Not today.") }]);
    await page.goto(`/people/${anna}/ask`);
    await page.getByText("Anna, you once told me").waitFor();
  });

  it("logs how it went in two presses, and has the lines to pass on ready", async () => {
    const { page } = mia;
    await page.getByRole("button", { name: "How did it go?" }).click();
    await page.getByLabel("How", { exact: true }).selectOption({ label: "By e-mail" });
    await page.getByText("A letter is easy to leave unanswered.").waitFor();
    await expectNothingFrom(page);
    await page.getByLabel("How", { exact: true }).selectOption({ label: "By phone" });
    await page.getByRole("button", { name: "Named someone" }).click();
    await page.getByRole("heading", { name: "Whom did Anna name?" }).waitFor();
    await page.getByLabel("To whom?").fill("Bo Brandt");
    await page.getByRole("option", { name: /Write down “Bo Brandt”/ }).click();
    await page.getByLabel("Told Bo to expect us", { exact: true }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "For Anna to pass on" }).waitFor();
    await expectNothingFrom(page);
    const lines = await page.getByLabel("The lines").inputValue();
    expect(lines).toMatch(
      /^Hello Bo,\n\nI would like you to meet Mia Sommer of Nordlicht Systeme\. We work with them at/,
    );
    const letter = await page.getByRole("link", { name: "Open in my mail program" }).getAttribute("href");
    const address = new URL(letter ?? "");
    expect(address.pathname).toBe("anna@hafen.example");
    expect(address.searchParams.get("body")?.replaceAll("\r\n", "\n")).toContain(lines);
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied ✓" }).waitFor();
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(lines);
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText("named someone", { exact: true }).waitFor();
    const { items } = (await api("GET", "/scorecard?by=week&from=2026-11-16&to=2026-11-22")).body;
    expect([items[0].peopleAsked.count, items[0].referralsReceived.count]).toEqual([1, 1]);
    expect(mia.complaints).toEqual([]);
  });

  it("counts the words it was held with, and not those that were written over", async () => {
    const { items } = (await api("GET", "/wordings?moment=anytime")).body;
    const used = items.filter((each: { talks: number }) => each.talks > 0);
    expect(used.map((each: { key: string }) => each.key).toSorted()).toEqual(
      [
        "grace.mind",
        "how.call",
        "permission.others",
        "prompts.think",
        "report.sameDay",
        "request.plain",
        "say.good",
        "value.told",
      ].map((key) => `en.anytime.${key}`),
    );
    expect(used.every((each: { introductions: number }) => each.introductions === 1)).toBe(true);
    await mia.page.goto(`/people/${anna}/ask`);
    await mia.page.getByText("Choose a reason: one sentence").waitFor();
  });

  it("shows the team's words by moment with what came of them, and takes new ones", async () => {
    const { page } = mia;
    await page.goto("/words-for-asking");
    await page.getByText("1 introduction in 1 talk: too early to tell").first().waitFor();
    await expectNothingFrom(page);
    await page.getByRole("button", { name: "Write words: Ask for permission" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("What you say").fill("Do you have a minute for me,");
    await sheet.getByRole("button", { name: "their name" }).click();
    await sheet.getByText("Do you have a minute for me, Anna").waitFor();
    await sheet.getByLabel("Whose words").selectOption({ label: "Everybody's" });
    await expectNothingFrom(page);
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.waitFor({ state: "hidden" });
    await page.getByText("Do you have a minute for me, {name}").waitFor();
    expect(await page.getByText("A no is perfectly all right.").count()).toBe(0);
    await page.getByRole("button", { name: "More for “Do you have a minute" }).click();
    await page.getByRole("button", { name: "Retire" }).click();
    await page.getByText("A no is perfectly all right.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").first().waitFor();
    await page.goto(`/people/${anna}/ask`);
    await page.getByText("Do you have a minute for me, Anna").waitFor();
    expect(mia.complaints).toEqual([]);
  });

  it("is as good in the dark", async () => {
    const { page, complaints } = await enter(true);
    for (const [path, says] of [
      [`/people/${anna}/ask`, "You saved us two days a month"],
      ["/words-for-asking", "Do you have a minute"],
    ] as const) {
      await page.goto(path);
      await page.getByText(says).first().waitFor();
      await expectNothingFrom(page);
    }
    expect(complaints).toEqual([]);
  });
});

async function enter(dark: boolean): Promise<Visit> {
  const visit = await visitAs(b, cookie, { size: "phone", dark });
  visit.page.setDefaultTimeout(30_000);
  await visit.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: b.address });
  return visit;
}

async function api(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { cookie });
}

/** What axe finds wrong with the page as it stands. */
async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
