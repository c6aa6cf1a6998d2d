import { request } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { NOON, openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { listen } from "#lib/http/listen.ts";
import type { IncomingMail } from "#lib/mail/incoming.ts";
import { readMail } from "#lib/mail/read-mail.ts";
import { forgetUnconfirmed } from "./subscription-actions.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";

let t: TestHouse;
let box: Mailbox;
let now = NOON;
let account = "";
beforeAll(async () => {
  box = await openMailbox();
  t = await openTestHouse({
    clock: { now: () => now },
    smtpUrl: `${box.url}?from=post@nordlicht.example`,
    mailAddress: "askwell@in.nordlicht.example",
  });
  const workspace = (await t.get("leader", "/workspace")).body;
  await t.put("leader", "/workspace", { ...workspace, postalAddress: "Kai 1, 20457 Hamburg" });
  account = (await t.post("rep", "/accounts", { name: "Hafen", kind: "partner", country: "US" })).body.id;
});
afterAll(async () => {
  await t?.close();
  await box?.close();
});
afterEach(() => {
  now = NOON;
  box.letters.length = 0;
  box.refuse(null);
  box.whenItArrives(null);
});

let count = 0;
/** One more partner, and each before them off the list, so that a letter goes to the new ones alone. */
async function fresh(...names: string[]): Promise<{ id: string; email: string }[]> {
  const { body } = await t.get("rep", `/people?account=${account}`);
  for (const { id } of body.items) await t.patch("rep", `/people/${id}`, { accountId: null });
  return Promise.all(
    names.map(async (name) => {
      count += 1;
      const email = `${name.toLowerCase()}.${count}@hafen.example`;
      const made = await t.post("rep", "/people", {
        fullName: `${name} Hafen`,
        emails: [email],
        accountId: account,
      });
      expect(made.status).toBe(201);
      return { id: made.body.id as string, email };
    }),
  );
}
const letter = async (id: string) => (await t.get("leader", `/newsletters/${id}`)).body;
async function begun(): Promise<string> {
  const { body } = await t.post("leader", "/newsletters", {
    subject: "November",
    text: "Hello",
    groups: ["partner"],
    subscribers: false,
  });
  await t.post("leader", `/newsletters/${body.id}/tests`, { version: 1 });
  await t.runJobs();
  const test = plain(box.letters.at(-1)!.message);
  expect(test).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  expect(test).toMatch(/^List-Unsubscribe: *<.*\/unsubscriptions\//m);
  box.letters.length = 0;
  return body.id;
}
async function sent(): Promise<string> {
  const id = await begun();
  const answer = await t.put("leader", `/newsletters/${id}/sending`, { version: 1 });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await t.runJobs();
  return id;
}
const copies = async (id: string, more = "") =>
  (await t.get("leader", `/newsletters/${id}/copies?${more}`)).body.items;
const plain = (message: string) => message.replaceAll(/\r\n[ \t]+/g, " ").replaceAll("\r", "");
const messageIdIn = (message: string) => /^Message-ID: *(<.*>)$/im.exec(plain(message))?.[1] as string;
const clickIn = (message: string) =>
  /^List-Unsubscribe: *<[^>]*(\/api\/v1\/.*)>$/im.exec(plain(message))?.[1] as string;
const pageIn = (message: string) => /for#(l\.[\w-]{64})/.exec(message.replaceAll("=\r\n", ""))?.[1] as string;

function reply(answers: string, address: string, more: Partial<IncomingMail> = {}): IncomingMail {
  return {
    messageId: `<${Math.random()}@hafen.example>`,
    answers: [answers],
    from: { name: "Ann", address },
    to: [{ name: "", address: "askwell@in.nordlicht.example" }],
    cc: [],
    recipients: ["askwell@in.nordlicht.example"],
    subject: "Re: November",
    text: "Come by in June.",
    date: now,
    nature: "personal",
    reports: [],
    returnedId: null,
    isProven: true,
    carries: null,
    ...more,
  };
}
const take = (mail: IncomingMail) => t.house.takeMail(mail, { now });

describe("one-click unsubscription (RFC 8058)", () => {
  it("acts on a POST as mail programs send it, from anywhere, without a cookie, once; a GET only leads to the page", async () => {
    const [ann] = await fresh("Ann");
    await sent();
    const path = clickIn(box.letters[0]!.message);
    const listening = await listen(t.house.api.hono.fetch, 0, "127.0.0.1");
    const raw = (method: string, body = "") =>
      new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
        const sending = request(
          {
            host: "127.0.0.1",
            port: listening.port,
            path,
            method,
            headers: body
              ? { "content-type": "application/x-www-form-urlencoded", "content-length": body.length }
              : {},
          },
          (answer) => {
            answer.resume();
            answer.on("end", () =>
              resolve({ status: answer.statusCode ?? 0, location: answer.headers.location }),
            );
          },
        );
        sending.on("error", reject);
        sending.end(body);
      });
    try {
      expect(await raw("GET")).toEqual({
        status: 303,
        location: expect.stringMatching(/^\/for#l\.[\w-]{64}$/),
      });
      expect((await t.get("rep", `/people/${ann!.id}/letters`)).body).toMatchObject({
        gets: true,
        wantsNone: null,
      });
      expect((await raw("POST")).status).toBe(422);
      expect((await raw("POST", "a=b")).status).toBe(422);
      expect((await t.get("rep", `/people/${ann!.id}/letters`)).body.gets).toBe(true);
      for (const _ of [1, 2]) expect((await raw("POST", "List-Unsubscribe=One-Click")).status).toBe(200);
    } finally {
      await listening.close();
    }
    expect((await t.get("rep", `/people/${ann!.id}/letters`)).body).toMatchObject({
      gets: false,
      says: "wants no newsletter",
      wantsNone: expect.any(String),
    });
    const { items } = (await t.get("rep", `/timeline?of=${ann!.id}`)).body;
    expect(items.filter(({ verb }: { verb: string }) => verb === "do-not-write.said")).toHaveLength(1);
    // A letter to them alone may still be written.
    expect((await t.get("rep", `/people/${ann!.id}/writing`)).body).toMatchObject({ mayBeWrittenTo: true });
  });

  it("holds for the address when the record is gone and a file brings it again", async () => {
    const [bo] = await fresh("Bo");
    await sent();
    const link = { "askwell-link": pageIn(box.letters[0]!.message) };
    await t.as(null, "DELETE", "/visited-letters/subscribed", undefined, link);
    expect((await t.del("rep", `/people/${bo!.id}`)).status).toBe(204);
    const again = await t.post("rep", "/people", {
      fullName: "Bo Again",
      emails: [bo!.email],
      accountId: account,
    });
    expect((await t.get("rep", `/people/${again.body.id}/letters`)).body).toMatchObject({
      gets: false,
      says: "wants no newsletter",
    });
  });

  it("of a token that is not ours is refused, and changes nothing", async () => {
    const answer = await t.as(null, "POST", `/unsubscriptions/${"x".repeat(64)}`, undefined);
    expect(answer).toMatchObject({ status: 404, body: { facts: { page: "forged" } } });
  });
});

describe("the page behind the link in a letter", () => {
  it("unsubscribes on a press, and takes it back", async () => {
    await fresh("Cleo");
    await sent();
    const link = { "askwell-link": pageIn(box.letters[0]!.message) };
    const look = async () => (await t.as(null, "GET", "/visited-letters", undefined, link)).body;
    expect(await look()).toMatchObject({
      kind: "unsubscribe",
      subscribed: true,
      workspaceName: expect.any(String),
    });
    expect((await t.as(null, "DELETE", "/visited-letters/subscribed", undefined, link)).body).toMatchObject({
      subscribed: false,
    });
    expect((await t.as(null, "PUT", "/visited-letters/subscribed", undefined, link)).body).toMatchObject({
      subscribed: true,
    });
    expect(await look()).toMatchObject({ subscribed: true });
    expect(
      (await t.as(null, "GET", "/visited-letters", undefined, { "askwell-link": "l.x" })).body,
    ).toMatchObject({
      facts: { page: "forged" },
    });
  });
});

describe("a confirmed subscription", () => {
  it("is asked for by a member, mailed, and holds only after their own press, with date and words", async () => {
    const [dora] = await fresh("Dora");
    await t.patch("rep", `/people/${dora!.id}`, { country: "DE" });
    await t.post("rep", `/people/${dora!.id}/letter-invitations`, {});
    await t.post("rep", `/people/${dora!.id}/letter-invitations`, { language: "en" });
    await t.runJobs();
    expect(box.letters.map(({ to }) => to)).toEqual([[dora!.email]]);
    const told = async () => (await t.get("colleague", `/people/${dora!.id}/letters`)).body;
    expect(await told()).toMatchObject({ gets: false, says: "was asked, and has not confirmed yet" });
    const link = { "askwell-link": pageIn(box.letters[0]!.message) };
    expect((await t.as(null, "GET", "/visited-letters", undefined, link)).body).toMatchObject({
      kind: "subscribe",
      language: "de",
      subscribed: false,
      words: expect.stringMatching(/^Ja, /),
    });
    expect((await told()).gets).toBe(false);
    await t.as(null, "PUT", "/visited-letters/subscribed", undefined, link);
    await t.as(null, "PUT", "/visited-letters/subscribed", undefined, link);
    expect(await told()).toMatchObject({ gets: true, says: "subscribed, and confirmed it themselves" });
    const { consent } = (await t.get("rep", `/people/${dora!.id}/writing`)).body;
    expect(consent).toMatchObject({
      how: "page",
      covers: "everything",
      day: "2026-11-18",
      words: expect.stringMatching(/^Ja, .* mit einem Klick abbestellen\.$/),
    });
    // What they withdraw anywhere holds here.
    await t.put("rep", `/consents/${consent.id}/withdrawn`, {});
    expect(await told()).toMatchObject({ gets: false, says: "agreed once, and does not any more" });
    expect((await t.post("stranger", `/people/${dora!.id}/letter-invitations`, {})).status).toBe(404);
  });

  it("is asked for on the public page, which says the same for every address and writes to each once a week, and to nobody who said no", async () => {
    const { signUpLink } = (await t.get("leader", "/sending-hours")).body;
    const link = { "askwell-link": signUpLink.split("#")[1] as string };
    const ask = (name: string, email: string) =>
      t.as(null, "POST", "/visited-letters/asked", { name, email }, link);
    expect((await ask("Emil Neu", "not an address")).body).toMatchObject({ field: "email" });
    expect((await ask("buy http://x.example", "emil@neu.example")).body).toMatchObject({ field: "name" });
    for (const _ of [1, 2]) expect((await ask("Emil Neu", "Emil@neu.example")).status).toBe(204);
    await t.runJobs();
    expect(box.letters.map(({ to }) => to)).toEqual([["emil@neu.example"]]);
    const asked = plain(box.letters[0]!.message);
    expect(asked).toMatch(/^To: emil@neu\.example$/m);
    expect(asked).toMatch(/Hello,\n\nSomebody, /);
    expect(asked).toContain("Kai 1, 20457 Hamburg");
    expect((await t.get("rep", "/search?q=Emil")).body.items ?? []).toEqual([]);
    const own = { "askwell-link": pageIn(box.letters[0]!.message) };
    expect((await t.as(null, "PUT", "/visited-letters/subscribed", undefined, own)).body.subscribed).toBe(
      true,
    );
    const [emil] = (await t.get("rep", "/people?q=Emil")).body.items;
    expect(emil).toMatchObject({ fullName: "Emil Neu", emails: ["emil@neu.example"] });
    expect((await t.get("rep", `/people/${emil.id}/letters`)).body.gets).toBe(true);
    expect((await t.as(null, "DELETE", "/visited-letters/subscribed", undefined, own)).body.subscribed).toBe(
      false,
    );
    box.letters.length = 0;
    now = new Date(now.getTime() + 30 * 86_400_000);
    await ask("Emil Neu", "emil@neu.example");
    await t.runJobs();
    expect(box.letters).toEqual([]);
    expect((await t.as(null, "PUT", "/visited-letters/subscribed", undefined, own)).body.subscribed).toBe(
      true,
    );
  });
});

describe("what was never confirmed", () => {
  it("is forgotten after a month, and its link says so", async () => {
    const { signUpLink } = (await t.get("leader", "/sending-hours")).body;
    const link = { "askwell-link": signUpLink.split("#")[1] as string };
    await t.as(null, "POST", "/visited-letters/asked", { name: "Gerd Nie", email: "gerd@nie.example" }, link);
    await t.runJobs();
    const own = { "askwell-link": pageIn(box.letters[0]!.message) };
    now = new Date("2026-12-19T10:00:00Z");
    expect((await t.as(null, "PUT", "/visited-letters/subscribed", undefined, own)).body).toMatchObject({
      facts: { page: "expired" },
    });
    await t.test.database.write(t.cast.workspaceId, (tx) => forgetUnconfirmed(tx, { now }));
    expect((await t.as(null, "GET", "/visited-letters", undefined, own)).body).toMatchObject({
      facts: { page: "forged" },
    });
  });
});

describe("an answer to a letter", () => {
  it("is matched to the person, shown, and passed on to the writer; its words are not kept; told twice it is one", async () => {
    const [fay] = await fresh("Fay");
    const id = await sent();
    const mail = reply(messageIdIn(box.letters[0]!.message), fay!.email);
    box.letters.length = 0;
    expect([await take(mail), await take(mail)]).toEqual([true, true]);
    const { items } = (await t.get("leader", `/newsletter-replies?newsletter=${id}`)).body;
    expect(items).toMatchObject([
      { personId: fay!.id, byOther: false, subject: "Re: November", words: null, settledAt: null },
    ]);
    expect(await letter(id)).toMatchObject({ numbers: { replies: 1 } });
    expect((await t.get("leader", "/newsletter-replies?mine=true")).body.items).toHaveLength(1);
    expect((await t.get("rep", "/newsletter-replies?mine=true")).body.items).toEqual([]);
    expect((await t.get("stranger", `/newsletter-replies?newsletter=${id}`)).body.items).toEqual([]);
    expect(
      (await t.get("rep", `/timeline?of=${fay!.id}`)).body.items.map((line: { verb: string }) => line.verb),
    ).toContain("newsletter.replied");
    expect(box.letters).toHaveLength(1);
    const passed = plain(box.letters[0]!.message);
    expect(passed).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(passed).toMatch(/^Reply-To: Ann <fay\.\d+@hafen\.example>$/m);
    expect(passed).toContain("Come by in June.");

    // They have not heard from us by that; our answer moves the clock.
    const last = async () => (await t.get("leader", `/people/${fay!.id}/rhythm`)).body.last;
    expect(await last()).toBeNull();
    const replyId = items[0].id;
    expect((await t.put("colleague", `/newsletter-replies/${replyId}/settled`, { how: "call" })).status).toBe(
      403,
    );
    await t.put("leader", `/newsletter-replies/${replyId}/settled`, { how: "call" });
    expect(await last()).toMatchObject({ kind: "call" });
    expect((await t.get("leader", "/newsletter-replies?mine=true")).body.items).toEqual([]);
    await t.del("leader", `/newsletter-replies/${replyId}/settled`);
    expect(await last()).toBeNull();
    expect(await t.mistakes()).toEqual([]);
  });

  it("is none when a machine sent it, and waits with whoever passes mail on until it could be passed on", async () => {
    const [gus] = await fresh("Gus");
    const id = await sent();
    const answers = messageIdIn(box.letters[0]!.message);
    expect(await take(reply(answers, gus!.email, { nature: "automatic" }))).toBe(true);
    expect((await letter(id)).numbers.replies).toBe(0);
    const mail = reply(answers, gus!.email);
    box.letters.length = 0;
    box.refuse(451);
    await expect(take(mail)).rejects.toMatchObject({ kind: "unavailable" });
    box.refuse(null);
    expect(await take(mail)).toBe(true);
    expect([(await letter(id)).numbers.replies, box.letters.length]).toEqual([1, 1]);
    expect(await take(reply("<letter.somebody-made-this-up@x.example>", gus!.email))).toBe(false);
  });
});

describe("an answer of somebody else to a letter that was passed on", () => {
  it("is theirs alone, counts apart, and goes on in the name of the address it came from", async () => {
    const [frieda] = await fresh("Frieda");
    const id = await sent();
    const answers = messageIdIn(box.letters[0]!.message);
    box.letters.length = 0;
    const stranger = { from: { name: "Frieda Hafen", address: "stranger@far.example" }, isProven: null };
    expect(await take(reply(answers, "", stranger))).toBe(true);
    const { items } = (await t.get("leader", `/newsletter-replies?newsletter=${id}`)).body;
    expect(items).toMatchObject([
      {
        personId: null,
        byOther: true,
        otherAddress: "stranger@far.example",
        recipientName: "Frieda Hafen",
        isProven: false,
        saysNoMore: false,
      },
    ]);
    expect((await letter(id)).numbers).toMatchObject({ replies: 0, othersReplies: 1 });
    const [month] = (await t.get("leader", "/newsletter-months")).body.items;
    expect(month.numbers.othersReplies).toBe(1);
    expect((await t.get("leader", `/people/${frieda!.id}/letters`)).body.had[0].replied).toBe(false);
    const verbs = (await t.get("rep", `/timeline?of=${frieda!.id}`)).body.items.map(
      (line: { verb: string }) => line.verb,
    );
    expect(verbs).not.toContain("newsletter.replied");
    const passed = plain(box.letters[0]!.message);
    expect(passed).toMatch(/^From: "?stranger@far\.example by Askwell"? </m);
    expect(passed.replaceAll("=\n", "")).toContain("this is not their answer. Nothing proves");
  });

  it("is the person's who has that address, and the recipient's own from another address of theirs", async () => {
    const [gerda] = await fresh("Gerda");
    const id = await sent();
    const answers = messageIdIn(box.letters[0]!.message);
    const [hugo] = await fresh("Hugo");
    await t.patch("rep", `/people/${gerda!.id}`, { emails: [gerda!.email, "gerda@home.example"] });
    await take(reply(answers, hugo!.email, { text: "Please take me off your list." }));
    await take(reply(answers, "Gerda@home.example".toLowerCase()));
    const { items } = (await t.get("leader", `/newsletter-replies?newsletter=${id}`)).body;
    expect(items).toMatchObject([
      { personId: gerda!.id, byOther: false },
      {
        personId: hugo!.id,
        byOther: true,
        otherAddress: null,
        recipientName: "Gerda Hafen",
        saysNoMore: true,
      },
    ]);
    expect((await letter(id)).numbers).toMatchObject({ replies: 1, othersReplies: 1 });
  });
});

const DSN = (returned: string, status: string, says: string, to: string, action = "failed") =>
  [
    "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
    "To: post@nordlicht.example",
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "Message-ID: <dsn@mx.example>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "I am sorry to have to inform you that your message could not be delivered.",
    "",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${says}`,
    "",
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    "From: post@nordlicht.example",
    `Message-ID: ${returned}`,
    "Subject: November",
    "",
    "--b--",
    "",
  ].join("\r\n");

async function bounced(
  { to, message }: { to: readonly string[]; message: string },
  status: string,
  says: string,
  { action, about = to.join(" ") }: { action?: string; about?: string } = {},
): Promise<void> {
  const { mail } = await readMail(Buffer.from(DSN(messageIdIn(message), status, says, about, action)));
  expect(mail?.nature).toBe("report");
  expect(mail && (await take(mail))).toBe(true);
}

describe("a letter that comes back", () => {
  it("for good lets the address rest, until somebody says that it works or notes another", async () => {
    const [hal] = await fresh("Hal");
    const id = await sent();
    const sentOut = box.letters[0]!;
    // Passed on to an address that does not work: theirs does.
    await bounced(sentOut, "5.1.1", "550 5.1.1 no such user", { about: "old@elsewhere.example" });
    expect(await copies(id, "bounced=true")).toEqual([]);
    expect((await t.get("rep", `/people/${hal!.id}/letters`)).body.gets).toBe(true);
    await bounced(sentOut, "5.1.1", "550 5.1.1 <hal@hafen.example>: user unknown");
    await bounced(sentOut, "5.1.1", "550 5.1.1 <hal@hafen.example>: user unknown");
    expect(await copies(id, "bounced=true")).toMatchObject([
      { state: "came-back", bounce: "hard", bounceSays: expect.stringContaining("5.1.1") },
    ]);
    expect((await letter(id)).numbers).toMatchObject({ recipients: 1, sent: 0, bouncedHard: 1 });
    const told = async () => (await t.get("rep", `/people/${hal!.id}/letters`)).body;
    const { resting } = await told();
    expect(await told()).toMatchObject({ gets: false, says: expect.stringContaining("came back") });
    expect(resting).toMatchObject([{ address: hal!.email, why: "hard" }]);
    expect((await t.del("stranger", `/resting-addresses/${resting[0].id}`)).status).toBe(404);
    expect((await t.del("rep", `/resting-addresses/${resting[0].id}`)).status).toBe(204);
    expect((await told()).gets).toBe(true);
    expect((await t.put("rep", `/resting-addresses/${resting[0].id}/restored`, {})).status).toBe(204);
    expect((await told()).gets).toBe(false);
    await t.patch("rep", `/people/${hal!.id}`, { emails: [hal!.email, "hal.new@hafen.example"] });
    expect((await told()).gets).toBe(true);
  });

  it("for now, three times in a row, lets it rest; a delay and a policy do not", async () => {
    const [ida] = await fresh("Ida");
    const gets = async () => (await t.get("rep", `/people/${ida!.id}/letters`)).body.gets;
    for (const turn of [1, 2, 3]) {
      const id = await sent();
      const sentOut = box.letters[0]!;
      await bounced(sentOut, "4.4.1", "451 4.4.1 still trying", { action: "delayed" });
      await bounced(sentOut, "5.7.1", "550 5.7.1 looks like spam");
      expect(await copies(id, "bounced=true")).toEqual([]);
      await bounced(sentOut, "4.2.2", "452 4.2.2 mailbox full");
      expect(await gets()).toBe(turn < 3);
    }
  });

  it("at the door, refused as unknown, rests too; a policy does not, and the others get theirs", async () => {
    const [jan, kim] = await fresh("Jan", "Kim");
    box.refuse(550, jan!.email);
    const id = await sent();
    // "550 not here" gives no status: RFC 5321 has it say that there is no such mailbox.
    expect(box.letters.map(({ to }) => to)).toEqual([[kim!.email]]);
    expect(await letter(id)).toMatchObject({
      state: "done",
      numbers: { recipients: 2, sent: 1, bouncedHard: 0, refused: 1 },
    });
    expect((await t.get("rep", `/people/${jan!.id}/letters`)).body).toMatchObject({
      gets: false,
      resting: [{ why: "hard" }],
    });
  });
});

describe("sending", () => {
  it("waits for the end of quiet hours, says so, and goes on by itself", async () => {
    await fresh("Lia");
    // Friday, 18:00 in Berlin.
    now = new Date("2026-11-20T17:00:00Z");
    const id = await begun();
    expect((await letter(id)).waitsUntil).toBe("2026-11-23T07:00:00.000Z");
    await t.put("leader", `/newsletters/${id}/sending`, { version: 1 });
    await t.runJobs();
    now = new Date("2026-11-22T10:00:00Z");
    await t.runJobs();
    expect([box.letters.length, (await letter(id)).state]).toEqual([0, "sending"]);
    now = new Date("2026-11-23T07:00:00Z");
    await t.runJobs();
    expect([box.letters.length, (await letter(id)).state]).toEqual([1, "done"]);
  });

  it("leaves as soon as a leader widens the hours for which it waits", async () => {
    await fresh("Leo");
    now = new Date("2026-11-20T17:00:00Z");
    const id = await begun();
    await t.put("leader", `/newsletters/${id}/sending`, { version: 1 });
    await t.runJobs();
    expect(box.letters).toHaveLength(0);
    await t.patch("leader", "/sending-hours", { untilTime: "20:00" });
    await t.runJobs();
    expect([box.letters.length, (await letter(id)).state]).toEqual([1, "done"]);
    await t.patch("leader", "/sending-hours", { untilTime: "18:00" });
  });

  it("keeps the rate, is paused, goes on and is stopped by hand", async () => {
    const them = await fresh("Mo", "Nia", "Olu", "Pia", "Quy");
    await t.patch("leader", "/sending-hours", { perMinute: 12 });
    expect((await t.patch("rep", "/sending-hours", { perMinute: 1 })).status).toBe(403);
    expect((await t.patch("leader", "/sending-hours", { fromTime: "25:00" })).body.field).toBe("fromTime");
    const id = await sent();
    expect(box.letters).toHaveLength(2);
    await t.runJobs();
    expect(box.letters).toHaveLength(2);
    now = new Date(now.getTime() + 10_000);
    await t.runJobs();
    expect(box.letters).toHaveLength(4);
    expect((await t.put("rep", `/newsletters/${id}/paused`, {})).status).toBe(403);
    expect((await t.put("leader", `/newsletters/${id}/paused`, {})).body.state).toBe("paused");
    now = new Date(now.getTime() + 60_000);
    await t.runJobs();
    expect(box.letters).toHaveLength(4);
    expect((await t.put("leader", `/newsletters/${id}/stopped`, {})).body.state).toBe("stopped");
    expect((await t.put("leader", `/newsletters/${id}/going-on`, {})).body.state).toBe("sending");
    await t.runJobs();
    expect(box.letters.map(({ to }) => to[0]).toSorted((a, b) => (a! < b! ? -1 : 1))).toEqual(
      them.map(({ email }) => email),
    );
    expect(await letter(id)).toMatchObject({ state: "done", numbers: { sent: 5, waiting: 0 } });
    await t.patch("leader", "/sending-hours", { perMinute: 120 });
  });

  it("leaves out whoever says no before their turn", async () => {
    const [ray, sue] = await fresh("Ray", "Sue");
    const id = await begun();
    await t.put("leader", `/newsletters/${id}/sending`, { version: 1 });
    await t.put("rep", `/people/${ray!.id}/do-not-write`, { reach: "e-mail" });
    await t.runJobs();
    expect(box.letters.map(({ to }) => to)).toEqual([[sue!.email]]);
    expect(await copies(id, "state=left-out")).toMatchObject([
      { personId: ray!.id, why: "does not want our e-mails" },
    ]);
  });

  it("holds a letter in doubt whose connection broke off, for a person to decide, and sends it again under the same id", async () => {
    await fresh("Tim", "Una");
    const id = await begun();
    box.whenItArrives((hangUp) => hangUp());
    await t.put("leader", `/newsletters/${id}/sending`, { version: 1 });
    await t.runJobs();
    box.whenItArrives(null);
    expect(await letter(id)).toMatchObject({
      state: "sending",
      trouble: expect.stringContaining("broke off"),
      numbers: { doubtful: 1, waiting: 1, sent: 0 },
    });
    now = new Date(now.getTime() + 10 * 60_000);
    await t.runJobs();
    expect(await letter(id)).toMatchObject({
      state: "done",
      numbers: { doubtful: 1, sent: 1 },
      trouble: null,
    });
    const [copy] = await copies(id, "state=doubtful");
    expect((await t.put("rep", `/newsletter-copies/${copy.id}/again`, {})).status).toBe(403);
    await t.put("leader", `/newsletter-copies/${copy.id}/again`, {});
    await t.runJobs();
    expect(await letter(id)).toMatchObject({ state: "done", numbers: { doubtful: 0, sent: 2 } });
    const ids = box.letters.map(({ message }) => messageIdIn(message));
    expect(new Set(ids).size).toBe(2);
    expect(ids).toHaveLength(3);
    expect((await t.put("leader", `/newsletter-copies/${copy.id}/arrived`, {})).status).toBe(409);
  });

  it("pauses itself when the server refuses the letter itself, and loses nobody", async () => {
    await fresh("Val");
    const id = await begun();
    box.refuse(554);
    // Without a status, 554 is no word about an address.
    await t.put("leader", `/newsletters/${id}/sending`, { version: 1 });
    await t.runJobs();
    expect((await letter(id)).numbers.refused).toBe(1);
    expect((await copies(id))[0].bounce).toBeNull();
  });
});
