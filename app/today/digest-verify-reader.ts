import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

const MOST = 100;

/** What must hold of mails of the day besides what the database itself holds them to. */
export const digestChecks: readonly Check[] = [
  {
    name: "what was done from mails against the facts",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; did: string }>`
        select l.id, l.did
          from digest_line l
         where l.workspace_id = ${tx.workspaceId} and l.done_at is not null
           and case l.effect->>'undo'
                 when 'conversation' then not exists (select from ask_conversation c where c.workspace_id = l.workspace_id and c.id = (l.effect->>'saidId')::uuid)
                 when 'meeting' then not exists (select from meeting m where m.workspace_id = l.workspace_id and m.id = (l.effect->>'meetingId')::uuid)
                 when 'outcome' then not exists (select from meeting m where m.workspace_id = l.workspace_id and m.id = (l.effect->>'meetingId')::uuid)
                 when 'touch' then not exists (select from touch t where t.workspace_id = l.workspace_id and t.id = (l.effect->>'touchId')::uuid)
                 else l.did is null end
         order by l.id limit ${MOST}`.execute(tx.tables());
      return rows.map(({ id, did }) => `the line ${id} says “${did}”, and there is no such fact`);
    },
  },
  {
    name: "mails of the day against how far they came",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from digest_mail
         where workspace_id = ${tx.workspaceId}
           and ((accepted_at is not null and (failed_at is not null or handed_at is null))
                or (kind = 'answer') <> (answers_key is not null) or open_until <= made_at)
         order by id limit ${MOST}`.execute(tx.tables());
      return rows.map(({ id }) => `the mail ${id} has marks that exclude each other`);
    },
  },
];
