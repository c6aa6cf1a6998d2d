import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { mailDate } from "./mail-date.ts";
import { messagesIn } from "./test-mbox.ts";
import { readMail } from "./read-mail.ts";

const FOLDER = new URL("../../../shared/data/2-email/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: foreign mail, because ${FOLDER.pathname} is not there.`);

const bytes = (name: string) => readFileSync(new URL(name, FOLDER));
const json = (name: string): never => JSON.parse(bytes(name).toString()) as never;

/** As CPython's email package read it (compat32). */
interface Oracle {
  file: string;
  message_id: string | null;
  date_utc: string | null;
  from: { name: string; addr: string }[];
  to: { addr: string }[];
  cc: { addr: string }[];
  in_reply_to: string | null;
  n_references: number;
  subject_decoded: string | null;
  list_header: boolean;
  mbox_from_line: boolean;
}

function oracleOf(name: string): Oracle[] {
  const lines = gunzipSync(bytes(`${name}.headers.jsonl.gz`))
    .toString()
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Oracle);
}

const flat = (text: string) => text.replaceAll(/\s+/g, "");
const small = (all: readonly { addr: string }[]) => all.flatMap(({ addr }) => addr.toLowerCase() || []);

/** "from 318": which message is read otherwise, and in what. */
async function differences(mails: readonly Uint8Array[], oracle: readonly Oracle[]): Promise<string[]> {
  const found: string[] = [];
  for (const [at, each] of oracle.entries()) {
    const { mail, refused } = await readMail(mails[at] ?? new Uint8Array());
    if (mail === null) {
      found.push(`refused ${at}: ${refused}`);
      continue;
    }
    const hasReferences = /<\S+>/.test(each.in_reply_to ?? "") || each.n_references > 0;
    const pairs: Record<string, [unknown, unknown]> = {
      id: [mail.messageId, each.message_id],
      date: [mail.date?.getTime() ?? null, each.date_utc && Date.parse(each.date_utc)],
      from: [mail.from?.address, small(each.from)[0]],
      name: [flat(mail.from?.name ?? ""), flat(each.from[0]?.name ?? "")],
      to: [mail.to.map(({ address }) => address).join(), small(each.to).join()],
      cc: [mail.cc.map(({ address }) => address).join(), small(each.cc).join()],
      subject: [flat(mail.subject), flat(each.subject_decoded ?? "")],
      answers: [mail.answers.length > 0, hasReferences],
      list: [mail.nature !== "personal", each.list_header],
    };
    for (const [what, [ours, theirs]] of Object.entries(pairs))
      if (ours !== theirs) found.push(`${what} ${at}`);
  }
  return found;
}

describe.skipIf(missing)("1,400 mails of 2002 that people wanted (SpamAssassin)", () => {
  it("are read as CPython reads them", async () => {
    const mails = [...messagesIn(gunzipSync(bytes("spamassassin-easy-ham-2.mbox.gz")))];
    const oracle = oracleOf("spamassassin-easy-ham-2");
    expect(mails).toHaveLength(1400);
    expect(await differences(mails, oracle)).toEqual([
      // A mail server's own words about a message, in no form that says so; the sender does.
      "list 1303",
      // An empty group, written without its end: nobody's address. CPython makes two of it, and neither is one.
      "to 1323",
      "to 1324",
      "to 1325",
    ]);
  });
});

describe.skipIf(missing)("500 spams (SpamAssassin)", () => {
  it("are read as CPython reads them, and none brings anything down", async () => {
    const files = filesOfTar(gunzipSync(bytes("spamassassin-spam-1.tar.gz")));
    const oracle = oracleOf("spamassassin-spam-1");
    const mails = oracle.map(({ file, mbox_from_line: marked }) => {
      const whole = files.get(file) ?? Buffer.alloc(0);
      return marked ? whole.subarray(whole.indexOf(10) + 1) : whole;
    });
    const found = await differences(mails, oracle);
    const of = (what: string) =>
      found.filter((each) => each.startsWith(`${what} `)).map((each) => Number(each.split(" ")[1]));
    // "01800" is no zone; CPython takes 18 hours off.
    expect(of("date")).toEqual([67]);
    // What stands behind the id, or is none: "PM200011:12:45 AM", "<…@        .>".
    expect(of("id")).toEqual([188, 236, 252, 497]);
    // "Books@Books"@host: a quoted "@" is in no address that anybody has here.
    expect(of("from")).toEqual([318]);
    // Two addresses where one belongs, and an address for a name: which of them is shown is all that differs.
    expect(of("name")).toEqual([262, 307, 319, 322, 323, 421, 422]);
    // Empty groups without an end, and a Windows path.
    expect(of("to")).toEqual([95, 132, 295, 296, 350, 367, 372]);
    // Raw bytes of no charset that is named: unreadable either way; and one that CPython does not decode at all.
    expect(of("subject")).toEqual([34, 71, 242, 310]);
    expect(of("cc")).toEqual([]);
    expect(of("answers")).toEqual([]);
    expect(found.filter((each) => each.startsWith("refused"))).toEqual([]);
    // Spam says of itself what it likes; that much of it passes for a person's.
    expect(of("list").length).toBeLessThan(60);
  });
});

interface Parsed {
  text_body: number[];
  parts: { headers: { name: string; value: Value }[]; body: { Text?: string } }[];
}
interface Value {
  Text?: string;
  DateTime?: When;
  Address?: Addresses;
}
interface Addresses {
  List?: { name: string | null; address: string | null }[];
  Group?: { addresses: { name: string | null; address: string | null }[] }[];
}
interface When {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  tz_before_gmt: boolean;
  tz_hour: number;
  tz_minute: number;
}

