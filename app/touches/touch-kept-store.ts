import { sql } from "kysely";
import { ERASED_WORDS, type KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const touchKept: readonly KeptOf[] = [
  {
    table: "touch",
    called: "touches",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update touch as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "own_rhythm",
    called: "how often they hear from us",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update own_rhythm as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "touch_pause",
    called: "until when they are left in peace",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update touch_pause as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "occasion_offer",
    called: "invitations and articles",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update occasion_offer as t set words = null, reaction = case when reaction is not null then ${ERASED_WORDS} end
       where ${theirs}`,
    words: ["words", "reaction"],
  },
  {
    table: "postal_address",
    called: "postal addresses",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update postal_address as t set lines = null where ${theirs}`,
    words: ["lines"],
  },
  { table: "occasion", called: "events and articles", words: ["title", "place", "link", "words"] },
];
