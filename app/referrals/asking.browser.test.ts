import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findingsOn,
  firstVisit,
  openBrowserHouse,
  type BrowserHouse,
  type Visit,
} from "#demo/browser-house.ts";

let b: BrowserHouse;
let mia: Visit;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
  await api("POST", "/people", {
    fullName: "Anna Albers",
    accountName: "Hafen Logistik",
    phones: ["+49 40 123456"],
  });
  mia = await b.visit({ size: "phone" });
  const [name = "", ...value] = cookie.split("=");
  await mia.context.addCookies([{ name, value: value.join("="), url: b.address }]);
});
afterAll(() => b?.close());

describe("asking, on a phone", () => {
  it("writes an ask down in two presses from a person's page, and takes it back", async () => {
    const { page } = mia;
    const found = await api("GET", "/people?q=anna");
    await page.goto(`/people/${found.body.items[0].id}`);
    await page.getByText("Never asked.").waitFor();
    const presses = await countPresses(page);
    await page.getByRole("button", { name: "I asked Anna …" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Will think" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByText("Anna Albers: noted.").first().waitFor();
    expect(await presses()).toBe(2);
    expect(await counted()).toEqual({ peopleAsked: 1, referralsReceived: 0 });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").first().waitFor();
    expect(await counted()).toEqual({ peopleAsked: 0, referralsReceived: 0 });
  });

  it("writes an ask down in three presses from anywhere, goes on to whom they named, and both count", async () => {
    const { page } = mia;
    await page.goto("/asks");
    await page.getByText("Nobody asked yet.").waitFor();
    await expectNothingFrom(page);
    const presses = await countPresses(page);
    await page.getByRole("button", { name: "I asked …" }).first().click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: /Anna Albers/ }).click();
    await sheet.getByText("Nobody has asked them before.").waitFor();
    await expectNothingFrom(page);
    await sheet.getByRole("button", { name: "Named someone" }).click();
    await sheet.getByRole("heading", { name: "Whom did Anna name?" }).waitFor();
    expect(await presses()).toBe(3);
    await sheet.getByLabel("To whom?").fill("Bo Brandt");
    await sheet.getByRole("option", { name: /Write down “Bo Brandt”/ }).click();
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("Say what they did.").first().waitFor();
    await sheet.getByLabel("Told Bo to expect us", { exact: true }).check();
    await expectNothingFrom(page);
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.waitFor({ state: "hidden" });
    await page.getByText("named someone", { exact: true }).waitFor();
    expect(await counted()).toEqual({ peopleAsked: 1, referralsReceived: 1 });
  });

  it("takes the introduction back from the toast, and the ask remembers what they said before", async () => {
    const { page } = mia;
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").first().waitFor();
    expect(await counted()).toEqual({ peopleAsked: 1, referralsReceived: 0 });
    expect((await api("GET", "/asks")).body.items).toMatchObject([{ outcome: "named-someone" }]);
  });

  it("adds a later conversation to this week's ask, and asks until when", async () => {
    const { page } = mia;
    await page.getByRole("button", { name: "I asked …" }).first().click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Whom did you ask?").fill("anna");
    await sheet.getByRole("option", { name: /Anna Albers/ }).click();
    await sheet.getByText("This adds to that ask.").waitFor();
    await sheet.getByRole("button", { name: "Not now …" }).click();
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("say until when").waitFor();
    await sheet.getByRole("button", { name: "In a month" }).click();
    await page.getByText("Added to this week's ask.").first().waitFor();
    expect(await counted()).toEqual({ peopleAsked: 1, referralsReceived: 0 });
  });

  it("turns a name into an introduction, and draws how we came to them", async () => {
    const { page } = mia;
    await page.goto("/referrals");
    await page.getByRole("button", { name: "I was introduced …" }).first().click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: /Anna Albers/ }).click();
    await sheet.getByLabel("To whom?").fill("Cora Carl");
    await sheet.getByRole("option", { name: /Write down “Cora Carl”/ }).click();
    // Typed and left, nothing is lost.
    await sheet.getByLabel("Company").fill("Hof & Söhne");
    await sheet.getByLabel("Phone").fill("+49 40 5550123");
    await sheet.getByLabel("E-mail").fill("cora@hof.example");
    expect(await sheet.getByLabel("Company").inputValue()).toBe("Hof & Söhne");
    await sheet.getByLabel("Only gave us the name").check();
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Cora Carl" }).click();
    await page.getByRole("heading", { name: "Anna Albers named Cora Carl" }).waitFor();
    await page.getByRole("link", { name: "Hof & Söhne" }).waitFor();
    expect(await page.getByRole("link", { name: "Call Cora" }).getAttribute("href")).toBe("tel:+49405550123");
    expect(await counted()).toEqual({ peopleAsked: 1, referralsReceived: 0 });
    await page.getByRole("button", { name: "Turn this name into an introduction" }).click();
    await page.getByLabel("Vouched for us to Cora").check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Anna Albers introduced you to Cora Carl" }).waitFor();
    expect(await counted()).toEqual({ peopleAsked: 1, referralsReceived: 1 });
    await page.getByText("introduced Mia Sommer").waitFor();
    await expectNothingFrom(page);
    await page.getByRole("button", { name: "I answered" }).click();
    await page.getByRole("heading", { name: "Answered" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { name: "Waits for our answer" }).waitFor();
    expect(mia.complaints).toEqual([]);
  });
});

async function api(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { cookie });
}

/** Counts what is pressed on this page from now on. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset["presses"] = "";
    document.addEventListener("pointerdown", () => (dataset["presses"] += "|"), true);
  });
  return async () => page.evaluate(() => (document.documentElement.dataset["presses"] ?? "").length);
}

/** This week's asks and introductions, as the scorecard says. */
async function counted(): Promise<Record<string, number>> {
  const { body } = await api("GET", "/scorecard?by=week&from=2026-11-16&to=2026-11-22");
  const row = body.items[0];
  return { peopleAsked: row.peopleAsked.count, referralsReceived: row.referralsReceived.count };
}

/** What axe finds wrong with the page as it stands. */
async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
