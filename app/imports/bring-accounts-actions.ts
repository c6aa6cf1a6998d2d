import { accountKey, domainOf } from "#accounts/account-key.ts";
import { type AccountFacts, cleanAccount, NOTHING_KNOWN } from "#accounts/account.ts";
import { addAccountsInBulk, updateAccountsInBulk } from "#accounts/imported-account-actions.ts";
import type { Day } from "#lib/kernel/days.ts";
import { fold } from "#lib/kernel/fold.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  bringBatch,
  type Course,
  type Craft,
  type Decision,
  memberFor,
  orReason,
  type Reading,
  rowId,
} from "./bring-actions.ts";
import type { RowFate } from "./import-row-store.ts";
import { accountIdsLike, accountsById } from "./known-reader.ts";
import type { AccountRecord, Remark } from "./records.ts";

interface KnownFacts extends AccountFacts {
  clientSince: Day | null;
}

interface AccountReading extends Reading<KnownFacts> {
  nameKey: string;
  domain: string | null;
}

/** Rows of accounts: found by the other system's id, else by name, or by website when the name begins alike. */
export async function bringAccounts(
  tx: Tx,
  course: Course,
  rows: readonly { line: number; record: AccountRecord; notes: Remark[] }[],
): Promise<RowFate[]> {
  const bad: RowFate[] = [];
  const readings = rows.flatMap(({ line, record, notes }) => {
    const read = orReason(() => readingOf(course, line, record, notes));
    if ("made" in read) return [read.made];
    bad.push(badRow(line, record.name, read.refused));
    return [];
  });
  return [...bad, ...(await bringBatch(tx, course, craftFor(course), readings))];
}

export function badRow(line: number, title: string | null, reason: string): RowFate {
  return { line, action: "bad", reason, title, subjectKind: null, subjectId: null, before: null };
}

function readingOf(course: Course, line: number, record: AccountRecord, notes: Remark[]): AccountReading {
  const holderId = memberFor(course, record.owner)?.id ?? null;
  const clean = cleanAccount({
    ...NOTHING_KNOWN,
    name: record.name,
    industry: record.industry,
    employees: record.employees,
    website: record.website,
    phone: record.phone,
    city: record.city,
    country: record.country,
    note: noteOf(record),
    holderId,
  });
  const { kind: _, ...said } = clean;
  const says: Partial<KnownFacts> = record.accountKind ? { ...said, kind: record.accountKind } : said;
  const nameKey = accountKey(clean.name);
  const domain = clean.website ? domainOf(clean.website) : null;
  const own = record.externalId;
  return {
    line,
    title: clean.name,
    externalId: own ?? rowId([clean.name, clean.website, clean.city]),
    isOwnId: own !== null,
    // Of things with ids, the other system knows which are the same.
    keys: own === null ? [`n:${nameKey}|${fold(clean.city ?? "")}|${domain ?? ""}`] : [],
    says,
    fresh: {
      ...clean,
      kind: record.accountKind ?? "prospect",
      holderId: holderId ?? course.actor.member.id,
      clientSince: null,
    },
    notes,
    nameKey,
    domain,
  };
}

/** What an account has no field for stands in its note. */
function noteOf(record: AccountRecord): string | null {
  const place = [record.street, record.postalCode, record.region].filter((part) => part !== null);
  const lines = [
    record.description,
    place.length > 0 ? `Address: ${place.join(", ").replaceAll(/\s*\n\s*/g, ", ")}` : null,
  ];
  return lines.filter((line) => line !== null).join("\n") || null;
}

function craftFor(course: Course): Craft<KnownFacts, AccountReading> {
  return {
    kind: "account",
    empties: { kind: "prospect" },
    words: {
      name: "name",
      kind: "kind",
      industry: "industry",
      employees: "employees",
      website: "website",
      phone: "phone",
      city: "city",
      country: "country",
      note: "note",
      holderId: "relationship holder",
    },
    async alike(tx, readings) {
      const domains = [...new Set(readings.flatMap(({ domain }) => domain ?? []))];
      const found = await accountIdsLike(tx, [...new Set(readings.map(({ nameKey }) => nameKey))], domains);
      const by = (which: "nameKey" | "domain", value: string | null) =>
        value === null ? [] : (groups[which].get(value) ?? []);
      const groups = { nameKey: groupBy(found, "nameKey"), domain: groupBy(found, "domain") };
      return new Map(
        readings.map(({ line, nameKey, domain }) => {
          const named = by("nameKey", nameKey);
          const at = by("domain", domain);
          const both = named.filter((id) => at.includes(id));
          return [line, [...new Set([...both, ...named, ...at])]];
        }),
      );
    },
    known: (tx, ids, hold) => accountsById(tx, ids, hold),
    fits(reading, known) {
      const theirDomain = known.website ? domainOf(known.website) : null;
      const domainsDiffer = reading.domain !== null && theirDomain !== null && reading.domain !== theirDomain;
      const theirKey = accountKey(known.name);
      if (theirKey === reading.nameKey) return !domainsDiffer;
      const [short, long] = [theirKey, reading.nameKey].toSorted((a, b) => a.length - b.length) as [
        string,
        string,
      ];
      return reading.domain !== null && reading.domain === theirDomain && long.startsWith(`${short} `);
    },
    async create(tx, decisions) {
      const accounts = decisions.map(({ facts: { clientSince, ...facts } }) => ({
        id: newId(course.actor.now),
        facts: onlyFacts(facts),
        clientSince,
      }));
      await course.underway.send(addAccountsInBulk(tx, course.actor, accounts));
      return accounts.map(({ id }) => id);
    },
    async update(tx, decisions, known) {
      const ids = subjectsOf(decisions);
      const accounts = ids.map((id) => {
        const { clientSince, ...facts } = known.get(id) as KnownFacts;
        return { id, facts: onlyFacts(facts), clientSince };
      });
      const renamed = decisions.flatMap(({ changes, subjectId }) =>
        changes["name"] && subjectId ? [subjectId] : [],
      );
      await updateAccountsInBulk(tx, course.actor, accounts, [...new Set(renamed)]);
    },
  };
}

export function onlyFacts(facts: AccountFacts): AccountFacts {
  const { name, kind, industry, employees, website, phone, city, country, note, holderId } = facts;
  return { name, kind, industry, employees, website, phone, city, country, note, holderId };
}

/** Each once: several rows may have changed the same. */
export function subjectsOf(
  decisions: readonly Pick<Decision<object, Reading<object>>, "subjectId">[],
): string[] {
  return [...new Set(decisions.flatMap(({ subjectId }) => subjectId ?? []))];
}

function groupBy(
  found: readonly { nameKey: string | null; domain: string | null; id: string }[],
  which: "nameKey" | "domain",
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const one of found) {
    const value = one[which];
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), one.id]);
  }
  return groups;
}
