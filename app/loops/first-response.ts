import { dayText } from "#lib/kernel/day-words.ts";
import { weekdayOf, type Day } from "#lib/kernel/days.ts";
import { workdayAfter, type WorkCalendar } from "#lib/kernel/workdays.ts";
import { callName } from "#people/call-name.ts";
import { POSTAL_GAP } from "./answer-letter.ts";
import { contactLawOf, type ContactLaw, type Notice } from "#people/contact-law.ts";

/** What is known when somebody answers an introduction. */
export interface ToAnswer {
  sourceName: string;
  sourceEmail: string | null;
  contactName: string;
  contactEmail: string | null;
  /** ISO 3166, of the contact. */
  country: string | null;
  reason: string | null;
  repName: string;
  /** Whose company it is. */
  workspaceName: string;
  /** Where it can be reached by post; null: nobody wrote it down. */
  postalAddress: string | null;
  today: Day;
  calendar: WorkCalendar;
}

export interface FirstResponse {
  to: string | null;
  /** The source: thanked, and then left in peace. */
  bcc: string | null;
  subject: string;
  text: string;
  law: ContactLaw;
}

/**
 * The reply to an introduction: thanks the source and moves them out of the conversation, names them, proposes two times, and
 * carries what the law of the contact's country wants. METHOD.md, rules 6 and 18.
 */
export function firstResponse(facts: ToAnswer): FirstResponse {
  const { sourceName, contactName, reason, repName, workspaceName } = facts;
  const law = contactLawOf(facts.country);
  const [source, contact] = [callName(sourceName), callName(contactName)];
  const why = reason === null ? "." : `: ${withoutStop(reason)}.`;
  const paragraphs = [
    `${source}, thank you for introducing us. I move you to bcc, so that our messages do not fill your day.`,
    `${contact}, ${sourceName} thought that we should talk${why}`,
    `Would ${timesText(facts)} suit you, for twenty minutes on the phone? If not, tell me what does.`,
    `${repName}\n${workspaceName}`,
    law.notice.map((each) => NOTICES[each](facts)).join(" "),
  ];
  return {
    to: facts.contactEmail,
    bcc: facts.sourceEmail,
    subject: `${contact}, meet ${repName}: introduced by ${sourceName}`,
    text: paragraphs.filter((each) => each !== "").join("\n\n"),
    law,
  };
}

const NOTICES: Record<Notice, (facts: ToAnswer) => string> = {
  source: ({ sourceName }) =>
    `I have your name and address from ${sourceName}, and keep them to write to you about this.`,
  referral: ({ sourceName }) => `I write to you because ${sourceName} referred you to me.`,
  address: ({ workspaceName, postalAddress }) => `${workspaceName}, ${postalAddress ?? POSTAL_GAP}.`,
  objection: () =>
    "If you would rather not hear from me, say so: I will not write again, and delete what I have.",
};

/** "Thursday 19 November at 10:00 or Friday 20 November at 15:00" */
function timesText({ today, calendar }: ToAnswer): string {
  const first = workdayAfter(today, calendar);
  const second = workdayAfter(first, calendar);
  const said = (day: Day, time: string) =>
    `${WEEKDAYS[weekdayOf(day) - 1]} ${dayText(day, today)} at ${time}`;
  return `${said(first, "10:00")} or ${said(second, "15:00")}`;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function withoutStop(sentence: string): string {
  return sentence.trim().replace(/[.!]+$/, "");
}
