import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  for (const fullName of ["Anna Albers", "Ben Ask"])
    await b.send("POST", "/people", { fullName, phones: ["+49 40 123456"] }, { cookie });
  const eva = await b.send("POST", "/people", { fullName: "Eva Lund", accountName: "Telia" }, { cookie });
  await b.send("POST", "/targets", { personId: eva.body.id }, { cookie });
  mia = await b.visit({ size: "phone" });
  mia.page.setDefaultTimeout(30_000);
  const [name = "", ...value] = cookie.split("=");
  await mia.context.addCookies([{ name, value: value.join("="), url: b.address }]);
});
afterAll(() => b?.close());

it("plans two in two taps each, asks one as planned, and says in one tap why not the other", async () => {
  const { page } = mia;
  await page.goto("/asks/week");
  await page.getByRole("heading", { name: "Nobody is planned" }).waitFor();
  for (const name of ["Anna Albers", "Ben Ask"]) {
    await page.getByRole("button", { name: "Plan somebody" }).click();
    await page.getByRole("list", { name: "Lately" }).getByRole("button", { name }).click();
    await page.getByText(`${name}: planned.`, { exact: true }).waitFor();
  }
  await page.getByRole("heading", { name: "Two to ask, none asked" }).waitFor();
  await expectFine(page);

  const card = (name: string) => page.getByRole("region", { name });
  await card("Anna Albers").getByRole("button", { name: "Write it down" }).click();
  await page.getByLabel("Why now").fill("Line two runs since Monday.");
  await page.getByLabel("What will you talk about?").fill("The week they save.");
  await page.getByLabel("Whom do you want to be introduced to?").fill("eva");
  await page.getByRole("option", { name: "Eva Lund" }).click();
  await expectFine(page);
  await page.getByRole("dialog").getByRole("button", { name: "Write it down" }).click();
  await card("Anna Albers").getByText("The week they save.").waitFor();
  await card("Anna Albers").getByText("To picture: Eva Lund").waitFor();

  await card("Anna Albers").getByRole("link", { name: "Ask Anna" }).click();
  await writesWithThePlan(page);
  await page.getByText("whom to picture: Eva Lund").first().waitFor();
  await page.getByRole("button", { name: "How did it go?" }).click();
  const logged = page.waitForResponse(
    (answer) => answer.url().endsWith("/api/v1/asks") && answer.request().method() === "POST",
  );
  await page.getByRole("button", { name: "No", exact: true }).click();
  expect((await logged).status()).toBe(201);
  const asks = await b.send("GET", "/asks", undefined, { cookie });
  expect(asks.body.items).toMatchObject([{ sourceName: "Anna Albers", targetPersonName: "Eva Lund" }]);
  await page.goto("/asks/week");
  await page.getByRole("heading", { name: "One to ask, one asked" }).waitFor();
  await page.getByText("✓ asked").waitFor();

  await card("Ben Ask").getByRole("button", { name: "Why not?" }).click();
  await page.getByRole("button", { name: "Lost nerve" }).click();
  await page.getByRole("heading", { name: "One asked, then you are done" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "One to ask, one asked" }).waitFor();
  await card("Ben Ask").getByRole("button", { name: "Next week" }).click();
  await page.getByRole("heading", { name: "One asked, then you are done" }).waitFor();
  await page.goto("/");
  await page.getByRole("link", { name: "Planned: nobody left – 1 asked" }).waitFor();
  expect(mia.complaints).toEqual([]);
});

