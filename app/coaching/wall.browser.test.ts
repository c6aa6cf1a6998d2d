import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

const NOON = new Date("2026-11-18T10:00:00Z");

let b: BrowserHouse;
let cast: Cast;
let sourceId: string;

beforeAll(async () => {
  b = await openBrowserHouse({ clock: { now: () => NOON } });
  cast = await seatCast(b.test.database, NOON);
  sourceId = (await send("rep", "POST", "/people", { fullName: "Anna Albers" })).body.id;
  await send("rep", "POST", "/asks", { sourceId, outcome: "will-think" });
  const wording = { moment: "anytime", part: "request", language: "en", text: "Whom would you call?" };
  const { body } = await send("rep", "POST", "/wordings", { ...wording, memberId: cast.rep });
  const proposal = { wordingId: body.id, teamId: cast.teams.north, why: "It worked twice." };
  await send("colleague", "POST", "/best-practice-proposals", proposal);
});
afterAll(() => b?.close());

type Who = "rep" | "colleague" | "manager" | "leader";

async function send(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

async function visit(who: Who, options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

it("is praised on a phone from the page of what happened, in a few taps, and the praised reads it on Today", async () => {
  const { page, complaints } = await visit("colleague", { size: "phone" });
  await page.goto(`/people/${sourceId}`);
  await page.getByRole("button", { name: "Praise a colleague" }).click();
  await page.getByRole("button", { name: "This", exact: true }).click();
  await page.getByLabel("What was good about it").fill("In the lift!");
  await page.getByRole("button", { name: "Praise Mia" }).click();
  await page.getByRole("region", { name: "Last change" }).getByText("finds it on Today").waitFor();
  await page.goto("/wall");
  await page.getByRole("heading", { name: /One person praised, and \w+ milestones?/ }).waitFor();
  const card = page.getByRole("region", { name: "You praised Mia Sommer" });
  await card.getByText("In the lift!").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  const mia = await visit("rep", { size: "phone" });
  await mia.page.goto("/");
  const today = mia.page.getByRole("region", { name: "You were praised" });
  await today.getByText("In the lift!").waitFor();
  expect(await findingsOn(mia.page)).toEqual([]);
  await today.getByRole("button", { name: "I have read it" }).click();
  await today.waitFor({ state: "detached" });
  await mia.page.getByRole("button", { name: "Undo", exact: true }).click();
  await today.getByText("In the lift!").waitFor();
  await card.getByRole("button", { name: "Take back" }).click();
  await card.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await card.getByText("In the lift!").waitFor();
  expect([...complaints, ...mia.complaints]).toEqual([]);
});

it("is switched off by a leader, board by board, and back", async () => {
  const { page, complaints } = await visit("leader");
  await page.goto(`/wall/boards?team=${cast.teams.north}`);
  await page.getByRole("heading", { name: "Side by side, November" }).waitFor();
  const board = page.getByRole("region", { name: "People asked" });
  await board.getByText("In a team of fewer than 4 nobody has a place.").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await board.getByRole("button", { name: /^1 People asked, Mia Sommer/ }).click();
  await page.getByRole("dialog").getByText("asked", { exact: false }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Switch off “People asked” for everybody" }).click();
  await page.getByRole("region", { name: "Switched off" }).getByText("Off for everybody").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await board.getByRole("rowheader", { name: /Mia Sommer/ }).waitFor();
  expect(complaints).toEqual([]);
});

it("puts words that work into the team's library, or says why not", async () => {
  const { page, complaints } = await visit("manager", { size: "phone" });
  await page.goto(`/wall/what-works?team=${cast.teams.north}`);
  await page.getByRole("heading", { name: "0 of 1 asks brought an introduction" }).waitFor();
  const proposed = page.getByRole("region", { name: "Proposed for a library" });
  await proposed.getByText("Whom would you call?").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await proposed.getByRole("button", { name: "Not these" }).click();
  await proposed.getByRole("button", { name: "Refuse" }).click();
  await proposed.getByText("say why not: whoever proposed it reads it").waitFor();
  await proposed.getByLabel("Why not").fill("Too long to say.");
  await proposed.getByRole("button", { name: "Refuse" }).click();
  await page.getByText("Too long to say.").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await proposed.getByRole("button", { name: "Put them in" }).click();
  await page.getByText("in the library", { exact: true }).waitFor();
  // That it was refused without a reason.
  expect(complaints).toEqual([expect.stringContaining("422")]);
});
