import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import type { SuggestionView } from "./suggestion-view.ts";

let h: TestHouse;
let now = new Date("2026-11-18T11:00:00Z");
let count = 0;
let accounts: string[];
let ada: string;
let link: string;
let cardId: string;

beforeAll(async () => {
  h = await openTestHouse({ clock: { now: () => now } });
});
afterAll(() => h?.close());
/** A full week of three clients, and Ada, who has a report card to answer. */
beforeEach(async () => {
  count += 1;
  // A Wednesday noon, each time in another week.
  now = new Date(Date.UTC(2026, 10, 18 + 49 * (count - 1), 11));
  accounts = [];
  for (const name of ["Alpha", "Beta", "Gamma"]) await client(`${name} ${count}`, `Client ${name} ${count}`);
  await keep();
  ada = await client(`Delta ${count}`, `Ada Adler ${count}`);
  const card = await made("/report-cards", { personId: ada, language: "en" });
  cardId = card.id;
  link = card.link.split("#")[1];
});

describe("who gives a nine or a ten on a report card", () => {
  it("is the next to talk to in a week that is full, says why, and makes way again once they were asked", async () => {
    const before = await read();
    expect(before.items).toHaveLength(3);
    await handIn(10);
    const seen = await read();
    expect(seen.kept).toBe(false);
    expect(seen.items.map(nameOf)).toEqual([...before.items.slice(0, 2).map(nameOf), `Ada Adler ${count}`]);
    const [, , third] = seen.items;
    expect(third?.reasons[0]).toEqual({
      part: "glad",
      words: `Ada Adler gave us 10 of 10 on a report card on ${dayOfMonth()}`,
    });
    expect(third?.say).toBe(
      "“Thank you for the 10 you gave us. Whom do you know who should be as glad of us?”",
    );
    expect((await keep()).items).toEqual((await read()).items);
    expect(ids(await keep())).toEqual(ids(seen));
    const ask = await made("/asks", { sourceId: ada });
    expect(ids(await read())).toEqual(ids(before).slice(0, 2));
    await h.del("rep", `/asks/${ask.id}`);
    expect(ids(await read())).toEqual(ids(seen));
    await made("/asks", { sourceId: ada });
    later(1);
    expect(ids(await read())).toEqual(ids(before));
    expect(await h.mistakes()).toEqual([]);
  });

  it("comes with another why where they stand among the three already", async () => {
    const { items } = await read();
    const [first] = items as [SuggestionView];
    const card = await made("/report-cards", { personId: first.personId, language: "en" });
    link = card.link.split("#")[1];
    await handIn(9);
    const seen = await keep();
    expect(ids(seen)).toEqual(items.map(({ personId }) => personId));
    expect(seen.items[0]?.reasons[0]).toMatchObject({ part: "glad" });
    expect(await h.mistakes()).toEqual([]);
  });

  it("is not brought up for an eight, nor once it is taken back, worse, refused, or a month old", async () => {
    const before = ids(await read());
    await handIn(8);
    expect(ids(await read())).toEqual(before);
    await say(9);
    expect(ids(await keep())).toContain(ada);
    await say(3);
    expect(ids(await keep())).not.toContain(ada);
    await say(9);
    expect(ids(await keep())).toContain(ada);
    await visit("DELETE", "/handed-in");
    expect(ids(await keep())).toEqual(before);
    await visit("PUT", "/handed-in");
    await h.put("rep", `/report-cards/${cardId}/talk-refused`, { why: "talked-already" });
    expect(ids(await keep())).toEqual(before);
    await h.del("rep", `/report-cards/${cardId}/talk-refused`);
    expect(ids(await keep())).toContain(ada);
    expect(await h.mistakes()).toEqual([]);
  });

  it("is brought up once: not in the weeks after, whatever became of it", async () => {
    await handIn(10);
    expect(ids(await keep())).toContain(ada);
    for (let week = 1; week <= 3; week += 1) {
      later(7);
      expect(ids(await keep())).not.toContain(ada);
    }
  });

  it("is news after a week in which they were suggested for something else", async () => {
    const [first] = ids(await read());
    later(7);
    expect(ids(await keep())).not.toContain(first);
    const card = await made("/report-cards", { personId: first, language: "en" });
    link = card.link.split("#")[1];
    await handIn(10);
    expect(ids(await keep())).toContain(first);
    later(7);
    expect(ids(await keep())).not.toContain(first);
  });

  it("is not for whoever looks after another account", async () => {
    await handIn(10);
    const theirs = (await h.get("southRep", "/suggestions")).body;
    expect(ids(theirs)).not.toContain(ada);
    expect((await h.get("stranger", `/suggestions?member=${h.cast.rep}`)).status).toBe(404);
  });
});

async function client(name: string, person: string): Promise<string> {
  const account = await made("/accounts", { name, kind: "client", holderId: h.cast.rep }, "leader");
  accounts.push(account.id);
  return (await made("/people", { fullName: person, accountId: account.id })).id;
}
// oxlint-disable-next-line typescript/no-explicit-any
async function made(path: string, body: object, who: CastName = "rep"): Promise<any> {
  const answer = await h.post(who, path, body);
  expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
}
function visit(method: string, path: string, body: object = {}) {
  return h.as(null, method, `/visited-report-card${path}`, body, { "askwell-link": link });
}
const say = (score: number) => visit("PUT", "/answers/recommend", { score });
async function handIn(score: number): Promise<void> {
  expect((await say(score)).status).toBe(200);
  expect((await visit("PUT", "/handed-in")).status).toBe(200);
}
async function read(): Promise<{ kept: boolean; items: SuggestionView[] }> {
  return (await h.get("rep", "/suggestions")).body;
}
async function keep(): Promise<{ kept: boolean; items: SuggestionView[] }> {
  return (await h.post("rep", "/suggestions", {})).body;
}
function ids({ items }: { items: SuggestionView[] }): string[] {
  return items.map(({ personId }) => personId);
}
function nameOf({ personName }: SuggestionView): string {
  return personName;
}
function later(days: number): void {
  now = new Date(now.getTime() + days * 86_400_000);
}
function dayOfMonth(): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(now);
}
