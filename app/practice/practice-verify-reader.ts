import { sql } from "kysely";
import { mistakesInCounting, type Check } from "#lib/storage/verify.ts";

/** Rehearsals as this room keeps them, against what is counted; and that whoever held one scored it. */
export const practiceChecks: readonly Check[] = [
  {
    name: "rehearsals against the journal",
    mistakes: (tx) =>
      mistakesInCounting(
        tx,
        "practice-session",
        ["practice-sessions"],
        sql`
          select id as subject_id, 'practice-sessions' as measure, day, member_id, 0::bigint as minor, null::text as currency
            from practice_session
           where workspace_id = ${tx.workspaceId} and taken_back_at is null`,
      ),
  },
  {
    name: "rehearsals against their scores",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select s.id from practice_session s
         where s.workspace_id = ${tx.workspaceId} and s.taken_back_at is null
           and not exists (
             select from practice_score c
              where c.workspace_id = s.workspace_id and c.session_id = s.id and c.scorer_id = s.member_id and c.kept is not null)
         limit 100`.execute(tx.tables());
      return rows.map(({ id }) => `the practice session ${id} counts, and whoever held it has not scored it`);
    },
  },
];
