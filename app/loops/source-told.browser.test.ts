import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

let b: BrowserHouse;
let cast: Cast;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visit = await b.visit({ size: "phone" });
  ({ page, complaints } = visit);
  const [name = "", ...value] = cookie.split("=");
  await visit.context.addCookies([{ name, value: value.join("="), url: b.address }]);
});
afterAll(() => b?.close());

it("goes from an introduction that arrives to a source who was told in six taps", async () => {
  const anna = await made("/people", { fullName: "Anna Albers" });
  const bo = await made("/people", { fullName: "Bo Brandt" });
  const id = await made("/referrals", { sourceId: anna, contactId: bo, level: 3, day: "2026-11-18" });
  let taps = 0;
  const tap = async (on: Locator) => {
    await on.click();
    taps += 1;
  };

  await page.goto("/");
  await tap(page.getByRole("link", { name: "Bo Brandt" }));
  await tap(page.getByRole("button", { name: "I answered" }));
  await page.getByText("Thank Anna Albers for Bo").waitFor();
  await expectNothing();
  await tap(page.getByRole("button", { name: "A handwritten note: Anna Albers" }));
  await page.getByText("by a handwritten note today").waitFor();
  await tap(page.getByRole("button", { name: "It came to nothing" }));
  await page.getByText("Tell Anna Albers that nothing came of Bo, and thank them").waitFor();
  await tap(page.getByRole("button", { name: "I called: Anna Albers" }));
  await page.getByText("called today").waitFor();
  expect(taps).toBeLessThanOrEqual(6);

  const { items } = (await send("GET", `/duties?referral=${id}`)).body;
  const states = items.map(({ kind, state }: { kind: string; state: string }) => `${kind} ${state}`);
  expect(states.toSorted()).toEqual(["report-close done", "respond done", "thank done", "thank-close done"]);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("button", { name: "I called: Anna Albers" }).waitFor();
  expect(complaints).toEqual([]);
});

it("asks for a word about the meeting where the source heard before, in one line", async () => {
  const cora = await made("/people", { fullName: "Cora Carl" });
  const dirk = await made("/people", { fullName: "Dirk Dahl" });
  const id = await made("/referrals", { sourceId: cora, contactId: dirk, level: 3, day: "2026-11-18" });
  await send("PUT", `/referrals/${id}/state`, { state: "responded" });
  const leads = { authorization: `Bearer ${cast.keys.leader}` };
  await b.send("PATCH", "/clocks", { since: "2026-11-01" }, leads);
  const early = await made("/referrals", {
    sourceId: cora,
    contactId: await made("/people", { fullName: "Ella Ernst" }),
    level: 3,
    day: "2026-11-16",
  });
  await made("/settlements", { duties: [`${early}.report.${cora}`], how: "message", day: "2026-11-16" });
  const soon = { referralId: early, scheduledOn: "2026-11-16", day: "2026-11-17" };
  const contactId = (await send("GET", `/referrals/${early}`)).body.contactId;
  const meeting = await made("/meetings", { ...soon, personId: contactId });
  await send("PUT", `/meetings/${meeting}/outcome`, { outcome: "held" });
  await page.goto(`/meetings/${meeting}`);
  await page.getByText("Tell Cora Carl how the meeting with Ella went").waitFor();
  await page.getByText("Heard from us 2 days ago, before you met.").waitFor();
  expect(await page.getByText(/best thanks/).count()).toBe(0);
  await expectNothing();

  await page.goto("/owed");
  await page.getByText("Thank Cora Carl for Ella and Dirk").waitFor();
  await page.getByRole("button", { name: "I called: Cora Carl" }).first().waitFor();
  await expectNothing();
  expect(complaints).toEqual([]);
});

async function send(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { authorization: `Bearer ${cast.keys.rep}` });
}

async function made(path: string, body: object): Promise<string> {
  const answer = await send("POST", path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function expectNothing(): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
