import { afterAll, beforeAll, expect, it } from "vitest";
import { firstVisit, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";
import { createHand } from "#demo/hand.ts";
import { beginRepMonday, REP_MONDAY } from "#demo/rep-monday.ts";
import { missingOf } from "#demo/rep-monday-check.ts";
import { walkThrough } from "#demo/walked.ts";
import { runningClock } from "#lib/kernel/clock.ts";

const FRIDAY = new Date("2026-11-20T10:00:00Z");
const MORNING = new Date("2026-11-23T07:30:00Z");
const EVENING = new Date("2026-11-23T16:30:00Z");
const TODAY = "2026-11-23";
const PHONE = ["+49 40 123456"];

let running = runningClock(FRIDAY);
let b: BrowserHouse;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse({ clock: { now: () => running.now() } });
  cookie = await firstVisit(b);
});
afterAll(() => b?.close());

it("lives a rep's Monday on a phone to its end, in no more taps than promised, and all of it has happened", async () => {
  const memberId = (await b.send("GET", "/me", undefined, { cookie })).body.member.id;
  const open = await leaveOnFriday(memberId);
  running = runningClock(MORNING);
  const { page, context, complaints } = await b.visit({ size: "phone", touch: true });
  page.setDefaultTimeout(30_000);
  const [name = "", ...value] = cookie.split("=");
  await context.addCookies([{ name, value: value.join("="), url: b.address }]);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: b.address });
  const hand = createHand(page);
  const monday = beginRepMonday({ open, untilEvening: () => (running = runningClock(EVENING)) });
  await page.goto("/");
  await page.getByRole("region", { name: "Talk to" }).waitFor();
  const walked = await walkThrough(REP_MONDAY, hand, monday);
  expect(walked.flatMap(({ over }) => over ?? [])).toEqual([]);
  const read = async (path: string) => (await b.send("GET", path, undefined, { cookie })).body;
  expect(await missingOf(monday, { read, memberId, today: TODAY })).toEqual([]);
  expect(complaints).toEqual([]);
});

/** Clients who may be asked, two who were planned and not asked, somebody whose day has come, a meeting; and who thinks. */
async function leaveOnFriday(holderId: string): Promise<{ id: string; sourceName: string }> {
  for (const name of ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"]) {
    const accountId = await made("/accounts", { name, kind: "client", holderId });
    const personId = await made("/people", { fullName: `Ina ${name}`, accountId, phones: PHONE });
    if (["Alpha", "Beta"].includes(name)) await made("/plans", { personId });
  }
  const sourceName = "Dirk Dahl";
  const returns = await made("/people", { fullName: "Ella Ernst", phones: PHONE });
  const outcome = { outcome: "not-now", untilDay: TODAY };
  await made("/asks", { sourceId: returns, day: "2026-10-12", ...outcome });
  const thinks = await made("/people", { fullName: sourceName, phones: PHONE });
  await made("/meetings", { personId: thinks, day: TODAY, time: "10:00" });
  return { id: await made("/asks", { sourceId: thinks, outcome: "will-think" }), sourceName };
}

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, path).toBe(201);
  return answer.body.id;
}
