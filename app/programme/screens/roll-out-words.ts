import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, inWords } from "#lib/web/words.ts";
import { ROLL_OUT_DAYS, type RollOutBlock, type RollOutLine } from "../roll-out.ts";
import type { LineView, RollOutView } from "../roll-out-view.ts";

export const BLOCK_WORDS: Readonly<Record<RollOutBlock, { name: string; weeks: string }>> = {
  say: { name: "Say it", weeks: "Weeks 1 and 2" },
  practise: { name: "Practise it", weeks: "Weeks 3 and 4" },
  ask: { name: "Ask", weeks: "Weeks 5 and 6" },
  hold: { name: "Hold it", weeks: "Weeks 7 to 9" },
  keep: { name: "Make it stay", weeks: "Weeks 10 to 13" },
};

interface LineWords {
  says: string;
  /** Where it is done, and where the fact stands. */
  to: string;
  /** What made it true, besides a name. */
  fact: string;
}

export const LINE_WORDS: Readonly<Record<RollOutLine, LineWords>> = {
  statement: { says: "A leader has said what comes first", to: "/programme", fact: "it was first said" },
  "areas-owned": {
    says: "Each of the six areas has an owner and a day",
    to: "/programme",
    fact: "the last of the six was handed out",
  },
  "goals-set": {
    says: "A goal for people asked is set, for everybody or for each team",
    to: "/settings/goals",
    fact: "the goal was set",
  },
  "leads-rehearsed": {
    says: "Every leader and manager has rehearsed once",
    to: "/practice/team",
    fact: "the last of them rehearsed",
  },
  "reps-rehearsed": {
    says: "Every rep has rehearsed once",
    to: "/practice/team",
    fact: "the last of them rehearsed",
  },
  "partners-found": { says: "Every rep has a partner", to: "/week/team", fact: "the last pair agreed" },
  "weeks-promised": {
    says: "Every rep has promised something for a week",
    to: "/week/team",
    fact: "the last of them promised",
  },
  "everybody-asked": {
    says: "Every rep has asked somebody for an introduction",
    to: "/asks",
    fact: "the last of them asked",
  },
  "everybody-coached": {
    says: "Every rep has had a 1:1",
    to: "/coaching",
    fact: "the last of them was coached",
  },
  "meetings-led": {
    says: "Every team has held its sales meeting over its week",
    to: "/sales-meeting",
    fact: "the last of them met",
  },
  "ten-introductions": { says: "Ten introductions have come", to: "/referrals", fact: "the tenth came" },
  "three-aligned": {
    says: "Three of the six areas follow what comes first",
    to: "/programme",
    fact: "the third followed",
  },
  "poll-answered": {
    says: "A poll has ended with five answers or more",
    to: "/programme/poll",
    fact: "it ended",
  },
  "everybody-introduced": {
    says: "Every rep has been introduced to somebody",
    to: "/referrals",
    fact: "the last of them was introduced",
  },
  "all-aligned": {
    says: "All six areas follow what comes first",
    to: "/programme",
    fact: "the sixth followed",
  },
  "coached-again": {
    says: "Every rep has had a second 1:1",
    to: "/coaching",
    fact: "the last of them was coached again",
  },
  "said-anew": {
    says: "What comes first was said anew, with what came of it",
    to: "/programme",
    fact: "it was said anew",
  },
};

/** "Day 34 of 90: seven of sixteen are true". */
export function rollOutHeading({
  dayNumber,
  done,
  of,
}: Pick<RollOutView, "dayNumber" | "done" | "of">): string {
  const are = `${inWords(done)} of ${inWords(of)} ${done === 1 ? "is" : "are"} true`;
  if (dayNumber < 1) return `The ninety days begin in ${1 - dayNumber} ${dayNumber === 0 ? "day" : "days"}`;
  if (dayNumber > ROLL_OUT_DAYS) return `The ninety days are over: ${are}`;
  return `Day ${dayNumber} of ${ROLL_OUT_DAYS}: ${are}`;
}

const MOST_NAMED = 3;

/** When it became true and by what fact, or how far it is and whom it waits for. */
export function lineText({ line, count, of, on, lastName, missing }: LineView, today: Day): string {
  if (on !== null)
    return `${capital(dayText(on, today))}: ${lastName === null ? LINE_WORDS[line].fact : `${LINE_WORDS[line].fact}, ${lastName}`}.`;
  const far = of === 0 ? "Nobody is there yet" : of === 1 ? "Not yet" : `${count} of ${of}`;
  if (missing.length === 0) return `${far}.`;
  // Whoever is not among those one leads is counted, not named.
  const more = of - count - Math.min(missing.length, MOST_NAMED);
  return `${far}. Missing: ${missing.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
