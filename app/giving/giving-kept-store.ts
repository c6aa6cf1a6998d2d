import { sql } from "kysely";
import { ERASED_WORDS, type KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const givingKept: readonly KeptOf[] = [
  {
    table: "given_referral",
    called: "introductions that we made",
    about: ({ ids }) => sql`t.to_id = any(${ids}::uuid[]) or t.whom_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update given_referral as t
         set why = null, whom_name = case when whom_name is not null then ${ERASED_WORDS} end, whom_does = null
       where ${theirs}`,
    words: ["whom_name", "whom_does", "why"],
  },
  {
    table: "given_word",
    called: "what came of introductions that we made",
    about: ({ workspaceId, ids }) => sql`t.given_id in (
      select g.id from given_referral g
       where g.workspace_id = ${workspaceId}::uuid and (g.to_id = any(${ids}::uuid[]) or g.whom_id = any(${ids}::uuid[])))`,
    forget: (_, theirs) => sql`update given_word as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "need_or_offer",
    called: "what they need and offer",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update need_or_offer as t set line = ${ERASED_WORDS} where ${theirs}`,
    words: ["line"],
  },
  {
    table: "kept_apart",
    called: "with whom they are not brought together",
    about: ({ ids }) => sql`t.one_id = any(${ids}::uuid[]) or t.other_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update kept_apart as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "introduction_wish",
    called: "how they want to be introduced",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
  },
];
