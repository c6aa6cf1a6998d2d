import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

let b: BrowserHouse;
let cast: Cast;

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
});
afterAll(() => b?.close());

async function visit(
  who: "rep" | "colleague" | "manager" | "leader",
  options: Parameters<BrowserHouse["visit"]>[0] = {},
): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

/** How many rehearsals the manager has held. */
async function held(): Promise<number> {
  const key = { authorization: `Bearer ${cast.keys.manager}` };
  return (await b.send("GET", "/practice-sessions", undefined, key)).body.items.length;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).waitFor();

it("is rehearsed with a colleague: from Today, scored with the keyboard, seen with four eyes, and taken back", async () => {
  const { page, complaints } = await visit("rep");
  await page.goto("/");
  await heading(page, "Five minutes first: The controller who is glad");
  await page.getByRole("button", { name: "Not today" }).click();
  await page.getByText("Not today. It comes back on another day.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "Practise", exact: true }).click();

  await heading(page, "The controller who is glad");
  await page.getByRole("button", { name: "With somebody" }).click();
  await page.getByLabel("Who is with you").selectOption({ label: "Jonas Weber" });
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("timer").waitFor();
  await page.getByRole("button", { name: "Score it" }).click();

  await page.getByText("How was it? You first").waitFor();
  const count = page.getByRole("button", { name: "Count it" });
  expect(await count.isDisabled()).toBe(true);
  // Eight points: all kept but the last, which is pressed twice.
  for (const key of ["1", "2", "3", "4", "5", "6", "7", "8", "8"]) await page.keyboard.press(key);
  expect(await findingsOn(page)).toEqual([]);
  await page.getByLabel("A line for next time").fill("Slower.");
  await count.click();
  await heading(page, "Kept 7 of 8");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("How was it? You first").waitFor();
  // What was said stands there still.
  expect(await page.getByLabel("A line for next time").inputValue()).toBe("Slower.");
  await count.click();
  await heading(page, "Kept 7 of 8");
  await page.getByText("Jonas Weber will score it, too.").waitFor();

  // On his device: without a look at hers.
  const jonas = await visit("colleague", { size: "phone" });
  await jonas.page.goto("/practice");
  await jonas.page.getByRole("link", { name: /Mia Sommer: The controller who is glad/ }).click();
  await heading(jonas.page, "The controller who is glad");
  expect(await jonas.page.getByText("Slower.").count()).toBe(0);
  const answers = jonas.page.getByRole("group");
  for (let at = 0; at < 8; at += 1)
    await answers
      .nth(at)
      .getByLabel(at === 1 ? "No" : "Yes")
      .check({ force: true });
  expect(await findingsOn(jonas.page)).toEqual([]);
  await jonas.page.getByRole("button", { name: "That is what I saw" }).click();
  await heading(jonas.page, "You differ on two points");
  await jonas.page.getByText("Mia Sommer: “Slower.”").waitFor();
  expect(await findingsOn(jonas.page)).toEqual([]);

  // What she sees then, and one more pair of eyes on her own device.
  await page.goto("/practice/skills");
  await page.getByRole("link", { name: "The controller who is glad" }).click();
  await heading(page, "You differ on two points");
  await page.getByRole("button", { name: "Hand this device over" }).click();
  await page.getByText("Now you: how was Mia Sommer?").waitFor();
  expect(await page.getByText("Slower.").count()).toBe(0);
  for (let at = 1; at <= 8; at += 1) await page.keyboard.press(String(at));
  await page.getByLabel("As you call them").fill("My brother");
  await page.getByRole("button", { name: "That is what I saw" }).click();
  await page.getByRole("columnheader", { name: "My brother" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(jonas.complaints).toEqual([]);
});

it("shows what is due, the library by discipline, and one's own words in it", async () => {
  const { page, complaints } = await visit("manager", { size: "phone" });
  await page.goto("/practice");
  await heading(page, "Five minutes, then you are done");
  await page.getByText("Asking for an introduction. You have not practised this yet.").waitFor();
  await page.getByText("None of three this week.").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  // What a form ends with stands in sight before its end is reached.
  await page.getByRole("button", { name: "Add a scenario" }).first().click();
  const add = page.getByRole("dialog").getByRole("button", { name: "Add it" });
  await add.waitFor();
  const { y, height } = (await add.boundingBox()) ?? { y: 0, height: 0 };
  expect(y + height).toBeLessThanOrEqual(844 - 8);
  await page.keyboard.press("Escape");
  await page.getByText("Giving", { exact: true }).last().click();
  await page.getByRole("link", { name: "He needs a patent lawyer" }).waitFor();
  expect(await page.getByRole("link", { name: "Between two machines" }).count()).toBe(0);
  await page.getByText("Deutsch", { exact: true }).click();
  await page.getByRole("link", { name: "Er braucht eine Patentanwältin" }).click();
  await heading(page, "Er braucht eine Patentanwältin");
  // Whoever sits opposite is in a mood of their own language.
  expect(await page.getByText(/^(freundlich|in Eile|zurückhaltend|verärgert|begeistert)$/).count()).toBe(1);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("button", { name: "Change its words" }).click();
  await page.getByLabel("What it is called").fill("Er braucht Rat");
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await heading(page, "Er braucht Rat");
  await page.getByRole("button", { name: "Undo" }).click();
  await heading(page, "Er braucht eine Patentanwältin");
  await page.goto("/practice/rubrics");
  await page.getByRole("button", { name: "Change it: Um eine Empfehlung bitten" }).click();
  await page.getByLabel("Point 1: the act").fill("Nennt einen Menschen");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("in your words").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("in your words").waitFor({ state: "detached" });
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it("waits on the device while there is no network, and counts once there is", async () => {
  const { page, context } = await visit("manager");
  await page.goto("/practice/no-policy?way=live");
  await page.getByRole("button", { name: /done it already/ }).click();
  await context.setOffline(true);
  for (let at = 1; at <= 7; at += 1) await page.keyboard.press(String(at));
  await page.getByRole("button", { name: "Count it" }).click();
  await heading(page, "Kept on this device");
  expect(await held()).toBe(0);
  await context.setOffline(false);
  await expect.poll(held, { timeout: 30_000 }).toBe(1);
});

it("shows a leader the numbers of everybody, and how often everybody practises", async () => {
  const { page, complaints } = await visit("leader");
  await page.goto("/practice/team");
  await heading(page, /^None of .* is through with practice yet$/);
  await page
    .getByRole("row", { name: /Mia Sommer/ })
    .getByText("1 of 3")
    .waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByLabel("Sessions a week").selectOption("1");
  await page
    .getByRole("row", { name: /Mia Sommer/ })
    .getByText("1 of 1 kept")
    .waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page
    .getByRole("row", { name: /Mia Sommer/ })
    .getByText("1 of 3")
    .waitFor();
  expect(complaints).toEqual([]);
});

/** What the leader does elsewhere meanwhile. */
async function leaderSends(method: string, path: string, body: object = {}) {
  const key = { authorization: `Bearer ${cast.keys.leader}`, "idempotency-key": crypto.randomUUID() };
  const { status, body: answer } = await b.send(method, path, body, key);
  expect(status, JSON.stringify(answer)).toBeLessThan(300);
  return answer;
}

it("goes on scoring where the rubric was changed meanwhile, finds what is offered no more, and leaves a scenario its owner", async () => {
  const { page, complaints } = await visit("colleague", { size: "phone" });
  const language = "en";
  const [greets, listens, leaves] = ["Greets", "Listens", "Leaves"].map((act) => ({ act, why: "" }));
  const rubric = await leaderSends("POST", "/practice-rubrics", {
    language,
    name: "A visit",
    points: [greets, listens, leaves],
  });
  const scenario = {
    language,
    rubric: rubric.key,
    mood: "friendly",
    name: "At the door",
    who: "Marek Zielinski, head of maintenance",
    situation: "He opens the door himself.",
    opening: "Yes?",
  };
  const { key } = await leaderSends("POST", "/practice-scenarios", scenario);
  await page.goto(`/practice/${key}?way=live`);
  await page.getByRole("button", { name: /done it already/ }).click();
  for (const each of ["1", "2", "3"]) await page.keyboard.press(each);
  await page.getByLabel("A line for next time").fill("Slower.");
  const [first, second] = rubric.points;
  await leaderSends("PUT", `/practice-rubrics/${rubric.key}`, {
    language,
    name: "A visit",
    points: [first, second, { act: "Thanks", why: "" }],
  });
  await page.getByRole("button", { name: "Count it" }).click();
  await page.getByText(/^What is scored here was changed a moment ago/).waitFor();
  await page.getByText("1 still open.").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("3");
  await page.getByRole("button", { name: "Count it" }).click();
  await heading(page, "Kept 3 of 3");
  await page.getByText("“Slower.”", { exact: false }).waitFor();

  await page.goto("/practice");
  const row = page.getByRole("listitem").filter({ hasText: "At the door" });
  await row.getByText("your team’s").waitFor();
  await leaderSends("PUT", `/practice-scenarios/${key}/retired`);
  await page.reload();
  await page.getByText("No longer offered (1)").click();
  await page.getByRole("link", { name: "At the door" }).waitFor();
  expect(await page.getByRole("button", { name: "Offer it again: At the door" }).count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  const leader = await visit("leader");
  await leader.page.goto("/practice");
  await leader.page.getByText("No longer offered (1)").click();
  await leader.page.getByRole("link", { name: "At the door" }).click();
  await leader.page.getByText("no longer offered", { exact: true }).waitFor();
  await leader.page.goBack();
  await leader.page.getByText("No longer offered (1)").click();
  await leader.page.getByRole("button", { name: "Offer it again: At the door" }).click();
  await leader.page.getByRole("listitem").filter({ hasText: "At the door" }).getByText("yours").waitFor();
  expect(await leader.page.getByText("No longer offered").count()).toBe(0);
  // Its refusal is noted by the browser.
  expect(complaints.filter((each) => !each.includes("422"))).toEqual([]);
});
