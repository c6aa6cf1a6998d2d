import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

const NOON = new Date("2026-11-18T10:00:00Z");

let b: BrowserHouse;
let cast: Cast;

beforeAll(async () => {
  b = await openBrowserHouse({ now: NOON });
  cast = await seatCast(b.test.database, NOON);
});
afterAll(() => b?.close());

type Who = "rep" | "manager" | "leader";

async function send(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function visit(who: Who, options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

async function win(name: string, origin: string, day: string): Promise<void> {
  const { id } = await send("rep", "POST", "/deals", {
    name,
    accountName: `${name} GmbH`,
    origin,
    openedOn: "2026-09-01",
    amount: { minor: 1_200_000, currency: "EUR" },
  });
  await send("rep", "PUT", `/deals/${id}/outcome`, { outcome: "won", day });
}

it("says in words how a month stands, and every number opens to its facts", async () => {
  await send("leader", "PUT", "/goals", {
    of: null,
    measure: "deals-closed",
    amount: 2,
    every: "month",
    fromDay: "2026-01-01",
  });
  const { page } = await visit("rep", { size: "phone" });
  await page.goto("/results/month-end");
  await page.getByText("Nobody has been asked or introduced", { exact: false }).waitFor();
  await page.getByRole("link", { name: "See who could be asked" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await win("Kran", "referral", "2026-11-04");
  await win("Werft", "referral", "2026-10-07");
  await win("Web", "inbound", "2026-10-08");
  await page.goto("/results/month-end");
  await page.getByRole("heading", { name: "November, so far" }).waitFor();
  await page.getByText("One deal closed of two; one to go.", { exact: false }).waitFor();
  await page.getByText("Two of its four weeks are over", { exact: false }).waitFor();
  await page.getByText("Published elsewhere: 5", { exact: false }).waitFor();
  expect(await findingsOn(page)).toEqual([]);

  await page.getByRole("button", { name: "Deals closed by introduction: 1" }).click();
  await page.getByRole("dialog").getByText("Kran").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "‹ October" }).click();
  await page.getByText("One deal closed of two; one short.", { exact: false }).waitFor();
  await page.getByText("Two deals won: two new.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "They came to us, new: 1" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Web" }).click();
  await page.getByRole("heading", { name: "Web" }).first().waitFor();
});

it("opens a rep's year as well as their month to its facts", async () => {
  const { page } = await visit("leader");
  await page.goto("/results/month-end");
  await page.getByRole("button", { name: /^Mia Sommer, deals closed, since .*: 2 of/ }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("Kran").first().waitFor();
  await sheet.getByText("Werft").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

it("keeps what an origin cost in one sheet, and takes it back", async () => {
  const { page } = await visit("leader");
  await page.goto("/results");
  await page.getByRole("button", { name: "Write down hours or money" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Hours").fill("many");
  await sheet.getByText("Write hours, such as 7.5 or 7:30.").waitFor();
  await sheet.getByLabel("Hours").fill("7:30");
  await sheet.getByLabel("By whom").selectOption({ label: "The company as a whole" });
  expect(await findingsOn(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Write it down" }).click();
  await page.getByText("It is too early to say what a client costs", { exact: false }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Spent on Referral: 7.5 hours" }).click();
  await page.getByRole("button", { name: /^Take back: 7.5 hours/ }).click();
  await page.getByText("Taken back.").first().waitFor();
  await page.getByRole("button", { name: "Write down hours or money" }).waitFor();
});

it("shows what is left once somebody else was quicker, says why, and keeps what is typed without a connection", async () => {
  const { page } = await visit("leader");
  const said = { origin: "event", hours: 7.25, memberId: null };
  const ids = [
    (await send("leader", "POST", "/origin-costs", said)).id,
    (await send("leader", "POST", "/origin-costs", { ...said, hours: 2 })).id,
  ];
  await page.goto("/results");
  await page.getByRole("button", { name: "Spent on Event: 9.25 hours" }).click();
  const line = page.getByRole("button", { name: /^Take back: 7.25 hours/ });
  await line.waitFor();
  await send("leader", "DELETE", `/origin-costs/${ids[0]}`);
  await line.click();
  await expect.poll(() => line.count()).toBe(0);
  await page
    .getByText(/^No such cost here/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: /^Take back: 2 hours/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Spent on Event: 2 hours" }).waitFor();

  await page.getByRole("button", { name: "Write down more" }).click();
  const sheet = page.getByRole("dialog", { name: "Hours and money spent" });
  await sheet.getByLabel("Hours").fill("3.5");
  await page.route("**/api/v1/origin-costs", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await sheet.getByRole("button", { name: "Write it down" }).click();
  await sheet.getByText("No connection. Nothing is lost", { exact: false }).waitFor();
  await page.locator("td button", { hasText: /^3.5 hours$/ }).waitFor();
  expect(await sheet.getByLabel("Hours").inputValue()).toBe("3.5");
  await page.unroute("**/api/v1/origin-costs");
  await sheet.getByRole("button", { name: "Write it down" }).click();
  await page.getByText("Written down.", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Spent on Referral: 3.5 hours" }).waitFor();
});

it("leaves figures of a poor grade off until they are switched on, on this device", async () => {
  const { page } = await visit("manager");
  await page.goto("/results/published");
  await page.getByText("Two are off until you switch them on", { exact: false }).waitFor();
  expect(await page.getByText("41 %").count()).toBe(0);
  await page.getByLabel("Show figures of a poor grade").check();
  await page.getByText("50 to 90").first().waitFor();
  expect(await page.getByText("poor grade", { exact: true }).count()).toBe(2);
  expect(await findingsOn(page)).toEqual([]);
  await page.reload();
  await page.getByText("Two are marked", { exact: false }).waitFor();
});
