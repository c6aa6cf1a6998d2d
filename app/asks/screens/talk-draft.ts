import type { Part, TalkWords } from "../talk-part.ts";

/** What a rep changed in the words of one talk, kept on this device until it is logged or, where there is a plan, has arrived there. */
export interface TalkDraft {
  picked: Partial<Record<Part, string>>;
  /** "" goes back to the words. */
  edits: TalkWords;
}

export const UNTOUCHED: TalkDraft = { picked: {}, edits: {} };

const TALK = "askwell-talk";
const LANGUAGE = "askwell-talk-language";

/** Of one member, person and moment, and of a plan where there is one. */
export function talkKey(of: { memberId: string; personId: string; moment: string; planId?: string }): string {
  return [TALK, of.memberId, of.personId, of.planId ?? of.moment].join(" ");
}

export function readTalk(key: string): TalkDraft {
  const kept = read(key);
  if (kept === null) return UNTOUCHED;
  try {
    return { ...UNTOUCHED, ...JSON.parse(kept) };
  } catch {
    return UNTOUCHED;
  }
}

/** Null forgets it. */
export function keepTalk(key: string, draft: TalkDraft | null): void {
  keep(key, draft === null ? null : JSON.stringify(draft));
}

/** What was written before there was a plan goes on with it. */
export function forPlan(ofPlan: TalkDraft, before: TalkDraft): TalkDraft {
  return {
    picked: { ...before.picked, ...ofPlan.picked },
    edits: { ...before.edits, ...ofPlan.edits },
  };
}

/** What the plan has, under what has not arrived there yet. */
export function shownWith(saved: TalkWords, edits: TalkWords): TalkWords {
  return { ...saved, ...edits };
}

/** As the plan takes it: null goes back to the words. */
export function toSend(edits: TalkWords): Partial<Record<Part, string | null>> {
  return Object.fromEntries(
    Object.entries(edits).map(([part, words]) => [part, words.trim() === "" ? null : words]),
  );
}

/** What is still to be sent once `sent` has arrived: whatever was typed since. */
export function unsentAfter(draft: TalkDraft, sent: TalkWords): TalkDraft {
  const left = Object.entries(draft.edits).filter(([part, words]) => sent[part as Part] !== words);
  return { ...draft, edits: Object.fromEntries(left) };
}

export function readLanguage(): string | null {
  return read(LANGUAGE);
}

export function keepLanguage(code: string): void {
  keep(LANGUAGE, code);
}

// Where nothing can be kept, a talk begins anew each time.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Full or forbidden: see above.
  }
}
