import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

const MOST = 100;

/** What must hold of the pages of sources besides what the database itself holds them to. */
export const sharingChecks: readonly Check[] = [
  {
    name: "pages of sources against the journal",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; verb: string; stands: boolean }>`
        with told as (
          select j.subject_id as id, j.verb from journal j
           where j.workspace_id = ${tx.workspaceId} and j.subject_kind = 'shared-page' and j.undoes is null
             and j.verb in ('shared-page.made', 'shared-page.asks-first', 'shared-page.withdrawn', 'shared-page.answered')
             and not exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)
        ), kept as (
          select p.id, said.verb
            from shared_page p
            cross join lateral (values
              ('shared-page.made', p.kind = 'source'), ('shared-page.asks-first', p.kind = 'contact'),
              ('shared-page.withdrawn', p.withdrawn_at is not null)) as said (verb, holds)
           where p.workspace_id = ${tx.workspaceId} and said.holds
          union all
          select a.id, 'shared-page.answered' from shared_answer a
           where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and a.answer <> 'declined'
        )
        select coalesce(k.id, t.id) as id, coalesce(k.verb, t.verb) as verb, k.id is not null as stands
          from kept k full join told t on t.id = k.id and t.verb = k.verb
         where k.id is null or t.id is null
         order by 1, 2 limit ${MOST}`.execute(tx.tables());
      return rows.map(({ id, verb, stands }) =>
        stands
          ? `${id} says "${verb}" of itself, and the journal does not`
          : `${id} has "${verb}" in the journal, and not in its own record`,
      );
    },
  },
  {
    name: "answers on pages against what they brought about",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; answer: string }>`
        select a.id, a.answer
          from shared_answer a
         where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and a.trouble is null
           and ((a.answer in ('introduced', 'agreed') and num_nonnulls(a.referral_id, a.raised_id) <> 1)
             or (a.answer = 'never' and a.stop_id is null) or (a.answer = 'not-them' and a.no_go_id is null)
             or (a.answer = 'declined' and num_nonnulls(a.referral_id, a.raised_id, a.conversation_id, a.stop_id, a.no_go_id) > 0))
         order by 1 limit ${MOST}`.execute(tx.tables());
      return rows.map(({ id, answer }) => `the answer "${answer}" ${id} has not brought about what it says`);
    },
  },
];
