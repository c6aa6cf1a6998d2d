import { describe, expect, it } from "vitest";
import type { IncomingMail } from "./incoming.ts";
import { MOST_BYTES, readMail } from "./read-mail.ts";

const lines = (...all: string[]) => Buffer.from(all.join("\r\n"));

async function read(bytes: Uint8Array, recipients?: readonly string[]): Promise<IncomingMail> {
  const { mail, refused } = await readMail(bytes, recipients);
  if (mail === null) throw new Error(refused);
  return mail;
}

const plain = lines(
  "Delivered-To: askwell+k7@in.example.com",
  "Received: from mx by in.example.com for <askwell+k7@in.example.com>; Wed, 18 Nov 2026 10:00:00 +0100",
  "From: =?utf-8?q?J=C3=BCrgen?= Albers <Juergen@Albers.example>",
  'To: "Sommer, Mia" <mia@nordlicht.example>, team: Ann <ann@x.example>, bo@x.example;',
  "Cc: undisclosed-recipients:;",
  "Subject: =?iso-8859-1?q?Gr=FC=DFe_aus?= =?iso-8859-1?q?_Kiel?=",
  "Message-ID: <a1@albers.example>",
  "In-Reply-To: <day.x@in.example.com>",
  "References: <first@x> <second@x>",
  " <day.x@in.example.com>",
  "Date: Wed, 18 Nov 2026 10:00:00 +0100 (CET)",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Hallo Mia,\r\n\r\nschön.",
);

describe("a message", () => {
  it("is read as people wrote it", async () => {
    expect(await read(plain)).toEqual({
      messageId: "<a1@albers.example>",
      answers: ["<day.x@in.example.com>", "<second@x>", "<first@x>"],
      from: { name: "Jürgen Albers", address: "juergen@albers.example" },
      to: [
        { name: "Sommer, Mia", address: "mia@nordlicht.example" },
        { name: "Ann", address: "ann@x.example" },
        { name: "", address: "bo@x.example" },
      ],
      cc: [],
      recipients: ["askwell+k7@in.example.com"],
      subject: "Grüße aus Kiel",
      text: "Hallo Mia,\n\nschön.",
      date: new Date("2026-11-18T09:00:00Z"),
      nature: "personal",
      reports: [],
      returnedId: null,
      isProven: null,
      carries: null,
    });
  });

  it("came in where the envelope says, where there is one", async () => {
    expect((await read(plain, ["Askwell+zz@in.example.com"])).recipients).toEqual([
      "askwell+zz@in.example.com",
    ]);
  });

  it("of HTML alone is read as words, without what no reader sees", async () => {
    const { text } = await read(
      lines(
        "From: a@x.example",
        "Content-Type: text/html; charset=windows-1252",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "<style>p{}</style><script>alert(1)</script><p>Gr=FC=DFe &amp; mehr</p><div>von&nbsp;Anna</div>",
      ),
    );
    expect(text.replaceAll(/\s+/g, " ")).toBe("Grüße & mehr von Anna");
  });

  it("that carries another is not that other", async () => {
    const { subject, text, carries } = await read(
      lines(
        "From: mia@nordlicht.example",
        "Subject: Fwd: Hello",
        "Content-Type: multipart/mixed; boundary=b",
        "",
        "--b",
        "",
        "see below",
        "--b",
        "Content-Type: message/rfc822",
        "",
        "From: Anna Albers <anna@albers.example>",
        "To: mia@nordlicht.example",
        "Subject: Hello",
        "Message-ID: <inner@albers.example>",
        "",
        "inner words",
        "--b--",
      ),
    );
    expect([subject, text]).toEqual(["Fwd: Hello", "see below"]);
    expect(carries).toMatchObject({
      from: { name: "Anna Albers", address: "anna@albers.example" },
      messageId: "<inner@albers.example>",
      text: "inner words",
    });
  });
});

const report = (...returned: string[]) =>
  lines(
    "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
    "Auto-Submitted: auto-replied",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=r",
    "",
    "--r",
    "",
    "I am sorry.",
    "--r",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    "Final-Recipient: rfc822; Gone@Albers.example",
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 <gone@albers.example>: no",
    " such user",
    "",
    "Original-Recipient: rfc822;slow@albers.example",
    "Final-Recipient: rfc822; other@albers.example",
    "Action: delayed",
    "--r",
    ...returned,
    "--r--",
  );

