import { accountKey } from "#accounts/account-key.ts";
import { emailKey } from "#lib/kernel/email-address.ts";
import { linkedinKey, personNameKey } from "./person-key.ts";
import { phoneKey, phoneText } from "#lib/kernel/phone-key.ts";

/** What is known of somebody, as far as two records of one person can be recognised by it. */
export interface Recognisable {
  fullName: string;
  emails: readonly string[];
  phones: readonly string[];
  linkedinUrl: string | null;
  accountName: string | null;
}

/**
 * The keys under which a person is filed: "e:" mail, "p:" phone, "l:" LinkedIn page, "n:" name at company. Two people who share
 * one may be the same; see reasonsOf. `country` (ISO) is where phone numbers without a country code are dialled.
 */
export function personKeys(person: Recognisable, country: string | null): string[] {
  const emails = person.emails.map(emailKey).map((key) => key && `e:${key}`);
  const phones = person.phones
    .map((phone) => phoneKey(phone, country ?? undefined))
    .map((key) => key && `p:${key}`);
  const page = person.linkedinUrl && linkedinKey(person.linkedinUrl);
  const keys = [...emails, ...phones, page && `l:${page}`, nameKeyAt(person.fullName, person.accountName)];
  return [...new Set(keys.filter((key) => typeof key === "string" && key !== ""))] as string[];
}

/** "n:anna muller@hafen logistik"; null for a name of which nothing can be compared. */
export function nameKeyAt(fullName: string, accountName: string | null): string | null {
  const name = personNameKey(fullName);
  return name === "" ? null : `n:${name}@${accountName ? accountKey(accountName) : ""}`;
}

/**
 * Why two people who share these keys may be one, in words; empty when they hardly are: a switchboard's number and a shared
 * mailbox belong to many, so they count only for people whose names have a word in common.
 */
export function reasonsOf(keys: readonly string[], one: string, other: string): string[] {
  const named = nameInCommon(one, other);
  return keys.flatMap((key) => {
    const value = key.slice(2);
    if (key.startsWith("e:")) return named || !isSharedMailbox(value) ? [`same e-mail (${value})`] : [];
    if (key.startsWith("p:")) return named ? [`same phone (${phoneText(value)})`] : [];
    if (key.startsWith("l:")) return ["same LinkedIn page"];
    return [
      value.endsWith("@") ? "same name, and no company known of either" : "same name at the same company",
    ];
  });
}

/** One letter more, less, other or changed over with its neighbour; short names must be the same. */
export function isNearlySameName(one: string, other: string): boolean {
  const [a, b] = [personNameKey(one), personNameKey(other)];
  return a === b || (Math.min(a.length, b.length) >= 7 && isOneSlip(a, b));
}

function nameInCommon(one: string, other: string): boolean {
  const words = new Set(personNameKey(one).split(" "));
  return personNameKey(other)
    .split(" ")
    .some((word) => word !== "" && words.has(word));
}

function isSharedMailbox(email: string): boolean {
  return SHARED.has(email.split("@")[0]?.split("+")[0] ?? "");
}

function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}

const SHARED = new Set(
  "info office kontakt contact mail post hello hallo team sales vertrieb service support admin buchhaltung billing accounting hr jobs bewerbung einkauf marketing presse press reception empfang zentrale sekretariat welcome enquiries".split(
    " ",
  ),
);
