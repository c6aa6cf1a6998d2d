import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, visitAs, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
});
afterAll(() => b?.close());

it("leads from a picture, a reason and a target to the words of an ask", async () => {
  const telia = await made("/accounts", { name: "Telia", industry: "Telecoms" });
  const hafen = await made("/accounts", { name: "Hafen Logistik", industry: "Logistics" });
  const anna = await made("/people", { fullName: "Anna Albers", accountId: hafen });
  await made(`/people/${anna}/positions`, {
    accountId: telia,
    fromDay: "2018-01-01",
    untilDay: "2022-06-01",
  });
  const eva = await made("/people", { fullName: "Eva Lund" });
  await made(`/people/${eva}/positions`, { accountId: telia, title: "Buyer", fromDay: "2021-03-01" });

  const { page, complaints, done } = await signedIn();
  await page.goto("/asks");
  await page.getByRole("link", { name: "Whom we want to meet" }).click();
  await page.getByRole("heading", { name: "Whom we want to meet", level: 1 }).waitFor();
  await page.getByText("Tell a source exactly whom to picture").waitFor();
  await expectNothingFrom(page);
  await page.getByRole("button", { name: "Draw a picture" }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Name").fill("Carriers before a launch");
  await sheet.getByLabel("Level").fill("a head of operations");
  await sheet.getByLabel("Situation or trigger").fill("who opens a second site");
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "Draw the picture" }).click();
  await page.getByRole("heading", { name: "Carriers before a launch" }).waitFor();

  await page.goto("/reasons");
  await page.getByRole("button", { name: "Write a reason" }).first().click();
  await sheet.getByLabel("The reason, in one sentence").fill("It saves time. It saves money.");
  await sheet.getByText("These are two sentences.").waitFor();
  await sheet.getByLabel("The reason, in one sentence").fill("Ports plan their shifts in an hour.");
  await sheet.getByLabel("Industry").fill("Logistics");
  await sheet.getByRole("button", { name: "Write the reason" }).click();
  await page.getByText("Ports plan their shifts in an hour.").waitFor();
  await expectNothingFrom(page);

  await page.goto(`/people/${eva}`);
  await page.getByRole("button", { name: "Make Eva a target" }).click();
  await page.getByText("Eva Lund is a target.", { exact: true }).waitFor();
  await page.getByText("A person, since 18 November, by you").waitFor();

  await page.goto(`/people/${anna}`);
  const known = page.getByRole("region", { name: "Whom they may know" });
  await known.getByText("Eva Lund has been at Telia since 2021, you were there until 2022").waitFor();
  await known.getByText("“your former colleagues at Telia (2018–2022)”").waitFor();
  await known.getByText("a head of operations; who opens a second site").waitFor();
  await known.getByText("Ports plan their shifts in an hour.").waitFor();
  await expectNothingFrom(page);
  await known.getByRole("button", { name: "Choose" }).click();
  await sheet.getByLabel("Carriers before a launch").check();
  await sheet.getByLabel("Ports plan their shifts in an hour.").check();
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "I asked for that" }).click();
  await sheet.getByText("for “a head of operations; who opens a second site”").waitFor();
  await sheet.getByRole("button", { name: "Close" }).click();
  await known.getByRole("button", { name: "I asked Anna for your former colleagues" }).click();
  await sheet.getByRole("button", { name: "Will think" }).click();
  await page.getByText("Anna Albers: noted.", { exact: true }).waitFor();
  const { items } = (await (await page.request.get("/api/v1/asks")).json()) as { items: object[] };
  expect(items).toMatchObject([{ sourceId: anna, forWhom: "your former colleagues at Telia (2018–2022)" }]);
  expect(complaints).toEqual([]);
  await done();
});

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

async function signedIn() {
  const { page, context, complaints } = await visitAs(b, cookie, { size: "phone" });
  return { page, complaints, done: () => context.close() };
}

async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
