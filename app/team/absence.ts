import { type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { mayChangeFor, type Rights } from "./member.ts";

/** Days on which a member is away, the first and the last included, and who takes over meanwhile. */
export interface Absence {
  memberId: string;
  fromDay: Day;
  toDay: Day;
  standInId: string | null;
}

// Whoever is away longer has left, or has their work passed on for good.
export const MOST_DAYS_AWAY = 300;
export const MOST_ABSENCE_WORDS = 500;

export function isAwayOn(absences: readonly Absence[], memberId: string, day: Day): boolean {
  return absences.some((each) => each.memberId === memberId && covers(each, day));
}

/**
 * Who takes over what is due to the member on that day: the stand-in, or theirs when they are away too, and so on. Null when the
 * member is there, nobody was named, or all who were named are away. Of absences that overlap the last one given holds.
 */
export function standInOn(absences: readonly Absence[], memberId: string, day: Day): string | null {
  const seen = new Set([memberId]);
  let who = memberId;
  while (isAwayOn(absences, who, day)) {
    const named = absences.findLast(
      (each) => each.memberId === who && covers(each, day) && each.standInId !== null,
    );
    const next = named?.standInId ?? null;
    if (next === null || seen.has(next)) return null;
    seen.add(next);
    who = next;
  }
  return who === memberId ? null : who;
}

/** What was said with it is for themselves, whoever stands in, their managers and leaders. */
export function mayReadWords(actor: Rights, absence: Absence & { memberTeamId: string | null }): boolean {
  const { memberId, memberTeamId, standInId } = absence;
  return standInId === actor.member.id || mayChangeFor(actor, { memberId, teamId: memberTeamId });
}

/** Throws Problem invalid, naming the field. */
export function checkAbsence(wanted: Absence & { words: string | null }, days: number): void {
  if (wanted.toDay < wanted.fromDay)
    throw invalid("the last day away comes before the first; turn them round", "toDay");
  if (days > MOST_DAYS_AWAY)
    throw invalid(
      `this is more than ${MOST_DAYS_AWAY} days; pass on what they look after and let them return later`,
      "toDay",
    );
  if (wanted.standInId === wanted.memberId)
    throw invalid("somebody else stands in; choose a colleague or nobody", "standInId");
  if ((wanted.words ?? "").length > MOST_ABSENCE_WORDS)
    throw invalid(`say it in ${MOST_ABSENCE_WORDS} characters`, "words");
}

function covers({ fromDay, toDay }: Absence, day: Day): boolean {
  return fromDay <= day && day <= toDay;
}
