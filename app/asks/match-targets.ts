import { addDays, type Day } from "#lib/kernel/days.ts";
import { fold } from "#lib/kernel/fold.ts";
import { inText } from "./industry.ts";
import type { Asked, Pursued, StayAt, Wanted } from "./match.ts";

/** Somebody, or a company, that we pursue and that the source may know. In words said to the source: "you" is the source. */
export interface TargetMet {
  targetId: string | null;
  personId: string | null;
  accountId: string | null;
  /** "Eva Lund, Head of operations at Telia", or the company's name. */
  words: string;
  why: string;
}

const MOST_TARGETS = 8;

interface Link {
  points: number;
  /** The latest day on which both were there; for one order among equals. */
  last: Day;
  why: string;
}

/**
 * Those whom the source may know, the surest first: worked at the same company in overlapping years 4, at the same company with
 * years that may overlap 2, the company itself where they worked 3, their trade in their town 1. The target of the ask, where it
 * is among them, comes first. What the source has ruled out is left out.
 */
export function knownTargets({ source, target, pursued, ruledOut, today }: Wanted): TargetMet[] {
  const isTarget = (each: Pursued) => target !== null && keyOf(each) === keyOf(target);
  const all = target === null || pursued.some(isTarget) ? pursued : [...pursued, target];
  return all
    .filter((each) => each.person?.id !== source.personId)
    .filter((each) => !idsOf(each).some((id) => ruledOut.ids.includes(id)))
    .flatMap((each) => {
      const link = linkTo(source, each, today);
      return link === null ? [] : [{ each, link }];
    })
    .toSorted(
      (one, other) =>
        Number(isTarget(other.each)) - Number(isTarget(one.each)) ||
        other.link.points - one.link.points ||
        compare(other.link.last, one.link.last) ||
        compare(wordsFor(one.each), wordsFor(other.each)) ||
        compare(keyOf(one.each), keyOf(other.each)),
    )
    .filter(({ each }, at, list) => list.findIndex((other) => keyOf(other.each) === keyOf(each)) === at)
    .slice(0, MOST_TARGETS)
    .map(({ each, link }) => ({
      targetId: each.targetId,
      personId: each.person?.id ?? null,
      accountId: each.place?.accountId ?? null,
      words: wordsFor(each),
      why: link.why,
    }));
}

function linkTo(source: Asked, each: Pursued, today: Day): Link | null {
  if (each.person === null) return companyLink(source, each, today) ?? townLink(source, each);
  const met = source.stays
    .flatMap((mine) => each.stays.map((theirs) => colleagues(each.person?.name ?? "", mine, theirs, today)))
    .filter((link) => link !== null)
    .toSorted(
      (one, other) =>
        other.points - one.points || compare(other.last, one.last) || compare(one.why, other.why),
    );
  return met[0] ?? townLink(source, each);
}

function colleagues(name: string, mine: StayAt, theirs: StayAt, today: Day): Link | null {
  if (mine.accountId !== theirs.accountId) return null;
  const [one, other] = [spanOf(mine, today), spanOf(theirs, today)];
  // Years that are written down and do not meet: they were never there together.
  if (one.latest < other.earliest || other.latest < one.earliest) return null;
  const sure = one.from <= other.to && other.from <= one.to;
  const last = [one.to, other.to].toSorted()[0] ?? today;
  const why = `${name} ${beingAt(mine.accountName, theirs)}, you ${beingThere(mine)}`;
  return { points: sure ? 4 : 2, last, why: sure ? why : `${why}; the years may not meet` };
}

function companyLink({ stays }: Asked, { place }: Pursued, today: Day): Link | null {
  if (place === null) return null;
  const stay = stays.find(({ accountId }) => accountId === place.accountId);
  if (stay === undefined) return null;
  const since = stay.fromDay === null ? "" : ` since ${yearOf(stay.fromDay)}`;
  const until = stay.untilDay === null ? "" : ` until ${yearOf(stay.untilDay)}`;
  const why = stay.current ? `you work there${since}` : `you worked there${until}`;
  return { points: 3, last: stay.untilDay ?? today, why };
}

function townLink({ stays, city }: Asked, { place, person }: Pursued): Link | null {
  const now = stays.find((stay) => stay.current);
  if (now === undefined || place === null || now.industry === null || place.industry === null) return null;
  const [mine, theirs] = [city ?? now.city, person?.city ?? place.city];
  if (mine === null || theirs === null || now.accountId === place.accountId) return null;
  if (fold(mine) !== fold(theirs) || fold(now.industry) !== fold(place.industry)) return null;
  return { points: 1, last: "0001-01-01", why: `both of you are in ${inText(now.industry)} in ${mine}` };
}

/**
 * From when to when they were there for certain (`from`, `to`), and at the most (`earliest`, `latest`). A stay with one known
 * day was there on it, or on the day before it ended; the current one is there today.
 */
function spanOf({ fromDay, untilDay, current }: StayAt, today: Day) {
  const last = untilDay === null ? null : addDays(untilDay, -1);
  const to = last ?? (current ? today : null);
  return {
    from: fromDay ?? to ?? "9999-12-31",
    to: to ?? fromDay ?? "0001-01-01",
    earliest: fromDay ?? "0001-01-01",
    latest: last ?? today,
  };
}

/** "has been at Telia since 2021", "was at Telia until 2022". */
function beingAt(company: string, { fromDay, untilDay, current }: StayAt): string {
  if (current)
    return fromDay === null ? `is at ${company}` : `has been at ${company} since ${yearOf(fromDay)}`;
  if (untilDay === null)
    return fromDay === null ? `was at ${company}` : `was at ${company} from ${yearOf(fromDay)}`;
  return fromDay === null
    ? `was at ${company} until ${yearOf(untilDay)}`
    : `was at ${company} from ${yearOf(fromDay)} to ${yearOf(untilDay)}`;
}

/** After "you": "are there too", "were there until 2022". */
function beingThere({ fromDay, untilDay, current }: StayAt): string {
  if (current) return fromDay === null ? "are there too" : `have been there since ${yearOf(fromDay)}`;
  if (untilDay !== null) return `were there until ${yearOf(untilDay)}`;
  return fromDay === null ? "were there too" : `were there from ${yearOf(fromDay)}`;
}

function wordsFor({ person, place }: Pursued): string {
  if (person === null) return place?.accountName ?? "";
  const at = place === null ? null : `at ${place.accountName}`;
  const post = [person.title, at].filter((part) => part !== null).join(" ");
  return post === "" ? person.name : `${person.name}, ${post}`;
}

function idsOf({ person, place }: Pursued): string[] {
  return [person?.id, ...(person?.ids ?? []), place?.accountId, ...(place?.ids ?? [])].filter(
    (id) => id !== undefined,
  );
}

function keyOf({ person, place }: Pursued): string {
  return person?.id ?? place?.accountId ?? "";
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
