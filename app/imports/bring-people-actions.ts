import { setImmediate as nextTurn } from "node:timers/promises";
import { addPeopleInBulk, updatePeopleInBulk } from "#people/imported-person-actions.ts";
import { personKeys } from "#people/likeness.ts";
import { cleanPerson, type PersonFacts } from "#people/person.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { badRow, subjectsOf } from "./bring-accounts-actions.ts";
import {
  bringBatch,
  type Course,
  type Craft,
  memberFor,
  orReason,
  type Reading,
  rowId,
} from "./bring-actions.ts";
import { addCompanies, type Company, findCompanies } from "./company-actions.ts";
import type { RowFate } from "./import-row-store.ts";
import { peopleById, personIdsByKey } from "./known-reader.ts";
import type { PersonRecord, Remark } from "./records.ts";
import { keysInFile, samePerson, type Someone } from "./same-person.ts";

/** `company`: the name of the account that `accountId` is, or will be. */
interface KnownFacts extends PersonFacts {
  company: string | null;
}

interface PersonReading extends Reading<KnownFacts> {
  company: Company | null;
  recordKeys: string[];
  /** What the person's origin says. */
  detail: string;
}

/** Rows of people: found by the other system's id, else by e-mail, phone, LinkedIn page or name at the same company. */
export async function bringPeople(
  tx: Tx,
  course: Course,
  rows: readonly { line: number; record: PersonRecord; notes: Remark[] }[],
): Promise<RowFate[]> {
  const named = rows.map(({ record }) => ({
    name: record.companyName,
    externalId: record.companyExternalId,
  }));
  // While the companies are looked for.
  const [companies, cleaned] = await Promise.all([
    findCompanies(tx, course, named),
    nextTurn().then(() => rows.map(({ record }) => orReason(() => cleanRecord(course, record)))),
  ]);
  const bad: RowFate[] = [];
  const readings = rows.flatMap((row, at) => {
    const read = cleaned[at]!;
    if ("made" in read) return [readingOf(course, row, read.made, companies[at] ?? null)];
    bad.push(badRow(row.line, row.record.fullName, read.refused));
    return [];
  });
  return [...bad, ...(await bringBatch(tx, course, craftFor(course), readings))];
}

function cleanRecord(course: Course, record: PersonRecord): PersonFacts {
  const holderId = memberFor(course, record.owner)?.id ?? null;
  return cleanPerson(
    {
      fullName: record.fullName,
      givenName: record.given || null,
      familyName: record.family || null,
      title: record.title,
      emails: record.emails,
      phones: record.phones,
      linkedinUrl: record.linkedin,
      city: record.city,
      country: record.country,
      note: record.notes,
      holderId,
    },
    course.country,
  );
}

function readingOf(
  course: Course,
  { line, record, notes }: { line: number; record: PersonRecord; notes: Remark[] },
  clean: PersonFacts,
  company: Company | null,
): PersonReading {
  const { accountId: _, ...said } = clean;
  const someone = someoneOf({ ...clean, company: company?.name ?? null });
  const own = record.externalId;
  return {
    line,
    title: company ? `${clean.fullName}, ${company.name}` : clean.fullName,
    externalId:
      own ?? rowId([clean.fullName, clean.emails, clean.phones, clean.linkedinUrl, record.companyName]),
    isOwnId: own !== null,
    keys: own === null ? keysInFile(someone) : [],
    says: { ...said, company: company?.name ?? null },
    fresh: { ...clean, holderId: clean.holderId ?? course.actor.member.id, company: company?.name ?? null },
    notes,
    company,
    recordKeys: personKeys({ ...clean, accountName: company?.name ?? null }, course.country),
    detail: record.connectedDay ? `${course.fileName}, connected on ${record.connectedDay}` : course.fileName,
  };
}

