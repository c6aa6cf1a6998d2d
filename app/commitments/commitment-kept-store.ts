import { sql } from "kysely";
import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes: that somebody was promised to be asked stays, whom does not. */
export const commitmentKept: readonly KeptOf[] = [
  {
    table: "week_promise",
    called: "promises of a week",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    words: ["words"],
  },
  { table: "week_plan", called: "plans of a week", words: ["topics"] },
  { table: "check_in", called: "check-ins", words: ["learned"] },
];
