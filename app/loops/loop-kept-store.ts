import { sql, type RawBuilder } from "kysely";
import { ERASED_WORDS, type KeptOf, type Somebody } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const loopKept: readonly KeptOf[] = [
  {
    table: "duty_done",
    called: "thanks and reports",
    about: (who) => sql`t.source_id = any(${who.ids}::uuid[]) or ${isInIntroduction(who)}`,
    forget: (_, theirs) => sql`update duty_done as t set words = null where ${theirs}`,
    words: ["let_go_why", "words"],
  },
  {
    table: "duty_passed",
    called: "duties that were handed on",
    about: isInIntroduction,
    forget: (_, theirs) => sql`update duty_passed as t set words = null where ${theirs}`,
    words: ["words"],
  },
  {
    table: "answer_letter",
    called: "first letters to them",
    about: ({ ids }) => sql`t.contact_id = any(${ids}::uuid[])`,
    // What has not left does not leave.
    forget: ({ at, memberId }, theirs) => sql`
      update answer_letter as t
         set to_address = '', copy_address = null, subject = ${ERASED_WORDS}, text = ${ERASED_WORDS},
             failure = case when failure is not null then ${ERASED_WORDS} end, copy_failure = null,
             called_back_at = case when ${WAITS} then ${at} else called_back_at end,
             called_back_by = case when ${WAITS} then ${memberId}::uuid else called_back_by end
       where ${theirs}`,
    words: ["to_address", "copy_address", "subject", "text", "failure", "copy_failure"],
  },
  {
    table: "answer_letter",
    called: "first letters of which they got a copy",
    about: ({ ids }) => sql`t.source_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update answer_letter as t set copy_address = null, copy_failure = null where ${theirs}`,
  },
  {
    table: "gift",
    called: "gifts",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`
      update gift as t set what = ${ERASED_WORDS}, words = null,
             refused_why = case when refused_why is not null then ${ERASED_WORDS} end
       where ${theirs}`,
    words: ["what", "words", "refused_why"],
  },
  {
    table: "gift_ban",
    called: "that they take no gifts",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update gift_ban as t set words = null where ${theirs}`,
    words: ["words"],
  },
];

const WAITS = sql`(handed_at is null and failed_at is null and called_back_at is null)`;

function isInIntroduction({ workspaceId, ids }: Somebody): RawBuilder<unknown> {
  return sql`t.referral_id in (
    select r.id from referral r
     where r.workspace_id = ${workspaceId}::uuid and (r.source_id = any(${ids}::uuid[]) or r.contact_id = any(${ids}::uuid[])))`;
}
