import { sql, type RawBuilder } from "kysely";
import { ERASED_WORDS, type KeptOf, type Somebody } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const doorKept: readonly KeptOf[] = [
  {
    table: "member_mail",
    called: "mails with them",
    about: isInMail,
    forget: (_, theirs) => sql`
      update member_mail as t
         set sender = ${ERASED_WORDS}, subject = ${ERASED_WORDS}, named = '[]', words = null
       where ${theirs}`,
    words: ["sender", "subject", "named", "words"],
  },
  { table: "member_mail", called: "mails with them", words: ["why"] },
  {
    table: "member_mail_effect",
    called: "what came of mails with them",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
  },
  {
    table: "noticed_event",
    called: "notices from calendars",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
  },
  { table: "read_calendar", called: "calendars", words: ["name", "trouble"] },
  { table: "api_key", called: "keys", words: ["name"] },
];

function isInMail({ workspaceId, ids, named }: Somebody): RawBuilder<unknown> {
  return sql`t.id in (
      select e.mail_id from member_mail_effect e where e.workspace_id = ${workspaceId}::uuid and e.person_id = any(${ids}::uuid[]))
    or coalesce(t.sender ~* ${named}::text or t.named::text ~* ${named}::text, false)`;
}
