import type { Part } from "../talk-part.ts";

/** What a rep changed in the words of one talk, kept on this device until it is logged. */
export interface TalkDraft {
  picked: Partial<Record<Part, string>>;
  edits: Partial<Record<Part, string>>;
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
