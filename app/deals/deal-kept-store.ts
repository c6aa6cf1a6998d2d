import { sql } from "kysely";
import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. A deal keeps its name: it is the company's. */
export const dealKept: readonly KeptOf[] = [
  {
    table: "deal",
    called: "deals",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update deal as t set origin_text = null, lost_reason = null, note = null where ${theirs}`,
    words: ["origin_text", "lost_reason", "note"],
  },
  { table: "deal", called: "deals", words: ["name", "stage"] },
];
