import { afterAll, beforeAll, expect, it } from "vitest";
import type { Tx } from "#lib/storage/database.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { actorOf } from "#team/door-actions.ts";
import { carryOut, undo } from "./digest-act-actions.ts";
import { linesForToday } from "./digest-actions.ts";
import { actsOn } from "./digest-line.ts";
import { isTold, readTold, writeDown } from "./digest-told-actions.ts";

const THIS = "2026-11-16";
const MONDAY = new Date("2026-11-16T06:30:00Z");
const FRIDAY = new Date("2026-11-20T06:30:00Z");

let now = MONDAY;
let h: TestHouse;
beforeAll(async () => {
  h = await openTestHouse({ clock: { now: () => now } });
});
afterAll(() => h?.close());

const asMia = <T>(work: (tx: Tx, actor: Awaited<ReturnType<typeof actorOf>>) => Promise<T>): Promise<T> =>
  h.test.database.write(h.cast.workspaceId, async (tx) => work(tx, await actorOf(tx, h.cast.rep, now)));
const week = async () => (await h.get("rep", `/weeks/${THIS}`)).body;

it("says on Monday that a week is to be promised, and on Friday how it goes, with a button that tells it", async () => {
  const before = await asMia(linesForToday);
  expect(before.map(({ shown }) => shown.heading)).toContain("1 week to promise");
  const jale = (await h.post("rep", "/people", { fullName: "Jale Merz" })).body.id;
  await h.put("rep", `/weeks/${THIS}/plan`, {
    promises: [
      { kind: "ask", personId: jale },
      { kind: "count", measure: "touches", count: 2 },
      { kind: "own", words: "Two cards" },
    ],
  });
  expect((await asMia(linesForToday)).filter(({ about }) => about.kind === "week")).toEqual([]);
  now = FRIDAY;
  await h.post("rep", "/asks", { sourceId: jale, outcome: "will-think" });
  const line = (await asMia(linesForToday)).find(({ about }) => about.kind === "week")!;
  expect(line).toMatchObject({
    about: { kind: "week", week: THIS, own: true },
    shown: {
      section: "week",
      heading: "1 of 3 promises kept",
      why: expect.stringContaining("How did the others go"),
    },
  });
  const [act] = actsOn(line.about, line.shown.name, "2026-11-20");
  expect(act?.choices?.options.map(({ id }) => id)).toContain("kept");
  const press = { about: line.about, name: line.shown.name };
  const told = await asMia((tx, actor) =>
    carryOut(tx, actor, press, { act: "tell", choice: "no-time", words: "Fridays are full." }),
  );
  expect(act?.choices?.first).toBe("as-it-stands");
  expect(act?.says).toBe("Tell how the week from Mon 16 Nov went.");
  expect(told.did).toBe("The week from Mon 16 Nov: told, 1 of 3 promises kept");
  expect(await week()).toMatchObject({
    checkIn: { learned: "Fridays are full." },
    promises: [
      { state: "kept", told: null },
      { told: { how: "missed", why: "no-time" } },
      { told: { why: "no-time" } },
    ],
  });
  expect((await asMia(linesForToday)).some(({ about }) => about.kind === "week")).toBe(false);
  await asMia((tx, actor) => undo(tx, actor, told.effect!));
  expect(await week()).toMatchObject({
    checkIn: null,
    promises: [{ told: null }, { told: null }, { told: null }],
  });
});

it("says on the Monday after who asks how it went", async () => {
  now = new Date("2026-11-23T06:30:00Z");
  await h.put("manager", "/partnerships/pairing", { groups: [[h.cast.rep, h.cast.colleague]] });
  await h.post("colleague", `/weeks/${THIS}/nudges`, { memberId: h.cast.rep });
  const line = (await asMia(linesForToday)).find(({ about }) => about.kind === "week")!;
  expect(line.shown.why).toBe("Jonas asked. How did the others go, and what did you learn?");
});

