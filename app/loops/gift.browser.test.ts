import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

let b: BrowserHouse;
let cast: Cast;
let page: Page;
let complaints: string[];
let anna = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
  ({ page, complaints } = await visitAs("rep"));
  anna = await made("/people", { fullName: "Anna Albers" });
});
afterAll(() => b?.close());

it("thanks with a gift within the cap, and takes it back in one press", async () => {
  await introduced("Bo Brandt");
  await page.goto("/owed");
  await page.getByRole("button", { name: "Otherwise: Anna Albers" }).first().click();
  await page.getByRole("button", { name: "A gift", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "A gift for Anna Albers" });
  await sheet.getByText("Given this year: nothing of €35").waitFor();
  await sheet.getByText("never a reward promised").waitFor();
  await expectNothing(page);
  await sheet.getByLabel("What", { exact: true }).fill("a book");
  await sheet.getByRole("button", { name: "It is given" }).click();
  await sheet.getByText("Say what it costs.").waitFor();
  await sheet.getByLabel("What it costs").fill("20");
  await page.keyboard.press("Enter");
  await page.getByText("Anna: done.").first().waitFor();
  expect(await gifts()).toEqual(["a book given"]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByText("Undone.").first().waitFor();
  expect(await gifts()).toEqual([]);
});

it("asks for approval above the cap, and is given in one tap after that", async () => {
  await page.goto("/owed");
  await page.getByRole("button", { name: "Otherwise: Anna Albers" }).first().click();
  await page.getByRole("button", { name: "A gift", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "A gift for Anna Albers" });
  expect(await sheet.getByLabel("What", { exact: true }).inputValue()).toBe("a book");
  await sheet.getByLabel("What", { exact: true }).fill("a watch");
  await sheet.getByLabel("What it costs").fill("90");
  await sheet.getByText("€55 more than the €35").waitFor();
  await sheet.getByRole("button", { name: "Ask for approval" }).click();
  await page.getByText("A watch, €90: waits for approval").waitFor();
  await expectNothing(page);

  const manager = await visitAs("manager");
  await manager.page.goto("/");
  await manager.page.getByRole("link", { name: "One gift waits for your yes or no" }).click();
  await manager.page.getByRole("heading", { name: /Nothing given in 2026/ }).waitFor();
  await manager.page.getByText("With this Anna gets €90 this year; the cap is €35.").waitFor();
  await manager.page.getByRole("button", { name: "Refuse a watch for Anna Albers" }).click();
  await manager.page.getByLabel("Why not, and what instead?").fill("too dear");
  await expectNothing(manager.page);
  await manager.page.getByRole("button", { name: "Refuse", exact: true }).click();
  await manager.page.getByText("A watch: refused.").first().waitFor();
  await manager.page.getByRole("button", { name: "Undo", exact: true }).click();
  await manager.page.getByRole("button", { name: "Approve a watch for Anna Albers" }).click();
  await manager.page.getByText("A watch: approved.").first().waitFor();
  expect(manager.complaints).toEqual([]);

  await page.goto("/owed");
  await page.getByRole("button", { name: "a watch is given: Anna Albers" }).click();
  await page.getByText("A watch: given.").first().waitFor();
  expect(await gifts()).toEqual(["a watch given"]);
});

it("stands on the person's page and in the register, and is forbidden where they want none", async () => {
  await page.goto(`/people/${anna}`);
  await page.getByText("Given this year: €90 of €35").waitFor();
  await page.getByRole("button", { name: "More about gifts to Anna Albers" }).click();
  await page.getByRole("button", { name: "Wants no gifts" }).click();
  await page.getByRole("dialog").getByLabel("In their words").fill("rather not");
  await page.getByRole("button", { name: "Note it" }).click();
  await page.getByText("Anna wants no gifts", { exact: true }).first().waitFor();
  await expectNothing(page);

  await introduced("Cora Carl");
  await page.goto("/owed");
  await page.getByRole("button", { name: "Otherwise: Anna Albers" }).first().click();
  await page.getByRole("button", { name: "A gift", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "A gift for Anna Albers" });
  await sheet.getByText("Anna wants no gifts. A handwritten note is welcome everywhere.").waitFor();
  await sheet.getByRole("button", { name: "I wrote a note instead" }).click();
  await page.getByText("Anna: done.").first().waitFor();

  await page.goto("/gifts");
  await page.getByRole("heading", { name: "€90 given in 2026, to one person" }).waitFor();
  await page.getByText("What each got in 2026, against the cap").click();
  await expectNothing(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "As a file" }).click();
  expect((await download).suggestedFilename()).toMatch(/^gifts/);
  await page.goto("/settings/gifts");
  await page.getByText("A leader can change what stands here.").waitFor();
  await expectNothing(page);
  expect(complaints).toEqual([]);
});

async function visitAs(who: "rep" | "manager") {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visit = await b.visit({ size: who === "rep" ? "phone" : "desk" });
  const [name = "", ...value] = cookie.split("=");
  await visit.context.addCookies([{ name, value: value.join("="), url: b.address }]);
  return visit;
}

async function introduced(contact: string): Promise<void> {
  const contactId = await made("/people", { fullName: contact });
  const id = await made("/referrals", { sourceId: anna, contactId, level: 3, day: "2026-11-18" });
  await send("PUT", `/referrals/${id}/state`, { state: "responded" });
}

async function gifts(): Promise<string[]> {
  const { items } = (await send("GET", `/gifts?person=${anna}`)).body;
  return items.map(({ what, state }: { what: string; state: string }) => `${what} ${state}`);
}

async function send(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { authorization: `Bearer ${cast.keys.rep}` });
}

async function made(path: string, body: object): Promise<string> {
  const answer = await send("POST", path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function expectNothing(on: Page): Promise<void> {
  expect(await findingsOn(on)).toEqual([]);
}