it("offers to protect whoever is planned and unhappy, before the plan is let go", async () => {
  const { page } = mia;
  const known = await b.send("POST", "/people", { fullName: "Cem Arslan" }, { cookie });
  expect((await b.send("POST", "/plans", { personId: known.body.id }, { cookie })).status).toBe(201);
  await page.goto("/asks/week");
  const card = page.getByRole("region", { name: "Cem Arslan" });
  await card.getByRole("button", { name: "Why not?" }).click();
  await card.getByRole("button", { name: "They are unhappy" }).click();
  const sheet = page.getByRole("dialog", { name: "What is wrong?" });
  await sheet.getByLabel("What is wrong?").fill("The line stands still.");
  await expectFine(page);
  await sheet.getByRole("button", { name: "Raise it" }).click();
  await card.waitFor({ state: "detached" });
  const { refusal } = (await b.send("GET", `/people/${known.body.id}/askable`, undefined, { cookie })).body;
  expect(refusal.rule).toBe("serious-issue");
  const { items } = (await b.send("GET", `/plans?person=${known.body.id}`, undefined, { cookie })).body;
  expect(items).toMatchObject([{ personName: "Cem Arslan", whyNot: "unhappy" }]);
});

it("plants a seed where nothing is asked yet", async () => {
  const { page } = mia;
  await page.goto("/");
  await page.getByRole("button", { name: "I asked … for an introduction" }).click();
  await page.getByRole("list", { name: "Lately" }).getByRole("button", { name: "Ben Ask" }).click();
  await page.getByRole("button", { name: /Change or add a note/ }).click();
  await page.getByLabel("Moment").selectOption("discovery");
  await page.getByLabel("What did you say?").fill("We grow by introductions.");
  await expectFine(page);
  await page.getByRole("button", { name: "Plant the seed" }).click();
  await page.getByText("Ben Ask: the seed is planted.", { exact: true }).waitFor();
  const seeds = await b.send("GET", "/seeds", undefined, { cookie });
  expect(seeds.body.items).toMatchObject([{ personName: "Ben Ask", words: "We grow by introductions." }]);
});

/** What is written in the talk is kept with the plan, also when the connection was lost, and is there on another device. */
async function writesWithThePlan(page: Page): Promise<void> {
  const VALUE = "What it brought them, in their words";
  await page.getByRole("button", { name: `Write it: ${VALUE}` }).click();
  await page.getByLabel(VALUE).fill("Anna, you told me: “It saves us a week.”");
  await page.getByText("Kept with your plan.").waitFor();
  await expectFine(page);
  await page.getByRole("button", { name: "Anna said: “It saves us a week.”" }).click();
  await page.getByText("Kept as what Anna said.").waitFor();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await mia.context.setOffline(true);
  await page.getByRole("button", { name: "Change: Grace for a no" }).click();
  await page.getByLabel("Grace for a no").fill("A no is fine, Anna.");
  await page.getByText("it goes to your plan once there is a connection").waitFor();
  await mia.context.setOffline(false);
  await page.getByText("Kept with your plan.").waitFor();
  const besides = mia.complaints.splice(0).filter((each) => !each.includes("ERR_INTERNET_DISCONNECTED"));
  expect(besides).toEqual([]);
  const { items } = (await b.send("GET", "/plans?state=planned", undefined, { cookie })).body;
  const plan = items.find(({ personName }: { personName: string }) => personName === "Anna Albers");
  expect(plan.talk).toEqual({
    value: "Anna, you told me: “It saves us a week.”",
    grace: "A no is fine, Anna.",
  });
  const standing = await b.send("GET", `/people/${plan.personId}/standing`, undefined, { cookie });
  expect(standing.body.right).toMatchObject({ earned: true, words: "It saves us a week." });
  await page.evaluate(() => localStorage.clear());
  await page.goto(`/people/${plan.personId}/ask`);
  await page.getByText("A no is fine, Anna.").waitFor();
  await page.getByRole("button", { name: "Change: Grace for a no" }).click();
  await page.getByRole("button", { name: "Back to the words" }).click();
  await page.getByText("And if nobody comes to mind").waitFor();
  await expect
    .poll(async () => (await b.send("GET", `/plans/${plan.id}`, undefined, { cookie })).body.talk, {
      timeout: 10_000,
    })
    .toEqual({ value: "Anna, you told me: “It saves us a week.”" });
}

async function expectFine(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await findingsOn(page)).toEqual([]);
}
