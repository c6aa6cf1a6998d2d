import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** As many answers in the sums as members who gave one, and every order adds up to the same. */
export const pollChecks: readonly Check[] = [
  {
    name: "sums of polls against who answered",
    mistakes: async (tx) => {
      const w = tx.workspaceId;
      const { rows } = await sql<{ what: string }>`
        select 'the sums of the poll ' || u.poll_id || ' hold another number of answers than members gave' as what
          from poll_urn u
         where u.workspace_id = ${w}
           and u.answers <> (select count(*) from poll_voter v where v.workspace_id = ${w} and v.poll_id = u.poll_id)
        union all
        select 'the ranks of the poll ' || u.poll_id || ' do not add up'
          from poll_urn u
         where u.workspace_id = ${w}
           and ((select sum(s) from unnest(u.rank_sums) as s) <> 15 * u.answers
             or (select sum(s) from unnest(u.rank_squares) as s) <> 55 * u.answers)
        union all
        select 'the poll ' || p.id || ' was taken back, and somebody had answered'
          from poll p join poll_urn u on u.workspace_id = p.workspace_id and u.poll_id = p.id
         where p.workspace_id = ${w} and p.taken_back_at is not null and u.answers > 0
         limit 100`.execute(tx.tables());
      return rows.map(({ what }) => what);
    },
  },
];