describe("a delivery report", () => {
  it("says what became of it, for each recipient, and of which letter", async () => {
    const mail = await read(
      report(
        "Content-Type: text/rfc822-headers",
        "",
        "Subject: x",
        "Message-Id:",
        " <letter.abc@in.example.com>",
      ),
    );
    expect(mail).toMatchObject({
      nature: "report",
      returnedId: "<letter.abc@in.example.com>",
      carries: null,
    });
    expect(mail.reports).toEqual([
      {
        recipient: "gone@albers.example",
        action: "failed",
        status: "5.1.1",
        says: "550 5.1.1 <gone@albers.example>: no such user",
      },
      { recipient: "slow@albers.example", action: "delayed", status: null, says: null },
    ]);
  });

  it("may give the whole message back", async () => {
    const whole = [
      "Content-Type: message/rfc822",
      "",
      "Message-ID: <letter.whole@x>",
      "",
      "Message-ID: <in.the.body@x>",
    ];
    expect((await read(report(...whole))).returnedId).toBe("<letter.whole@x>");
  });
});

describe("who sent it", () => {
  it.each([
    ["Auto-Submitted: auto-replied", "automatic"],
    ["Auto-Submitted: no", "personal"],
    ["X-Auto-Response-Suppress: OOF, AutoReply", "automatic"],
    ["X-Auto-Response-Suppress: RN", "personal"],
    ["Precedence: bulk", "automatic"],
    ["Precedence: bulk\r\nList-Id: <x.y>", "list"],
    ["Precedence: list", "list"],
    ["List-Unsubscribe: <mailto:x@y>", "list"],
    ["Return-Path: <>", "automatic"],
    ["Return-Path: <a@x.example>", "personal"],
    ["X-Failed-Recipients: b@x.example", "report"],
  ])("%j: %s", async (header, nature) => {
    const mail = await read(lines("From: a@x.example", header, "", "x"));
    expect(mail.nature).toBe(nature);
  });
  it.each(["mailer-daemon@x.example", "no-reply@x.example", "bounces+1@x.example"])(
    "%s is a machine",
    async (from) => {
      expect((await read(lines(`From: ${from}`, "", "x"))).nature).toBe("automatic");
    },
  );
});

describe("hostile mail", () => {
  it("brings no lines of its own into a name, a subject or an id", async () => {
    const mail = await read(
      lines(
        "From: =?utf-8?q?Mia=0D=0ABcc=3A_v=40x.example?= <mia@x.example>",
        "Subject: =?utf-8?q?Hi=0D=0ABcc:_v@x.example=00=E2=80=AE?=",
        "Message-ID: <a b@x> <ok@x>",
        'To: <v@x.example\r\n>, <"a b"@x.example>, not-an-address, <c@x.example,d@x.example>',
        "",
        "x",
      ),
    );
    expect([mail.from?.name, mail.subject, mail.messageId]).toEqual([
      "Mia Bcc: v@x.example",
      "Hi Bcc: v@x.example",
      "<ok@x>",
    ]);
    for (const { address } of mail.to) expect(address).toMatch(/^[^\s@<>,]+@[^\s@<>,]+$/);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["zeros", Buffer.alloc(10_000)],
    ["noise", Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 256))],
    ["a head without end", lines("From: a@x.example", "Subject: ".padEnd(1_000, "x"))],
    ["an unknown charset", lines("From: a@x", "Content-Type: text/plain; charset=klingon", "", "x\xff")],
    [
      "a boundary that is never met",
      lines("Content-Type: multipart/mixed; boundary=never", "", "--other", "x"),
    ],
    [
      "a part within itself",
      lines(
        "Content-Type: multipart/mixed; boundary=a",
        "",
        "--a",
        "Content-Type: multipart/mixed; boundary=a",
        "",
        "--a",
        "x",
      ),
    ],
  ])("%s is read, and is nothing much", async (_name, bytes) => {
    expect((await readMail(bytes)).refused).toBeNull();
  });

  it.each<[string, () => Uint8Array]>([
    ["more than 25 MB", () => Buffer.alloc(MOST_BYTES + 1)],
    ["a megabyte of header", () => lines("From: a@x", `X: ${"y".repeat(1_000_000)}`, "", "x")],
    [
      "boxes in boxes",
      () =>
        lines(
          ...Array.from({ length: 200 }, (_, n) => [
            `Content-Type: multipart/mixed; boundary=b${n}-`,
            "",
            `--b${n}-`,
          ]).flat(),
        ),
    ],
  ])("%s is refused with a reason", async (_name, bytes) => {
    const { mail, refused } = await readMail(bytes());
    expect([mail, typeof refused]).toEqual([null, "string"]);
  });
});
