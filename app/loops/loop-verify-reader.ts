import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

const MOST = 100;

/** What must hold of duties besides what the database itself holds them to. */
export const loopChecks: readonly Check[] = [
  {
    name: "duties that were settled against the journal",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; stands: boolean }>`
        with told as (
          select distinct j.subject_id as id from journal j
           where j.workspace_id = ${tx.workspaceId} and j.subject_kind = 'duty' and j.undoes is null
             and j.verb in ('source.thanked', 'source.told', 'duty.let-go')
             and not exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)
        ), settled as (
          select id from duty_done where workspace_id = ${tx.workspaceId} and taken_back_at is null
        )
        select coalesce(s.id, t.id) as id, s.id is not null as stands
          from settled s full join told t on t.id = s.id
         where s.id is null or t.id is null
         order by 1 limit ${MOST}`.execute(tx.tables());
      return rows.map(({ id, stands }) =>
        stands
          ? `the duty ${id} is settled, and the journal does not say so`
          : `the duty ${id} is settled in the journal, and not in its own record`,
      );
    },
  },
  {
    name: "duties that are settled twice",
    mistakes: async (tx) => {
      const { rows } = await sql<{ referralId: string; kind: string; sourceId: string }>`
        select d.referral_id as "referralId", d.kind, s.kept_id as "sourceId"
          from duty_done d
          join person s on s.workspace_id = d.workspace_id and s.id = d.source_id
         where d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null
         -- A report may be told again after a meeting that came later, never twice at once.
         group by d.referral_id, d.kind, s.kept_id, case when d.kind = 'report' then d.at end having count(*) > 1
         order by 1, 2 limit ${MOST}`.execute(tx.tables());
      return rows.map(({ referralId, kind }) => `the introduction ${referralId} has "${kind}" settled twice`);
    },
  },
  {
    name: "letters that were sent against the journal",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; sent: boolean }>`
        with told as (
          select subject_id as id from journal where workspace_id = ${tx.workspaceId} and subject_kind = 'letter' and verb = 'letter.sent'
        ), sent as (
          select id from answer_letter where workspace_id = ${tx.workspaceId} and answered_at is not null
        )
        select coalesce(s.id, t.id) as id, s.id is not null as sent
          from sent s full join told t on t.id = s.id
         where s.id is null or t.id is null
         order by 1 limit ${MOST}`.execute(tx.tables());
      return rows.map(({ id, sent }) =>
        sent
          ? `the letter ${id} was sent, and the journal does not say so`
          : `the letter ${id} was sent says the journal, and not its own record`,
      );
    },
  },
];
