import { accountKey } from "#accounts/account-key.ts";
import { emailKey, linkedinKey, personNameKey } from "./person-key.ts";
import { phoneKey } from "./phone-key.ts";

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
  const name = personNameKey(person.fullName);
  const keys = [
    ...emails,
    ...phones,
    page && `l:${page}`,
    name && `n:${name}@${person.accountName ? accountKey(person.accountName) : ""}`,
  ];
  return [...new Set(keys.filter((key) => typeof key === "string" && key !== ""))] as string[];
}
