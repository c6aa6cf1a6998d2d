import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWorker } from "#lib/jobs/worker.ts";
import { createMailer } from "#lib/mail/send.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import type { Database } from "#lib/storage/database.ts";
import { NOON, openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";
import { answerLetters } from "./answer-letter-jobs.ts";

let t: TestHouse;
let box: Mailbox;
let smtpUrl: string;
let now = NOON;
let count = 0;
const clock = { now: () => now };

beforeAll(async () => {
  box = await openMailbox();
  smtpUrl = `${box.url}?from=Nordlicht%20%3Cpost%40nordlicht.example%3E`;
  t = await openTestHouse({ clock, smtpUrl });
});
beforeEach(() => {
  box.letters.length = 0;
  box.refuse(null);
  box.whenItArrives(null);
  // An hour's letters are counted.
  now = new Date(now.getTime() + 3_600_000);
});
afterEach(async () => expect(await t.mistakes()).toEqual([]));
afterAll(async () => {
  await t?.close();
  await box?.close();
});

interface Introduced {
  id: string;
  contact: string;
  source: string;
  to: string;
  draft: { subject: string; text: string };
}

/** Somebody introduced to Mia, in a country where one may write first. */
async function introduced(more: { country?: string; sourceEmails?: string[] } = {}): Promise<Introduced> {
  count += 1;
  const to = `bo${count}@brandt.example`;
  const person = async (body: object) => (await t.post("rep", "/people", body)).body.id as string;
  const { country = "GB", sourceEmails = ["anna@albers.example"] } = more;
  const source = await person({ fullName: `Anna Albers ${count}`, emails: sourceEmails });
  const contact = await person({ fullName: `Bo Brandt ${count}`, emails: [to], country });
  const { body } = await t.post("rep", "/referrals", { sourceId: source, contactId: contact, level: 3 });
  const { subject, text } = (await t.get("rep", `/referrals/${body.id}/first-response`)).body;
  return { id: body.id, contact, source, to, draft: { subject, text } };
}

const send = (
  one: Introduced,
  more: object = {},
  who: "rep" | "colleague" | "manager" | "stranger" = "rep",
) => t.post(who, `/referrals/${one.id}/answer-letters`, { to: one.to, ...one.draft, ...more });
const withoutThanks = (one: Introduced) => one.draft.text.split("\n\n").slice(1).join("\n\n");
const last = async ({ id }: Introduced) =>
  (await t.get("rep", `/referrals/${id}/answer-letters`)).body.items[0];
const stateOf = async ({ id }: Introduced) => (await t.get("rep", `/referrals/${id}`)).body.state;
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));

