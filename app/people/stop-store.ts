import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PeopleTables } from "./people-tables.ts";
import { AUTHOR } from "./protection-store.ts";
import type { Author, WhyNot } from "./protection.ts";

/** What somebody said of a source, as far as ending it asks. */
export interface SaidRow {
  id: string;
  personId: string;
  day: Day;
  at: Date;
  by: Author;
  liftedOn: Day | null;
  takenBack: boolean;
}

/** How it ended: lifted as of a day, or taken back as a mistake; null: it has not. */
export type Ending = { liftedOn: Day; by: string } | { takenBackAt: Date; by: string } | null;

export async function insertDoNotAsk(
  tx: Tx,
  said: {
    id: string;
    personId: string;
    why: WhyNot;
    words: string | null;
    day: Day;
    byId: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("do_not_ask")
    .values({
      workspace_id: tx.workspaceId,
      id: said.id,
      person_id: said.personId,
      why: said.why,
      words: said.words,
      day: said.day,
      by_id: said.byId,
      at: said.at,
      ...ended(null),
    })
    .execute();
}

export async function findDoNotAsk(tx: Tx, id: string): Promise<(SaidRow & { why: WhyNot }) | null> {
  const { rows } = await sql<SaidRow & { why: WhyNot }>`
    select f.id, f.person_id as "personId", f.why, f.day, f.at, f.lifted_on as "liftedOn",
           f.taken_back_at is not null as "takenBack",
           ${AUTHOR} as by
      from do_not_ask f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function endDoNotAsk(tx: Tx, id: string, ending: Ending): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("do_not_ask")
    .set(ended(ending))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function insertNoGo(
  tx: Tx,
  said: {
    id: string;
    personId: string;
    offAccountId: string | null;
    offPersonId: string | null;
    topic: string | null;
    words: string | null;
    day: Day;
    byId: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("no_go")
    .values({
      workspace_id: tx.workspaceId,
      id: said.id,
      person_id: said.personId,
      off_account_id: said.offAccountId,
      off_person_id: said.offPersonId,
      topic: said.topic,
      words: said.words,
      day: said.day,
      by_id: said.byId,
      at: said.at,
      ...ended(null),
    })
    .execute();
}

type NoGoRow = SaidRow & { offAccountId: string | null; offPersonId: string | null; topic: string | null };

export async function findNoGo(tx: Tx, id: string): Promise<NoGoRow | null> {
  const { rows } = await sql<NoGoRow>`
    select f.id, f.person_id as "personId", f.off_account_id as "offAccountId", f.off_person_id as "offPersonId", f.topic,
           f.day, f.at, f.lifted_on as "liftedOn", f.taken_back_at is not null as "takenBack",
           ${AUTHOR} as by
      from no_go f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function endNoGo(tx: Tx, id: string, ending: Ending): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("no_go")
    .set(ended(ending))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function ended(ending: Ending) {
  const lifted = ending !== null && "liftedOn" in ending ? ending : null;
  const taken = ending !== null && "takenBackAt" in ending ? ending : null;
  return {
    lifted_on: lifted?.liftedOn ?? null,
    lifted_by: lifted?.by ?? null,
    taken_back_at: taken?.takenBackAt ?? null,
    taken_back_by: taken?.by ?? null,
  };
}
