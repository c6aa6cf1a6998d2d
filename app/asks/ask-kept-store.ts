import { sql, type RawBuilder } from "kysely";
import { ERASED_WORDS, type KeptOf, type Somebody } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const askKept: readonly KeptOf[] = [
  {
    table: "ask",
    called: "asks",
    about: isIn,
    forget: (_, theirs) => sql`update ask as t set for_whom = null where ${theirs}`,
    words: ["for_whom"],
  },
  {
    table: "ask_conversation",
    called: "conversations about an introduction",
    about: (who) => sql`
      t.colleague_id = any(${who.ids}::uuid[]) or t.target_person_id = any(${who.ids}::uuid[])
      or t.ask_id in (select k.id from ask k where k.workspace_id = ${who.workspaceId}::uuid and k.source_id = any(${who.ids}::uuid[]))`,
    forget: (_, theirs) => sql`update ask_conversation as t set for_whom = null, note = null where ${theirs}`,
    words: ["for_whom", "note"],
  },
  {
    table: "ask_permit",
    called: "permits to ask them",
    about: ({ ids }) => sql`t.source_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update ask_permit as t set reason = ${ERASED_WORDS} where ${theirs}`,
    words: ["reason"],
  },
  {
    table: "reference",
    called: "references that they gave",
    about: ({ ids }) => sql`t.source_id = any(${ids}::uuid[])`,
    forget: (_, theirs) =>
      sql`update reference as t set for_whom = ${ERASED_WORDS}, note = null where ${theirs}`,
    words: ["for_whom", "note"],
  },
  {
    table: "target",
    called: "whom we want to meet",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update target as t set why = null where ${theirs}`,
    words: ["why"],
  },
  {
    table: "ask_plan",
    called: "plans to ask them",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update ask_plan as t set why_now = null, wanted = null, topics = null, talk = '{}' where ${theirs}`,
    words: ["why_now", "wanted", "topics", "talk"],
  },
  {
    table: "seed",
    called: "seeds",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update seed as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "moment_due",
    called: "moments",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update moment_due as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "ideal_client",
    called: "ideal clients",
    words: ["name", "level", "company", "situation", "says", "not_who"],
  },
  { table: "business_reason", called: "business reasons", words: ["sentence", "problem", "search_text"] },
  { table: "wording", called: "wordings", words: ["text"] },
  { table: "moment_setting", called: "moments of the sales process", words: ["goal"] },
];

function isIn({ ids }: Somebody): RawBuilder<unknown> {
  return sql`t.source_id = any(${ids}::uuid[]) or t.colleague_id = any(${ids}::uuid[]) or t.target_person_id = any(${ids}::uuid[])`;
}
