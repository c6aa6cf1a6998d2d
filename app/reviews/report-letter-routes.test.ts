import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWorker } from "#lib/jobs/worker.ts";
import { createMailer } from "#lib/mail/send.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import type { Database } from "#lib/storage/database.ts";
import { NOON, openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";
import { reportLetters } from "./report-letter-jobs.ts";

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
afterAll(async () => {
  await t?.close();
  await box?.close();
});
beforeEach(() => {
  now = new Date(NOON.getTime() + count * 7_200_000);
  count += 1;
});
afterEach(() => {
  box.whenItArrives(null);
  box.refuse(null);
  box.letters.length = 0;
});

interface Sent {
  id: string;
  person: string;
  to: string;
  link: string;
  draft: { subject: string; text: string };
}

async function made(country = "GB"): Promise<Sent> {
  const to = `anna${count}@hafen.example`;
  const person = await t.post("rep", "/people", { fullName: `Anna Albers ${count}`, emails: [to], country });
  const { body } = await t.post("rep", "/report-cards", { personId: person.body.id });
  return { id: body.id, person: person.body.id, to, link: body.link, draft: body.draft };
}
async function send(one: Sent, more: object = {}, who: CastName = "rep"): Promise<Answer> {
  const { subject, text } = one.draft;
  return t.post(who, `/report-cards/${one.id}/letters`, { to: one.to, subject, text, ...more });
}
async function last({ id }: Sent) {
  return (await t.get("rep", `/report-cards/${id}`)).body.letters[0];
}

describe("a report card by mail", () => {
  it("goes to the contact once, in the rep's name, with the link, answers to the rep", async () => {
    const one = await made();
    expect((await send(one)).status).toBe(201);
    expect((await send(one)).body.detail).toBe("this report card went out by mail already");
    await t.runJobs();
    await t.runJobs();
    expect(box.letters.map(({ to }) => to)).toEqual([[one.to]]);
    const message = box.letters[0]?.message ?? "";
    expect(message).toContain('"Mia Sommer (Nordlicht Systeme)"');
    expect(message).toMatch(/Message-ID:\s+<card\.[\w-]{64}@nordlicht\.example>/);
    expect(message.replaceAll("=\r\n", "").replaceAll("=3D", "=")).toContain(one.link);
    expect(await last(one)).toMatchObject({ state: "sent", toAddress: one.to });
    expect((await send(one)).status).toBe(409);
  });

  it("is written in German to somebody in Germany, once they have agreed", async () => {
    const one = await made("DE");
    expect(one.draft.subject).toBe("Zwei Minuten: Wie macht es Nordlicht Systeme?");
    expect((await send(one)).body.detail).toContain("by the law of Germany they agree before one writes");
    await t.post("rep", `/people/${one.person}/consents`, { how: "call" });
    expect((await send(one)).status).toBe(201);
    // Said in the minute between the press and the post.
    await t.put("rep", `/people/${one.person}/do-not-write`, {});
    await t.runJobs();
    expect(await last(one)).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("call instead"),
    });
    expect(box.letters).toEqual([]);
  });

  it.each([
    ["to somebody else", { to: "else@where.example" }, "to"],
    ["without the link", { text: "Hello." }, "text"],
    ["with a line in its subject", { subject: "A\r\nBcc: x@y.example" }, "subject"],
    ["without a subject", { subject: " " }, "subject"],
  ])("does not go %s", async (_what, more, field) => {
    const answer = await send(await made(), more);
    expect([answer.status, answer.body.field]).toEqual([422, field]);
  });

  it("does not go once the card was withdrawn, or is called back", async () => {
    const one = await made();
    await send(one);
    await t.put("rep", `/report-cards/${one.id}/withdrawal`, {});
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "failed" });
    await t.del("rep", `/report-cards/${one.id}/withdrawal`);
    const { body } = await send(one);
    expect((await t.del("stranger", `/report-letters/${body.id}`)).status).toBe(404);
    expect((await t.del("colleague", `/report-letters/${body.id}`)).status).toBe(403);
    expect((await t.del("rep", `/report-letters/${body.id}`)).status).toBe(204);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "called-back" });
    expect(box.letters).toEqual([]);
    expect((await t.del("rep", `/report-letters/${body.id}`)).status).toBe(409);
  });

  it("is who one is: a colleague may not, a stranger sees nothing", async () => {
    const one = await made();
    expect((await send(one, {}, "colleague")).status).toBe(403);
    expect((await send(one, {}, "stranger")).status).toBe(404);
    expect((await send(one, {}, "manager")).status).toBe(201);
    await t.runJobs();
  });

  it("is kept with what went wrong when the server will not have it, and can be sent again", async () => {
    const one = await made();
    box.refuse(550);
    await send(one);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "failed" });
    box.refuse(null);
    expect((await send(one)).status).toBe(201);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state: "sent" });
  });

  it.each([
    ["before it was handed over: it is sent after all", 1, "sent", 1],
    ["after the server took it, before that was noted: it is in doubt, and not sent again", 2, "doubtful", 1],
  ])("survives a server that dies %s", async (_when, dyingAt, state, many) => {
    const one = await made();
    await send(one);
    await workerThatDies(dyingAt).runDue();
    now = new Date(now.getTime() + 6_000);
    await t.runJobs();
    now = new Date(now.getTime() + 600_000);
    await t.runJobs();
    expect(await last(one)).toMatchObject({ state });
    expect(box.letters.length).toBe(many);
  });

  it("needs a mail server; without one the rep's own program is named", async () => {
    const quiet = await openTestHouse();
    const person = await quiet.post("rep", "/people", {
      fullName: "Anna Albers",
      emails: ["a@hafen.example"],
    });
    const card = await quiet.post("rep", "/report-cards", { personId: person.body.id });
    expect(card.body.mail).toBe(false);
    const answer = await quiet.post("rep", `/report-cards/${card.body.id}/letters`, {
      ...card.body.draft,
      to: "a@hafen.example",
    });
    expect(answer).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining("your own mail program") },
    });
    await quiet.close();
  });
});

/** A worker whose process is gone from the n-th mark on a letter on. */
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
  };
  const mailer = createMailer(smtpUrl, "http://127.0.0.1:4600");
  return createWorker({ database: dying, clock, kinds: reportLetters(dying, mailer) });
}
