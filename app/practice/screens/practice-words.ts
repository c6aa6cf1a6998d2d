import type { Moment } from "#asks/ask.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { daysBetween, type Day } from "#lib/kernel/days.ts";
import { counted, inWords } from "#lib/web/words.ts";
import type { PracticeLanguage } from "../library/practice-languages.ts";
import type { Discipline } from "../rubric.ts";
import type { Mood } from "../scenario.ts";
import type { Way } from "../session.ts";
import type { BesideView, PracticeView, PracticeWeekView } from "../practice-view.ts";

export const DISCIPLINE_WORDS: Readonly<Record<Discipline, string>> = {
  asking: "Asking",
  giving: "Giving",
  "follow-through": "Follow-through",
};

/** A part of the scenario, and in its language. */
export const MOOD_WORDS: Readonly<Record<PracticeLanguage, Readonly<Record<Mood, string>>>> = {
  en: {
    friendly: "friendly",
    busy: "in a hurry",
    reserved: "reserved",
    annoyed: "annoyed",
    delighted: "delighted",
  },
  de: {
    friendly: "freundlich",
    busy: "in Eile",
    reserved: "zurückhaltend",
    annoyed: "verärgert",
    delighted: "begeistert",
  },
};

/** When an ask is rehearsed: behind the rubric's name, in its language. */
export const MOMENT_NOTES: Readonly<Record<PracticeLanguage, Readonly<Record<Moment, string>>>> = {
  en: {
    discovery: "at a first talk",
    proposal: "at the proposal",
    delivered: "when the work is done",
    "account-review": "in an account review",
    "lost-deal": "after a lost deal",
    anytime: "at any time",
  },
  de: {
    discovery: "im ersten Gespräch",
    proposal: "beim Angebot",
    delivered: "wenn die Arbeit getan ist",
    "account-review": "im Bilanzgespräch",
    "lost-deal": "nach einem verlorenen Auftrag",
    anytime: "jederzeit",
  },
};

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  mirror: "before the mirror",
  written: "in writing",
  talk: "in a role-play",
  live: "with somebody",
};

/** Why this is offered today: "Last practised 19 days ago." */
export function whyOffered(
  { why, last }: Pick<NonNullable<PracticeView["offer"]>, "why" | "last">,
  today: Day,
): string {
  if (last === null) return "You have not practised this yet.";
  const ago = agoText(last, today);
  return why === "waited" ? `Last practised ${ago}; it has been due for a while.` : `Last practised ${ago}.`;
}

/** "today", "yesterday", "19 days ago". */
export function agoText(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

/** Why nothing is offered today. */
export function whyNothing(
  whyNone: PracticeView["whyNone"],
  { required, held, state }: PracticeWeekView,
): string {
  const left = Math.max(0, required - held);
  const week =
    state === "open"
      ? ` This week still wants ${left === 1 ? "one session" : `${inWords(left)} sessions`}: pick what you like.`
      : "";
  switch (whyNone) {
    case "practised":
      return "You have practised today. That is enough.";
    case "put-off":
      return "Not today. It comes back on another day.";
    case "day-off":
      return "A day off. Nothing is asked of you.";
    default:
      return `Nothing is rusting today.${week}`;
  }
}

/** "Two of three this week." */
export function weekText({ required, held, state }: PracticeWeekView): string {
  if (state === "neither")
    return held === 0
      ? "Nothing is required this week."
      : `${counted(held, "session", "sessions")} this week, none required.`;
  const said = `${held === 0 ? "none" : inWords(held)} of ${inWords(required)} this week`;
  if (state === "kept") return `${said}: kept.`;
  return state === "missed" ? `${said}: missed.` : `${said}.`;
}

/** How long a rehearsal took: "4 min", "under a minute". */
export function lengthText(seconds: number): string {
  return seconds < 60 ? "under a minute" : `${Math.round(seconds / 60)} min`;
}

/** "kept 6 of 8". */
export function keptText(
  points: readonly { key: string }[],
  kept: Readonly<Record<string, boolean>>,
): string {
  const many = points.filter(({ key }) => kept[key] === true).length;
  return `${many} of ${points.length}`;
}

/** How often: "once", "twice", "six times". */
export function timesText(n: number): string {
  return n === 1 ? "once" : n === 2 ? "twice" : `${inWords(n)} times`;
}

/** Who scored, as they are called: "you", "Jonas Feld", "My brother". */
export function scorerText(
  score: { scorerId: string | null; scorerName: string | null; guest: string | null },
  meId: string,
): string {
  if (score.scorerId === meId) return "You";
  return score.scorerName ?? score.guest ?? "Somebody";
}

/** "Wednesday 18 November, with somebody, 4 min". */
export function sessionText(
  { day, way, seconds }: { day: Day; way: Way; seconds: number },
  today: Day,
): string {
  return [dayText(day, today), WAY_WORDS[way], ...(seconds > 0 ? [lengthText(seconds)] : [])].join(", ");
}

/** What goes together with practice, said as that. */
export function besideText({ difference, after, others, from }: BesideView): string {
  if (from === null) return "Once somebody has practised, their real asks stand here beside it.";
  if (difference === null) {
    const fewer = Math.min(after.rate.n, others.rate.n);
    return `Too early to compare: it takes 20 asks on each side, and one has ${fewer}.`;
  }
  const { low, high } = difference;
  const why = "That is what went together; it does not say what caused it.";
  if (low > 0)
    return `Asks soon after practice brought a name more often: by ${range(low, high)} points. ${why}`;
  if (high < 0)
    return `Asks soon after practice brought a name less often: by ${range(-high, -low)} points. ${why}`;
  return `Between asks soon after practice and the others no difference shows: ${range(low, high)} points. ${why}`;
}

/** Shares as percentage points: "3 to 24". */
function range(low: number, high: number): string {
  return `${points(low)} to ${points(high)}`;
}

function points(share: number): string {
  return `${share < 0 ? "−" : ""}${Math.round(Math.abs(share) * 100)}`;
}
