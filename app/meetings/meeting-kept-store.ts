import { sql } from "kysely";
import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const meetingKept: readonly KeptOf[] = [
  {
    table: "meeting",
    called: "meetings",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update meeting as t set about = null, note = null where ${theirs}`,
    words: ["about", "note"],
  },
];
