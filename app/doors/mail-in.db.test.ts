import { createTransport } from "nodemailer";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { frozenClock } from "#lib/kernel/clock.ts";
import { openMailIn, type MailIn } from "#lib/mail/mail-in.ts";
import { openTestImap, type TestImap } from "#lib/mail/test-imap.ts";

const prefix = process.env["ASKWELL_TEST_DOVECOT"] ?? "";

let t: TestHouse;
let imap: TestImap | null = null;
let mail: MailIn;
let mine: string;
const lines: { msg: string; why?: string }[] = [];

beforeAll(async () => {
  t = await openTestHouse();
  mine = (await t.post("rep", "/mail-address", {})).body.address;
  imap = prefix === "" ? null : await openTestImap(prefix);
  mail = await openMailIn({
    database: t.test.database,
    clock: frozenClock(t.now),
    log: pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    take: t.house.takeMail,
    isOurs: t.house.isOurs,
    listen: { host: "127.0.0.1", port: 0 },
    imapUrl: null,
    trusted: null,
    resolve: async (name, type) => {
      if (name === "nordlicht.example" && type === "TXT") return [["v=spf1 ip4:127.0.0.1 -all"]];
      throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
    },
  });
});
afterAll(async () => {
  await mail?.close();
  await imap?.close();
  await t?.close();
});

const raw = (subject: string, to: string, from = "mia@nordlicht.example") =>
  [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${subject}@nordlicht.example>`,
    "",
    "Guten Tag",
  ].join("\r\n");

function send(message: string, to: string, from = "mia@nordlicht.example") {
  const transport = createTransport({
    host: "127.0.0.1",
    port: mail.receiver?.port,
    ignoreTLS: true,
    name: "mx",
  });
  return transport.sendMail({ raw: message, envelope: { from, to: [to] } });
}

const contactsOf = async (id: string) => (await t.get("rep", `/people/${id}/contacts`)).body.items;

it("brings a copy from one mail server to the person's page, and the same from a mailbox changes nothing", async () => {
  const { body } = await t.post("rep", "/people", {
    fullName: "Anna Albers",
    emails: ["anna@albers.example"],
  });
  await send(raw("Angebot", "anna@albers.example"), mine);
  await expect.poll(() => contactsOf(body.id)).toMatchObject([{ kind: "e-mail", words: "Angebot" }]);
  if (imap === null) return;
  const { createPoller } = await import("#lib/mail/poll.ts");
  await imap.append(`Delivered-To: ${mine}\r\n${raw("Angebot", "anna@albers.example")}`);
  const poller = createPoller({
    url: imap.url,
    database: t.test.database,
    clock: frozenClock(t.now),
    tray: mail.tray,
  });
  expect(await poller.pollNow()).toBe(1);
  await expect.poll(() => lines.filter(({ msg }) => msg === "mail came in").length).toBe(2);
  expect(await contactsOf(body.id)).toHaveLength(1);
  expect((await t.get("rep", "/arrived-mail")).body.items).toHaveLength(1);
});

it("refuses mail to nobody, and leaves one line of what is for nobody", async () => {
  await expect(send(raw("x", "a@b.example"), "askwell+nobody@in.example.com")).rejects.toThrow(/550/);
  await expect(send(raw("x", "a@b.example"), "victim@elsewhere.example")).rejects.toThrow(/550/);
  await send(raw("Spam", "a@b.example", "x@spam.example"), "askwell@in.example.com", "x@spam.example");
  await expect
    .poll(() => lines.at(-1))
    .toMatchObject({ msg: "mail was let go", why: "it is for nobody here" });
});
