import { readFileSync } from "node:fs";
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

it.each([
  ["phone", true],
  ["desk", false],
] as const)("is done by a leader on a %s, who is told before what stays", async (size, dark) => {
  const id = await added(`Clara ${size} Clausen`);
  const { page, complaints } = await visit("leader", size, dark);
  await page.goto(`/people/${id}`);
  const more = page.getByRole("button", { name: `More for Clara ${size} Clausen` });
  await more.click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Everything we know of them" }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(file.person[0]).toMatchObject({ "full name": `Clara ${size} Clausen`, account: "Hafen Logistik" });
  await more.click();
  await page.getByRole("button", { name: "Erase their data …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Numbers without a name").waitFor();
  await dialog.getByText("Backups made before today").waitFor();
  const press = dialog.getByRole("button", { name: "Erase for good" });
  await dialog.getByLabel("Type").fill("Clara");
  expect(await press.isDisabled()).toBe(true);
  expect(await findingsOn(page)).toEqual([]);
  await dialog.getByLabel("Type").fill(`clara ${size} clausen `);
  await press.click();
  await page.waitForURL("**/people");
  expect((await b.send("GET", `/people/${id}`, undefined, as("leader"))).status).toBe(404);
  expect(complaints).toEqual([]);
});

it("is not offered to a rep", async () => {
  const id = await added("Dora Dietz");
  const { page } = await visit("rep", "desk", false);
  await page.goto(`/people/${id}`);
  await page.getByRole("button", { name: "More for Dora Dietz" }).click();
  await page.getByRole("button", { name: "Take off the lists" }).waitFor();
  expect(await page.getByText("Everything we know of them").count()).toBe(0);
  expect(await page.getByText("Erase their data …").count()).toBe(0);
});

function as(who: "leader" | "rep") {
  return { authorization: `Bearer ${cast.keys[who]}` };
}

async function visit(who: "leader" | "rep", size: "phone" | "desk", dark: boolean): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  return visitAs(b, cookie, { size, dark });
}

async function added(fullName: string): Promise<string> {
  const made = await b.send("POST", "/people", { fullName, accountName: "Hafen Logistik" }, as("leader"));
  expect(made.status).toBe(201);
  return made.body.id;
}
