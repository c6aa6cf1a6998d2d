import { bareName } from "#people/person-name.ts";
import { gapIn } from "./letter-gap.ts";
import type { LetterLanguageCode } from "./letter-languages/letter-language.ts";

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

/** A first answer in one language. */
export interface LetterDraft {
  language: LetterLanguageCode;
  subject: string;
  /** The whole of it: the thanks, what is said, who writes, the notice. */
  text: string;
  /** Its first paragraph, to the source; null: they have no address, so they do not get it. */
  thanks: string | null;
  /** What is not to be said when they do not get it in bcc. */
  movedToBcc: string;
  /** The sentences of its last paragraph, which the law of the contact's country wants. */
  notice: readonly string[];
}

export interface ToCheck {
  subject: string;
  text: string;
  sourceName: string;
  /** The source gets it in bcc. */
  copied: boolean;
  drafts: readonly Pick<LetterDraft, "notice" | "movedToBcc">[];
}

/** What has to be mended before the first letter to somebody goes out, in words for whoever wrote it; null: nothing. */
export function faultIn(letter: ToCheck): { reason: string; field: "subject" | "text" } | null {
  const { subject, text, sourceName, copied, drafts } = letter;
  if (subject.trim() === "") return { reason: "write a subject", field: "subject" };
  if (/[\r\n]/.test(subject)) return { reason: "a subject is one line", field: "subject" };
  if (text.trim() === "") return { reason: "write the letter", field: "text" };
  const gap = gapIn(text) ?? gapIn(subject);
  if (gap === POSTAL_GAP || drafts.some(({ notice }) => notice.join(" ").includes(POSTAL_GAP)))
    return {
      reason:
        "your postal address has to stand in it: a leader writes it down once, under Settings → Postal address",
      field: "text",
    };
  if (gap !== null) return { reason: `fill in ${gap} first`, field: "text" };
  const missing = leftOut(text, drafts);
  if (missing !== undefined)
    return { reason: `this has to stand in the first letter to somebody: “${missing}”`, field: "text" };
  const name = bareName(sourceName.split(" ")).join(" ");
  if (!names(`${subject} ${text}`, name))
    return { reason: `name ${name}: the first letter says who introduced you`, field: "text" };
  if (!copied && drafts.some(({ movedToBcc }) => holds(text, movedToBcc)))
    return { reason: `it says that ${name} is in bcc, and they do not get it`, field: "text" };
  return null;
}

/** A letter apart from its notice, where it ends in that; else the whole of it. */
export function withoutNotice(text: string, { notice }: Pick<LetterDraft, "notice">): string {
  const end = notice.join(" ");
  const trimmed = text.trimEnd();
  return end !== "" && trimmed.endsWith(end) ? trimmed.slice(0, -end.length).trimEnd() : text;
}

export function withNotice(text: string, { notice }: Pick<LetterDraft, "notice">): string {
  return [text.trimEnd(), notice.join(" ")].filter((each) => each !== "").join("\n\n");
}

/** The thanks to the source stand first in it, or not at all: whoever does not get a letter is not spoken to in it. */
export function withThanks(text: string, { thanks }: Pick<LetterDraft, "thanks">, copied: boolean): string {
  if (thanks === null) return text;
  const rest = text.startsWith(thanks) ? text.slice(thanks.length).trimStart() : text;
  return copied ? `${thanks}\n\n${rest}` : rest;
}

/** The first sentence that the notice lacks, in the language of which it has most; undefined: none. */
function leftOut(text: string, drafts: ToCheck["drafts"]): string | undefined {
  const all = drafts.map(({ notice }) => {
    const left = notice.filter((each) => !holds(text, each));
    return { left, kept: notice.length - left.length };
  });
  if (all.some(({ left }) => left.length === 0)) return undefined;
  return all.toSorted((one, other) => other.kept - one.kept)[0]?.left[0];
}

function holds(text: string, part: string): boolean {
  return plain(text).includes(plain(part).trim());
}

/** As words of their own: "Friedas" does not name Frieda. */
function names(text: string, name: string): boolean {
  const escaped = plain(name).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(plain(text));
}

function plain(text: string): string {
  return text.replaceAll(/[\s,]+/g, " ").toLowerCase();
}
