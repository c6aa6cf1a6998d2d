import { sql } from "kysely";
import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** Under what somebody's words were sorted: it goes with the words. Before the room that keeps these, by which it is found. */
export const willingKept: readonly KeptOf[] = [
  {
    table: "willing_word",
    called: "themes of what they said",
    about: ({ ids }) => sql`exists (
      select from report_answer a
       where a.workspace_id = t.workspace_id and a.card_id = t.card_id and a.question_id = t.question_id
         and a.person_id = any(${ids}::uuid[]))`,
    forget: (_, theirs) => sql`delete from willing_word as t where ${theirs}`,
  },
  { table: "willing_theme", called: "themes of our own", words: ["name", "signs"] },
];
