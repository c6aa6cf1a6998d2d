import { sql } from "kysely";
import { ERASED_NAME, ERASED_WORDS, type KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const personKept: readonly KeptOf[] = [
  {
    table: "person",
    called: "person",
    about: ({ ids }) => sql`t.id = any(${ids}::uuid[])`,
    forget: ({ at, memberId }, theirs) => sql`
      update person as t
         set full_name = ${ERASED_NAME}, given_name = null, family_name = null, sort_key = '', spoken_key = '', title = null,
             account_id = null, emails = '{}', phones = '{}', linkedin_url = null, city = null, country = null, note = null,
             holder_id = null, search_text = '', removed_at = coalesce(removed_at, ${at}), removed_by = coalesce(removed_by, ${memberId}),
             erased_at = coalesce(erased_at, ${at}), erased_by = coalesce(erased_by, ${memberId})
       where ${theirs}`,
    words: ["note"],
  },
  {
    table: "person_key",
    called: "by what they are found",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`delete from person_key as t where ${theirs}`,
  },
  {
    table: "position",
    called: "positions",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`delete from position as t where ${theirs}`,
  },
  {
    table: "person_origin",
    called: "where their data came from, and on what basis",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`delete from person_origin as t where ${theirs}`,
    words: ["detail"],
  },
  {
    table: "merge",
    called: "records that were made one",
    about: ({ ids }) =>
      sql`t.kind = 'person' and (t.kept_id = any(${ids}::uuid[]) or t.merged_id = any(${ids}::uuid[]))`,
    forget: (_, theirs) =>
      sql`update merge as t set took = jsonb_build_object('name', ${ERASED_NAME}::text) where ${theirs}`,
    words: ["took"],
  },
  {
    table: "told_apart",
    called: "with whom they are not to be confused",
    about: ({ ids }) => sql`t.one_id = any(${ids}::uuid[]) or t.other_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`delete from told_apart as t where ${theirs}`,
  },
  {
    table: "private_note",
    called: "private notes",
    about: ({ ids }) => sql`t.about_id = any(${ids}::uuid[])`,
    shown: ({ ids, memberId }) => sql`t.about_id = any(${ids}::uuid[]) and t.member_id = ${memberId}`,
    forget: (_, theirs) => sql`delete from private_note as t where ${theirs}`,
    words: ["text"],
  },
  {
    table: "person_met",
    called: "when we met",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
  },
  {
    table: "right_word",
    called: "what they said of our work",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update right_word as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "buying_role",
    called: "parts in buying",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
  },
  {
    table: "do_not_ask",
    called: "not to be asked",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update do_not_ask as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "source_preference",
    called: "how they want to be asked",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update source_preference as t set note = null where ${theirs}`,
    words: ["note"],
  },
  {
    table: "no_go",
    called: "what was ruled out",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[]) or t.off_person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update no_go as t set words = null, topic = case when topic is not null then ${ERASED_WORDS} end where ${theirs}`,
    words: ["topic", "words"],
  },
  {
    table: "serious_issue",
    called: "serious issues",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update serious_issue as t set what = ${ERASED_WORDS} where ${theirs}`,
    words: ["what"],
  },
  {
    table: "contact_consent",
    called: "to what they agreed",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update contact_consent as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    // It outlives them; by its keys alone whoever has one of their addresses is known again.
    table: "do_not_write",
    called: "that they are not to be written to",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update do_not_write as t set words = null, person_id = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "acquaintance",
    called: "how members know them",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
  },
];
