import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** What this member, and nobody else, wrote about any of these ids. */
export async function findPrivateNote(
  tx: Tx,
  memberId: string,
  aboutIds: readonly string[],
): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select text from private_note
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and about_id = any(${aboutIds}::uuid[])
     order by at`.execute(tx.tables());
  return rows.map((row) => row.text).join("\n\n");
}

/** One note for all these ids, kept under the first; an empty one is no note. */
export async function writePrivateNote(
  tx: Tx,
  note: { memberId: string; aboutIds: readonly string[]; text: string; at: Date },
): Promise<void> {
  await sql`
    with gone as (
      delete from private_note
       where workspace_id = ${tx.workspaceId} and member_id = ${note.memberId} and about_id = any(${note.aboutIds.slice(1)}::uuid[])
    )
    insert into private_note (workspace_id, about_id, member_id, text, at)
    select ${tx.workspaceId}::uuid, ${note.aboutIds[0]}::uuid, ${note.memberId}::uuid, ${note.text}::text, ${note.at}::timestamptz
        on conflict (workspace_id, about_id, member_id) do update set text = excluded.text, at = excluded.at`.execute(
    tx.tables(),
  );
}
