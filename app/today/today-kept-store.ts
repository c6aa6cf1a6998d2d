import { sql } from "kysely";
import { ERASED_NAME, ERASED_WORDS, type KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const todayKept: readonly KeptOf[] = [
  {
    table: "suggestion",
    called: "suggestions to ask them",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: ({ at }, theirs) => sql`
      update suggestion as t
         set reasons = '[]', say = ${ERASED_WORDS}, refused_words = null,
             withdrawn_at = case when mid_week >= ${at}::date - 3 and refused_on is null then coalesce(withdrawn_at, ${at}) else withdrawn_at end
       where ${theirs}`,
    words: ["reasons", "say", "refused_words"],
  },
  {
    table: "digest_line",
    called: "lines of mails of the day",
    about: ({ ids }) => sql`t.about ->> 'personId' = any(${ids}::text[])`,
    forget: (_, theirs) => sql`
      update digest_line as t
         set shown = jsonb_build_object('section', t.shown -> 'section', 'name', ${ERASED_NAME}::text, 'heading', ${ERASED_NAME}::text,
                                        'below', null, 'why', '', 'say', null, 'phone', null),
             did = case when did is not null then ${ERASED_WORDS} end
       where ${theirs}`,
    words: ["shown", "did"],
  },
  { table: "digest_line", called: "lines of mails of the day", words: ["about", "effect"] },
  { table: "digest_mail", called: "mails of the day", words: ["failure"] },
];
