import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** What was noticed in calendars, against what came of it. */
export const calendarChecks: readonly Check[] = [
  {
    name: "events noticed against what came of them",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select n.id
          from noticed_event n
          join person np on np.workspace_id = n.workspace_id and np.id = n.person_id
          left join meeting m on m.workspace_id = n.workspace_id and m.id = n.meeting_id
          left join touch t on t.workspace_id = n.workspace_id and t.id = n.touch_id
          left join person fp on fp.workspace_id = n.workspace_id and fp.id = coalesce(m.person_id, t.person_id)
         where n.workspace_id = ${tx.workspaceId} and n.refused_at is null
           and (n.became <> 'known' and fp.kept_id is distinct from np.kept_id
                or t.id is not null and t.taken_back_at is null and (t.member_id, t.day) is distinct from (n.member_id, n.day))
         limit 100`.execute(tx.tables());
      return rows.map(({ id }) => `what was noticed as ${id} and what came of it do not agree`);
    },
  },
];
