import { callName } from "#people/call-name.ts";
import { gapIn } from "./letter-gap.ts";

/**
 * waiting: queued, not handed over yet · leaving: being handed over · sent: the mail server took it · failed: it has not left ·
 * doubtful: broken off while it was handed over, so that nobody knows · called-back: before it was handed over
 */
export const LETTER_STATES = ["waiting", "leaving", "sent", "failed", "doubtful", "called-back"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export interface LetterTimes {
  handedAt: Date | null;
  acceptedAt: Date | null;
  failedAt: Date | null;
  doubtedAt: Date | null;
  calledBackAt: Date | null;
}

export function letterStateOf(times: LetterTimes): LetterState {
  if (times.acceptedAt) return "sent";
  if (times.failedAt) return "failed";
  if (times.doubtedAt) return "doubtful";
  if (times.calledBackAt) return "called-back";
  return times.handedAt ? "leaving" : "waiting";
}

/** Whether anything may still come of it by itself. */
export function isUnderWay(state: LetterState): boolean {
  return state === "waiting" || state === "leaving";
}

/** What stands in a draft until a leader has written down where the workspace can be reached by post. */
export const POSTAL_GAP = "[our postal address]";

export interface ToCheck {
  subject: string;
  text: string;
  sourceName: string;
  /** The law of their country wants it in the letter. */
  needsAddress: boolean;
  postalAddress: string | null;
}

/** What has to be mended before the first letter to somebody goes out, in words for whoever wrote it; null: nothing. */
export function faultIn(letter: ToCheck): { reason: string; field: "subject" | "text" } | null {
  const { subject, text, sourceName, needsAddress, postalAddress } = letter;
  if (subject.trim() === "") return { reason: "write a subject", field: "subject" };
  if (/[\r\n]/.test(subject)) return { reason: "a subject is one line", field: "subject" };
  if (text.trim() === "") return { reason: "write the letter", field: "text" };
  const gap = gapIn(text) ?? gapIn(subject);
  if ((needsAddress && postalAddress === null) || gap === POSTAL_GAP)
    return {
      reason:
        "the law of their country wants your postal address in it: a leader writes it down once, under Settings → Postal address",
      field: "text",
    };
  if (gap !== null) return { reason: `fill in ${gap} first`, field: "text" };
  if (needsAddress && postalAddress !== null && !holds(text, postalAddress))
    return {
      reason: `the law of their country wants your postal address in it: ${postalAddress}`,
      field: "text",
    };
  if (!holds(`${subject} ${text}`, callName(sourceName)))
    return {
      reason: `name ${sourceName}: the first letter says who introduced you`,
      field: "text",
    };
  return null;
}

function holds(text: string, part: string): boolean {
  return plain(text).includes(plain(part).trim());
}

function plain(text: string): string {
  return text.replaceAll(/[\s,]+/g, " ").toLowerCase();
}
