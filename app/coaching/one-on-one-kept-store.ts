import { sql } from "kysely";
import type { KeptOf, Somebody } from "#lib/storage/kept-of-somebody.ts";

/** What 1:1s keep of somebody outside, and how it goes: that somebody was meant to be asked stays, whom does not. */
export const oneOnOneKept: readonly KeptOf[] = [
  {
    table: "one_on_one_person",
    called: "1:1s in which it was agreed to ask them",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`delete from one_on_one_person as t where ${theirs}`,
  },
  {
    table: "one_on_one",
    called: "1:1s of colleagues",
    shown: ofThoseTwo,
    words: ["member_words", "coach_words", "topics", "commitment"],
  },
  {
    table: "one_on_one_note",
    called: "private notes on coaching",
    shown: ({ memberId }) => sql`t.member_id = ${memberId}`,
    words: ["words"],
  },
];

/** The two themselves, and leaders. */
function ofThoseTwo({ memberId, workspaceId }: Somebody) {
  return sql`(${memberId}::uuid in (t.member_id, t.coach_id) or exists (
    select from member m where m.workspace_id = ${workspaceId}::uuid and m.id = ${memberId} and m.role = 'leader'))`;
}
