import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { IncomingMail } from "#lib/mail/incoming.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import { MOST_ANSWERS } from "./digest.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin.
let now = new Date("2026-11-18T10:00:00Z");
let h: TestHouse;
let box: Mailbox;
let digestId = "";
let brunoId = "";
let said = 0;

beforeAll(async () => {
  box = await openMailbox();
});
afterAll(() => box?.close());
beforeEach(async () => {
  now = new Date("2026-11-18T10:00:00Z");
  h = await openTestHouse({ clock: { now: () => now }, smtpUrl: box.url });
  await h.session("rep");
  box.letters.length = 0;
  brunoId = await person("Bruno Amsel");
  await h.post("rep", "/asks", {
    sourceId: brunoId,
    day: "2026-11-03",
    outcome: "not-now",
    untilDay: "2026-11-17",
  });
  await h.post("rep", "/my-digest/mails", {});
  await h.runJobs();
  digestId = messageIdOf(0);
});
afterEach(() => h?.close());

describe("an answer in plain words", () => {
  it("is written down by the rules of the command bar, a line for each thing, and confirmed in one mail with the way back", async () => {
    const veit = await person("Veit Reimers");
    const planned = await h.post("rep", "/meetings", { personId: veit, day: "2026-11-18", time: "09:00" });
    await reply(
      "Hi,\nasked Bruno, will think\nmet Veit today\nmeeting with Bruno Amsel on Friday 10:00\ncalled Veit yesterday\n\nThanks\nMia\n\nOn Wed, Askwell wrote:\n> asked Veit, no",
    );
    expect(box.letters).toHaveLength(2);
    const text = plain(1);
    expect(headersOf(1)).toContain("Subject: Written down");
    expect(headersOf(1)).toContain("Auto-Submitted: auto-replied");
    expect(headersOf(1)).toContain("In-Reply-To: <reply-1@mia.example>");
    for (const line of [
      "Asked Bruno Amsel",
      "Met Veit Reimers",
      "Meeting with Bruno Amsel",
      "Call: Veit Reimers",
    ])
      expect(text).toContain(line);
    expect(text.match(/Undo: /g)).toHaveLength(4);
    const asks = (await h.get("rep", `/asks?source=${brunoId}&from=2026-11-18`)).body.items;
    expect(asks).toMatchObject([{ outcome: "will-think", memberId: h.cast.rep }]);
    // The appointment that stood is settled, and not logged a second time.
    expect((await h.get("rep", `/meetings/${planned.body.id}`)).body.outcome).toBe("held");
    expect((await h.get("rep", `/meetings?person=${brunoId}`)).body.items).toMatchObject([
      { day: "2026-11-20", time: "10:00", outcome: null },
    ]);
    const { items } = (await h.get("rep", "/scorecard?by=week&from=2026-11-18&to=2026-11-18")).body;
    expect(items[0]).toMatchObject({
      peopleAsked: { count: 1 },
      meetingsHeld: { count: 1 },
      meetingsScheduled: { count: 2 },
    });
    expect(await h.mistakes()).toEqual([]);
    for (const token of tokens(text)) {
      const undone = await h.as(null, "DELETE", "/digest-line/done", undefined, { "askwell-link": token });
      expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    }
    const after = (await h.get("rep", "/scorecard?by=week&from=2026-11-18&to=2026-11-18")).body.items[0];
    expect(after).toMatchObject({
      peopleAsked: { count: 0 },
      meetingsHeld: { count: 0 },
      meetingsScheduled: { count: 1 },
    });
    expect(await h.mistakes()).toEqual([]);
  });

  it("takes thanks for those that are owed, and for a contact where none are", async () => {
    const oskar = await person("Oskar Ott");
    await h.post("rep", "/referrals", {
      sourceId: oskar,
      contact: { fullName: "Jens Kohl" },
      level: 2,
    });
    const owed = async () =>
      (await h.get("rep", `/duties?source=${oskar}`)).body.items.filter(
        ({ kind }: { kind: string }) => kind === "thank",
      );
    await reply("Thanked Oskar in person\nbei Bruno gestern per E-Mail bedankt");
    const text = plain(1);
    expect(text).toContain("Thanked Oskar Ott for Jens Kohl");
    expect(text).toContain("Thanked Bruno Amsel");
    expect(await owed()).toMatchObject([{ state: "done", settled: { how: "in-person", day: "2026-11-18" } }]);
    const touches = async () => (await h.get("rep", `/touches?person=${brunoId}`)).body.items;
    expect(await touches()).toMatchObject([{ kind: "e-mail", day: "2026-11-17" }]);
    for (const token of tokens(text)) {
      const undone = await h.as(null, "DELETE", "/digest-line/done", undefined, { "askwell-link": token });
      expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    }
    expect(await owed()).toMatchObject([{ settled: null }]);
    expect(await touches()).toEqual([]);
    expect(await h.mistakes()).toEqual([]);
  });

  it("told twice, it is one; also while it is told at once", async () => {
    const mail = letter("asked Bruno, will think");
    await Promise.all([h.house.takeMail(mail, { now }), h.house.takeMail(mail, { now })]);
    await h.runJobs();
    await h.house.takeMail(mail, { now });
    await h.runJobs();
    expect(box.letters).toHaveLength(2);
    expect((await h.get("rep", `/asks?source=${brunoId}&from=2026-11-18`)).body.items).toHaveLength(1);
  });

  it("asks back who is meant, by number or by button, and writes down what was chosen", async () => {
    const first = await person("Anna Albers");
    const second = await person("Anna Müller");
    await reply("asked Anna, will think\nmet Anna today");
    const text = plain(1);
    expect(headersOf(1)).toContain("Subject: One question first");
    expect(text).toContain("Which “Anna” do you mean?");
    expect(text).toMatch(/1 {2}Anna .*\n.*2 {2}Anna/);
    expect((await h.get("rep", "/asks?from=2026-11-18")).body.items).toEqual([]);
    const place = text.indexOf("1  Anna Albers") < 0 ? 2 : 1;
    await reply(`${place}`, messageIdOf(1));
    expect((await h.get("rep", `/asks?source=${first}&from=2026-11-18`)).body.items).toHaveLength(1);
    expect(plain(2)).toContain("Asked Anna Albers");
    // The button of the other question, which names the number that it chooses.
    const met = [...text.matchAll(/(\d) {2}Anna Müller: \S+#d\.([\w-]{64})\.choose\.(\d)/g)].at(-1);
    const [, , token = "", choice = ""] = met ?? [];
    const pressed = await h.as(
      null,
      "POST",
      "/digest-line/done",
      { act: "choose", choice },
      { "askwell-link": token },
    );
    expect(pressed.status, JSON.stringify(pressed.body)).toBe(200);
    expect((await h.get("rep", `/meetings?person=${second}`)).body.items).toMatchObject([
      { outcome: "held" },
    ]);
    await reply(`${place}`, messageIdOf(1));
    expect(plain(3)).toContain("That is answered already");
    expect(await h.mistakes()).toEqual([]);
  });

  it("asks what they said, who a stranger is, and says what it does not understand or may not write down", async () => {
    await reply("asked Bruno\nmet Karl Kaiser today\nthe weather is fine\nmet Bruno tomorrow\n7");
    const text = plain(1);
    expect(text).toContain("What did Bruno Amsel say?");
    expect(text).toContain("I know nobody called “Karl Kaiser”");
    expect(text).toContain("I did not understand this");
    expect(text).toContain("still to come");
    expect(text).toContain("no choice of this number");
    expect((await h.get("rep", "/asks?from=2026-11-18")).body.items).toEqual([]);
    const [, add = ""] = /(\d) {2}Add “Karl Kaiser”/.exec(text) ?? [];
    const [, think = ""] = /(\d) {2}Will think/.exec(text) ?? [];
    await reply(`${add}\n${think}`, messageIdOf(1));
    expect(plain(2)).toContain("Met Karl Kaiser");
    expect((await h.get("rep", `/asks?source=${brunoId}&from=2026-11-18`)).body.items).toMatchObject([
      { outcome: "will-think" },
    ]);
    await h.put("colleague", `/people/${brunoId}/do-not-ask`, { why: "said-stop" });
    const jale = await person("Jale Merz");
    await reply("asked Bruno, no\nasked Jale Merz, no");
    expect(plain(3)).toMatch(/Bruno Amsel\b[^\n]*: [A-Z]/);
    expect(plain(3)).not.toContain("..");
    const [, keep = ""] = /(\d) {2}It has happened: keep it all the same/.exec(plain(3)) ?? [];
    await reply(keep, messageIdOf(3));
    expect(plain(4)).toContain("Asked Bruno Amsel");
    expect((await h.get("rep", `/asks?source=${brunoId}&from=2026-11-18`)).body.items).toMatchObject([
      { outcome: "no" },
    ]);
    expect((await h.get("rep", `/asks?source=${jale}`)).body.items).toHaveLength(1);
  });

  it("means first whom the mail speaks of", async () => {
    await person("Bruno Zander");
    await reply("asked Bruno, no");
    expect(plain(1)).toContain("Asked Bruno Amsel");
  });
});

describe("an answer that says more than can be written down at once", () => {
  it("counts a meeting once, however often it is told, and notes further words", async () => {
    await reply("met Bruno today\nmet Bruno today, wants a pilot");
    await reply("met Bruno");
    expect(plain(1)).toContain("is written down already");
    expect(plain(1).match(/Undo: /g)).toHaveLength(1);
    expect(plain(2)).toContain("is written down already");
    expect((await h.get("rep", `/meetings?person=${brunoId}`)).body.items).toMatchObject([
      { outcome: "held", note: "wants a pilot" },
    ]);
    const { items } = (await h.get("rep", "/scorecard?by=week&from=2026-11-18&to=2026-11-18")).body;
    expect(items[0]).toMatchObject({ meetingsHeld: { count: 1 }, meetingsScheduled: { count: 1 } });
    expect(await h.mistakes()).toEqual([]);
  });

  it("takes one answer to a question, also where one mail gives two", async () => {
    const first = await person("Anna Albers");
    const second = await person("Anna Müller");
    await reply("asked Anna, will think");
    await reply("2\n1.", messageIdOf(1));
    expect(plain(2)).toContain("That is answered already");
    const asked = await Promise.all(
      [first, second].map(async (id) => (await h.get("rep", `/asks?source=${id}`)).body.items.length),
    );
    expect(Math.min(...asked)).toBe(0);
    expect(Math.max(...asked)).toBe(1);
  });

  it("says that an ask stays as it was, and where whom they named is written down", async () => {
    await reply("asked Bruno, named Peter Müller of Siemens\nasked Bruno, not now until January");
    const text = plain(1);
    expect(text).toContain("the ask of this week stays “named someone”");
    expect(text).toMatch(new RegExp(`Write the introduction down: https?://\\S+/people/${brunoId}`));
    expect((await h.get("rep", `/asks?source=${brunoId}&from=2026-11-18`)).body.items).toMatchObject([
      { outcome: "named-someone" },
    ]);
  });

  it("asks back where two people, nobody, no hour or one of two days is meant", async () => {
    await person("Sanna Roth");
    await reply(
      "met Bruno and Sanna\nmet Bruno yesterday at 25:00\nnever asked Bruno, no\nasked everybody, no\nmet anna\nmeeting with Bruno next Friday",
    );
    const text = plain(1);
    for (const said of [
      "“Bruno” and “Sanna” are two. Write a line for each.",
      "There is no time “25:00”.",
      "I did not understand this",
      "“everybody” is nobody’s name.",
      "I know nobody called “anna”",
      "Which day do you mean?",
    ])
      expect(text).toContain(said);
    expect((await h.get("rep", "/meetings")).body.items).toEqual([]);
    expect((await h.get("rep", "/asks?from=2026-11-18")).body.items).toEqual([]);
    const [, week = ""] = /(\d) {2}Friday,? 27/.exec(text) ?? [];
    await reply(week, messageIdOf(1));
    expect((await h.get("rep", `/meetings?person=${brunoId}`)).body.items).toMatchObject([
      { day: "2026-11-27" },
    ]);
  });
});

describe("lines to one’s own address", () => {
  it("are written down too, where they tell something and go to nobody else", async () => {
    const { address } = (await h.post("rep", "/mail-address", {})).body;
    const to = [{ name: "", address }];
    const own = { answers: [], to, recipients: [address] };
    expect(await h.house.takeMail({ ...letter("asked Bruno Amsel, will think"), ...own }, { now })).toBe(
      true,
    );
    await h.runJobs();
    expect(plain(1)).toContain("Asked Bruno Amsel");
    // A copy of a letter to somebody, a question of another and words that tell nothing are not of these.
    for (const other of [
      { ...own, cc: [{ name: "Bruno", address: "bruno@amsel.example" }] },
      { ...own, from: { name: "Eve", address: "eve@else.example" } },
      { ...own, isProven: null },
      { ...own, text: "Dear Bruno, it was good to talk." },
    ])
      await h.house.takeMail({ ...letter("met Bruno Amsel today"), ...other }, { now });
    await h.runJobs();
    expect(box.letters).toHaveLength(2);
    expect((await h.get("rep", "/meetings")).body.items).toEqual([]);
  });
});

describe("what is no answer of theirs", () => {
  it.each([
    ["somebody else’s", { from: { name: "Eve", address: "eve@else.example" } }],
    ["a colleague’s", { from: { name: "Jonas", address: "jonas@nordlicht.example" } }],
    ["not proven", { isProven: false }],
    ["looked at by nobody", { isProven: null }],
    ["of a machine", { nature: "automatic" as const }],
    ["of a list", { nature: "list" as const }],
    ["a report", { nature: "report" as const }],
    ["empty", { text: "\n\n> asked Bruno, no" }],
  ])("%s: it ends there, and nobody hears of it", async (_, other) => {
    expect(await h.house.takeMail({ ...letter("asked Bruno, no"), ...other }, { now })).toBe(true);
    await h.runJobs();
    expect(box.letters).toHaveLength(1);
    expect((await h.get("rep", "/asks?from=2026-11-18")).body.items).toEqual([]);
  });

  it("answers a forged Message-ID: it is for somebody else", async () => {
    const forged = digestId.replace(/\.(.)/, (_, first: string) => `.${first === "A" ? "B" : "A"}`);
    expect(await h.house.takeMail({ ...letter("asked Bruno, no"), answers: [forged] }, { now })).toBe(false);
  });

  it("comes after the member left", async () => {
    await h.del("leader", `/members/${h.cast.rep}`);
    await reply("asked Bruno, no");
    expect(box.letters).toHaveLength(1);
  });

  it("is one too many that day: two machines end there", async () => {
    for (let at = 0; at < MOST_ANSWERS + 3; at += 1)
      await h.house.takeMail(letter(`the weather is fine ${at}`), { now });
    await h.runJobs();
    expect(box.letters).toHaveLength(1 + MOST_ANSWERS);
    // What a person wrote is not lost for that.
    const sourceId = await person("Uta Kern");
    await h.house.takeMail(letter("asked Uta Kern, no"), { now });
    await h.runJobs();
    expect(box.letters).toHaveLength(1 + MOST_ANSWERS);
    expect((await h.get("rep", `/asks?source=${sourceId}`)).body.items).toMatchObject([{ outcome: "no" }]);
  });
});

async function person(fullName: string): Promise<string> {
  return (await h.post("rep", "/people", { fullName })).body.id;
}

function letter(text: string, answers = digestId): IncomingMail {
  said += 1;
  return {
    messageId: `<reply-${said}@mia.example>`,
    answers: [answers],
    from: { name: "Mia Sommer", address: "mia@nordlicht.example" },
    to: [],
    cc: [],
    recipients: [],
    subject: "Re: Wednesday",
    text,
    date: now,
    nature: "personal",
    reports: [],
    returnedId: null,
    isProven: true,
    carries: null,
  };
}

async function reply(text: string, answers = digestId): Promise<void> {
  said = box.letters.length - 1;
  expect(await h.house.takeMail(letter(text, answers), { now })).toBe(true);
  await h.runJobs();
}

function messageIdOf(at: number): string {
  return /Message-ID: (<[^>]+>)/.exec(headersOf(at))?.[1] ?? "";
}

function headersOf(at: number): string {
  return (box.letters[at]?.message ?? "").split("\r\n\r\n")[0]?.replaceAll(/\r\n\s+/g, " ") ?? "";
}

function plain(at: number): string {
  const parts = (box.letters[at]?.message ?? "").split(/\r\n--[^\r\n]+/);
  const [, ...body] = (parts.find((each) => each.includes("text/plain")) ?? "").split("\r\n\r\n");
  const bytes = body
    .join("\r\n\r\n")
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}

function tokens(text: string): string[] {
  return [...text.matchAll(/#d\.([\w-]{64})\.undo/g)].map(([, token]) => token ?? "");
}
