import { dayText, whenText } from "#lib/kernel/day-words.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { GROUP_WORDS, WHY_PAUSED_WORDS } from "../rhythm.ts";
import type { ContactView, SilenceView } from "../touch-view.ts";

/** "12 days ago: call, by Mia Sommer" */
export function lastWord({ last }: Pick<SilenceView, "last">, today: Day): string {
  if (last === null) return "Nobody has had a word with them yet";
  const by = last.memberName === null ? "" : `, by ${last.memberName}`;
  return `Last word ${daysAgo(last.day, today)}: ${last.kindName}${by}`;
}

/** "today", "12 days ago"; always in days, which is what a rhythm counts in. */
export function daysAgo(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  return days <= 31 ? whenText(day, today) : `${days} days ago`;
}

/** Why somebody is due: "A clients hear from us every 30 days." */
export function rhythmText({
  rhythm,
  own,
  stopped,
}: Pick<SilenceView, "rhythm" | "own" | "stopped">): string {
  if (stopped) return "They want to hear nothing from us.";
  if (rhythm === null)
    return own === null ? "No rhythm holds for them." : "They are left to come by themselves.";
  const who = rhythm.group === null ? "They" : firstUpper(GROUP_WORDS[rhythm.group]);
  return `${who} hear from us every ${rhythm.days} days.`;
}

/** Since when is said by the last word. "Due today", "Next: in 2 days", "In peace until 11 January: a bad time for them" */
export function dueText(
  { due, state, pause, again }: Pick<SilenceView, "due" | "state" | "pause" | "again">,
  today: Day,
): string | null {
  if (pause !== null)
    return `In peace until ${dayText(pause.untilDay, today)}: ${WHY_PAUSED_WORDS[pause.why]}.`;
  if (due === null || state === null) return null;
  if (state === "coming") return `Next: ${whenText(due, today)}.`;
  // For how long is said by the last word.
  if (due === today) return "Due today.";
  return again === null ? null : `On Today again ${whenText(again, today)}.`;
}

/** The page's heading; `count` as in "Twelve people". */
export function silentHeading(count: string, mine: boolean): string {
  const one = count.startsWith("One ");
  return `${count} ${mine ? "of yours " : ""}${one ? "has" : "have"} not heard from us`;
}

/** Where a contact is shown. Null: only on the person's own page. */
export function pageOfContact({ fact, factId }: Pick<ContactView, "fact" | "factId">): string | null {
  switch (fact) {
    case "ask":
    case "meeting":
    case "referral":
      return `/${fact}s/${factId}`;
    case "occasion":
      return `/touches/occasions/${factId}`;
    case "given":
      return `/given/${factId}`;
    default:
      return null;
  }
}

/** What one says when putting somebody off, and for how long. */
export const LATER = [
  { label: "Not now: in a week", days: 7, why: "later" },
  { label: "Not now: in a month", days: 30, why: "later" },
  { label: "A bad time for them: in three months", days: 91, why: "bad-time" },
  { label: "Nothing worth saying yet: in a month", days: 30, why: "nothing-to-say" },
] as const;

export function laterDay(today: Day, days: number): Day {
  return addDays(today, days);
}

function firstUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
