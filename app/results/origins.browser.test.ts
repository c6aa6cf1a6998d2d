import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

let b: BrowserHouse;
let cast: Cast;

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
  await tell();
}, 120_000);
afterAll(() => b?.close());

async function send(who: "rep" | "southRep", method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const company = async (name: string, employees: number) =>
  (await send("rep", "POST", "/accounts", { name, employees })).id as string;

const close = async (accountId: string, origin: string, won: number, of: number) => {
  for (let at = 0; at < of; at++) {
    const amount = { minor: (origin === "referral" ? 900_000 : 500_000) + 1_000 * at, currency: "EUR" };
    const deal = { name: `${origin} ${at}`, accountId, origin, amount, openedOn: "2026-09-01" };
    const { id } = await send("rep", "POST", "/deals", deal);
    const day = `2026-10-${String(1 + (at % 28)).padStart(2, "0")}`;
    await send("rep", "PUT", `/deals/${id}/outcome`, { outcome: at < won ? "won" : "lost", day });
  }
};

/** Introductions are won less often in all, as the large companies are theirs, and more often at either kind of company. */
async function tell(): Promise<void> {
  const [small, large] = [await company("Klein KG", 8), await company("Groß AG", 900)];
  await close(small, "referral", 10, 10);
  await close(large, "referral", 18, 40);
  await close(small, "inbound", 32, 40);
  await close(large, "inbound", 1, 10);
}

async function visit(who: "rep" | "southRep", options: Parameters<BrowserHouse["visit"]>[0]): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

it("answers in a sentence, warns of groups that are not alike, and opens every number to its facts", async () => {
  const { page, complaints } = await visit("rep", { size: "phone" });
  await page.goto("/results");
  await page
    .getByRole("heading", { name: /^About half of what you won came from introductions: 28 of 61 deals/ })
    .waitFor();
  await page
    .getByText("it is the other way round")
    .or(page.getByText("a difference shows"))
    .first()
    .waitFor();
  expect(await page.getByText("not alike in size of the company").count()).toBeGreaterThan(0);
  expect(await findingsOn(page)).toEqual([]);
  expect(await page.getByRole("table", { name: "How often we win" }).count()).toBe(0);
  await page.emulateMedia({ media: "print" });
  const printed = page.getByRole("table", { name: "How often we win" });
  expect(await printed.getByRole("columnheader", { name: "lost" }).isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: /^(The|More) numbers of/ }).count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "The numbers of “How often we win”" }).click();
  await page.getByRole("table", { name: "How often we win" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "More numbers of “Where it comes from”" }).click();
  await page.getByRole("table", { name: "Open deals" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Said to be by referral, deals won: 28" }).first().click();
  const sheet = page.getByRole("dialog", { name: "Deals won" });
  await sheet.getByText(/^Mia Sommer, from .* to .*: said to be by referral\.$/).waitFor();
  await sheet.getByRole("listitem").first().waitFor();
  expect(await sheet.getByRole("listitem").count()).toBe(28);
  await sheet.getByRole("link", { name: /^referral 17, Groß AG/ }).click();
  await page.getByRole("heading", { name: /referral 17/ }).waitFor();
  await page.goBack();
  await page.getByLabel("with", { exact: true }).selectOption("inbound");
  await page.getByText("deals that came to us").first().waitFor();
  await page.getByLabel("with", { exact: true }).selectOption("referral-asked");
  await page.getByText("These two share deals").waitFor();
  expect(complaints).toEqual([]);
});

it("says at a desk what is to be done where there is nothing yet", async () => {
  const { page, complaints } = await visit("southRep", { dark: true });
  await page.goto("/results");
  await page.getByText("No meeting was held and no deal opened in these weeks.").waitFor();
  await page.getByRole("button", { name: "Write down hours or money" }).waitFor();
  await page.getByText("Company", { exact: true }).click();
  await page.getByRole("table", { name: "How often we win" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it("says which weeks count, and takes along from page to page whose they are and which", async () => {
  const { page, complaints } = await visit("southRep", { size: "phone", dark: true });
  await page.goto("/results?of=company&weeks=own&from=2026-10-07&to=2026-10-08");
  const about = page.getByText("Nordlicht Systeme, from 5 October to 11 October", { exact: true });
  await about.waitFor();
  await page.getByRole("heading", { name: /came from introductions/ }).waitFor();
  const tab = (name: string) => page.getByRole("navigation", { name: "Results" }).getByRole("link", { name });
  await tab("What comes next").click();
  await page.getByText(/^Nordlicht Systeme, from what happened/).waitFor();
  await tab("Where it leaks").click();
  await about.waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.goto("/results?weeks=own&from=2026-10-07&to=2026-10-01");
  const alert = page.getByRole("alert");
  await alert.getByText(/^These weeks end before they begin/).waitFor();
  expect(await alert.getByRole("button").count()).toBe(0);
});

it("lets a day be typed key by key, and takes over only what is a day in reach", async () => {
  const { page, complaints } = await visit("southRep", {});
  await page.goto("/results?weeks=own&from=2026-03-01&to=2026-05-01");
  const from = page.getByLabel("From", { exact: true });
  await from.focus();
  const asked = new Set<string | null>();
  for (const key of "04042025") {
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
    asked.add(new URL(page.url()).searchParams.get("from"));
  }
  expect(await from.inputValue()).toBe("2025-04-04");
  expect([...asked]).toEqual(["2026-03-01", "2026-04-01", "2026-04-04", "2025-04-04"]);
  await page.getByText(/, from 31 March 2025 to 3 May$/).waitFor();
  await from.blur();
  await from.focus();
  await page.keyboard.type("04049", { delay: 50 });
  expect(await from.inputValue()).toBe("0009-04-04");
  await from.blur();
  await expect.poll(() => from.inputValue()).toBe("2025-04-04");
  await from.fill("2025-05-01");
  await expect.poll(() => new URL(page.url()).searchParams.get("from")).toBe("2025-05-01");
  expect(complaints).toEqual([]);
});

it("stands whatever years are in the address", async () => {
  const { page, complaints } = await visit("southRep", {});
  await page.goto("/results?weeks=own&from=0001-01-01&to=9999-12-31");
  await page.getByRole("heading", { name: "Where business comes from" }).waitFor();
  expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("2025-12-01");
  expect(await page.getByLabel("To", { exact: true }).inputValue()).toBe("2026-11-18");
  await page.goto("/results/month-end?day=0001-01-01");
  await page.getByRole("heading", { name: /so far$/ }).waitFor();
  expect(complaints).toEqual([]);
});
