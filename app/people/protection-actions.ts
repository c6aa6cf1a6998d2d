import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { protectionOn, type Protection, type ProtectionHistory } from "./protection.ts";
import {
  listDoNotAsks,
  listIssuesAroundPeople,
  listIssuesOfPeople,
  listNoGos,
  listPreferences,
  recordsOfPeople,
  type SameRecord,
} from "./protection-store.ts";

/**
 * What protects one person on that day, of all records that stand for them, issues of their account included. `personIds`
 * are any ids of that one person. Whoever decides by it holds the person first.
 */
export async function protectionOf(tx: Tx, personIds: readonly string[], day: Day): Promise<Protection> {
  const records = await recordsOfPeople(tx, personIds);
  const histories = await historiesOf(tx, records);
  const all = [...histories.values()];
  return protectionOn(
    {
      doNotAsks: all.flatMap((each) => each.doNotAsks),
      issues: all.flatMap((each) => each.issues),
      preferences: all.flatMap((each) => each.preferences),
      noGos: all.flatMap((each) => each.noGos),
    },
    day,
  );
}

/** The same for many persons at once, by the ids asked for; unknown ids are missing. */
export async function protectionsOf(
  tx: Tx,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, Protection>> {
  const records = await recordsOfPeople(tx, personIds);
  const histories = await historiesOf(tx, records);
  const keptIds = new Map(records.map((record) => [record.id, record.keptId]));
  const protections = new Map([...histories].map(([id, history]) => [id, protectionOn(history, day)]));
  return new Map(
    personIds.flatMap((id) => {
      const protection = protections.get(keptIds.get(id) ?? "");
      return protection ? [[id, protection] as const] : [];
    }),
  );
}

/** By kept id. */
async function historiesOf(tx: Tx, records: readonly SameRecord[]): Promise<Map<string, ProtectionHistory>> {
  const ids = records.map((record) => record.id);
  const keptIds = [...new Set(records.map((record) => record.keptId))];
  const [doNotAsks, preferences, noGos, own, around] = await Promise.all([
    listDoNotAsks(tx, ids),
    listPreferences(tx, ids),
    listNoGos(tx, ids),
    listIssuesOfPeople(tx, ids),
    listIssuesAroundPeople(tx, keptIds),
  ]);
  const of = new Map(records.map((record) => [record.id, record.keptId]));
  const [stops, wishes, offs, troubles] = [
    Map.groupBy(doNotAsks, (each) => of.get(each.personId)),
    Map.groupBy(preferences, (each) => of.get(each.personId)),
    Map.groupBy(noGos, (each) => of.get(each.personId)),
    Map.groupBy(own, (each) => of.get(each.personId ?? "")),
  ];
  const atWork = Map.groupBy(around, (each) => each.concernsId);
  return new Map(
    keptIds.map((id) => [
      id,
      {
        doNotAsks: stops.get(id) ?? [],
        preferences: wishes.get(id) ?? [],
        noGos: offs.get(id) ?? [],
        issues: [...(troubles.get(id) ?? []), ...(atWork.get(id) ?? []).map(({ issue }) => issue)],
      },
    ]),
  );
}
