import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

const NOON = new Date("2026-11-18T10:00:00Z");

let b: BrowserHouse;
let cast: Cast;
beforeAll(async () => {
  b = await openBrowserHouse({ now: NOON });
  cast = await seatCast(b.test.database, NOON);
});
afterAll(() => b?.close());

it("asks how many work there, and wipes out nothing over a slip of the finger", async () => {
  const authorization = `Bearer ${cast.keys.rep}`;
  const { body } = await b.send(
    "POST",
    "/accounts",
    { name: "Kranbau GmbH", employees: 149 },
    { authorization },
  );
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const { page } = await visitAs(b, cookie, { size: "phone" });
  await page.goto(`/accounts/${body.id}`);
  await page.getByText("149 employees").waitFor();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  const sheet = page.getByRole("dialog");
  const employees = sheet.getByLabel("Employees");
  await employees.fill("some");
  await sheet.getByText("Write a whole number from 1 to 10,000,000.").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Save" }).click();
  expect(await employees.evaluate((field) => field === document.activeElement)).toBe(true);
  const kept = await b.send("GET", `/accounts/${body.id}`, undefined, { authorization });
  expect(kept.body.employees).toBe(149);
  await employees.fill("240");
  await sheet.getByRole("button", { name: "Save" }).click();
  await page.getByText("240 employees").waitFor();
});