function craftFor(course: Course): Craft<KnownFacts, PersonReading> {
  const came = { importId: course.importId, country: course.country };
  return {
    kind: "person",
    empties: {},
    words: {
      fullName: "name",
      title: "title",
      company: "company",
      emails: "e-mail",
      phones: "phone",
      linkedinUrl: "LinkedIn page",
      city: "city",
      country: "country",
      note: "note",
      holderId: "relationship holder",
    },
    async alike(tx, readings) {
      const found = await personIdsByKey(tx, [...new Set(readings.flatMap(({ recordKeys }) => recordKeys))]);
      const byKey = new Map<string, string[]>();
      for (const { key, id } of found) byKey.set(key, [...(byKey.get(key) ?? []), id]);
      return new Map(
        readings.map(({ line, recordKeys }) => {
          const shared = recordKeys.flatMap((key) => byKey.get(key) ?? []);
          const times = new Map<string, number>();
          for (const id of shared) times.set(id, (times.get(id) ?? 0) + 1);
          return [line, [...times].toSorted((a, b) => b[1] - a[1]).map(([id]) => id)];
        }),
      );
    },
    async known(tx, ids, hold) {
      const people = await peopleById(tx, ids, hold);
      return new Map(
        [...people].map(([id, { accountName, ...facts }]) => [id, { ...facts, company: accountName }]),
      );
    },
    fits(reading, known) {
      const theirs = new Set(personKeys({ ...known, accountName: known.company }, course.country));
      const shared = reading.recordKeys.filter((key) => theirs.has(key));
      return samePerson(someoneOf(reading.fresh), someoneOf(known), shared);
    },
    settle(reading, known, facts, changes) {
      if (known && changes["company"]) {
        facts.accountId = reading.company?.id ?? null;
        changes["accountId"] = { was: known.accountId, is: facts.accountId };
      }
      return null;
    },
    async prepare(tx, decisions) {
      const settled = decisions.filter(({ action, changes }) => action === "create" || changes["company"]);
      const names = new Set(settled.map(({ facts }) => facts.company));
      const companies = decisions.flatMap(({ reading }) =>
        reading.company && names.has(reading.company.name) ? [reading.company] : [],
      );
      const fates = await addCompanies(tx, course, companies);
      const byName = new Map(companies.map((company) => [company.name, company]));
      for (const { facts, changes, reading } of settled) {
        if (facts.company === null) continue;
        const own = reading.company?.name === facts.company ? reading.company : byName.get(facts.company);
        facts.accountId = own?.id ?? null;
        if (changes["accountId"]) changes["accountId"].is = facts.accountId;
      }
      return fates;
    },
    async create(tx, decisions) {
      const people = decisions.map(({ facts: whole, reading }) => {
        const { company, ...facts } = whole;
        return {
          id: newId(course.actor.now),
          facts,
          accountName: company,
          // What later rows added may be filed under more keys.
          keys: whole === reading.fresh ? reading.recordKeys : undefined,
          detail: reading.detail,
        };
      });
      await course.underway.send(addPeopleInBulk(tx, course.actor, people, came));
      return people.map(({ id }) => id);
    },
    async update(tx, decisions, known) {
      const movers = new Set(subjectsOf(decisions.filter(({ changes }) => changes["company"])));
      const people = subjectsOf(decisions).map((id) => {
        const { company, ...facts } = known.get(id) as KnownFacts;
        return { id, facts, accountName: company };
      });
      const moved = await updatePeopleInBulk(tx, course.actor, people, movers, course.country);
      for (const decision of decisions) {
        const { subjectId, changes, before } = decision;
        const move = changes["company"] && subjectId ? moved.get(subjectId) : undefined;
        if (move) before.moved = move;
      }
    },
  };
}

function someoneOf(
  facts: Pick<KnownFacts, "fullName" | "emails" | "phones" | "linkedinUrl" | "company">,
): Someone {
  const { fullName, emails, phones, linkedinUrl, company } = facts;
  return { fullName, emails, phones, linkedinUrl, companyName: company };
}
