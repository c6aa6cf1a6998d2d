import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { Check } from "#lib/storage/verify.ts";

const MOST = 100;

/** What must hold of people and accounts besides what the database itself holds them to. */
export const peopleChecks: readonly Check[] = [
  {
    name: "merged people and accounts against the merges that stand",
    mistakes: async (tx) => [
      ...(await astray(tx, sql`person`, "person")),
      ...(await astray(tx, sql`account`, "account")),
    ],
  },
  {
    name: "where people work against their current positions",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select p.id
          from person p
          left join position c on c.workspace_id = p.workspace_id and c.person_id = p.id and c.until_day is null
         where p.workspace_id = ${tx.workspaceId}
           and (p.account_id is distinct from c.account_id or (c.id is not null and p.title is distinct from c.title))
         limit ${MOST}`.execute(tx.tables());
      return rows.map(({ id }) => `person ${id} is not where their current position says`);
    },
  },
];

/** Each merged one must point at the end of its line of standing merges, and nobody else may point anywhere. */
async function astray(tx: Tx, table: RawBuilder<unknown>, kind: "person" | "account"): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select merged_id as id, kept_id from merge
       where workspace_id = ${tx.workspaceId} and kind = ${kind} and undone_at is null
      union
      select line.id, m.kept_id from line join merge m on m.workspace_id = ${tx.workspaceId} and m.merged_id = line.kept_id
       where m.undone_at is null
    ), ended as (
      select line.id, line.kept_id from line
       where not exists (select from merge m where m.workspace_id = ${tx.workspaceId} and m.merged_id = line.kept_id and m.undone_at is null)
    )
    select t.id from ${table} t left join ended on ended.id = t.id
     where t.workspace_id = ${tx.workspaceId} and t.merged_into is distinct from ended.kept_id
     limit ${MOST}`.execute(tx.tables());
  return rows.map(({ id }) => `${kind} ${id} does not point where its merges say`);
}
