import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { emailKey } from "#lib/kernel/email-address.ts";
import { linkedinKey } from "./person-key.ts";
import { fullName, splitName } from "./person-name.ts";
import { phoneKey } from "#lib/kernel/phone-key.ts";

/** What we know of somebody; empty texts count as not known. Title and account are those of the current position. */
export interface PersonFacts {
  fullName: string;
  givenName: string | null;
  familyName: string | null;
  title: string | null;
  accountId: string | null;
  /** In lower case, the one to use first. */
  emails: string[];
  /** In E.164 when they could be read, otherwise as typed; an extension stands behind ";ext=". */
  phones: string[];
  linkedinUrl: string | null;
  city: string | null;
  country: string | null;
  note: string | null;
  /** The relationship holder: a member. */
  holderId: string | null;
}

const LONGEST = {
  fullName: 200,
  givenName: 120,
  familyName: 120,
  title: 200,
  city: 120,
  country: 120,
  note: 10_000,
} as const;
const MOST_WAYS = 20;

/**
 * Facts as they are kept, from what was typed: trimmed, each e-mail and phone once, the name split or put together.
 * `country` (ISO) is where phone numbers without a country code are dialled. Throws Problem invalid naming the field.
 */
export function cleanPerson(said: Partial<PersonFacts>, country: string | null): PersonFacts {
  const text = (field: keyof typeof LONGEST) => cleanText(oneBlank(said[field]), LONGEST[field], field);
  return {
    ...cleanName(text("fullName"), text("givenName"), text("familyName")),
    title: text("title"),
    accountId: said.accountId ?? null,
    emails: cleanEmails(said.emails ?? []),
    phones: cleanPhones(said.phones ?? [], country),
    linkedinUrl: cleanLinkedin(said.linkedinUrl ?? null),
    city: text("city"),
    country: text("country"),
    note: text("note"),
    holderId: said.holderId ?? null,
  };
}

/** Facts with some of them changed. A new full name is split anew; new parts make a new full name. */
export function withChanges(
  before: PersonFacts,
  said: Partial<PersonFacts>,
  country: string | null,
): PersonFacts {
  const parts = said.givenName !== undefined || said.familyName !== undefined;
  const renamed = said.fullName !== undefined && said.fullName?.trim() !== before.fullName;
  const name =
    parts && !renamed ? { fullName: "" } : renamed && !parts ? { givenName: null, familyName: null } : {};
  return cleanPerson({ ...before, ...said, ...name }, country);
}

/** Text as pasted lists bring it: each run of blanks is one. */
function oneBlank(text: string | null | undefined): string | null | undefined {
  return text?.replaceAll(/[^\S\n]+/g, " ");
}

function cleanName(whole: string | null, given: string | null, family: string | null) {
  if (given || family) {
    const together = whole ?? fullName({ given: given ?? "", family: family ?? "" });
    return { fullName: together, givenName: given, familyName: family };
  }
  if (whole === null) throw invalid("a person needs a name", "fullName");
  const split = splitName(whole);
  const turned = whole.includes(",") && split.family !== "" ? fullName(split) : whole;
  const firsts = [split.given, split.middle].filter(Boolean).join(" ");
  return { fullName: turned, givenName: firsts || null, familyName: split.family || null };
}

function cleanEmails(emails: readonly string[]): string[] {
  const clean = emails
    .filter((email) => email.trim() !== "")
    .map((email) => {
      const key = emailKey(email);
      if (key === null) throw invalid(`"${email.trim().slice(0, 80)}" is not an e-mail address`, "emails");
      return key;
    });
  return onceEach(clean, "emails");
}

function cleanPhones(phones: readonly string[], country: string | null): string[] {
  const clean = phones
    .map((phone) => cleanText(oneBlank(phone), 60, "phones"))
    .filter((phone) => phone !== null);
  return onceEach(
    clean.map((phone) => phoneKey(phone, country ?? undefined) ?? phone),
    "phones",
  );
}

function onceEach(values: readonly string[], field: string): string[] {
  const once = [...new Set(values)];
  if (once.length > MOST_WAYS) throw invalid(`at most ${MOST_WAYS}`, field);
  return once;
}

function cleanLinkedin(url: string | null): string | null {
  if (!url?.trim()) return null;
  const key = linkedinKey(
    url.includes("linkedin.") ? url : `linkedin.com/in/${url.trim().replace(/^@/, "")}`,
  );
  if (key === null || key.length > 200)
    throw invalid("not the address of a LinkedIn page, such as linkedin.com/in/ann-lee", "linkedinUrl");
  return `https://www.linkedin.com/${encodeURI(key)}`;
}
