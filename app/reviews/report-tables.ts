import type { Day } from "#lib/kernel/days.ts";
import type { CardLanguageCode, Occasion, Question } from "./questionnaire.ts";
import type { WhyNoTalk } from "./report-card.ts";

export interface ReportTables {
  report_template: {
    workspace_id: string;
    id: string;
    occasion: Occasion;
    language: CardLanguageCode;
    title: string;
    /** Written as JSON text. */
    questions: readonly Question[];
    at: Date;
    by_id: string | null;
  };
  report_card: {
    workspace_id: string;
    id: string;
    person_id: string | null;
    account_id: string | null;
    member_id: string;
    template_id: string;
    occasion: Occasion;
    language: CardLanguageCode;
    day: Day;
    until_day: Day;
    at: Date;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
    handed_in_at: Date | null;
    handed_in_on: Day | null;
    score: number | null;
    role: string | null;
    issue_id: string | null;
    low_since: Date | null;
    looked_at: Date | null;
    looked_by: string | null;
    talk_passed_at: Date | null;
    talk_passed_by: string | null;
    talk_why: WhyNoTalk | null;
    touch_id: string | null;
  };
  report_answer: {
    workspace_id: string;
    card_id: string;
    question_id: string;
    person_id: string;
    score: number | null;
    choice: string | null;
    words: string | null;
    at: Date;
    right_word_id: string | null;
  };
  report_pause: {
    workspace_id: string;
    id: string;
    person_id: string;
    until_day: Day;
    day: Day;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  report_letter: {
    workspace_id: string;
    id: string;
    card_id: string;
    person_id: string;
    member_id: string;
    to_address: string;
    subject: string;
    text: string;
    message_id: string;
    asked_at: Date;
    handed_at: Date | null;
    accepted_at: Date | null;
    failed_at: Date | null;
    failure: string | null;
    doubted_at: Date | null;
    called_back_at: Date | null;
    called_back_by: string | null;
  };
}
