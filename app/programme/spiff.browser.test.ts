import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

const WEDNESDAY = new Date("2026-11-18T10:00:00Z");
const DECEMBER = new Date("2026-12-02T10:00:00Z");

let b: BrowserHouse;
let cast: Cast;
let now = WEDNESDAY;

beforeAll(async () => {
  b = await openBrowserHouse({ clock: { now: () => now } });
  cast = await seatCast(b.test.database, WEDNESDAY);
});
afterAll(() => b?.close());

type Who = "rep" | "leader";

async function visit(who: Who, options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], now);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(60_000);
  return visitor;
}

async function send(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

it("is opened by a leader, who reads the rule while writing it, and followed by a rep on a phone", async () => {
  const { page, complaints } = await visit("leader");
  await page.goto("/programme/spiffs");
  await page.getByText("Reward what your people do").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Open a SPIFF" }).last().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("What reps call it").fill("Introduced");
  await sheet.getByLabel("What is rewarded").selectOption("Introductions received");
  for (const level of ["Level 1", "Level 2"]) await sheet.getByLabel(level).uncheck({ force: true });
  await sheet.getByLabel("For each (EUR)").fill("25");
  await sheet.getByLabel("At most for one person (EUR)").fill("60.50");
  await sheet
    .getByText("€25.00 for each introduction received from level 3. At most €60.50 a month")
    .waitFor();
  await sheet.getByLabel("From", { exact: true }).fill("2026-11-02");
  await sheet.getByLabel("Until", { exact: true }).fill("2026-12-27");
  expect(await findingsOn(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Open it" }).click();
  await page
    .getByText("“Introduced” is open. Everybody who takes part can read its rule.", { exact: true })
    .waitFor();
  await page.getByRole("heading", { name: "Introduced", exact: true }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const ids = [];
  for (const fullName of ["Jale Merz", "Bruno Amsel", "Ilse Brandt"])
    ids.push((await send("rep", "POST", "/people", { fullName })).id);
  for (const [at, sourceId] of ids.entries()) {
    const contact = { fullName: `Contact ${at}` };
    await send("rep", "POST", "/referrals", { sourceId, contact, level: 3, day: "2026-11-17" });
  }
  const name = "Empfehlungsweltmeisterschaftsvorrundenqualifikationsprämie-für-alle-im-Vertrieb";
  const pay = { kind: "each", minor: 1_00 };
  const long = await send("leader", "POST", "/spiffs", {
    measure: "practice-sessions",
    period: "month",
    name,
    fromDay: "2026-11-02",
    pay,
  });
  const rep = await visit("rep", { size: "phone", dark: true });
  await rep.page.goto("/programme/spiffs");
  await rep.page.getByRole("heading", { name: "€60.50 for you so far in November" }).waitFor();
  await rep.page.getByText("Above what one person gets at most").waitFor();
  expect(await rep.page.getByRole("link", { name: "Jale Merz" }).count()).toBe(1);
  expect(await rep.page.getByRole("button", { name: /Open a SPIFF|Change|Sign/ }).count()).toBe(0);
  await rep.page.getByRole("heading", { name }).waitFor();
  expect(await rep.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await findingsOn(rep.page)).toEqual([]);
  expect(rep.complaints).toEqual([]);
  await send("leader", "DELETE", `/spiffs/${long.id}`);
}, 300_000);

it("is signed once its month is over, taken back in the same breath, and signed for good", async () => {
  const [source, contact] = await Promise.all(
    ["Gerda Kolb", "Heiner Kolb"].map((fullName) => send("rep", "POST", "/people", { fullName })),
  );
  const said = { sourceId: source.id, contactId: contact.id, level: 1 };
  const { id } = await send("rep", "POST", "/referrals", said);
  now = new Date("2026-11-28T10:00:00Z");
  await send("rep", "PUT", `/referrals/${id}/level`, { level: 3, day: "2026-11-18" });
  now = DECEMBER;
  const { page, complaints } = await visit("leader");
  await page.goto("/");
  const waiting = page.getByRole("region", { name: "Yours in the programme" });
  await waiting.getByText("SPIFFs of November").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await waiting.getByRole("link", { name: "Look and sign" }).click();
  await page
    .getByRole("heading", { name: "November waits for a signature: €60.50 for one person" })
    .waitFor();
  const sign = page.getByRole("button", { name: "Sign November: €60.50" });
  // What is worth a look is read before the button is reached.
  const look = page.getByText(
    "Raised and dated back: Heiner Kolb from 1 to 3 for 18 November, written down on",
  );
  const [above, below] = await Promise.all([look.boundingBox(), sign.boundingBox()]);
  expect(below!.y).toBeGreaterThan(above!.y + above!.height);
  expect(await findingsOn(page)).toEqual([]);
  await sign.click();
  await page.getByRole("heading", { name: "November is signed: €60.50 for one person" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await sign.waitFor();
  await sign.click();
  await page.getByText("Signed by Lena Fuchs on 2 December").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "Mia Sommer" }).first().click();
  await page.getByRole("heading", { name: "Mia Sommer in November: €60.50" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "As a workbook" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  // What is taken back now stands on December's statement.
  const { items } = await send("rep", "GET", "/referrals");
  for (const { id } of items) await send("rep", "DELETE", `/referrals/${id}`);
  await page.goto("/programme/spiffs?month=2026-12-02");
  await page.getByRole("link", { name: "Mia Sommer" }).first().click();
  await page.getByText("Corrects what was signed for November.").waitFor();
  await page.getByText("nobody pays back").waitFor();
  const groups = await page.locator("section h3").allTextContents();
  expect(groups.slice(0, 2)).toEqual(["Introduced", "Left for next time"]);
  await page.getByText("Comes to").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 300_000);
