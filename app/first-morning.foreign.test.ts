import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";

const FOLDER = new URL("../../shared/data/4-csv-crm/salesforce-dataloader/samples-data/", import.meta.url);
const isThere = existsSync(FOLDER);
if (!isThere)
  console.warn("left out: the first morning with a Salesforce export; ../shared/data is not here");

let house: BrowserHouse;
let page: Page;

/** The README's story as a newcomer walks it, with the files that Salesforce's own loader brings along. */
describe.skipIf(!isThere)("the first morning", () => {
  beforeAll(async () => {
    house = await openBrowserHouse();
    page = (await house.visit({ size: "desk" })).page;
    await page.goto("/");
    await page.getByLabel("Your name").fill("Mia Sommer");
    await page.getByLabel("Your e-mail address").fill("mia@nordlicht.example");
    await page.getByLabel("A password").fill("wintergarten mit ofen");
    await page.getByLabel("Name of the workspace").fill("Nordlicht Systeme");
    await page.getByRole("button", { name: "Make the workspace" }).click();
    await page.getByRole("heading", { name: "Done for today" }).waitFor();
  });
  afterAll(() => house?.close());

  it("brings in 423 accounts and the 38 opportunities on them, as the files say them", async () => {
    await bring("accountData.csv", /423 accounts are in/);
    await bring("opportunityData.csv", /38 deals are in/);
    const accounts = await all("/accounts?limit=100");
    const deals = await all("/deals?limit=100");
    expect(accounts).toHaveLength(423);
    expect(accounts.some(({ name }) => /[äöüéèçñ]/i.test(String(name)))).toBe(true);
    expect(accounts.some(({ name }) => String(name).includes("\uFFFD"))).toBe(false);
    expect(deals).toHaveLength(38);
    const won = deals.filter(({ outcome }) => outcome === "won");
    expect(won).toHaveLength(8);
    expect(won.reduce((sum, { amount }) => sum + (amount as { minor: number }).minor, 0)).toBe(220_000_000);
    expect(deals.some(({ origin }) => origin === "referral")).toBe(true);
  });

  it("takes an ask, an introduction, a meeting and a won deal from one person's page, and takes the win back", async () => {
    const before = await kpis();
    const began = performance.now();
    await page.goto("/people");
    await page.getByRole("button", { name: "Add a person" }).first().click();
    await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Jale Merz");
    await page.getByRole("dialog").locator("button[type=submit]").click();
    await page.getByRole("heading", { name: "Jale Merz", level: 1 }).waitFor();
    await page.getByRole("button", { name: "I asked Jale …" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Named someone" }).click();
    await pick("To whom?", "Veit Reimers", /Veit Reimers/);
    await page
      .getByRole("dialog")
      .getByLabel(/vouched for us|spoke for us/i)
      .first()
      .check({ force: true });
    await page.getByRole("dialog").locator("button[type=submit]").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await log("A meeting");
    await pick("With whom?", "Veit", /Veit Reimers/);
    await page.getByRole("dialog").getByRole("button", { name: "Today", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "It was held" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await log("A deal");
    await page.getByRole("dialog").getByLabel("What", { exact: true }).fill("Shift planning");
    await pick("Company", "Weser Pumpen", /Add the account/);
    await pick("With whom", "Veit", /Veit Reimers/);
    await page.getByRole("dialog").getByLabel("Amount").fill("12,000");
    await page.getByRole("dialog").getByRole("button", { name: "Open the deal" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.goto("/deals");
    await page.getByRole("link", { name: "Shift planning" }).click();
    await page.getByRole("button", { name: /^Won/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "It is won" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    console.log(
      `from the empty page to the won deal: ${((performance.now() - began) / 1000).toFixed(1)} s of a script's clicks`,
    );
    const one = [1, 1, 1, 1, 1];
    expect(await kpis()).toEqual({
      week: plus(before.week, one),
      month: plus(before.month, one),
      quarter: plus(before.quarter, one),
    });
    await page.getByRole("button", { name: /^Undo/ }).click();
    const four = [1, 1, 1, 1, 0];
    await expect.poll(kpis).toEqual({
      week: plus(before.week, four),
      month: plus(before.month, four),
      quarter: plus(before.quarter, four),
    });
  });
});

async function bring(name: string, done: RegExp): Promise<void> {
  await page.goto("/imports");
  const buffer = readFileSync(new URL(name, FOLDER));
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByRole("heading", { name: done }).waitFor();
}

async function all(path: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (first) => {
    const items: Record<string, unknown>[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const answer = await fetch(`/api/v1${first}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      const { items: some, nextCursor } = (await answer.json()) as {
        items: Record<string, unknown>[];
        nextCursor: string | null;
      };
      items.push(...some);
      cursor = nextCursor;
    }
    return items;
  }, path);
}

interface Kpis {
  week: number[];
  month: number[];
  quarter: number[];
}

/** The five numbers of the running week, month and quarter. */
async function kpis(): Promise<Kpis> {
  return page.evaluate(async () => {
    const names = ["peopleAsked", "referralsReceived", "meetingsScheduled", "meetingsHeld", "dealsClosed"];
    const of = async (by: string) => {
      const answer = await fetch(`/api/v1/scorecard?by=${by}`);
      const { items } = (await answer.json()) as { items: Record<string, { count: number }>[] };
      return names.map((name) => items.at(-1)?.[name]?.count ?? -1);
    };
    return { week: await of("week"), month: await of("month"), quarter: await of("quarter") };
  });
}

function plus(numbers: number[], more: number[]): number[] {
  return numbers.map((number, at) => number + (more[at] ?? 0));
}

async function pick(label: string, typed: string, option: RegExp): Promise<void> {
  const within = page.getByRole("dialog");
  await within.getByLabel(label).fill(typed);
  await within.getByRole("option", { name: option }).first().click();
}

/** Opens the sheet behind "Log" and chooses what happened. */
async function log(what: string): Promise<void> {
  await page.getByRole("button", { name: "Log", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: what }).click();
}