it("is told in plain words, and taken back", async () => {
  now = FRIDAY;
  const text = "My week: all kept. Learned: name one person.";
  expect(isTold(text, "2026-11-20")).toBe(true);
  const written = await asMia(async (tx, actor) => {
    const told = await readTold(tx, actor, text, { near: [], choices: {} });
    return writeDown(tx, actor, told as Extract<typeof told, { kind: "week" }>);
  });
  expect(written).toMatchObject({
    heading: "2 of 3 promises kept",
    why: "Told how the week from Mon 16 Nov went. Learned: name one person.",
    effect: { undo: "week" },
  });
  expect(await week()).toMatchObject({
    checkIn: { learned: "name one person." },
    promises: [{ state: "kept" }, { state: "open" }, { state: "kept" }],
  });
  await asMia((tx, actor) => undo(tx, actor, written.effect!));
  expect((await week()).checkIn).toBeNull();
  expect(await h.mistakes()).toEqual([]);
});

it("is told of the week that the mail asks about, else of the one that one is invited to tell of", async () => {
  const plan = { promises: [{ kind: "own", words: "Two cards" }] };
  const [before, last] = ["2026-11-23", "2026-11-30"] as const;
  now = new Date("2026-11-23T06:30:00Z");
  await h.put("rep", `/weeks/${before}/plan`, plan);
  now = new Date("2026-11-30T06:30:00Z");
  await h.put("rep", `/weeks/${last}/plan`, plan);
  now = new Date("2026-12-04T06:30:00Z");
  const about = (await asMia(linesForToday)).find((line) => line.about.kind === "week")!.about;
  expect(about).toMatchObject({ week: last });
  const write = (text: string, week: string | null) =>
    asMia(async (tx, actor) => {
      const told = await readTold(tx, actor, text, { near: [], choices: {}, week });
      return writeDown(tx, actor, told as Extract<typeof told, { kind: "week" }>);
    });
  const meant = await write("my week: not kept", null);
  expect(meant).toMatchObject({
    heading: "0 of 1 promise kept",
    why: "Told how the week from Mon 30 Nov went.",
    effect: { told: { week: last } },
  });
  await asMia((tx, actor) => undo(tx, actor, meant.effect!));
  expect(await write("my week: kept", before)).toMatchObject({
    heading: "One promise, kept",
    effect: { told: { week: before } },
  });
});

it("asks which were kept where a line speaks of some, of the same week", async () => {
  const told = await asMia((tx, actor) =>
    readTold(tx, actor, "my week: kept, except Anna", { near: [], choices: {}, week: THIS }),
  );
  if (told.kind !== "question") throw new Error("no question");
  const [asItStands] = told.choices;
  expect(asItStands).toEqual({ label: "As it stands", chosen: { said: "as-it-stands", week: THIS } });
  const again = await asMia((tx, actor) =>
    readTold(tx, actor, "my week: kept, except Anna", { near: [], choices: told.choices[1]!.chosen }),
  );
  expect(again).toMatchObject({ kind: "week", week: THIS, told: { said: "kept" } });
});

it("says who wants one as a partner, with a yes and a no", async () => {
  now = new Date("2026-12-07T06:30:00Z");
  const [pair] = (await h.get("rep", "/partnerships")).body.items;
  await h.put("rep", `/partnerships/${pair.id}/end`, {});
  const asked = await h.post("southRep", "/partnerships", { withId: h.cast.rep });
  const line = (await asMia(linesForToday)).find(({ about }) => about.kind === "partner")!;
  expect(line).toMatchObject({
    about: { partnershipId: asked.body.id },
    shown: { section: "partner", heading: "Tariq Aziz wants you as a partner" },
  });
  const press = { about: line.about, name: line.shown.name };
  const mine = async () => (await h.get("rep", "/partnerships")).body.items;
  const no = await asMia((tx, actor) => carryOut(tx, actor, press, { act: "no" }));
  expect(await mine()).toEqual([]);
  await asMia((tx, actor) => undo(tx, actor, no.effect!));
  await asMia((tx, actor) => carryOut(tx, actor, press, { act: "yes" }));
  expect(await mine()).toMatchObject([{ id: asked.body.id, agreed: true }]);
  expect((await asMia(linesForToday)).some(({ about }) => about.kind === "partner")).toBe(false);
});