describe("a first answer that is sent from here", () => {
  it("goes to the contact in the rep's name, the source in bcc, and is the answer once the server took it", async () => {
    const one = await introduced();
    const answer = await send(one, { text: `${one.draft.text}\n\nPS: Grüße!` });
    expect(answer).toMatchObject({
      status: 201,
      body: { state: "waiting", to: one.to, copyTo: "anna@albers.example" },
    });
    expect(await stateOf(one)).toBe("introduced");
    expect(await t.runJobs()).toBe(2);
    expect(box.letters.map(({ from, to }) => [from, to])).toEqual([
      ["post@nordlicht.example", [one.to]],
      ["post@nordlicht.example", ["anna@albers.example"]],
    ]);
    const [toBo, toAnna] = box.letters;
    expect(toBo?.message).toContain('From: "Mia Sommer (Nordlicht Systeme)" <post@nordlicht.example>');
    expect(toBo?.message).toMatch(/Reply-To: Mia Sommer <\S+@\S+>/);
    expect(toBo?.message).toContain(`Message-ID: <${answer.body.id}@nordlicht.example>`);
    expect(toBo?.message).not.toContain("anna@albers.example");
    expect(toAnna?.message).toContain(`Message-ID: <${answer.body.id}@nordlicht.example>`);
    expect(await last(one)).toMatchObject({
      state: "sent",
      sentAt: now.toISOString(),
      failure: null,
      copyFailure: null,
    });
    expect(await stateOf(one)).toBe("responded");
    const duties = (await t.get("rep", `/duties?referral=${one.id}`)).body.items;
    expect(duties.find((each: { kind: string }) => each.kind === "respond")).toMatchObject({ state: "done" });
  });

  it("stands on both timelines, with what was written", async () => {
    const one = await introduced();
    await send(one);
    await t.runJobs();
    for (const id of [one.contact, one.source, one.id]) {
      const { items } = (await t.get("colleague", `/timeline?of=${id}`)).body;
      const line = items.find((each: { verb: string }) => each.verb === "letter.sent");
      expect(line).toMatchObject({
        subject: { kind: "letter" },
        by: { name: "Mia Sommer" },
        detail: { contactId: one.contact },
      });
      const letter = await t.get("colleague", `/answer-letters/${line.subject.id}`);
      expect(letter.body).toMatchObject({ to: one.to, ...one.draft });
    }
  });

  it("is undone as any answer, and says that the letter has left", async () => {
    const one = await introduced();
    const { body } = await send(one);
    await t.runJobs();
    expect((await t.del("rep", `/referrals/${one.id}/state`)).status).toBe(200);
    expect(await stateOf(one)).toBe("introduced");
    expect(await last(one)).toMatchObject({ state: "sent" });
    expect(await t.del("rep", `/answer-letters/${body.id}`)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("it has left") },
    });
    // Another answer is another letter.
    const again = await send(one);
    expect(again.status).toBe(201);
    await t.runJobs();
    expect(box.letters.at(-1)?.message).toContain(again.body.id);
  });

  it("leaves the source in peace when they are not to get it, or have no address", async () => {
    const [one, other] = [await introduced(), await introduced({ sourceEmails: [] })];
    expect(await refusal(send(one, { copyToSource: false }))).toEqual([
      422,
      expect.stringMatching(/^it says that Anna Albers \d+ is in bcc, and they do not get it$/),
      "text",
    ]);
    await send(one, { copyToSource: false, text: withoutThanks(one) });
    await send(other);
    await t.runJobs();
    expect(box.letters.map(({ to }) => to)).toEqual([[one.to], [other.to]]);
  });

  it("is sent once, however often the button is pressed", async () => {
    const one = await introduced();
    const [first, second] = await Promise.all([send(one), send(one)]);
    expect(new Set([first.status, second.status])).toEqual(new Set([201, 409]));
    expect([first, second].find(({ status }) => status === 409)?.body.detail).toBe(
      "an answer is on its way already",
    );
    await t.runJobs();
    expect((await send(one)).body.detail).toContain("answered already");
    await t.runJobs();
    expect(box.letters.filter(({ to }) => to[0] === one.to).length).toBe(1);
  });

  it("is the same letter when the same gesture comes twice", async () => {
    const one = await introduced();
    const body = { to: one.to, ...one.draft };
    const gesture = { "idempotency-key": "a-gesture-that-is-long-enough" };
    const post = () => t.as("rep", "POST", `/referrals/${one.id}/answer-letters`, body, gesture);
    const first = await post();
    await t.runJobs();
    expect((await post()).body).toEqual(first.body);
    expect(await t.runJobs()).toBe(0);
  });

  it("can be called back while it waits", async () => {
    const one = await introduced();
    const { body } = await send(one);
    expect((await t.del("stranger", `/answer-letters/${body.id}`)).status).toBe(404);
    expect((await t.del("colleague", `/answer-letters/${body.id}`)).status).toBe(403);
    expect((await t.del("rep", `/answer-letters/${body.id}`)).status).toBe(204);
    await t.runJobs();
    expect(box.letters).toEqual([]);
    expect((await t.del("rep", `/answer-letters/${body.id}`)).body.detail).toBe("it is not on its way");
    expect(await stateOf(one)).toBe("introduced");
    expect((await send(one)).status).toBe(201);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "sent" });
  });
});

