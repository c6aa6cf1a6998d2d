import { afterAll, beforeAll, expect, it } from "vitest";
import { NOON, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { bookCredits, pendingCredits, sayBookedThrough } from "./book-credits-actions.ts";

// Anna introduced Ben, who introduced Dora, who buys. An hour goes by before each of these requests.
let t: TestHouse;
let hours = 0;
const now = () => new Date(NOON.getTime() + hours * 3_600_000);
let led: string;

beforeAll(async () => {
  t = await openTestHouse({ clock: { now } });
  const ids: string[] = [];
  for (const fullName of ["Anna Albers", "Ben Bader", "Dora Dietz"])
    ids.push((await ask("rep", "POST", "/people", { fullName })).id);
  const [anna, ben, dora] = ids;
  await ask("rep", "POST", "/referrals", { sourceId: anna, contactId: ben, level: 3, day: "2026-03-02" });
  const second = { sourceId: ben, contactId: dora, level: 3, day: "2026-05-04" };
  led = (await ask("rep", "POST", "/referrals", second)).id;
});
afterAll(() => t?.close());

async function ask(who: CastName, method: string, path: string, body?: object) {
  hours += 1;
  const answer = await t.as(who, method, path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
}
async function won(day: string): Promise<string> {
  const deal = {
    name: "Plan",
    accountName: "Käufer AG",
    referralId: led,
    openedOn: "2026-06-01",
    amount: { minor: 900, currency: "EUR" },
  };
  const { id } = await ask("rep", "POST", "/deals", deal);
  await ask("rep", "PUT", `/deals/${id}/outcome`, { outcome: "won", day });
  return id;
}
async function credit(id: string) {
  const { rule, credits } = await ask("rep", "GET", `/deals/${id}/credit`);
  return [rule?.version, credits.map((each: { credited: { minor: number } }) => each.credited.minor)];
}
const book = () =>
  t.test.database.write(t.cast.workspaceId, (tx) => bookCredits(tx, { now: now(), member: null }));

it("keeps the rule of its win when a deal is corrected, and when that is undone", async () => {
  const deal = await won("2026-11-16");
  const { origin } = await ask("rep", "GET", `/deals/${deal}`);
  expect(await credit(deal)).toEqual([1, [300, 600]]);
  await ask("leader", "POST", "/credit-rules", { kind: "first", reason: "Whoever began it." });
  for (const [said, expected] of [
    [{ amount: { minor: 901, currency: "EUR" } }, [1, [300, 601]]],
    [{ amount: { minor: 900, currency: "EUR" } }, [1, [300, 600]]],
    [{ closedOn: "2026-11-02" }, [1, [300, 600]]],
    [{ closedOn: "2026-11-16" }, [1, [300, 600]]],
    [{ referralId: null, origin: "event" }, [undefined, []]],
    [{ referralId: led, origin }, [1, [300, 600]]],
  ] as const) {
    await ask("rep", "PATCH", `/deals/${deal}`, said);
    expect([said, await credit(deal)]).toEqual([said, expected]);
    await book();
    expect([said, await credit(deal)]).toEqual([said, expected]);
  }
  expect(await credit(await won("2026-11-16"))).toEqual([2, [900, 0]]);
});

it("goes by the rule of today when a deal is opened again and won on another day", async () => {
  const deal = await won("2026-11-16");
  await ask("leader", "POST", "/credit-rules", { kind: "last", reason: "Whoever introduced the buyer." });
  expect(await credit(deal)).toEqual([2, [900, 0]]);
  await ask("rep", "DELETE", `/deals/${deal}/outcome`);
  await ask("rep", "PUT", `/deals/${deal}/outcome`, { outcome: "won", day: "2026-11-18" });
  expect(await credit(deal)).toEqual([3, [0, 900]]);
});

it("is behind only with what was written since all was counted, however much was before", async () => {
  const isBehind = (most: number) =>
    t.test.database.read(t.cast.workspaceId, async (tx) => (await pendingCredits(tx, now(), most)).more);
  await won("2026-11-16");
  expect(await isBehind(5)).toBe(true);
  await book();
  hours += 1;
  await t.test.database.write(t.cast.workspaceId, (tx) => sayBookedThrough(tx, now()));
  expect(await isBehind(5)).toBe(false);
  await ask("rep", "POST", "/people", { fullName: "Eva Ernst" });
  expect(await isBehind(5)).toBe(false);
  for (let n = 0; n < 5; n += 1) await ask("rep", "POST", "/people", { fullName: `Fritz ${n}` });
  expect(await isBehind(5)).toBe(true);
  expect(await isBehind(500)).toBe(false);
});
