import { sql, type RawBuilder } from "kysely";
import { ERASED_WORDS, type KeptOf, type Somebody } from "#lib/storage/kept-of-somebody.ts";

const RETURNS = sql`(t.until_day is not null and t.settled_on is null and t.taken_back_at is null)`;
const PLANNED = sql`(t.let_go_on is null and t.taken_back_at is null
  and not exists (select from ask k where k.workspace_id = t.workspace_id and k.plan_id = t.id))`;

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
    // Nobody comes back to them: what they would think about, or asked to be asked later, is let go.
    table: "ask_conversation",
    called: "conversations about an introduction",
    about: (who) => sql`
      t.ask_id in (select k.id from ask k where k.workspace_id = ${who.workspaceId}::uuid and k.source_id = any(${who.ids}::uuid[]))`,
    forget: ({ at }, theirs) => sql`
      update ask_conversation as t set settled_on = ${at}::date where ${theirs} and ${RETURNS}`,
  },
  {
    table: "ask",
    called: "asks",
    about: ({ ids }) => sql`t.source_id = any(${ids}::uuid[])`,
    forget: ({ at }, theirs) =>
      sql`update ask as t set settled_on = ${at}::date where ${theirs} and ${RETURNS}`,
    ends: { verb: "ask.let-go", kind: "ask", which: RETURNS },
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
    forget: ({ at, memberId }, theirs) => sql`
      update ask_plan as t
         set why_now = null, wanted = null, topics = null, talk = '{}',
             let_go_on = case when ${PLANNED} then ${at}::date else let_go_on end,
             let_go_by = case when ${PLANNED} then ${memberId}::uuid else let_go_by end,
             why_not = case when ${PLANNED} then 'not-the-moment' else why_not end
       where ${theirs}`,
    ends: { verb: "plan.let-go", kind: "plan", which: PLANNED },
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
    // One that waits is the company's from now on.
    forget: (_, theirs) => sql`
      update moment_due as t set words = null, person_id = case when used_on is not null then person_id end where ${theirs}`,
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
