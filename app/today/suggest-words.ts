import { dayText, whenText } from "#lib/kernel/day-words.ts";
import { daysBetween, type Day } from "#lib/kernel/days.ts";
import {
  SUGGEST_PARTS,
  type Bond,
  type Candidate,
  type Link,
  type Scored,
  type SuggestPart,
} from "./suggest.ts";

export interface SuggestReason {
  part: SuggestPart;
  /** Whole, without a full stop. */
  words: string;
}

/** With what they are called by: "Anna". */
export type Spoken = Candidate & { called: string };

const MOST_REASONS = 3;
/** A touch further back than this is no reason to call now. */
const LATELY_DAYS = 92;

/** What speaks for them, what adds most first: one to three. */
export function reasonsFor({ candidate, adds }: Scored<Spoken>, today: Day): SuggestReason[] {
  const found = SUGGEST_PARTS.filter((part) => adds[part] > 0)
    .toSorted((a, b) => adds[b] - adds[a])
    .flatMap((part) => {
      const words = wordsFor(part, candidate, today);
      return words === null ? [] : [{ part, words }];
    })
    .slice(0, MOST_REASONS);
  return found.length > 0
    ? found
    : [{ part: "bond", words: `${candidate.called} may be asked, and you know each other` }];
}

/** A line to begin with, said to them. */
export function lineFor({ glad, right, won, moment, links, introductions }: Spoken): string {
  const link = links.find(({ target }) => target !== null) ?? links[0];
  if (glad) {
    const thanks = `“Thank you for the ${glad.score} you gave us.`;
    if (link?.target)
      return `${thanks} You know ${link.target} from ${link.company}: would you introduce us?”`;
    if (link) return `${thanks} Whom should I meet at ${link.company}?”`;
    return `${thanks} Whom do you know who should be as glad of us?”`;
  }
  if (link?.target) return `“You know ${link.target} from ${link.company}. Would you introduce us?”`;
  if (moment?.moment === "lost-deal")
    return "“Thank you again for the honest no. Whom do you know for whom it may be right?”";
  if (right?.earned && right.words)
    return "“You told me what it brought you. Who else should hear that from you?”";
  if (link) return `“You know ${link.company} from the inside. Whom should I meet there?”`;
  if (introductions)
    return `“Thank you again for introducing me to ${introductions.lastTo}. Who else comes to mind?”`;
  if (won) return "“Now that it runs at your place: who do you know who is where you were?”";
  return "“I meet most of my clients through people I know. Who comes to your mind?”";
}

function wordsFor(part: SuggestPart, candidate: Spoken, today: Day): string | null {
  return WORDS[part](candidate, today);
}

const WORDS: Readonly<Record<SuggestPart, (candidate: Spoken, today: Day) => string | null>> = {
  glad: ({ called, glad }, today) =>
    glad && `${called} gave us ${glad.score} of 10 on a report card on ${dayText(glad.day, today)}`,
  right: ({ called, right, won }, today) => {
    if (right?.earned) {
      const said = `${called} said ${timeText(right.day, today)}`;
      return right.words ? `${said}: “${shortened(right.words)}”` : `${said} that we delivered`;
    }
    return won && `${won.mine ? "You" : "We"} won their deal ${timeText(won.day, today)}`;
  },
  moment: ({ moment }) => moment && MOMENT_WORDS[moment.moment],
  network: ({ links: [first, ...others] }) => (first ? linkText(first, others.length) : null),
  outcomes: ({ introductions }, today) => {
    if (!introductions) return null;
    const { count, lastTo, lastOn } = introductions;
    const more = count > 1 ? `, one of ${count} so far` : "";
    return `Introduced us to ${lastTo} ${timeText(lastOn, today)}${more}`;
  },
  touch: ({ touch }, today) => {
    if (!touch || daysBetween(touch.day, today) > LATELY_DAYS) return null;
    const when = timeText(touch.day, today);
    const who = touch.mine ? "you" : (touch.byName ?? "us");
    if (touch.kind === "introduced") return `Introduced ${who} to somebody ${when}`;
    return `${who === "you" ? "You" : (touch.byName ?? "We")} ${touch.kind === "met" ? "met" : "spoke with"} them ${when}`;
  },
  fairness: ({ asks }) => (asks.ever === 0 ? "Not asked by anybody yet" : null),
  rest: ({ lastAsk }, today) =>
    lastAsk && daysBetween(lastAsk.day, today) > LATELY_DAYS
      ? `Last asked ${timeText(lastAsk.day, today)}, by ${lastAsk.mine ? "you" : lastAsk.byName}`
      : null,
  bond: ({ bond }, today) => bond && bondText(bond, today),
};

function bondText(bond: Bond, today: Day): string {
  if (bond.kind === "acquaintance") return `You know each other: ${bond.as}`;
  if (bond.kind === "spoken") return "You have spoken before";
  if (bond.handedTo === null) return "You hold the relationship";
  const since = bond.since ? ` since ${timeText(bond.since, today).replace(/^in /, "")}` : "";
  return `You built the relationship and may still ask; ${bond.handedTo} looks after them${since}`;
}

const MOMENT_WORDS = {
  delivered: "We delivered: this is the moment to thank them and ask",
  "account-review": "Their account review is due",
  "lost-deal": "The pause after the lost deal is over",
  anytime: "A good moment to ask has come",
} as const;

/** "Worked until 2022 at Telia, where Eva Lund is on our list". */
function linkText({ company, target, targetThere, current, untilDay }: Link, others: number): string {
  const until = untilDay === null ? "" : ` until ${untilDay.slice(0, 4)}`;
  const stay = current ? `Works at ${company}` : `Worked${until} at ${company}`;
  const more = others > 0 ? `; ${others} more of our list ${others > 1 ? "are" : "is"} near` : "";
  if (target === null) return `${stay}, which is on our list${more}`;
  return targetThere
    ? `${stay}, where ${target} is on our list${more}`
    : `${stay} with ${target}, who is on our list${more}`;
}

/** "12 days ago", "in May", "in May 2025". */
function timeText(day: Day, today: Day): string {
  if (Math.abs(daysBetween(day, today)) <= 31) return whenText(day, today);
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  const month = new Intl.DateTimeFormat("en-GB", { month: "long", year, timeZone: "UTC" });
  return `in ${month.format(new Date(`${day}T00:00:00Z`))}`;
}

function shortened(words: string): string {
  const clean = words.trim().replace(/[.!]$/, "");
  return clean.length <= 120 ? clean : `${clean.slice(0, 117).replace(/\s+\S*$/, "")} …`;
}
