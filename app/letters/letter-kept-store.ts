import { sql } from "kysely";
import { ERASED_WORDS, type KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. Addresses stand here as fingerprints only. */
export const letterKept: readonly KeptOf[] = [
  {
    table: "newsletter_copy",
    called: "copies of letters",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    // What has not left does not leave.
    forget: ({ at }, theirs) => sql`
      update newsletter_copy as t
         set person_id = null, bounce_says = null,
             why = case when ${WAITS} then 'stopped' when refused_at is not null then null else why end,
             left_out_at = case when ${WAITS} then ${at} else left_out_at end
       where ${theirs}`,
    words: ["bounce_says"],
  },
  { table: "newsletter_copy", called: "copies of letters", words: ["why"] },
  {
    table: "newsletter_reply",
    called: "answers to letters",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update newsletter_reply as t set person_id = null, other_address = null, subject = ${ERASED_WORDS}, words = null
       where ${theirs}`,
    words: ["other_address", "subject", "words"],
  },
  {
    table: "subscription",
    called: "subscriptions",
    about: ({ ids, addressKeys }) =>
      sql`t.person_id = any(${ids}::uuid[]) or t.key = any(${addressKeys}::text[])`,
    forget: (_, theirs) => sql`delete from subscription as t where ${theirs}`,
    words: ["name", "address", "failure", "words"],
  },
  {
    table: "resting_address",
    called: "addresses from which letters came back",
    about: ({ addressKeys }) => sql`t.key = any(${addressKeys}::text[])`,
    forget: (_, theirs) => sql`update resting_address as t set says = null where ${theirs}`,
    words: ["says"],
  },
  { table: "newsletter", called: "letters", words: ["subject", "text", "trouble"] },
  { table: "newsletter_test", called: "letters for trial", words: ["failure"] },
];

const WAITS = sql`(handed_at is null and refused_at is null and left_out_at is null)`;
