import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PeopleTables } from "./people-tables.ts";
import { AUTHOR } from "./protection-store.ts";
import type { Author, Preference } from "./protection.ts";
import type { BuyingRole, MetHow } from "./standing.ts";

/** A fact that can be taken back, and by whom it was written down. */
export interface WordRow {
  id: string;
  personId: string;
  day: Day;
  by: Author | null;
  takenBack: boolean;
}

interface Written {
  id: string;
  personId: string;
  byId: string;
  at: Date;
}

export async function insertRightWord(
  tx: Tx,
  word: Written & { earned: boolean; words: string | null; day: Day },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("right_word")
    .values({
      ...writtenBy(tx, word),
      earned: word.earned,
      words: word.words,
      day: word.day,
    })
    .execute();
}

export async function findRightWord(
  tx: Tx,
  id: string,
): Promise<(WordRow & { earned: boolean; words: string | null }) | null> {
  const { rows } = await sql<WordRow & { earned: boolean; words: string | null }>`
    select f.id, f.person_id as "personId", f.day, f.earned, f.words, f.taken_back_at is not null as "takenBack", ${AUTHOR} as by
      from right_word f left join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** `taken` null: it stands again. */
export async function takeBackRightRow(
  tx: Tx,
  id: string,
  taken: { at: Date; by: string } | null,
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("right_word")
    .set({ taken_back_at: taken?.at ?? null, taken_back_by: taken?.by ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function insertRole(
  tx: Tx,
  said: Written & { role: BuyingRole | null; since: Day },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("buying_role")
    .values({ ...writtenBy(tx, said), role: said.role, since: said.since })
    .execute();
}

export async function takeBackRoleRow(tx: Tx, id: string, taken: { at: Date; by: string }): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("buying_role")
    .set({ taken_back_at: taken.at, taken_back_by: taken.by })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function findMet(
  tx: Tx,
  id: string,
): Promise<(WordRow & { how: MetHow; becauseId: string | null }) | null> {
  const { rows } = await sql<WordRow & { how: MetHow; becauseId: string | null }>`
    select f.id, f.person_id as "personId", f.day, f.how, f.because_id as "becauseId",
           f.taken_back_at is not null as "takenBack", ${AUTHOR} as by
      from person_met f left join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function insertPreference(tx: Tx, wish: Written & Preference & { day: Day }): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("source_preference")
    .values({
      ...writtenBy(tx, wish),
      channel: wish.channel,
      most_per_quarter: wish.mostPerQuarter,
      best_weekday: wish.bestWeekday,
      approver_id: wish.approver?.id ?? null,
      note: wish.note,
      day: wish.day,
    })
    .execute();
}

function writtenBy(tx: Tx, written: Written) {
  return {
    workspace_id: tx.workspaceId,
    id: written.id,
    person_id: written.personId,
    by_id: written.byId,
    at: written.at,
    taken_back_at: null,
    taken_back_by: null,
  };
}
