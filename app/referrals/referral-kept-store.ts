import { sql } from "kysely";
import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const referralKept: readonly KeptOf[] = [
  {
    table: "referral",
    called: "introductions",
    about: ({ ids }) => sql`t.source_id = any(${ids}::uuid[]) or t.contact_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update referral as t set reason = null, note = null, how_known = null, promised = null where ${theirs}`,
    words: ["reason", "note", "how_known", "promised"],
  },
];
