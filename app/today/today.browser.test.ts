import type { Locator, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  findingsOn,
  firstVisit,
  visitAs,
  openBrowserHouse,
  type BrowserHouse,
  type Visit,
} from "#demo/browser-house.ts";
import { NOON } from "#demo/test-house.ts";
import { runningClock } from "#lib/kernel/clock.ts";

// It is Wednesday, 18 November 2026, eleven in the morning in Berlin.
const running = runningClock(NOON);
/** How far the house has gone ahead of that, with the device. */
let aheadMs = 0;
let b: BrowserHouse;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse({ clock: { now: () => new Date(running.now().getTime() + aheadMs) } });
  cookie = await firstVisit(b);
});
afterAll(() => b?.close());

it("is done where nothing waits", async () => {
  const { page, complaints } = await signedIn();
  await page.goto("/");
  await page.getByRole("heading", { name: "Done for today", level: 1 }).waitFor();
  await page.getByText("Go and talk to somebody.", { exact: true }).waitFor();
  await expectNothingFrom(page);
  expect(complaints).toEqual([]);
});

it("is one card with three people, a line and a number each, and what is owed; then it ends", async () => {
  const anna = await person("Anna Albers");
  await introduced(anna, "Bo Brandt", "2026-11-18");
  await introduced(anna, "Cora Carl", "2026-11-13");
  for (const [name, until] of [
    ["Dirk Dahl", "2026-11-16"],
    ["Ella Ernst", "2026-11-17"],
  ] as const) {
    const sourceId = await person(name);
    const said = { outcome: "not-now", untilDay: until, day: "2026-10-20", forWhom: "heads of operations" };
    await made("/asks", { sourceId, ...said });
  }
  const veit = await person("Veit Reimers");
  await made("/meetings", { personId: veit, day: "2026-11-16", time: "10:00" });
  await made("/meetings", { personId: veit, day: "2026-11-18", time: "17:00", about: "still to come" });

  const { page, complaints } = await signedIn();
  await page.goto("/");
  await page.getByRole("heading", { name: "Three conversations, then you are done" }).waitFor();
  const cards = page.getByRole("region", { name: "Talk to" }).getByRole("region");
  expect(await namesOf(cards)).toEqual(["Cora Carl", "Bo Brandt", "Dirk Dahl"]);
  await cards.first().getByText("was due 5 days ago 18:00").waitFor();
  await cards.nth(1).getByText("answer by 18:00 today").waitFor();
  await cards.nth(2).getByText("not now, until 16 November").waitFor();
  await page.getByRole("link", { name: "Call Dirk" }).waitFor();
  const calls = await cards.getByRole("link", { name: /^Call / }).evaluateAll(hrefs);
  expect(calls).toEqual(["tel:+4940123456", "tel:+4940123456", "tel:+4940123456"]);
  expect(await cards.locator("blockquote").allInnerTexts()).toEqual([
    expect.stringContaining("Anna Albers thought that we should talk."),
    expect.stringContaining("Anna Albers thought that we should talk."),
    expect.stringContaining("I would like to meet heads of operations."),
  ]);
  expect(await page.getByText("still to come").count()).toBe(0);
  await page.getByText("After these, close the laptop. What else waits comes tomorrow.").waitFor();
  await expectNothingFrom(page);

  await cards.first().getByRole("button", { name: "I answered" }).click();
  await page.getByRole("heading", { name: "Two conversations, then you are done" }).waitFor();
  await cards.first().getByRole("button", { name: "I answered" }).click();
  await page.getByRole("heading", { name: "One conversation, then you are done" }).waitFor();
  await page.getByRole("button", { name: "I asked again" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Will think" }).click();
  await page.getByRole("heading", { name: "Two things owed, then you are done" }).waitFor();
  await page.reload();
  await page.getByText("Thank Anna Albers for Bo").waitFor();
  await page.getByText("by 20 November").waitFor();
  await page.getByRole("button", { name: "A handwritten note: Anna Albers" }).click();
  await page.getByRole("heading", { name: "One thing owed, then you are done" }).waitFor();
  await page.getByRole("button", { name: "Held: Veit Reimers" }).click();
  await page.getByRole("heading", { name: "Done for today" }).waitFor();
  await page.getByText("Go and talk to somebody. What else waits comes tomorrow.").waitFor();
  expect(await page.getByText("Ella Ernst").count()).toBe(0);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("heading", { name: "One thing owed, then you are done" }).waitFor();
  expect(complaints).toEqual([]);
});

it("reminds of an account that was handed over after a won deal, and may be told not now", async () => {
  const accountId = await made("/accounts", { name: "Kolb Kräne", kind: "prospect" });
  const lisa = await made("/people", { fullName: "Lisa Lenz", accountId, phones: ["+49 40 123456"] });
  await made(`/people/${lisa}/right`, { earned: true, words: "It saved us a week.", day: "2026-06-01" });
  const deal = await made("/deals", { name: "Line one", accountId, openedOn: "2026-03-02" });
  await b.send("PUT", `/deals/${deal}/outcome`, { outcome: "won", day: "2026-05-01" }, { cookie });

  const { page, complaints } = await signedIn();
  await page.goto(`/deals/${deal}`);
  await page.getByText("Nobody holds the relationship with Kolb Kräne yet.").waitFor();
  await page.getByRole("button", { name: "I built it" }).click();
  await page.getByRole("button", { name: "Hand over …" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Since").fill("2026-05-04");
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "Hand over" }).click();
  await page.getByText("Customer success looks after Kolb Kräne.").first().waitFor();
  await page.getByRole("button", { name: "Hand over …" }).waitFor({ state: "detached" });
  const handovers = await b.send("GET", `/accounts/${accountId}/handovers`, undefined, { cookie });
  expect(handovers.body.items).toMatchObject([{ becauseId: deal, day: "2026-05-04" }]);

  await page.goto("/");
  const card = page.getByRole("region", { name: "Lisa Lenz" });
  await card.getByText("Customer success looks after it since 4 May. Nobody there was asked yet.").waitFor();
  await card.getByText("Lisa said on 1 June: “It saved us a week.”").waitFor();
  expect(await card.getByRole("link", { name: "What to say" }).getAttribute("href")).toBe(
    `/people/${lisa}/ask`,
  );
  await expectNothingFrom(page);
  await card.getByRole("button", { name: "Not now: Kolb Kräne" }).click();
  await page.getByText("Kolb Kräne: not now. It comes back in a quarter.").first().waitFor();
  await card.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Undo/ }).click();
  await card.waitFor();
  expect(complaints).toEqual([]);
});

