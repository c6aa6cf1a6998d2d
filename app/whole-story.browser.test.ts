import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse, type Visit } from "#demo/browser-house.ts";

let house: BrowserHouse;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  house = await openBrowserHouse();
  visit = await house.visit({ size: "phone" });
  page = visit.page;
});
afterAll(() => house?.close());

it("goes from the first visit over an ask, an introduction and a meeting to a won deal, and the scorecard moves", async () => {
  await page.goto("/");
  await page.getByRole("heading", { name: "You are the first one here" }).waitFor();
  await page.getByLabel("Your name").fill("Mia Sommer");
  await page.getByLabel("Your e-mail address").fill("mia@nordlicht.example");
  await page.getByLabel("A password").fill("wintergarten mit ofen");
  await page.getByLabel("Name of the workspace").fill("Nordlicht Systeme");
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await page.getByRole("heading", { name: "Done for today" }).waitFor();
  await nothingToMend();

  await page.goto("/people");
  await page.getByRole("button", { name: "Add a person" }).first().click();
  const adding = page.getByRole("dialog");
  await adding.getByLabel("Name", { exact: true }).fill("Jale Merz");
  await adding.getByLabel("Title").fill("Head of operations");
  await pick(adding, "Works at", "Hafen Logistik", /Add the account/);
  await adding.getByRole("button", { name: /^Add/ }).last().click();
  await page.getByRole("heading", { name: "Jale Merz", level: 1 }).waitFor();
  await nothingToMend();

  await page.getByRole("button", { name: "I asked Jale …" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Named someone" }).click();
  await page.getByRole("dialog").getByLabel("To whom?").waitFor();
  await pick(page.getByRole("dialog"), "To whom?", "Veit Reimers", /Veit Reimers/);
  await page
    .getByRole("dialog")
    .getByLabel(/vouched for us|spoke for us/i)
    .first()
    .check({ force: true });
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.goto("/scorecard");
  await page.getByRole("heading", { name: /one person asked/i }).waitFor();
  expect(await kpis()).toEqual([1, 1, 0, 0, 0]);
  await nothingToMend();

  await page.goto("/");
  await page.getByRole("button", { name: "I answered" }).click();
  await page.getByRole("heading", { name: "One thing owed, then you are done" }).waitFor();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("button", { name: "I answered" }).click();
  await page.getByText("Thank Jale Merz for Veit").waitFor();
  await page.getByRole("button", { name: "I called: Jale Merz" }).click();
  await page.getByRole("heading", { name: "Done for today" }).waitFor();

  const meeting = await log("A meeting");
  await pick(meeting, "With whom?", "Veit", /Veit Reimers/);
  await meeting.getByRole("button", { name: "Today", exact: true }).click();
  await meeting.getByRole("button", { name: "It was held" }).click();
  await meeting.waitFor({ state: "detached" });
  const deal = await log("A deal");
  await deal.getByLabel("What", { exact: true }).fill("Shift planning");
  await pick(deal, "Company", "Weser Pumpen", /Add the account/);
  await pick(deal, "With whom", "Veit", /Veit Reimers/);
  await deal.getByLabel("Amount").fill("12,000");
  await deal.getByRole("button", { name: "Open the deal" }).click();
  await deal.waitFor({ state: "detached" });
  await page.goto("/deals");
  await page.getByRole("link", { name: "Shift planning" }).click();
  await page.getByRole("button", { name: /^Won/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "It is won" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await kpis()).toEqual([1, 1, 1, 1, 1]);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(kpis).toEqual([1, 1, 1, 1, 0]);
});

it("brings in a file after showing what will happen, and takes it back with one press", async () => {
  const csv = [
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "Ilka,Uhlig,https://www.linkedin.com/in/ilka-uhlig,ilka@eider.example,Eider Energie,Plant manager,03 Nov 2026",
    "Wanja,Quast,https://www.linkedin.com/in/wanja-quast,,Trave Druck,Controller,02 Nov 2026",
  ].join("\n");
  await page.goto("/imports");
  const file = { name: "Connections.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("heading", { name: "Ready: 2 new people" }).waitFor();
  await nothingToMend();
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByRole("heading", { name: "2 people are in" }).waitFor();
  await page.getByRole("link", { name: "Ilka Uhlig" }).waitFor();
  await page.getByRole("button", { name: "Take the whole file back" }).click();
  await page.getByRole("heading", { name: /^Taken back/ }).waitFor();
  expect(visit.complaints).toEqual([]);
});

it("finds nothing to mend on any page, at a desk, in the dark", async () => {
  const cookies = await visit.context.cookies();
  const desk = await house.visit({ size: "desk", dark: true });
  await desk.context.addCookies(cookies);
  page = desk.page;
  expect(PAGES.length).toBeGreaterThan(10);
  for (const path of PAGES) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await nothingToMend();
  }
}, 300_000);

it("says so when the connection is lost, keeps what was typed, and carries on when it is back", async () => {
  await page.goto("/people");
  await page.getByRole("button", { name: "Add a person" }).first().click();
  const adding = page.getByRole("dialog");
  await adding.getByLabel("Name", { exact: true }).fill("Bruno Amsel");
  await page.context().setOffline(true);
  await adding.locator("button[type=submit]").click();
  await adding
    .getByText(/no connection/i)
    .first()
    .waitFor();
  await page.context().setOffline(false);
  expect(await adding.getByLabel("Name", { exact: true }).inputValue()).toBe("Bruno Amsel");
  await adding.locator("button[type=submit]").click();
  await page.getByRole("heading", { name: "Bruno Amsel", level: 1 }).waitFor();
  expect(page.url()).toMatch(/\/people\/[0-9a-f-]{36}$/);
});

const PAGES = [
  "/",
  "/people",
  "/accounts",
  "/asks",
  "/referrals",
  "/meetings",
  "/deals",
  "/scorecard",
  "/imports",
  "/team",
  "/account",
  "/settings",
  "/settings/goals",
  "/settings/keys",
  "/settings/api",
];

/** Opens the sheet behind "Log" and chooses what happened. */
async function log(what: string) {
  await page.getByRole("button", { name: "Log", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: what }).click();
  return page.getByRole("dialog");
}

/** The five numbers of the running week, as the page shows them. */
async function kpis(): Promise<number[]> {
  const card = await page.evaluate(async () => {
    const answer = await fetch("/api/v1/scorecard?by=week");
    return (await answer.json()) as { items: Record<string, { count: number }>[] };
  });
  const now = card.items.at(-1)!;
  return ["peopleAsked", "referralsReceived", "meetingsScheduled", "meetingsHeld", "dealsClosed"].map(
    (kpi) => now[kpi]!.count,
  );
}

async function pick(
  within: Pick<Page, "getByLabel" | "getByRole">,
  label: string,
  typed: string,
  option: RegExp,
): Promise<void> {
  await within.getByLabel(label).fill(typed);
  await within.getByRole("option", { name: option }).first().click();
}

/** Nothing for axe to find, nothing that scrolls sideways, no complaint on the console. */
async function nothingToMend(): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(visit.complaints).toEqual([]);
}