describe("a mail server that does not take it", () => {
  it("for good: it has not left, the reason stands there, its words are kept, and it can be sent again", async () => {
    const one = await introduced();
    box.refuse(550, one.to);
    await send(one, { text: `${one.draft.text} Mine.` });
    await t.runJobs();
    expect(await last(one)).toMatchObject({
      state: "failed",
      failure: "the mail server refused the letter (550 not here)",
      text: `${one.draft.text} Mine.`,
      sentAt: null,
    });
    // The source does not hear of what the contact did not get.
    expect(box.letters).toEqual([]);
    expect(await stateOf(one)).toBe("introduced");
    box.refuse(null);
    expect((await send(one)).status).toBe(201);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "sent" });
  });

  it("for now: it is tried again by itself, and goes out once", async () => {
    const one = await introduced();
    box.refuse(451);
    await send(one);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "waiting" });
    box.refuse(null);
    expect(await t.runJobs()).toBe(0);
    later(6);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "sent" });
    expect(box.letters.filter(({ to }) => to[0] === one.to).length).toBe(1);
  });

  it("for a quarter of an hour: it has not left, and says so", async () => {
    const one = await introduced();
    box.refuse(451);
    await send(one);
    for (const wait of [0, 6, 31, 121, 601]) {
      later(wait);
      await t.runJobs();
    }
    expect(await last(one)).toMatchObject({
      state: "failed",
      failure: "the mail server cannot be reached just now",
    });
  });

  it("for the source alone: the answer has left, and it says that they did not get theirs", async () => {
    const one = await introduced();
    box.refuse(550, "anna@albers.example");
    await send(one);
    await t.runJobs();
    expect(await last(one)).toMatchObject({
      state: "sent",
      copyFailure: "the mail server refused the letter (550 not here)",
    });
    expect(await stateOf(one)).toBe("responded");
  });
});

describe("a letter that leaves at most once", () => {
  it("is in doubt when the server hangs up on it, and is decided by a person", async () => {
    const one = await introduced();
    box.whenItArrives((hangUp) => hangUp());
    const { body } = await send(one);
    await t.runJobs();
    later(3600);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "doubtful", sentAt: null });
    expect(await stateOf(one)).toBe("introduced");
    expect(box.letters.length).toBe(1);
    expect((await t.put("stranger", `/answer-letters/${body.id}/arrived`, {})).status).toBe(404);
    expect((await t.put("colleague", `/answer-letters/${body.id}/arrived`, {})).status).toBe(403);
    expect((await t.put("rep", `/answer-letters/${body.id}/arrived`, {})).body).toMatchObject({
      state: "sent",
    });
    expect(await stateOf(one)).toBe("responded");
    expect((await t.put("rep", `/answer-letters/${body.id}/arrived`, {})).status).toBe(409);
  });

  it("is the same letter to those who receive it, when it is sent again out of doubt", async () => {
    const one = await introduced();
    box.whenItArrives((hangUp) => hangUp());
    const { body } = await send(one);
    await t.runJobs();
    box.whenItArrives(null);
    const again = await send(one);
    expect(again.body.id).not.toBe(body.id);
    await t.runJobs();
    expect(box.letters[1]?.message).toContain(`Message-ID: <${body.id}@nordlicht.example>`);
    expect(await last(one)).toMatchObject({ id: again.body.id, state: "sent" });
  });

  it.each([
    ["before it was handed over: it is sent after all", 1, "sent", 1],
    ["after the server took it, before that was noted: it is in doubt, and not sent again", 2, "doubtful", 1],
  ])("survives a server that dies %s", async (_when, dyingAt, state, many) => {
    const one = await introduced();
    await send(one, { copyToSource: false, text: withoutThanks(one) });
    await workerThatDies(dyingAt).runDue();
    later(6);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state });
    expect(box.letters.length).toBe(many);
  });

  it("is answered at the time the server took it, when the server died just after that was noted", async () => {
    const one = await introduced();
    const { body } = await send(one, { copyToSource: false, text: withoutThanks(one) });
    const took = now;
    await workerThatDies(3).runDue();
    expect((await send(one)).body.detail).toBe("an answer is on its way already");
    later(600);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ id: body.id, state: "sent", sentAt: took.toISOString() });
    expect((await t.get("rep", `/referrals/${one.id}`)).body).toMatchObject({
      respondedAt: took.toISOString(),
    });
    expect(box.letters.length).toBe(1);
  });
});