it("becomes tomorrow in a tab that stays open, and deals anew", async () => {
  await introduced(await person("Gesa Graf"), "Hanno Hell", "2026-11-18");
  const { page, context, complaints } = await signedIn();
  await context.clock.install();
  const asking = new Set<Request>();
  page.on("request", (request) => asking.add(request));
  for (const end of ["requestfinished", "requestfailed"] as const)
    page.on(end as "requestfinished", (request) => asking.delete(request));
  await page.goto("/");
  await page.getByText("answer by 18:00 today").waitFor();
  const later = async (minutes: number) => {
    // An answer that is on its way would set the page back to the hour at which it left.
    await expect.poll(() => asking.size).toBe(0);
    aheadMs += minutes * 60_000;
    await context.clock.fastForward(minutes * 60_000);
  };
  await later(7 * 60 + 1);
  await page.getByText("was due today 18:00").waitFor();
  await later(6 * 60);
  await page.getByText("was due yesterday 18:00").waitFor();
  await page.getByText("Introduced by Gesa Graf yesterday").waitFor();
  expect(complaints).toEqual([]);
});

async function signedIn(): Promise<Visit> {
  const visit = await visitAs(b, cookie, { size: "phone" });
  return visit;
}

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, path).toBe(201);
  return answer.body.id;
}

async function person(fullName: string): Promise<string> {
  return made("/people", { fullName, phones: ["+49 40 123456"] });
}

async function introduced(sourceId: string, fullName: string, day: string): Promise<void> {
  await made("/referrals", { sourceId, contactId: await person(fullName), level: 2, day });
}

async function namesOf(cards: Locator): Promise<string[]> {
  return cards.getByRole("heading", { level: 3 }).allInnerTexts();
}

function hrefs(links: Element[]): (string | null)[] {
  return links.map((link) => link.getAttribute("href"));
}

/** What axe finds wrong with the page as it stands. */
async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
