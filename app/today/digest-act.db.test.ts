import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import { actorOf } from "#team/door-actions.ts";
import { carryOut, undo, type Pressed } from "./digest-act-actions.ts";
import { linesForToday, makeDigest, sendMyDigest } from "./digest-actions.ts";
import { actsOn, type About } from "./digest-line.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin.
let h: TestHouse;
let jale = "";
let other = "";

beforeAll(async () => {
  h = await openTestHouse();
  const accountId = await made("/accounts", { name: "Hafen Logistik", kind: "client" });
  jale = await made("/people", { fullName: "Jale Merz", accountId, holderId: h.cast.rep });
  other = await made("/people", { fullName: "Bruno Amsel", accountId, holderId: h.cast.rep });
});
afterAll(() => h?.close());

it("moves a plan, lets it go or carries it out, and takes each back", async () => {
  const planId = await made("/plans", { personId: jale });
  const about = await lineOf("plan");
  const plan = async () => (await h.get("rep", `/plans/${planId}`)).body;
  const before = (await plan()).week;
  await there({ act: "later" }, about, async () => expect((await plan()).week > before).toBe(true));
  expect((await plan()).week).toBe(before);
  await there({ act: "let-go", choice: "no-time" }, about, async () =>
    expect(await plan()).toMatchObject({ state: "let-go", whyNot: "no-time" }),
  );
  await there({ act: "asked", choice: "will-think" }, about, async () =>
    expect(await plan()).toMatchObject({ state: "asked", askOutcome: "will-think" }),
  );
  expect((await plan()).state).toBe("planned");
  await h.del("rep", `/plans/${planId}`);
});

it("refuses a suggestion, or notes that they were asked, and takes it back", async () => {
  const about = await lineOf("suggestion");
  const personId = "personId" in about ? about.personId : "";
  await there({ act: "not-this-one", choice: "not-the-moment" }, about, async () =>
    expect(await here()).not.toContain(personId),
  );
  expect(await here()).toContain(personId);
  await there({ act: "asked", choice: "silence" }, about, async () => expect(await asked()).toBe(1));
  expect(await asked()).toBe(0);
  const named = { fullName: "Peter Müller", accountName: "Siemens" };
  const names = async () => (await h.get("rep", `/referrals?source=${personId}`)).body.items;
  await there({ act: "asked", choice: "named-someone", named }, about, async () =>
    expect(await names()).toMatchObject([
      { contactName: "Peter Müller", accountName: "Siemens", level: 0, countsFrom: null },
    ]),
  );
  expect([await names(), await asked()]).toEqual([[], 0]);
});

it("thanks a source, or says why nobody does, and lets somebody hear from us, or not now", async () => {
  const referralId = await made("/referrals", {
    sourceId: other,
    contact: { fullName: "Veit Reimers" },
    level: 2,
    day: "2026-11-18",
  });
  const about = await lineOf("duty");
  const duty = async () =>
    (await h.get("rep", `/duties?referral=${referralId}`)).body.items.find(
      ({ kind }: { kind: string }) => kind === "thank",
    );
  await there({ act: "done", choice: "note" }, about, async () =>
    expect((await duty()).settled).toMatchObject({ how: "note" }),
  );
  await there({ act: "let-go", words: "He was there." }, about, async () =>
    expect((await duty()).settled).toMatchObject({ letGoWhy: "He was there." }),
  );
  expect((await duty()).settled).toBeNull();
  const touch: About = { kind: "touch", personId: jale };
  const touches = async () => (await h.get("rep", `/touches?person=${jale}`)).body.items.length;
  await there({ act: "touched", choice: "call" }, touch, async () => expect(await touches()).toBe(1));
  expect(await touches()).toBe(0);
  await there({ act: "not-now" }, touch, async () => undefined);
  expect(await h.mistakes()).toEqual([]);
});

it("offers nothing on a line that it could not do, and takes nothing else", async () => {
  for (const about of [{ kind: "touch", personId: jale }, { kind: "stop" }] as const)
    await expect(pressed({ act: "drop table" }, about)).rejects.toMatchObject({ field: "act" });
  await expect(
    pressed({ act: "touched", choice: "gift" }, { kind: "touch", personId: jale }),
  ).rejects.toMatchObject({ field: "choice" });
  const discovery: About = { kind: "moment", momentId: jale, moment: "discovery", personId: jale };
  expect(actsOn(discovery, "Jale", "2026-11-18").map(({ id }) => id)).toEqual(["let-go"]);
});

it("writes no mail of a day while a story is being told", async () => {
  await inWorkspace((tx, actor) =>
    queueJob(tx, { kind: "demo", payload: {}, askedBy: actor.member.id, now: actor.now }),
  );
  expect(await inWorkspace((tx, actor) => makeDigest(tx, actor, "day", { whenDone: true }))).toBe(false);
  await expect(inWorkspace((tx, actor) => sendMyDigest(tx, actor))).rejects.toMatchObject({
    kind: "conflict",
  });
});

async function asked(): Promise<number> {
  return (await h.get("rep", "/asks?from=2026-11-18")).body.items.length;
}

async function here(): Promise<string[]> {
  return (await h.get("rep", "/suggestions")).body.items.map((each: { personId: string }) => each.personId);
}

/** Presses, looks, and takes it back. */
async function there(press: Pressed, about: About, look: () => Promise<unknown>): Promise<void> {
  const { effect } = await pressed(press, about);
  await look();
  if (effect === null) throw new Error(`nothing to undo of ${press.act}`);
  await inWorkspace((tx, actor) => undo(tx, actor, effect));
}

function pressed(press: Pressed, about: About) {
  return inWorkspace((tx, actor) => carryOut(tx, actor, { about, name: "Jale Merz" }, press));
}

async function lineOf(kind: About["kind"]): Promise<About> {
  const lines = await inWorkspace((tx, actor) => linesForToday(tx, actor));
  const found = lines.find(({ about }) => about.kind === kind);
  if (found === undefined)
    throw new Error(`no ${kind} among ${lines.map(({ about }) => about.kind).join(", ")}`);
  return found.about;
}

function inWorkspace<T>(
  work: (tx: Parameters<typeof carryOut>[0], actor: Parameters<typeof carryOut>[1]) => Promise<T>,
): Promise<T> {
  return h.test.database.write(h.cast.workspaceId, async (tx) =>
    work(tx, await actorOf(tx, h.cast.rep, h.now)),
  );
}

async function made(path: string, body: object): Promise<string> {
  const answer = await h.post("rep", path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}
