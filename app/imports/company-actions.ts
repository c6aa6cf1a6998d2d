import { accountKey } from "#accounts/account-key.ts";
import { cleanAccount, NOTHING_KNOWN } from "#accounts/account.ts";
import { addAccountsInBulk } from "#accounts/imported-account-actions.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Course } from "./bring-actions.ts";
import { joinIds, type RowFate } from "./import-row-store.ts";
import { accountIdsLike, accountsById, jointsOf } from "./known-reader.ts";

/** A company as a row names it. */
export interface NamedCompany {
  name: string | null;
  externalId: string | null;
}

/** The account it is; without an id when it is still to be added. */
export interface Company {
  id: string | null;
  name: string;
  key: string;
  externalId: string | null;
}

/** In the order given: by the other system's id, then by name, whichever way it is spelled; null when nothing is named. */
export async function findCompanies(
  tx: Tx,
  course: Course,
  named: readonly NamedCompany[],
): Promise<(Company | null)[]> {
  const ids = [...new Set(named.flatMap(({ externalId }) => externalId ?? []))];
  const keys = [...new Set(named.flatMap(({ name }) => (name ? [accountKey(name)] : [])))];
  const joints = await jointsOf(tx, { system: course.system, kind: "account" }, ids);
  const alike = await accountIdsLike(tx, keys, []);
  const byKey = new Map<string, string>();
  for (const { nameKey, id } of alike) if (nameKey !== null && !byKey.has(nameKey)) byKey.set(nameKey, id);
  const wanted = [...new Set([...byKey.values(), ...[...joints.values()].map(({ subjectId }) => subjectId)])];
  const accounts = await accountsById(tx, wanted, false);
  return named.map(({ name, externalId }) => {
    const joint = externalId === null ? undefined : joints.get(externalId);
    const key = name === null ? null : accountKey(name);
    const id = joint && !joint.gone ? joint.subjectId : key === null ? undefined : byKey.get(key);
    const account = id === undefined ? undefined : accounts.get(id);
    if (account) return { id: account.id, name: account.name, key: account.nameKey, externalId };
    return name === null || key === null ? null : { id: null, name: name.trim(), key, externalId };
  });
}

/**
 * Adds those that are not here yet, each once, as prospects of the member who brings the file, and gives them their ids. In a
 * preview only counts them. Answers what to say of them.
 */
export async function addCompanies(
  tx: Tx,
  course: Course,
  companies: readonly Company[],
): Promise<RowFate[]> {
  const wanted = new Map<string, Company[]>();
  for (const company of companies) {
    if (company.id === null) wanted.set(company.key, [...(wanted.get(company.key) ?? []), company]);
  }
  const holderId = course.actor.member.id;
  const fresh = [...wanted].filter(([key]) => !course.namedAccounts.has(key));
  const added = fresh.map(([key, [first]]) => {
    course.namedAccounts.add(key);
    const { name, externalId } = first as Company;
    const facts = cleanAccount({ ...NOTHING_KNOWN, name: name.slice(0, 200), holderId });
    return {
      id: newId(course.actor.now),
      facts,
      clientSince: null,
      key,
      externalId,
      line: -course.namedAccounts.size,
    };
  });
  if (course.applies) {
    await course.underway.send(addAccountsInBulk(tx, course.actor, added));
    for (const { id, key } of added) for (const company of wanted.get(key) ?? []) company.id = id;
    const whose = { system: course.system, kind: "account" as const, importId: course.importId };
    const joined = added.flatMap(({ id, externalId, facts }) =>
      externalId === null ? [] : [{ externalId, subjectId: id, said: { name: facts.name } }],
    );
    const once = [...new Map(joined.map((each) => [each.externalId, each])).values()];
    await course.underway.send(joinIds(tx, whose, once));
  }
  return added.map(({ id, facts, line }) => ({
    line,
    action: "create",
    reason: "an account that rows of this file name",
    title: facts.name,
    subjectKind: "account",
    subjectId: course.applies ? id : null,
    before: null,
  }));
}
