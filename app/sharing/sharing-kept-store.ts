import { sql, type RawBuilder } from "kysely";
import { ERASED_WORDS, type KeptOf, type Somebody } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const sharingKept: readonly KeptOf[] = [
  {
    table: "shared_page",
    called: "pages that we shared with them",
    about: (who) => sql`t.id in (${pagesOf(who)})`,
    // Its link opens nothing from now on.
    forget: ({ at, memberId }, theirs) => sql`
      update shared_page as t
         set asked = null, whom = null, reason = null, subject = ${ERASED_WORDS}, blurb = ${ERASED_WORDS},
             until_day = least(until_day, ${at}::date - 1), withdrawn_at = coalesce(withdrawn_at, ${at}), withdrawn_by = coalesce(withdrawn_by, ${memberId}::uuid)
       where ${theirs}`,
    ends: { verb: "shared-page.withdrawn", kind: "shared-page", which: sql`t.withdrawn_at is null` },
    words: ["asked", "whom", "reason", "subject", "blurb"],
  },
  {
    table: "shared_answer",
    called: "what they said on such pages",
    about: (who) => sql`t.page_id in (${pagesOf(who)})
      or t.referral_id in (${introductionsOf(who)}) or t.raised_id in (${introductionsOf(who)})`,
    forget: (_, theirs) => sql`
      update shared_answer as t set words = null, name = null, trouble = case when trouble is not null then ${ERASED_WORDS} end
       where ${theirs}`,
    words: ["words", "name", "trouble"],
  },
  {
    table: "shared_telling",
    called: "what such pages tell of introductions",
    about: (who) => sql`t.page_id in (${pagesOf(who)}) or t.referral_id in (${introductionsOf(who)})`,
    forget: (_, theirs) => sql`update shared_telling as t set told = null where ${theirs}`,
    words: ["told"],
  },
];

/** Theirs as a source, those under these, and whatever speaks of an introduction to them. */
function pagesOf({ workspaceId, ids }: Somebody): RawBuilder<unknown> {
  return sql`
    select p.id from shared_page p
     where p.workspace_id = ${workspaceId}::uuid
       and (p.source_id = any(${ids}::uuid[])
            or p.kind = 'contact' and exists (
                 select from shared_answer x join referral r on r.workspace_id = x.workspace_id and r.id = x.referral_id
                  where x.workspace_id = p.workspace_id and x.page_id = p.id and r.contact_id = any(${ids}::uuid[])))`;
}

function introductionsOf({ workspaceId, ids }: Somebody): RawBuilder<unknown> {
  return sql`select r.id from referral r where r.workspace_id = ${workspaceId}::uuid and r.contact_id = any(${ids}::uuid[])`;
}