/** A worker whose process is gone from the n-th mark on a letter on; the third is that what follows from it was noted. */
function workerThatDies(nth: number) {
  const { database } = t.test;
  let marks = 0;
  const dying: Database = {
    ...database,
    aside: (workspaceId, work) => {
      marks += 1;
      if (marks >= nth) throw new Error("gone");
      return database.aside(workspaceId, work);
    },
    write: (workspaceId, work) =>
      database.write(workspaceId, async (tx) => {
        const result = await work(tx);
        if (nth === 3) throw new Error("gone");
        return result;
      }),
  };
  return createWorker({
    database: dying,
    clock,
    kinds: answerLetters(dying, createMailer(smtpUrl, "http://127.0.0.1:4600")),
  });
}

const refusal = async (answer: Promise<Answer>) => {
  const { status, body } = await answer;
  return [status, body.detail, body.field].filter((each) => each !== undefined);
};

describe("what holds a letter back", () => {
  it("is a law that wants consent first, until they agreed, and a no of theirs in any case", async () => {
    const one = await introduced({ country: "DE" });
    const draft = async () => (await t.get("rep", `/referrals/${one.id}/first-response`)).body;
    expect(await draft()).toMatchObject({ mail: true, writing: { state: "unsaid", mayBeWrittenTo: false } });
    expect(await refusal(send(one))).toEqual([
      409,
      expect.stringContaining("by the law of Germany they agree before one writes: call"),
    ]);
    await t.post("rep", `/people/${one.contact}/consents`, { how: "call" });
    expect(await draft()).toMatchObject({
      writing: { state: "agreed", mayBeWrittenTo: true, consent: { how: "call" } },
    });
    const stop = await t.put("rep", `/people/${one.contact}/do-not-write`, {});
    expect(await refusal(send(one))).toEqual([
      409,
      expect.stringContaining("does not want our e-mails: call instead"),
    ]);
    await t.del("rep", `/do-not-writes/${stop.body.id}`);
    expect((await send(one)).status).toBe(201);
    // Said in the minute between the press and the post.
    await t.put("rep", `/people/${one.contact}/do-not-write`, { reach: "everything" });
    await t.runJobs();
    expect(await last(one)).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("does not want to hear from us"),
    });
    expect(box.letters).toEqual([]);
  });

  it("is a postal address that nobody wrote down, where the law wants it; then it stands in the draft", async () => {
    const one = await introduced({ country: "US" });
    expect(await refusal(send(one))).toEqual([
      422,
      expect.stringContaining("under Settings → Postal address"),
      "text",
    ]);
    const { body } = await t.get("leader", "/workspace");
    const { slug: _slug, recount: _recount, ...settings } = body;
    await t.put("leader", "/workspace", { ...settings, postalAddress: "Am Kai 3\n20457 Hamburg" });
    const { text } = (await t.get("rep", `/referrals/${one.id}/first-response`)).body;
    expect(text).toContain("Nordlicht Systeme, Am Kai 3, 20457 Hamburg.");
    expect(await refusal(send(one, { text: "Anna says hello." }))).toEqual([
      422,
      expect.stringContaining("Am Kai 3"),
      "text",
    ]);
    expect((await send(one, { text })).status).toBe(201);
    await t.runJobs();
  });

  it("is an address that is not the contact's, a source who is not named, and a gap", async () => {
    const one = await introduced();
    expect(await refusal(send(one, { to: "somebody@else.example" }))).toEqual([
      422,
      expect.stringContaining("is not an address of"),
      "to",
    ]);
    expect(await refusal(send(one, { text: "Hello.", subject: "Hello" }))).toEqual([
      422,
      expect.stringContaining("“I have your name and address from Anna Albers"),
      "text",
    ]);
    expect(await refusal(send(one, { text: `${one.draft.text} [a time]` }))).toEqual([
      422,
      "fill in [a time] first",
      "text",
    ]);
    expect(await refusal(send(one, { subject: "A\r\nBcc: x@y.example" }))).toEqual([
      422,
      "a subject is one line",
      "subject",
    ]);
  });

  it("is a notice that was cut, in the words of Canada's law, in either language", async () => {
    const one = await introduced({ country: "Canada" });
    const { drafts } = (await t.get("rep", `/referrals/${one.id}/first-response`)).body;
    for (const { language, notice, text } of drafts) {
      expect([language, notice.length]).toEqual([language, 3]);
      for (const sentence of notice)
        expect(await refusal(send(one, { text: text.replace(sentence, "Buy!") }))).toEqual([
          422,
          expect.stringContaining(sentence),
          "text",
        ]);
    }
    expect((await send(one, { text: drafts[1].text })).status).toBe(201);
    await t.runJobs();
    expect((await last(one)).text).toContain("weil Anna Albers");
  });

  it("says that it does not know a law where no country is noted", async () => {
    const one = await introduced({ country: "" });
    expect((await t.get("rep", `/referrals/${one.id}/first-response`)).body.law).toMatchObject({
      knows: "nothing",
      says: expect.stringContaining("in which country they are"),
    });
    expect(await refusal(send(one))).toEqual([
      409,
      expect.stringMatching(/^we do not know in which country Bo Brandt \d+ is/),
    ]);
  });

  it("is an introduction that is a name only, or answered while it waited", async () => {
    const one = await introduced();
    const { body } = await t.post("rep", "/referrals", {
      sourceId: one.source,
      contact: { fullName: "Nur Name", emails: ["nur@name.example"] },
      level: 0,
    });
    expect((await send({ ...one, id: body.id, to: "nur@name.example" })).body.detail).toContain(
      "a name, not an introduction",
    );
    await send(one);
    await t.put("rep", `/referrals/${one.id}/state`, { state: "responded" });
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "failed", failure: "it was answered meanwhile" });
    expect(box.letters).toEqual([]);
  });

  it("is who one is: a colleague may not, their manager and whoever stands in may, a stranger sees nothing", async () => {
    const one = await introduced();
    expect((await send(one, {}, "colleague")).status).toBe(403);
    expect((await send(one, {}, "stranger")).status).toBe(404);
    for (const path of [`/referrals/${one.id}/answer-letters`, `/referrals/${one.id}/first-response`])
      expect((await t.get("stranger", path)).status).toBe(404);
    await t.put("rep", `/referrals/${one.id}/passed`, { toId: t.cast.colleague });
    const answer = await send(one, {}, "colleague");
    expect(answer).toMatchObject({ status: 201, body: { memberName: "Jonas Weber" } });
    expect((await t.get("stranger", `/answer-letters/${answer.body.id}`)).status).toBe(404);
    await t.runJobs();
    expect(box.letters[0]?.message).toContain('"Jonas Weber (Nordlicht Systeme)"');
    const other = await introduced();
    expect((await send(other, {}, "manager")).status).toBe(201);
    await t.runJobs();
  });

  it("is that whoever wrote it has left meanwhile", async () => {
    const one = await introduced();
    await t.put("rep", `/referrals/${one.id}/passed`, { toId: t.cast.colleague });
    await send(one, {}, "colleague");
    expect((await t.del("leader", `/members/${t.cast.colleague}`)).status).toBe(204);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "failed", failure: "Jonas Weber has left the workspace" });
    expect(box.letters).toEqual([]);
  });

  it("is a member's thirtieth letter in an hour", async () => {
    const one = await introduced();
    box.refuse(550);
    const answers: number[] = [];
    for (let nth = 0; nth < 31; nth += 1) {
      answers.push((await send(one)).status);
      await t.runJobs();
    }
    expect(answers).toEqual([...Array.from({ length: 30 }, () => 201), 429]);
    later(3601);
    expect((await send(one)).status).toBe(201);
    await t.runJobs();
  });

  it("is a house without a mail server", async () => {
    const quiet = await openTestHouse();
    const { body } = await quiet.post("rep", "/referrals", {
      sourceId: (await quiet.post("rep", "/people", { fullName: "Anna Albers" })).body.id,
      contact: { fullName: "Bo Brandt", emails: ["bo@brandt.example"] },
      level: 2,
    });
    expect((await quiet.get("rep", `/referrals/${body.id}/first-response`)).body.mail).toBe(false);
    const answer = await quiet.post("rep", `/referrals/${body.id}/answer-letters`, {
      to: "bo@brandt.example",
      subject: "x",
      text: "Anna",
    });
    expect(answer).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining("open the draft in your own mail program") },
    });
    await quiet.close();
  });
});
