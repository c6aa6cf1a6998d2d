import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { emailKey } from "#lib/kernel/email-address.ts";

/** Whose address it is, as far as one person here has it; or whether a member's. */
export async function whoWrites(
  tx: Tx,
  address: string,
): Promise<{ isMember: boolean; personId: string | null; personName: string | null }> {
  const email = emailKey(address);
  if (email === null) return { isMember: false, personId: null, personName: null };
  const { rows } = await sql<{ isMember: boolean; ids: string[]; names: string[] }>`
    with them as (
      select distinct p.id, p.full_name
        from person_key k
        join person q on q.workspace_id = k.workspace_id and q.id = k.person_id
        join person p on p.workspace_id = q.workspace_id and p.id = q.kept_id and p.removed_at is null
       where k.workspace_id = ${tx.workspaceId} and k.key = ${`e:${email}`}
    )
    select exists (select from member where workspace_id = ${tx.workspaceId} and lower(email) = ${email} and left_at is null) as "isMember",
           array(select id from them) as ids, array(select full_name from them) as names`.execute(
    tx.tables(),
  );
  const { isMember = false, ids = [], names = [] } = rows[0] ?? {};
  const alone = ids.length === 1;
  return {
    isMember,
    personId: alone ? (ids[0] ?? null) : null,
    personName: alone ? (names[0] ?? null) : null,
  };
}
