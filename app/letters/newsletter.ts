import type { Rights } from "#team/member.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { GROUPS, type Group } from "#touches/rhythm.ts";

/**
 * draft · sending: on its way, as fast as it may · paused: by hand, or by itself because of trouble · stopped: whoever has not got
 * it does not get it · done: nobody is left to get it
 */
export const NEWSLETTER_STATES = ["draft", "sending", "paused", "stopped", "done"] as const;
export type NewsletterState = (typeof NEWSLETTER_STATES)[number];

export interface NewsletterTimes {
  sentAt: Date | null;
  pausedAt: Date | null;
  stoppedAt: Date | null;
  doneAt: Date | null;
}

export function newsletterStateOf(times: NewsletterTimes): NewsletterState {
  if (times.sentAt === null) return "draft";
  if (times.doneAt) return "done";
  if (times.stoppedAt) return "stopped";
  return times.pausedAt ? "paused" : "sending";
}

/**
 * waiting: its turn comes · leaving: being handed over · sent: the mail server took it · came-back: a report says that it did
 * not arrive · refused: the mail server never will ·
 * left-out: it was not to go to them any more when their turn came · doubtful: broken off while it was handed over
 */
export const COPY_STATES = [
  "waiting",
  "leaving",
  "sent",
  "came-back",
  "refused",
  "left-out",
  "doubtful",
] as const;
export type CopyState = (typeof COPY_STATES)[number];

export interface CopyTimes {
  handedAt: Date | null;
  acceptedAt: Date | null;
  refusedAt: Date | null;
  leftOutAt: Date | null;
  doubtedAt: Date | null;
  bouncedAt: Date | null;
}

export function copyStateOf(times: CopyTimes): CopyState {
  if (times.refusedAt) return "refused";
  if (times.leftOutAt) return "left-out";
  if (times.bouncedAt && times.handedAt) return "came-back";
  if (times.acceptedAt) return "sent";
  if (times.doubtedAt) return "doubtful";
  return times.handedAt ? "leaving" : "waiting";
}

/** People whom its writer holds, or everybody's. */
export const WHOSE = ["own", "all"] as const;
export type Whose = (typeof WHOSE)[number];

/** To whom a letter is to go; consent is asked beside it. */
export interface Chosen {
  groups: readonly Group[];
  /** And whoever subscribed, of whatever group. */
  subscribers: boolean;
  whose: Whose;
}

export const LETTER_LANGUAGES = ["en", "de"] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** What somebody writes; a change of any of it is another version. */
export interface Written extends Chosen {
  subject: string;
  /** Markdown. */
  text: string;
  /** Of what we add at its end. */
  language: LetterLanguage;
}

/** A rep writes to the people they hold, managers and leaders to everybody's. */
export function mayWriteToAll(actor: Pick<Rights, "member">): boolean {
  return actor.member.role !== "rep";
}

const LONGEST = { subject: 200, text: 100_000 } as const;

/** As it is kept while it is typed: nothing has to be there yet. Throws Problem invalid naming the field. */
export function checkWritten(written: Written): Written {
  if (/[\r\n]/.test(written.subject)) throw invalid("a subject is one line", "subject");
  if (written.subject.length > LONGEST.subject)
    throw invalid(`at most ${LONGEST.subject} characters`, "subject");
  if (written.text.length > LONGEST.text)
    throw invalid(`at most ${LONGEST.text.toLocaleString("en-GB")} characters`, "text");
  return {
    ...written,
    subject: written.subject.replaceAll("\0", ""),
    text: written.text.replaceAll("\0", ""),
    groups: GROUPS.filter((group) => written.groups.includes(group)),
  };
}

export interface ToLeave {
  subject: string;
  text: string;
  postalAddress: string | null;
  /** Whether a copy of just this version went to whoever presses send. */
  tested: boolean;
  recipients: number;
}

/** What is to be done before it goes to anybody, in words for whoever presses send; null: nothing. */
export function faultBefore(letter: Omit<ToLeave, "tested" | "recipients">): Fault | null;
export function faultBefore(letter: ToLeave, all: true): Fault | null;
export function faultBefore(
  letter: Omit<ToLeave, "tested" | "recipients"> & Partial<ToLeave>,
  all = false,
): Fault | null {
  if (cleanText(letter.subject, LONGEST.subject, "subject") === null)
    return { reason: "write a subject", field: "subject" };
  if (cleanText(letter.text, LONGEST.text, "text") === null)
    return { reason: "write the letter", field: "text" };
  if (letter.postalAddress === null)
    return {
      reason:
        "your postal address has to stand in it: a leader writes it down once, under Settings → Postal address",
      field: "postalAddress",
    };
  if (!all) return null;
  if (letter.tested !== true)
    return {
      reason: "send a test to yourself first, of just this version, and look at it",
      field: "test",
    };
  if (letter.recipients === 0)
    return {
      reason: "nobody of those chosen may get it: see under “Who gets it” why, person by person",
      field: "groups",
    };
  return null;
}

export interface Fault {
  reason: string;
  field: "subject" | "text" | "postalAddress" | "test" | "groups";
}
