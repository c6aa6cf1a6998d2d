import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";
import type { DutyView } from "./duty-view.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin.
let b: BrowserHouse;
let cast: Cast;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visit = await b.visit({ size: "phone" });
  ({ page, complaints } = visit);
  const [name = "", ...value] = cookie.split("=");
  await visit.context.addCookies([{ name, value: value.join("="), url: b.address }]);
});
afterAll(() => b?.close());

it("asks once how a meeting went, and thanks a chain of three to its origin when the deal is won, a tap each", async () => {
  const [clara, anna, ben, bo] = [
    await person("Clara Conrad"),
    await person("Anna Albers"),
    await person("Ben Roth"),
    await person("Bo Brandt"),
  ];
  await introduced(clara, anna, 5, "2025-03-04");
  await introduced(anna, ben, 4, "2025-09-02");
  const referral = await introduced(ben, bo, 3, "2026-11-18");
  await send("PUT", `/referrals/${referral}/state`, { state: "responded" });
  await send("POST", "/settlements", { duties: [`${referral}.thank.${ben}`], how: "note" });
  const soon = { personId: bo, referralId: referral, scheduledOn: "2026-11-18", day: "2026-11-18" };
  const meeting = await made("/meetings", { ...soon, time: "09:30" });

  await page.goto("/");
  await page.getByText("Did you meet Bo Brandt?").waitFor();
  expect(await page.getByText(/Bo Brandt\?/).count()).toBe(1);
  await page.getByRole("button", { name: "Held: Bo Brandt" }).click();
  await page.getByText("Did you meet Bo Brandt?").waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("heading", { name: /then you are done|Done for today/ }).waitFor();
  expect(await page.getByText(/Bo Brandt\?/).count()).toBe(0);
  await page.goto(`/referrals/${referral}`);
  await page.getByText("Met", { exact: true }).first().waitFor();
  await page.getByText("Tell Ben Roth how the meeting with Bo went").waitFor();
  await page.goto(`/meetings/${meeting}`);
  await page.getByRole("button", { name: "I called: Ben Roth" }).click();
  await page.getByText("Tell Ben Roth how the meeting with Bo went").waitFor();
  await page.getByText("called today").waitFor();

  const deal = await made("/deals", {
    name: "Plan",
    accountName: "Brandt Werke",
    personId: bo,
    referralId: referral,
    origin: "referral",
    amount: { minor: 1_200_000, currency: "EUR" },
    openedOn: "2026-11-18",
  });
  await page.goto(`/deals/${deal}`);
  await page.getByRole("button", { name: "Won …" }).click();
  await page.getByRole("button", { name: "It is won" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  const owed = page.getByRole("region", { name: "Owed to the source" });
  await owed.getByText("Tell Ben Roth that Bo became a client, and thank them").waitFor();
  await owed.getByText("Thank Anna Albers too: Bo became a client, and it began with them").waitFor();
  await owed.getByText("Thank Clara Conrad too: Bo became a client, and it began with them").waitFor();
  expect(await openDuties()).toEqual([
    "report-close Ben Roth",
    "thank-chain Anna Albers",
    "thank-chain Clara Conrad",
    "thank-close Ben Roth",
  ]);
  await nothingFrom();
  await page.goto("/scorecard");
  await knows("0 of 1: too early to say");

  await page.goto(`/deals/${deal}`);
  for (const name of ["Ben Roth", "Anna Albers", "Clara Conrad"]) {
    await owed.getByRole("button", { name: `I called: ${name}` }).click();
    await owed.getByRole("button", { name: `I called: ${name}` }).waitFor({ state: "detached" });
  }
  expect(await openDuties()).toEqual([]);
  expect(await page.getByText(/how it ended, and thank/).count()).toBe(0);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await owed.getByRole("button", { name: "I called: Clara Conrad" }).waitFor();
  expect(await openDuties()).toEqual(["thank-chain Clara Conrad"]);
  await owed.getByRole("button", { name: "I called: Clara Conrad" }).click();
  await owed.getByRole("button", { name: "I called: Clara Conrad" }).waitFor({ state: "detached" });
  await page.goto("/scorecard");
  await knows("1 of 1: too early to say");
  await page.getByRole("button", { name: "What is behind it" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Bo Brandt" }).waitFor();
  await nothingFrom();
  await page.goto("/scorecard?by=quarter");
  await page.getByRole("button", { name: "quarter 3, 2025", exact: true }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Ben Roth" }).waitFor();
  expect(await page.getByRole("dialog").getByRole("link", { name: "Bo Brandt" }).count()).toBe(0);
  await nothingFrom();

  await send("DELETE", `/deals/${deal}/outcome`);
  expect(await openDuties()).toEqual([]);
  await send("PUT", `/deals/${deal}/outcome`, { outcome: "won" });
  expect(await openDuties()).toEqual([]);
  expect(complaints).toEqual([]);
});

async function knows(says: string): Promise<void> {
  await page
    .locator("div", { hasText: /^Sources who know what came of it/ })
    .last()
    .getByText(says)
    .waitFor();
}

async function openDuties(): Promise<string[]> {
  const { items } = (await send("GET", `/duties?responsible=${cast.rep}`)).body;
  return (items as DutyView[]).map(({ kind, sourceName }) => `${kind} ${sourceName}`).toSorted();
}

function person(fullName: string): Promise<string> {
  return made("/people", { fullName });
}

function introduced(sourceId: string, contactId: string, level: number, day: string): Promise<string> {
  return made("/referrals", { sourceId, contactId, level, day });
}

async function send(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { authorization: `Bearer ${cast.keys.rep}` });
}

async function made(path: string, body: object): Promise<string> {
  const answer = await send("POST", path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
}

async function nothingFrom(): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
