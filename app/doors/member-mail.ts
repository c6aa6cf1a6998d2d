import type { IncomingMail, MailName } from "#lib/mail/incoming.ts";
import { forwardedWords } from "#lib/mail/forwarded-words.ts";

export const MAIL_STATES = ["done", "question", "ignored", "undone"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why mail is a question, and why it was ignored. */
export const WHY = [
  "not-yours",
  "not-proven",
  "nobody-known",
  "nobody-named",
  "refused",
  "automatic",
  "list",
  "report",
  "by-member",
] as const;
export type Why = (typeof WHY)[number];

/** Why a question is put to the member; it stays with one that they let be, so that it can be put again. */
export const WHY_ASKED: readonly Why[] = ["not-yours", "not-proven", "nobody-known", "refused"];

export const ROLES = ["from", "to", "cc"] as const;
export type Role = (typeof ROLES)[number];

/** Somebody whom a message names besides us. */
export interface Named extends MailName {
  role: Role;
}

/** What a message tells of: who wrote to whom, and when. */
export interface Told {
  /** One of us wrote it. */
  byMember: boolean;
  named: Named[];
  writtenAt: Date;
}

const MOST_NAMED = 30;
const DAY_MS = 86_400_000;
// A clock that is wrong by more is not believed.
const OLDEST_COPY_DAYS = 30;
const OLDEST_FORWARD_DAYS = 366;

/**
 * What a member's mail tells of. Addressed to others too, it is a copy of what they wrote. To us alone, it is about the message that it
 * carries or quotes. `isOurs` knows our addresses and those of the members. Null where nobody else is named.
 */
export function toldBy(
  mail: IncomingMail,
  isOurs: (address: string) => boolean,
  { now, timeZone }: { now: Date; timeZone: string },
): Told | null {
  const copied = namedIn({ to: mail.to, cc: mail.cc }, isOurs);
  if (copied.length > 0)
    return { byMember: true, named: copied, writtenAt: believed(mail.date, now, OLDEST_COPY_DAYS) };
  const inside = mail.carries ?? forwardedWords(mail.text, timeZone);
  if (!inside?.from) return null;
  const byMember = isOurs(inside.from.address);
  const named = namedIn({ from: byMember ? [] : [inside.from], to: inside.to, cc: inside.cc }, isOurs);
  const sentOn = believed(mail.date, now, OLDEST_COPY_DAYS);
  const writtenAt = inside.date ? believed(inside.date, sentOn, OLDEST_FORWARD_DAYS) : sentOn;
  return named.length > 0 ? { byMember, named, writtenAt } : null;
}

/** Sent by a machine or a list: nothing is done about it, whoever it names. */
export function whyNotRead({ nature }: IncomingMail): Why | null {
  return nature === "personal" ? null : nature;
}

/** Who has to be heard before anything is done with mail that came to their address. */
export function whyAsked(mail: IncomingMail, memberEmail: string): Why | null {
  if (mail.from?.address !== memberEmail.toLowerCase()) return "not-yours";
  return mail.isProven === true ? null : "not-proven";
}

/** Those from whom a contact in writing is known: whom we wrote to, or who wrote to us. The rest were only named. */
export function inContact({ byMember }: Pick<Told, "byMember">, { role }: Pick<Named, "role">): boolean {
  return byMember || role === "from";
}

function namedIn(
  said: Partial<Record<Role, readonly MailName[]>>,
  isOurs: (address: string) => boolean,
): Named[] {
  const all = ROLES.flatMap((role) =>
    (said[role] ?? []).map(({ name, address }) => ({ role, name, address })),
  );
  const seen = new Set<string>();
  const others = all.filter(({ address }) => !isOurs(address) && !seen.has(address) && seen.add(address));
  return others.slice(0, MOST_NAMED);
}

/** The message's own date where it can be; else when it came. */
function believed(date: Date | null, came: Date, days: number): Date {
  const age = date ? came.getTime() - date.getTime() : -1;
  return date && age >= 0 && age <= days * DAY_MS ? date : came;
}
