import { generateKeyPairSync } from "node:crypto";
import { connect } from "node:net";
import { dkimSign } from "mailauth";
import { createTransport } from "nodemailer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import type { IncomingMail } from "./incoming.ts";
import { createInTray, type Handled, type InTray } from "./in-tray.ts";
import { createMailReader } from "./read-mail-aside.ts";
import { openReceiver, type Receiver, type ReceiverOptions } from "./receive.ts";

const now = new Date("2026-11-18T10:00:00Z");
const clock = frozenClock(now);
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const publicKey = keys.publicKey.export({ type: "spki", format: "der" }).toString("base64");

/** The DNS of these tests. */
const zone: Record<string, string> = {
  "k1._domainkey.nordlicht.example TXT": `v=DKIM1; k=rsa; p=${publicKey}`,
  "nordlicht.example TXT": "v=spf1 ip4:127.0.0.1 -all",
  "_dmarc.strict.example TXT": "v=DMARC1; p=reject; aspf=s; adkim=s",
  "mail.strict.example TXT": "v=spf1 ip4:127.0.0.1 -all",
};
const resolve = async (name: string, type: string) => {
  const found = zone[`${name} ${type}`];
  if (found === undefined) throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
  return [[found]];
};

let test: TestDatabase;
let tray: InTray;
let receiver: Receiver;
let came: IncomingMail[];
let handled: Handled[];
let takes: boolean;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.drop());

beforeEach(async () => {
  [came, handled, takes] = [[], [], true];
  tray = createInTray({
    database: test.database,
    clock,
    reader: createMailReader({ resolve }),
    take: async (mail) => {
      came.push(mail);
      return takes;
    },
    onHandled: (each) => handled.push(each),
  });
  receiver = await listen();
});
afterEach(async () => {
  await receiver.close();
  await tray.stop();
});

function listen(more: Partial<ReceiverOptions> = {}): Promise<Receiver> {
  return openReceiver({
    listen: { host: "127.0.0.1", port: 0 },
    database: test.database,
    clock,
    tray,
    isOurs: async (address) => address.toLowerCase().endsWith("@in.example.com"),
    ...more,
  });
}

const plain = [
  "From: Mia <mia@nordlicht.example>",
  "To: a@x.example",
  "Subject: Hallo",
  "Message-ID: <1@n>",
  "",
  "Guten Tag\r\n",
].join("\r\n");

function send(
  raw: string | Buffer,
  { to = ["askwell+k7@in.example.com"], from = "mia@other.example", at = receiver } = {},
) {
  const transport = createTransport({
    host: "127.0.0.1",
    port: at.port,
    ignoreTLS: true,
    name: "mx.nordlicht.example",
  });
  return transport.sendMail({ raw, envelope: { from, to } });
}

async function one(
  raw: string | Buffer,
  more: Parameters<typeof send>[1] = {},
): Promise<IncomingMail | undefined> {
  await send(raw, more);
  await tray.runDue();
  return came.at(-1);
}

async function signed(raw: string, signingDomain = "nordlicht.example"): Promise<string> {
  const privateKey = keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const signature = { signingDomain, selector: "k1", privateKey };
  // The types name the older way; only this one signs.
  const wanted = { canonicalization: "relaxed/relaxed", ...signature, signatureData: [signature] };
  const { signatures } = await dkimSign(raw, wanted);
  return signatures + raw;
}

describe("the receiver", () => {
  it("takes a message in once it is kept, and it is handled once", async () => {
    await send(plain);
    expect(came).toEqual([]);
    expect(await tray.runDue()).toBe(1);
    expect(came).toMatchObject([
      { subject: "Hallo", recipients: ["askwell+k7@in.example.com"], isProven: false },
    ]);
    expect(await tray.runDue()).toBe(0);
    expect(handled).toMatchObject([{ why: null, from: "mia@nordlicht.example" }]);
  });

  it("relays nothing, signs nobody in and offers no certificate of nobody's", async () => {
    await expect(send(plain, { to: ["victim@elsewhere.example"] })).rejects.toThrow(/550/);
    const said = await talk(["EHLO x", "AUTH PLAIN AGEAYg==", "STARTTLS", "VRFY root", "QUIT"]);
    expect(said).not.toMatch(/250[ -](AUTH|STARTTLS)/);
    expect(said).toMatch(/SIZE 26214400/);
  });

  it("keeps nothing where the database does not, so that the sender comes again", async () => {
    const broken = await listen({ tray: { keep: () => Promise.reject(new Error("away")) } });
    await expect(send(plain, { at: broken })).rejects.toThrow(/451/);
    await broken.close();
  });

  it("lets go what is for nobody, and what cannot be read", async () => {
    takes = false;
    await send(plain);
    await send(`${plain}X`.replace("Subject", `${"X-Long: ".padEnd(900, "y")}\r\n`.repeat(700) + "Subject"));
    await tray.runDue();
    expect(handled.map(({ why }) => why)).toEqual([
      "it is for nobody here",
      expect.stringMatching(/header size/i),
    ]);
    expect(await tray.runDue()).toBe(0);
  });

  it("hears a message again that was in hand when the server was stopped, and gives up on one that brings it down", async () => {
    await send(plain);
    const stuck = createInTray({
      database: test.database,
      clock,
      reader: createMailReader({ resolve }),
      take: () => Promise.reject(new Error("killed")),
    });
    await stuck.runDue();
    await stuck.stop();
    expect(await tray.runDue()).toBe(0);
    const later = createInTray({
      database: test.database,
      clock: frozenClock(new Date(now.getTime() + 61_000)),
      reader: createMailReader({ resolve }),
      take: async (mail) => Boolean(came.push(mail)),
    });
    expect(await later.runDue()).toBe(1);
    await later.stop();
    expect(came).toHaveLength(1);
  });
});

