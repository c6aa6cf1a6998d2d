import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

const NOON = new Date("2026-11-18T10:00:00Z");

let b: BrowserHouse;
let cast: Cast;
let cookie: string;
beforeAll(async () => {
  b = await openBrowserHouse({ now: NOON });
  cast = await seatCast(b.test.database, NOON);
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
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

it("shows the parts of its page when all of them have come, so that nothing moves under a finger", async () => {
  const authorization = `Bearer ${cast.keys.rep}`;
  const client = { name: "Hafen Logistik", kind: "client" };
  const { id: accountId } = (await b.send("POST", "/accounts", client, { authorization })).body;
  const contact = { fullName: "Bruno Amsel", accountId };
  expect((await b.send("POST", "/people", contact, { authorization })).status).toBe(201);
  const { page } = await visitAs(b, cookie, { size: "phone" });
  // Whatever of it stands above the button comes late.
  let slow = 0;
  await page.route(/client-introductions|coverage|gifts/, async (route) => {
    slow += 1;
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.addInitScript(`
    // However slow the machine is, the page waits for all of them.
    const after = setTimeout;
    globalThis.setTimeout = (run, ms, ...args) => after(run, ms === 2_000 ? 60_000 : ms, ...args);
    globalThis.stood = new Set();
    const look = () => {
      const button = document.querySelector("[aria-label='Send a card to Bruno Amsel']");
      if (button?.checkVisibility({ visibilityProperty: true }))
        globalThis.stood.add(Math.round(button.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    look();
  `);
  await page.goto(`/accounts/${accountId}`);
  await page.getByRole("button", { name: "Send a card to Bruno Amsel" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(slow).toBeGreaterThan(0);
  expect(await page.evaluate<number>("globalThis.stood.size")).toBe(1);
});
