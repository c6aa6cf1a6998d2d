import PostalMime, {
  addressParser,
  decodeWords,
  type Address,
  type Attachment,
  type Email,
} from "postal-mime";
import { deliveryReports } from "./delivery-report.ts";
import type { CarriedMail, IncomingMail, MailName } from "./incoming.ts";
import { mailDate } from "./mail-date.ts";
import { natureOf, type Fields } from "./mail-nature.ts";
import { cleanLine, cleanWords, wordsOfHtml } from "./mail-words.ts";

/** What was read, or why it cannot be, in words for a log. */
export type Reading = { mail: IncomingMail; refused: null } | { mail: null; refused: string };

/** 25 MB; servers that take larger messages are rare. */
export const MOST_BYTES = 25 * 1024 * 1024;

const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024 };
// Each may begin a part, and a part costs a hundred times what it takes to write it.
const MOST_DASHED_LINES = 10_000;
const MOST_ADDRESSES = 200;
const MOST_IDS = 100;
const MOST_ALIASES = 50;
const LONGEST = { name: 200, subject: 500, id: 500 } as const;
// What a mailbox notes of the envelope, by whose server there is.
const CAME_IN = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to"];

/**
 * Reads one message as it came. `recipients` is whom the envelope named; without, what the headers say of it. Never throws for
 * what stands in a message; whoever reads strangers' mail does it in readMailAside, for this may take long.
 */
export async function readMail(bytes: Uint8Array, recipients: readonly string[] = []): Promise<Reading> {
  if (bytes.byteLength > MOST_BYTES) return refusal(`it is larger than ${MOST_BYTES / 1024 / 1024} MB`);
  if (hasTooManyParts(bytes)) return refusal("it has too many parts");
  try {
    const email = await PostalMime.parse(bytes, { ...LIMITS, forceRfc822Attachments: true });
    return { mail: await mailOf(email, recipients), refused: null };
  } catch (error) {
    return refusal(cleanLine(error instanceof Error ? error.message : String(error), 200));
  }
}

function hasTooManyParts(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = all.indexOf("\n--"); at >= 0 && count <= MOST_DASHED_LINES; at = all.indexOf("\n--", at + 3))
    count += 1;
  return count > MOST_DASHED_LINES;
}

function refusal(refused: string): Reading {
  return { mail: null, refused };
}

async function mailOf(email: Email, recipients: readonly string[]): Promise<IncomingMail> {
  const field = fieldsOf(email);
  const heard = await heardIn(email);
  const status = email.attachments.find(isOf("message/delivery-status", "message/global-delivery-status"));
  const returned = await returnedIn(email);
  const reports = status ? deliveryReports(textOf(status)) : [];
  const exim = field("x-failed-recipients").flatMap((each) => addressesIn(each));
  const failed = exim.map(({ address }) => ({
    recipient: address,
    action: "failed" as const,
    status: null,
    says: null,
  }));
  const isReport = status !== undefined || failed.length > 0;
  const came = recipients.length > 0 ? recipients : CAME_IN.flatMap(field).concat(namedByServers(field));
  const carried = isReport ? undefined : email.attachments.find(isOf("message/rfc822", "message/global"));
  return {
    ...heard,
    answers: idsIn([...field("in-reply-to"), ...field("references").map(backwards)].join(" ")),
    recipients: [...new Set(came.flatMap((each) => addressesIn(each)).map(({ address }) => address))],
    nature: natureOf(field, { isReport, from: heard.from?.address ?? "" }),
    reports: reports.length > 0 ? reports : failed,
    returnedId: returned,
    isProven: null,
    carries: carried ? await carriedIn(carried) : null,
  };
}

async function heardIn(email: Email): Promise<CarriedMail> {
  const field = fieldsOf(email);
  const text = email.text?.trim() ? email.text : await wordsOfHtml(email.html ?? "");
  return {
    messageId: idsIn(field("message-id")[0] ?? "")[0] ?? null,
    from: addressesIn(field("from")[0] ?? "")[0] ?? null,
    to: field("to").flatMap(addressesIn).slice(0, MOST_ADDRESSES),
    cc: field("cc").flatMap(addressesIn).slice(0, MOST_ADDRESSES),
    subject: cleanLine(decodeWords(field("subject")[0] ?? ""), LONGEST.subject),
    text: cleanWords(text),
    date: mailDate(field("date")[0] ?? ""),
  };
}

/** A message of which nothing can be read is none. */
async function carriedIn(attachment: Attachment): Promise<CarriedMail | null> {
  try {
    const email = await PostalMime.parse(attachment.content, { ...LIMITS, forceRfc822Attachments: true });
    const heard = await heardIn(email);
    return heard.from === null ? null : heard;
  } catch {
    return null;
  }
}

/** The Message-ID of what a report gives back: the whole message, or its headers alone. */
async function returnedIn(email: Email): Promise<string | null> {
  const kinds = ["message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"];
  const returned = email.attachments.find(isOf(...kinds));
  if (!returned) return null;
  const [head = ""] = textOf(returned)
    .slice(0, LIMITS.maxHeadersSize)
    .split(/\r?\n\r?\n/, 1);
  const line = /^message-id:((?:[^\n]|\n[ \t])*)/im.exec(head)?.[1] ?? "";
  return idsIn(line)[0] ?? null;
}

function isOf(...kinds: string[]): (attachment: Attachment) => boolean {
  return ({ mimeType }) => kinds.includes(mimeType);
}

function textOf({ content }: Attachment): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

function fieldsOf({ headers }: Email): Fields {
  const byName = Map.groupBy(headers, ({ key }) => key);
  return (name) => byName.get(name)?.map(({ value }) => value) ?? [];
}

/** "for <somebody@here>" in the lines that servers put on top: the only place where some of them tell the whole address. */
function namedByServers(field: Fields): string[] {
  return field("received")
    .slice(0, MOST_ALIASES)
    .flatMap((line) => /\bfor\s+<([^<>\s]+@[^<>\s]+)>/i.exec(line.slice(0, 2_000))?.[1] ?? []);
}

/** Message-IDs in their brackets, each once. */
function idsIn(text: string): string[] {
  const found = text.slice(0, 100_000).match(/<[^<>\s]+>/g) ?? [];
  return [...new Set(found.filter((id) => id.length <= LONGEST.id))].slice(0, MOST_IDS);
}

/** The latest of a thread stands last. */
function backwards(references: string): string {
  return idsIn(references).toReversed().join(" ");
}

export function addressesIn(value: string): MailName[] {
  return addressParser(value.slice(0, 100_000)).flatMap(mailNamesOf).slice(0, MOST_ADDRESSES);
}

function mailNamesOf(each: Address): MailName[] {
  if (each.group) return each.group.flatMap(mailNamesOf);
  const address = (each.address ?? "").trim().toLowerCase();
  if (!/^[^\s@,;<>\p{C}]+(?:@[^\s@,;<>\p{C}]+)$/u.test(address) || address.length > 254) return [];
  return [{ name: cleanLine(each.name, LONGEST.name), address }];
}
