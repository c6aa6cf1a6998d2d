import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { WordKind } from "../brief.ts";
import type { BriefIntroduction, BriefView } from "../brief-view.ts";

const WORD_TEXTS: Record<WordKind, string> = {
  met: "met",
  asked: "asked for an introduction",
  answered: "answered the introduction",
  seed: "spoke of introductions",
};

/** "Mon 16 Nov, Mia Sommer answered the introduction" */
export function wordText({ kind, day, byName }: BriefView["lastWords"][number], today: Day): string {
  return `${shortDay(day, today)}, ${byName} ${WORD_TEXTS[kind]}`;
}

/** "Plant manager at Reimers Werke, Kiel"; null while none of it is known. */
export function placeText({ title, accountName, city }: BriefView["contact"]): string | null {
  const work = title && accountName ? `${title} at ${accountName}` : (title ?? accountName);
  return [work, city].filter(Boolean).join(", ") || null;
}

/** "Clara Oben → Anna Weber → Bo Brandt", the first of the chain first; null where nobody introduced the source. */
export function wayText({ above, source }: BriefIntroduction, contactName: string): string | null {
  if (above.length === 0) return null;
  return [...above.map(({ name }) => name), source.fullName, contactName].join(" → ");
}