describe("bounds", () => {
  it("refuses a message that is too large, said or not, and 50 MB leaves nothing behind", async () => {
    const small = await listen({ limits: { bytes: 100_000 } });
    await expect(send(Buffer.alloc(200_000, "x\r\n"), { at: small })).rejects.toThrow(/55[02]/);
    await small.close();
    const stream = await talkData(Buffer.alloc(50 * 1024 * 1024, "0123456789abcdef\r\n"));
    expect(stream).toMatch(/552/);
    expect(await tray.runDue()).toBe(0);
  });

  it("is busy for whoever opens too many connections, sends too much, or tries addresses", async () => {
    const later = frozenClock(new Date(now.getTime() + 3_600_000));
    const few = await listen({ clock: later, limits: { connectionsOfOne: 1, messages: 2, strangers: 3 } });
    const relay = await listen({ clock: later, limits: { strangers: 3 } });
    for (let at = 0; at < 2; at += 1) await send(plain, { at: few });
    await expect(send(plain, { at: few })).rejects.toThrow(/451/);
    for (let at = 0; at < 3; at += 1)
      await expect(send(plain, { at: few, to: [`x${at}@no.example`] })).rejects.toThrow(/550/);
    await expect(send(plain, { at: few, to: ["x3@no.example"] })).rejects.toThrow(/450/);
    expect(
      (await send(plain, { at: relay, to: ["x4@no.example", "askwell+k7@in.example.com"] })).accepted,
    ).toEqual(["askwell+k7@in.example.com"]);
    await relay.close();
    const first = connect(few.port, "127.0.0.1");
    await new Promise((greeted) => first.once("data", greeted));
    await expect(send(plain, { at: few })).rejects.toThrow(/421/);
    first.destroy();
    await few.close();
  });

  it("hangs up on whoever says nothing", async () => {
    const quick = await listen({ limits: { idleMs: 300 } });
    const idle = connect(quick.port, "127.0.0.1");
    idle.resume();
    expect(await new Promise((closed) => idle.once("close", () => closed("hung up")))).toBe("hung up");
    await quick.close();
  });
});

describe("who answers for the sender", () => {
  it("is the domain in From, by its signature", async () => {
    expect((await one(await signed(plain)))?.isProven).toBe(true);
  });
  it("is nobody, where the words were changed or the signature is another domain's", async () => {
    expect((await one((await signed(plain)).replace("Guten Tag", "Guten Abend")))?.isProven).toBe(false);
    zone["k1._domainkey.spammer.example TXT"] = zone["k1._domainkey.nordlicht.example TXT"] as string;
    expect((await one(await signed(plain, "spammer.example")))?.isProven).toBe(false);
  });
  it("is nobody, where two senders stand in From", async () => {
    const two = `From: leader@nordlicht.example\r\n${plain}`;
    expect((await one(await signed(two)))?.isProven).toBe(false);
  });
  it("is the domain in From, by the server that brought it", async () => {
    expect((await one(plain, { from: "mia@nordlicht.example" }))?.isProven).toBe(true);
    expect(
      (await one(plain.replaceAll("nordlicht", "andere"), { from: "mia@nordlicht.example" }))?.isProven,
    ).toBe(false);
  });
  it("goes by how strict that domain is", async () => {
    const raw = plain.replaceAll("nordlicht", "strict");
    expect((await one(raw, { from: "mia@mail.strict.example" }))?.isProven).toBe(false);
  });
  it("may have been found out by a server of ours, whose word counts only under its own name", async () => {
    const reader = createMailReader({ resolve, trusted: "mx.example.com" });
    const proven = async (raw: Buffer) => (await reader.read(raw, [], { by: "imap" })).mail?.isProven;
    const says = "Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=x@y.example;";
    expect(await proven(head(says, "\tdkim=pass (good) header.d=nordlicht.example"))).toBe(true);
    expect(await proven(head(says))).toBe(false);
    expect(
      await proven(head("Authentication-Results: mx.evil.example; dkim=pass header.d=nordlicht.example")),
    ).toBe(false);
    expect(
      await proven(
        head(says, "Authentication-Results: mx.example.com; dmarc=pass header.from=nordlicht.example"),
      ),
    ).toBe(false);
    await reader.close();
  });
});

function head(...lines: string[]): Buffer {
  return Buffer.from([...lines, plain].join("\r\n"));
}

/** What the server says to these lines. */
function talk(lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(receiver.port, "127.0.0.1");
    const left = [...lines];
    let said = "";
    socket.on("data", (chunk) => {
      said += chunk;
      if (/^\d{3} .*\r\n$/m.test(String(chunk))) socket.write(`${left.shift() ?? "QUIT"}\r\n`);
    });
    socket.on("close", () => resolve(said));
  });
}

/** The answer to a message whose size was not said before. */
function talkData(message: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(receiver.port, "127.0.0.1");
    const steps = ["HELO x", "MAIL FROM:<a@b.example>", "RCPT TO:<askwell@in.example.com>", "DATA"];
    let said = "";
    socket.on("data", (chunk) => {
      said += chunk;
      const step = steps.shift();
      if (step) socket.write(`${step}\r\n`);
      else if (/^354/m.test(String(chunk))) {
        socket.write(message);
        socket.end("\r\n.\r\nQUIT\r\n");
      }
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(said));
  });
}
