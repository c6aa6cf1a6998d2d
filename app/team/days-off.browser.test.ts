import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

let b: BrowserHouse;
let cast: Cast;
beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
});
afterAll(() => b?.close());

const OUTING = [
  "BEGIN:VCALENDAR",
  "X-WR-CALNAME:House",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTART;VALUE=DATE:20261211",
  "SUMMARY:Works outing",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

it("lets a leader choose the country and bring a calendar, and take back what was wrong", async () => {
  const { page } = await visitAs("leader", "phone");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Days off" }).click();
  await page.getByText("No answer is due on a holiday that Askwell knows of.").waitFor();
  await page.getByText("Sa", { exact: true }).click();
  await page.getByText("The workdays are changed.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => page.getByRole("checkbox", { name: "Saturday" }).isChecked()).toBe(false);
  await expectFine(page);

  await page.getByRole("button", { name: "Add holidays" }).click();
  await page.getByLabel("Country").selectOption("DE");
  await page.getByLabel("Part of it").selectOption("BY");
  await page.getByText("Twelve public holidays this year").waitFor();
  await expectFine(page);
  await page.getByRole("button", { name: "Add them" }).click();
  await page.getByText("Germany, Bayern: 36 days off.", { exact: true }).waitFor();
  await page.getByText("Christmas Day").waitFor();
  await page.getByRole("button", { name: "Remove Boxing Day" }).click();
  await page.getByText("Boxing Day is worked.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Remove Boxing Day" }).waitFor();

  await page.getByRole("button", { name: "Add holidays" }).click();
  const file = page.locator("input[type=file]");
  await file.setInputFiles({ name: "days.ics", mimeType: "text/calendar", buffer: Buffer.from("%PDF-1.7") });
  await page.getByText("this is a PDF; bring the calendar it was made from").waitFor();
  await file.setInputFiles({ name: "days.ics", mimeType: "text/calendar", buffer: Buffer.from(OUTING) });
  await page.getByText("House: one day off.", { exact: true }).waitFor();
  await page.getByText("Works outing").waitFor();
  await expectFine(page);
  await page.getByRole("button", { name: "Take back House" }).click();
  await page.getByText("House is taken back.", { exact: true }).waitFor();
  await page.getByText("Works outing").waitFor({ state: "detached" });
});

it("lets a rep say when she is away and who stands in, and the team sees it", async () => {
  const { page } = await visitAs("rep", "phone");
  await page.goto("/account");
  await page.getByRole("button", { name: "Say when away" }).click();
  await page.getByLabel("First day away").fill("2026-11-18");
  await page.getByLabel("Last day away").fill("2026-11-27");
  await page.getByLabel("Who stands in").fill("jonas");
  await page.getByRole("option", { name: "Jonas Weber" }).click();
  await expectFine(page);
  await page.getByRole("button", { name: "Say it" }).click();
  await page.getByText("Away until Friday 27 November; Jonas Weber stands in.", { exact: true }).waitFor();
  await page.getByLabel("Works on the same days as everybody").click();
  await page.getByRole("checkbox", { name: "Friday" }).waitFor({ state: "attached" });
  await expectFine(page);

  const manager = await visitAs("manager", "desk");
  await manager.page.goto("/team");
  await manager.page.getByText("away until Friday 27 November; Jonas Weber stands in").waitFor();
  await expectFine(manager.page);
  await manager.page.getByRole("button", { name: "Change Mia Sommer" }).click();
  await manager.page.getByRole("button", { name: /^Take back: away until/ }).click();
  await manager.page.getByText("Not away after all.", { exact: true }).waitFor();
  await expectFine(manager.page);
  expect(
    (await b.send("GET", "/absences", undefined, { authorization: `Bearer ${cast.keys.rep}` })).body.items,
  ).toEqual([]);
});

async function visitAs(who: "leader" | "rep" | "manager", size: "phone" | "desk"): Promise<Visit> {
  const visit = await b.visit({ size });
  visit.page.setDefaultTimeout(30_000);
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const [name = "", ...value] = cookie.split("=");
  await visit.context.addCookies([{ name, value: value.join("="), url: b.address }]);
  return visit;
}

async function expectFine(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  expect(await findingsOn(page)).toEqual([]);
}
