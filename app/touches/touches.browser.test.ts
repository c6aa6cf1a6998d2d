import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
});
afterAll(() => b?.close());

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}

it("lets somebody hear from us: from Today to the last word, the tier, the rhythm and the scorecard", async () => {
  const me = (await b.send("GET", "/me", undefined, { cookie })).body.member;
  const account = await made("/accounts", { name: "Hafen Logistik", kind: "client", holderId: me.id });
  const anna = await made("/people", {
    fullName: "Anna Albers",
    title: "Head of operations",
    accountId: account,
  });
  // Ninety days ago to the day: clients without a tier hear from us every ninety.
  await made("/asks", { sourceId: anna, day: "2026-08-20", channel: "call", outcome: "no" });
  const { page, context, complaints } = await visitAs(b, cookie, { size: "phone" });

  // One tap, and the way back.
  await page.goto("/");
  const today = page.getByRole("region", { name: "Let them hear from you" });
  await today.getByText(`Last word 90 days ago: call, by ${me.name}.`).waitFor();
  await today
    .getByText("Clients without a tier hear from us every 90 days. Due today. Try a handwritten note.")
    .waitFor();
  await expectNothingFrom(page);
  await today.getByRole("button", { name: "Anna: I called" }).click();
  await page.getByText("Anna: call noted.", { exact: true }).waitFor();
  await today.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await today.waitFor();
  await today.getByRole("button", { name: "More for Anna Albers" }).click();
  await today.getByRole("button", { name: "Not now: in a month" }).click();
  await page.getByText("Anna is left in peace until 18 December.", { exact: true }).waitFor();
  await today.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await today.waitFor();

  // The list, which opens to the fact.
  await today.getByRole("link", { name: "All", exact: true }).click();
  await page.getByRole("heading", { name: "One person of yours has not heard from us" }).waitFor();
  await expectNothingFrom(page);
  await page.getByRole("link", { name: /^Last word 90 days ago/ }).click();
  await page.waitForURL(/\/asks\//);

  // On her page, in two taps and a word.
  await page.goto(`/people/${anna}`);
  const word = page.getByRole("region", { name: "Last word" });
  await word.scrollIntoViewIfNeeded();
  await word.getByRole("button", { name: "Something else …" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("About what").fill("Thanks for June");
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "Note it" }).click();
  await word.getByText(`Last word today: handwritten note, by ${me.name}.`).waitFor();
  await word.getByText("“Thanks for June”").waitFor();
  expect(await word.getByRole("list", { name: "What they had from us" }).getByRole("listitem").count()).toBe(
    2,
  );
  await word.getByRole("button", { name: "How often Anna hears from us" }).click();
  await word.getByRole("button", { name: "A rhythm of their own …" }).click();
  await sheet.getByLabel("Not longer than days without a word").fill("45");
  await sheet.getByRole("button", { name: "Save" }).click();
  await word.getByText(/They hear from us every 45 days\./).waitFor();
  await expectNothingFrom(page);

  // The account's tier brings reviews.
  await page.goto(`/accounts/${account}`);
  const rhythm = page.getByRole("region", { name: "Rhythm" });
  await rhythm.getByText("No account reviews are held with them.").waitFor();
  await rhythm.getByLabel("Tier").selectOption("A");
  await rhythm.getByText(/No account review so far; the next one is due/).waitFor();
  await expectNothingFrom(page);

  // A leader's settings, at a desk.
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto("/settings/rhythms");
  await page.getByLabel("A clients", { exact: true }).fill("45");
  await page.getByRole("button", { name: "Save: A clients" }).click();
  await page.getByText("The rhythm of A clients is set.", { exact: true }).waitFor();
  await page.getByLabel("Newsletter").selectOption("1");
  await page.getByText("Newsletter: weighed.", { exact: true }).waitFor();
  await page.getByLabel("One more kind of your own").fill("regatta");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByLabel("Regatta", { exact: true }).waitFor();
  await expectNothingFrom(page);

  // Counted, and opened to what it was.
  const { body } = await b.send(
    "GET",
    "/scorecard?by=week&from=2026-11-18&to=2026-11-18&facts=true",
    undefined,
    { cookie },
  );
  expect(body.items[0].touches).toMatchObject({ count: 1, facts: [{ person: { name: "Anna Albers" } }] });
  expect(complaints).toEqual([]);
  await context.close();
});

it("prints a card and its envelope, each on its own paper, and notes that it is written in one tap", async () => {
  const bo = await made("/people", {
    fullName: "Bo Brandt",
    accountName: "Weser Pumpen",
    city: "Bremen",
    country: "DE",
  });
  await made("/referrals", {
    sourceId: bo,
    contact: { fullName: "Veit Reimers" },
    level: 2,
    day: "2026-09-01",
  });
  await made("/needs-and-offers", { what: "need", personId: bo, line: "a caterer for June" });
  const { page, context, complaints } = await visitAs(b, cookie, { size: "phone" });
  await page.goto(`/touches/cards?person=${bo}`);
  const prompts = page.getByRole("list", { name: "What to write to Bo about" });
  await prompts.getByText("Thank them again for Veit Reimers, whom they introduced (1 September).").waitFor();
  await prompts.getByText("They need a caterer for June. Do you know somebody?").waitFor();
  await page.getByLabel("Print a card for Bo").check();
  const address = page.getByLabel("Address of Bo");
  expect(await address.inputValue()).toBe("Bo Brandt\nWeser Pumpen\n\nBremen, DE");
  await address.fill("Bo Brandt\nAm Deich 7\n28199 Bremen");
  await page.getByRole("button", { name: "Keep this address of Bo" }).click();
  await page.getByText("The address of Bo Brandt is kept.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Print one card" }).waitFor();
  await expectNothingFrom(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const millimetres = sizes.map(([, ...points]) =>
    points.map((each) => Math.round((Number(each) / 72) * 25.4)),
  );
  expect(millimetres).toEqual([
    [148, 105],
    [162, 114],
  ]);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByText("Am Deich 7").filter({ visible: true }).count()).toBe(1);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "It is written: Bo" }).click();
  await page.getByText(/^Last word today: handwritten note/).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
