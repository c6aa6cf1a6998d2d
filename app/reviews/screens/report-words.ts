import { dayText } from "#lib/kernel/day-words.ts";
import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";
import type { Day } from "#lib/kernel/days.ts";
import { counted } from "#lib/web/words.ts";
import type { Nps, ScoreGroup } from "../nps.ts";
import { OCCASION_WORDS, type CardLanguageCode } from "../questionnaire.ts";
import type { CardStandingView, ReportCardView } from "../report-view.ts";

export const LANGUAGE_WORDS: Record<CardLanguageCode, string> = { en: "English", de: "German" };

/** "9 of 10, handed in on 18 November" */
export function cardText(card: ReportCardView, today: Day): string {
  const { state, score, handedInOn, day, untilDay, answered } = card;
  switch (state) {
    case "handed-in":
      return `${score} of 10, handed in on ${dayText(handedInOn ?? day, today)}`;
    case "withdrawn":
      return `Made on ${dayText(day, today)}, withdrawn`;
    case "expired":
      return `Made on ${dayText(day, today)}, ran out ${answered === 0 ? "unanswered" : "half-answered"}`;
    default:
      return `Made on ${dayText(day, today)}, ${answered === 0 ? "no answer yet" : `${counted(answered, "question", "questions")} answered so far`}; opens until ${dayText(untilDay, today)}`;
  }
}

/** "Mia Sommer holds the relationship.", and what is true where nobody does. */
export function whoSeesText({ ownerName, ownerHolds }: ReportCardView): string {
  return ownerHolds
    ? `${ownerName} holds the relationship.`
    : `Nobody holds the relationship: it is looked after by ${ownerName}, a leader.`;
}

/** Whole points, with the sign: "+33". */
export function points(value: number): string {
  const whole = Math.round(value);
  return whole > 0 ? `+${whole}` : whole < 0 ? `−${-whole}` : "0";
}

/** "+33, between +10 and +52 (n = 48)", or that it is too early. */
export function npsText(nps: Nps): string {
  if (nps.kind === "too-early")
    return nps.n === 0
      ? "No answers yet"
      : `${nps.n} ${nps.n === 1 ? "answer" : "answers"}; from ${ENOUGH_EVENTS} on there is a number`;
  return `${points(nps.value)}, between ${points(nps.low)} and ${points(nps.high)}`;
}

/** The same in a table beside how many answers there are: "too early". */
export function npsInTable(nps: Nps): string {
  return nps.kind === "too-early" ? "too early" : npsText(nps);
}

/** "Q4 2026", on one line. */
export function quarterName({ number, year }: { number: number; year: number }): string {
  return `Q${number}\u00a0${year}`;
}

/** In the middle is a "passive" of the trade's, who is nothing of the kind. */
export function groupWord(group: ScoreGroup): string {
  return group === "passive" ? "in between" : group;
}

/** "15 promoters", "1 detractor", "4 in between" */
export function groupText(group: ScoreGroup, count: number): string {
  return group === "passive" ? `${count} ${groupWord(group)}` : `${count} ${group}${count === 1 ? "" : "s"}`;
}

export function countsText({ counts: { promoter, passive, detractor } }: Nps): string {
  return `${groupText("promoter", promoter)}, ${groupText("passive", passive)}, ${groupText("detractor", detractor)}`;
}

/** When the next one is due, or why none is. */
export function dueText({ card, isOut, inPeace, pausedUntil, last }: CardStandingView, today: Day): string {
  if (isOut) return "One is out and can be answered";
  if (inPeace) return "Left in peace";
  if (pausedUntil !== null && pausedUntil > today) return `Put off until ${dayText(pausedUntil, today)}`;
  if (card === null) return "No report cards by rhythm";
  const before = last === null ? "None so far" : `Last on ${dayText(last, today)}`;
  if (card.state === "due") return `Due now, ${OCCASION_WORDS[card.occasion]}`;
  if (card.state === "over") return `${before}; comes again on ${dayText(card.again ?? card.due, today)}`;
  return `${before}; next on ${dayText(card.due, today)}`;
}
