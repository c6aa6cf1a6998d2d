import { sql } from "kysely";
import { ERASED_WORDS, type KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. Answers go before the cards by which they are found. */
export const reviewKept: readonly KeptOf[] = [
  {
    table: "account_review_person",
    called: "account reviews",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
  },
  {
    table: "review_commitment",
    called: "what they promised in reviews",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`update review_commitment as t set words = ${ERASED_WORDS} where ${theirs}`,
    words: ["words"],
  },
  { table: "account_review_point", called: "points of reviews", words: ["name"] },
  { table: "account_review_note", called: "notes of reviews", words: ["words"] },
  { table: "account_measure", called: "measures of companies", words: ["name"] },
  {
    table: "report_answer",
    called: "answers on report cards",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    // The number is counted; a card that was never handed in counts nowhere.
    forget: (_, theirs) => sql`update report_answer as t set words = null where ${theirs}`,
    words: ["words"],
  },
  { table: "report_answer", called: "answers on report cards", words: ["choice"] },
  {
    table: "report_letter",
    called: "letters with report cards",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    forget: ({ at, memberId }, theirs) => sql`
      update report_letter as t
         set to_address = '', subject = ${ERASED_WORDS}, text = ${ERASED_WORDS},
             failure = case when failure is not null then ${ERASED_WORDS} end,
             called_back_at = case when ${WAITS} then ${at} else called_back_at end,
             called_back_by = case when ${WAITS} then ${memberId}::uuid else called_back_by end
       where ${theirs}`,
    words: ["to_address", "subject", "text", "failure"],
  },
  {
    table: "report_card",
    called: "report cards",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
    // Its link opens nothing from now on; what was handed in is one more number without a name.
    forget: ({ at, memberId }, theirs) => sql`
      update report_card as t
         set role = null, talk_why = null, person_id = null,
             until_day = least(until_day, ${at}::date - 1),
             withdrawn_at = case when handed_in_at is null then coalesce(withdrawn_at, ${at}) end,
             withdrawn_by = case when handed_in_at is null then coalesce(withdrawn_by, ${memberId}::uuid) end
       where ${theirs}`,
    ends: {
      verb: "report-card.withdrawn",
      kind: "report-card",
      which: sql`t.withdrawn_at is null and t.handed_in_at is null`,
    },
    words: ["talk_why"],
  },
  {
    table: "report_pause",
    called: "until when they get no report card",
    about: ({ ids }) => sql`t.person_id = any(${ids}::uuid[])`,
  },
  { table: "report_template", called: "questionnaires", words: ["title", "questions"] },
];

const WAITS = sql`(handed_at is null and failed_at is null and called_back_at is null)`;
