import type { Day } from "#lib/kernel/days.ts";
import { byNearness, type BelongsTo, type IdealClientFacts } from "./ideal-client.ts";
import type { ReasonFacts } from "./business-reason.ts";
import { industriesIn, inText, isOfIndustry, sharedWords, speaksOf } from "./industry.ts";
import { promptsFor, type Prompt } from "./match-prompts.ts";
import { knownTargets, type TargetMet } from "./match-targets.ts";
import type { PromptWords } from "./wordings/talk-language.ts";

/** A company as far as matching asks. */
export interface Place {
  /** Of the account that stands for it. */
  accountId: string;
  accountName: string;
  industry: string | null;
  city: string | null;
}

/** A time at a company. Days may be unknown. */
export interface StayAt extends Place {
  title: string | null;
  fromDay: Day | null;
  /** The first day no longer there. */
  untilDay: Day | null;
  current: boolean;
}

/** Whom we ask: where they work and worked, the current position first. */
export interface Asked {
  personId: string;
  stays: readonly StayAt[];
  city: string | null;
}

/** Somebody at a company we pursue, or whom we pursue themselves; without a person, the company alone. */
export interface Pursued {
  /** Of the target, where somebody chose it. */
  targetId: string | null;
  person: {
    id: string;
    ids: readonly string[];
    name: string;
    title: string | null;
    city: string | null;
  } | null;
  /** Where they work now, or the company itself. */
  place: (Place & { ids: readonly string[] }) | null;
  stays: readonly StayAt[];
}

/** What the source has ruled out: companies and persons under all ids they are known by, and topics. */
export interface RuledOut {
  ids: readonly string[];
  topics: readonly string[];
}

export type Picture = IdealClientFacts & BelongsTo & { id: string; retiredOn: Day | null };
export type Reason = ReasonFacts & { id: string; retiredOn: Day | null };

export interface Wanted {
  today: Day;
  source: Asked;
  /** Whom this ask is for in particular. */
  target: Pursued | null;
  pictures: readonly Picture[];
  reasons: readonly Reason[];
  pursued: readonly Pursued[];
  ruledOut: RuledOut;
  /** How prompts are said to the source. */
  words: PromptWords;
}

export interface Fitting {
  id: string;
  /** In words, a part each; never empty. */
  why: string[];
}

export interface Match {
  /** The fitting pictures, the best first. */
  pictures: Fitting[];
  /** Whom to let them think of, said to the source. */
  prompts: Prompt[];
  /** Whom of those we pursue they may know. */
  targets: TargetMet[];
  /** The fitting reasons, the best first. */
  reasons: Fitting[];
}

const MOST_PICTURES = 6;
const MOST_REASONS = 6;

/**
 * What to ask a source for, from what is known of them and nothing else. Everything is in one order whatever order it came in:
 * by the points below, then by nearness (one's own pictures, the team's, the workspace's), then by name, then by id.
 *
 * A picture or a reason for certain industries gets 4 where the target is in one, 3 where the source works in one, 2 where they
 * worked in one; without any of them it does not fit. One for any industry gets 1. A picture gets 2 more when its level is
 * spoken of in the title of the target, 1 in that of the source: people know their like. A reason gets 2 more when its problem
 * is spoken of in the best fitting picture.
 */
export function matchFor(wanted: Wanted): Match {
  const pictures = fittingPictures(wanted);
  const best = wanted.pictures.find(({ id }) => id === pictures[0]?.id) ?? null;
  const { target, source, ruledOut, words } = wanted;
  return {
    pictures,
    prompts: promptsFor(source, target, ruledOut, words),
    targets: knownTargets(wanted),
    reasons: fittingReasons(wanted, best),
  };
}

interface Point {
  points: number;
  why: string;
}

function fittingPictures(wanted: Wanted): Fitting[] {
  return wanted.pictures
    .filter((picture) => picture.retiredOn === null && !isRuledOut(textOf(picture), wanted.ruledOut))
    .map((picture) => ({ picture, found: pointsOf(wanted, picture.industry, levelPoints(wanted, picture)) }))
    .filter(({ found }) => found.length > 0)
    .toSorted((one, other) => sum(other.found) - sum(one.found) || byNearness(one.picture, other.picture))
    .slice(0, MOST_PICTURES)
    .map(({ picture, found }) => ({ id: picture.id, why: found.map(({ why }) => why) }));
}

function fittingReasons(wanted: Wanted, best: Picture | null): Fitting[] {
  return wanted.reasons
    .filter((reason) => reason.retiredOn === null && !isRuledOut(reasonText(reason), wanted.ruledOut))
    .map((reason) => ({ reason, found: pointsOf(wanted, reason.industry, problemPoints(reason, best)) }))
    .filter(({ found }) => found.length > 0)
    .toSorted(
      (one, other) =>
        sum(other.found) - sum(one.found) ||
        compare(one.reason.sentence, other.reason.sentence) ||
        compare(one.reason.id, other.reason.id),
    )
    .slice(0, MOST_REASONS)
    .map(({ reason, found }) => ({ id: reason.id, why: found.map(({ why }) => why) }));
}

/** Nothing when it is meant for industries that neither the target nor the source has to do with. */
function pointsOf(wanted: Wanted, industry: string | null, more: readonly Point[]): Point[] {
  const meant = industriesIn(industry);
  if (meant.length === 0) return [...more, { points: 1, why: "fits any industry" }];
  const place = placeIn(wanted, meant);
  return place === null ? [] : [place, ...more];
}

function placeIn({ source, target }: Wanted, meant: readonly string[]): Point | null {
  const aim = target?.place ?? null;
  if (aim !== null && isOfIndustry(aim.industry, meant))
    return { points: 4, why: `${aim.accountName} is in ${inText(aim.industry)}` };
  const stay = source.stays.find((each) => isOfIndustry(each.industry, meant));
  if (stay === undefined) return null;
  return stay.current
    ? { points: 3, why: `they work in ${inText(stay.industry)}, at ${stay.accountName}` }
    : { points: 2, why: `they worked in ${inText(stay.industry)}, at ${stay.accountName}` };
}

function levelPoints({ source, target }: Wanted, { level }: Picture): Point[] {
  if (level === null) return [];
  const aimed = target?.person?.title ?? null;
  if (target?.person && aimed !== null && sharedWords(aimed, level).length > 0)
    return [{ points: 2, why: `${target.person.name} is ${aimed}` }];
  const title = source.stays.find((stay) => stay.current)?.title ?? null;
  if (title === null || sharedWords(title, level).length === 0) return [];
  return [{ points: 1, why: `they are ${title} themselves, and know their like` }];
}

function problemPoints({ problem }: Reason, best: Picture | null): Point[] {
  if (problem === null || best === null) return [];
  const shared = sharedWords(problem, [best.situation, best.says].filter(Boolean).join(" "));
  return shared.length === 0 ? [] : [{ points: 2, why: `answers what “${best.name}” has: ${problem}` }];
}

function isRuledOut(text: string, { topics }: RuledOut): boolean {
  return topics.some((topic) => speaksOf(text, topic));
}

function textOf({ name, level, company, industry, situation, says }: Picture): string {
  return [name, level, company, industry, situation, says].filter(Boolean).join(" ");
}

function reasonText({ sentence, industry, problem }: Reason): string {
  return [sentence, industry, problem].filter(Boolean).join(" ");
}

function sum(found: readonly Point[]): number {
  return found.reduce((total, { points }) => total + points, 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
