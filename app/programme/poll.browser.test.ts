import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { actorOf } from "#team/door-actions.ts";
import { answerPoll } from "./poll-actions.ts";
import type { Activity } from "./poll.ts";

const NOON = new Date("2026-11-18T10:00:00Z");
const DAY = 86_400_000;
const ORDER: Activity[] = ["client-meetings", "being-coached", "training", "crm", "cold-calls"];

let now = NOON;
let b: BrowserHouse;
let cast: Cast;

beforeAll(async () => {
  b = await openBrowserHouse({ clock: { now: () => now } });
  cast = await seatCast(b.test.database, NOON);
});
afterAll(() => b?.close());

type Who = "rep" | "colleague" | "manager" | "southRep" | "leader";

async function send(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

async function visit(who: Who, options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], now);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

it("is opened by a leader, answered by keyboard on a phone, and shows nothing of four answers when it ends", async () => {
  const leader = await visit("leader");
  await leader.page.goto("/programme/poll");
  await leader.page.getByText("so this poll would tell nobody anything").waitFor();
  expect(await findingsOn(leader.page)).toEqual([]);
  await leader.page.getByRole("button", { name: "Open the poll" }).click();
  await leader.page.getByRole("heading", { name: "None of four has answered yet" }).waitFor();

  const mia = await visit("rep", { size: "phone" });
  await mia.page.goto("/");
  const waiting = mia.page.getByRole("region", { name: "Yours in the programme" });
  await waiting.getByText("What would you rather do?").waitFor();
  await waiting.getByRole("link", { name: "Answer" }).click();
  await mia.page.getByRole("heading", { name: "What would you rather do?" }).waitFor();
  // What chance laid out is nobody's answer.
  expect(await mia.page.getByRole("button", { name: "Add my answer" }).isDisabled()).toBe(true);
  expect(await findingsOn(mia.page)).toEqual([]);
  const up = mia.page.getByRole("button", { name: "Move meeting clients up" });
  await up.focus();
  for (let press = 0; press < 4; press += 1) await mia.page.keyboard.press("Enter");
  await mia.page.getByRole("list").getByText("1Meeting clients").waitFor();
  expect(await up.evaluate((button) => document.activeElement === button)).toBe(true);
  await mia.page
    .getByRole("group", { name: /at ease asking/ })
    .getByText("4", { exact: true })
    .click();
  await mia.page.getByLabel("This is my order").check();
  await mia.page.getByRole("button", { name: "Add my answer" }).click();
  await mia.page.getByText("You have answered.").waitFor();
  expect(await findingsOn(mia.page)).toEqual([]);

  const { items } = (await send("leader", "GET", "/polls")).body;
  for (const who of ["colleague", "manager", "southRep"] as const)
    await send(who, "POST", `/polls/${items[0].id}/answers`, { order: ORDER, agreement: [1, 1, 1, 1] });
  now = new Date(now.getTime() + 8 * DAY);
  await leader.page.reload();
  await leader.page.getByText("What they said is shown to nobody, now or later.").waitFor();
  expect(await leader.page.getByText("Meeting clients").count()).toBe(0);
  expect([...leader.complaints, ...mia.complaints]).toEqual([]);
});

it("shows what many said, with points, agreement and the pulse", async () => {
  now = new Date(now.getTime() + 40 * DAY);
  for (let at = 0; at < 8; at += 1)
    await send("leader", "POST", "/members", { name: `Rep ${at}`, email: `rep${at}@nordlicht.example` });
  const { id } = (await send("leader", "POST", "/polls", {})).body;
  const members = (await send("leader", "GET", "/members")).body.items as { id: string; role: string }[];
  for (const member of members.filter(({ role }) => role !== "leader"))
    await b.test.database.write(cast.workspaceId, async (tx) =>
      answerPoll(tx, await actorOf(tx, member.id, now), id, { order: ORDER, agreement: [4, 3, 2, null] }),
    );
  now = new Date(now.getTime() + 8 * DAY);
  const { page, complaints } = await visit("rep", { size: "phone", dark: true });
  await page.goto("/programme/poll");
  await page
    .getByRole("heading", { name: "Meeting clients comes first, making cold calls last" })
    .first()
    .waitFor();
  await page.getByText("They agree almost wholly on this order, more than by chance.").waitFor();
  await page.getByText("How much at ease they are with asking").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it("sorts what clients said in a tap, and takes it back", async () => {
  const client = (await send("rep", "POST", "/accounts", { name: "Hafen Logistik", kind: "client" })).body.id;
  const person = { fullName: "Jale Merz", accountId: client };
  const personId = (await send("rep", "POST", "/people", person)).body.id;
  const { link } = (await send("rep", "POST", "/report-cards", { personId })).body;
  const header = { "askwell-link": String(link).split("#")[1] as string };
  await b.send("PUT", "/visited-report-card/answers/recommend", { score: 8, words: null }, header);
  await b.send("PUT", "/visited-report-card/answers/introduce", { words: "You only have to ask." }, header);
  await b.send("PUT", "/visited-report-card/handed-in", undefined, header);
  const { page, complaints } = await visit("colleague", { size: "phone" });
  await page.goto("/programme/willing");
  await page.getByText("You only have to ask.").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Being asked (a guess)" }).click();
  await page.getByRole("heading", { name: "“Being asked” is named most: 1 of 1 times" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("heading", { name: "What makes clients willing is not sorted yet" }).waitFor();
  expect(complaints).toEqual([]);
});

it("proposes goals that hold after one press, and as they were after the undo", async () => {
  const { page, complaints } = await visit("leader");
  await page.goto("/programme/goals");
  await page.getByRole("heading", { name: /^Fair goals for/ }).waitFor();
  await page.getByText("Ten reps who each reach 5 bring 50 introductions a month, 600 a year").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "One less for Mia Sommer" }).click();
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.getByRole("button", { name: "All of these hold" }).waitFor();
  const mia = page.getByRole("row", { name: /Mia Sommer/ });
  await mia.getByText("4", { exact: true }).last().waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: /^Accept/ }).waitFor();
  await page.getByRole("button", { name: "Set what Nordlicht Systeme aims for" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Introductions a month").fill("60");
  expect(await findingsOn(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Set it" }).click();
  await page.getByRole("cell", { name: /60/ }).first().waitFor();
  expect(complaints).toEqual([]);
});