function instantOf(when: When | null | undefined): number | null {
  if (!when) return null;
  const { year, month, day, hour, minute, second } = when;
  const east = (when.tz_before_gmt ? -1 : 1) * (when.tz_hour * 60 + when.tz_minute);
  return Date.UTC(year, month - 1, day, hour, minute, second) - east * 60_000;
}

const listOf = (value: Addresses | undefined) =>
  value?.List ?? value?.Group?.flatMap(({ addresses }) => addresses) ?? [];

describe.skipIf(missing)("the vectors of mail-parser", () => {
  it("dates: all but those that are none", () => {
    const vectors: { header: string; expected: When | null }[] = missing ? [] : json("mail-parser/date.json");
    const other = vectors.flatMap(({ header, expected }, at) =>
      (mailDate(header)?.getTime() ?? null) === instantOf(expected) ? [] : [at],
    );
    // 10 has its month in numbers, 12 is numbers in a row, 28 a line of a server's, of which only a part is a date; 14 ends within its comment.
    expect(other).toEqual([10, 12, 14, 28]);
  });

  it("addresses: all that are some", async () => {
    const vectors: { header: string; expected: Addresses }[] = missing
      ? []
      : json("mail-parser/address.json");
    const other: number[] = [];
    for (const [at, { header, expected }] of vectors.entries()) {
      const { mail } = await readMail(Buffer.from(`To: ${header.replace(/\n$/, "")}\n\nx`));
      const ours = mail?.to.map(({ name, address }) => `${name}<${address}>`);
      const theirs = listOf(expected).map(
        ({ name, address }) => `${name ?? ""}<${(address ?? "").toLowerCase()}>`,
      );
      if (ours?.join() !== theirs.join()) other.push(at);
    }
    // Comments within an address, which nobody writes: no address rather than a wrong one.
    const commented = [8, 9, 10, 11, 13, 14];
    // A comment beside a name, blanks at its beginning, and a name that is its address: not part of the name.
    const named = [22, 33, 49, 51, 56];
    const ofTheWeb = [37, 41, 42, 43, 44, 46];
    expect(other).toEqual([...commented, ...named, ...ofTheWeb].toSorted((a, b) => a - b));
  });

  it("whole messages, malformed ones (Dovecot's) and those of the standards", async () => {
    const other: string[] = [];
    const names = missing ? [] : ["malformed", "rfc"].flatMap((folder) => jsonIn(`mail-parser/${folder}/`));
    expect(names).toHaveLength(33);
    for (const name of names) {
      const { parts, text_body: texts }: Parsed = json(name);
      const { mail } = await readMail(bytes(name.replace(/json$/, "eml")));
      const said = (field: string) =>
        parts[0]?.headers.filter((each) => each.name === field).map(({ value }) => value) ?? [];
      const addresses = (field: string) =>
        said(field).flatMap(({ Address }) =>
          listOf(Address).flatMap(({ address }) => address?.toLowerCase() ?? []),
        );
      const id = said("message_id")[0]?.Text;
      expect([name, mail?.date?.getTime() ?? null]).toEqual([name, instantOf(said("date")[0]?.DateTime)]);
      expect([name, mail?.from?.address ?? null]).toEqual([name, addresses("from")[0] ?? null]);
      expect([name, mail?.to.map(({ address }) => address)]).toEqual([name, addresses("to")]);
      expect([name, mail?.subject]).toEqual([name, said("subject")[0]?.Text ?? ""]);
      expect([name, mail?.messageId]).toEqual([name, id === undefined ? null : `<${id}>`]);
      const words = texts.flatMap((part) => parts[part]?.body.Text ?? []);
      if (!words.every((text) => flat(mail?.text ?? "").includes(flat(text)))) other.push(name);
    }
    // A part that ends in the middle: the other reader takes the next part's headers for words, this one does not.
    expect(other).toEqual(["mail-parser/malformed/020.json", "mail-parser/malformed/021.json"]);
  });
});

describe.skipIf(missing)("the mbox files of MimeKit", () => {
  it.each([
    ["simple.mbox.txt", 3],
    // "From Russia with love" is no envelope.
    ["unmunged.mbox.txt", 2],
    ["issue1189.mbox.txt", 4],
  ])("%s holds %i", (name, count) => {
    expect([...messagesIn(bytes(`mimekit/mbox/${name}`))]).toHaveLength(count);
  });

  it("are split by Content-Length where there is one: each message where it begins and ends", async () => {
    const mbox = bytes("mimekit/mbox/content-length.mbox.txt");
    const offsets: { beginOffset: number; endOffset: number }[] = json(
      "mimekit/mbox/content-length.unix-offsets.json",
    );
    const found = [...messagesIn(mbox)];
    expect(found.map((each) => each.byteOffset - mbox.byteOffset)).toEqual(
      offsets.map(({ beginOffset }) => beginOffset),
    );
    const summary = bytes("mimekit/mbox/content-length-summary.txt").toString();
    const subjects = [...summary.matchAll(/^Subject: (.*)$/gm)].map(([, subject = ""]) => flat(subject));
    const read = await Promise.all(
      found.map(async (each) => flat((await readMail(each)).mail?.subject ?? "")),
    );
    expect(read).toEqual(subjects);
  });
});

function jsonIn(folder: string): string[] {
  const names = readdirSync(new URL(folder, FOLDER)).filter((name) => name.endsWith(".json"));
  return names.toSorted().map((name) => `${folder}${name}`);
}

/** As POSIX lays one out: blocks of 512 bytes, a header before each file. */
function filesOfTar(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString("latin1", at, at + 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8) || 0;
    if (name !== "") files.set(name, tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
