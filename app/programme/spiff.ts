import { addDays, type Day } from "#lib/kernel/days.ts";
import { type Calendar, type Period, type PeriodKind, periodOf } from "#lib/kernel/fiscal.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import { invalid, type Problem } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { mayLead, mayManageTeam, type Rights, type Whose } from "#team/member.ts";

/** What a SPIFF can reward, what one does before what comes of it. */
export const SPIFF_MEASURES = [
  "people-asked",
  "practice-sessions",
  "loops-closed",
  "referrals-given",
  "touches",
  "referrals-received",
  "meetings-scheduled",
  "meetings-held",
  "deals-closed",
] as const;
export type SpiffMeasure = (typeof SPIFF_MEASURES)[number];

/** Of these a rule may say which levels count. */
export const WITH_LEVELS = ["referrals-received", "referrals-given"] as const satisfies SpiffMeasure[];

/** A leader signs, and is not paid by what they sign. */
export const SPIFF_ROLES = ["rep", "manager"] as const;
export type SpiffRole = (typeof SPIFF_ROLES)[number];

export const SPIFF_PERIODS = ["week", "month", "quarter"] as const satisfies readonly PeriodKind[];

/** So much for each, or so much each time that many are reached in a period: what is reached later comes on top. */
export type Pay = { kind: "each"; minor: number } | { kind: "steps"; steps: readonly Step[] };
export interface Step {
  at: number;
  minor: number;
}

/** What stays as long as there is the SPIFF; what else it says may change from a period on. */
export interface SpiffCore {
  measure: SpiffMeasure;
  period: PeriodKind;
  currency: string;
}

export interface Terms {
  name: string;
  /** Of introductions, those that count; null: all of them. */
  levels: readonly number[] | null;
  /** What was done on these days counts. */
  fromDay: Day;
  untilDay: Day | null;
  pay: Pay;
  /** In minor units, for one rep and period. */
  repCap: number | null;
  /** For everybody together and period. */
  allCap: number | null;
  roles: readonly SpiffRole[];
  /** None: every team, and whoever is in none. */
  teamIds: readonly string[];
}

export interface Version extends Terms {
  id: string;
  number: number;
  /** The first day of the first period that it holds for. */
  holdsFrom: Day;
}

/** Since when a change holds: from the start of the period that runs, or of the next. */
export const HOLDS_FROM = ["this-period", "next-period"] as const;
export type HoldsFrom = (typeof HOLDS_FROM)[number];

export const LONGEST_NAME = 80;
const LARGEST_MINOR = 1_000_000_000;
const LARGEST_CAP = 100_000_000_000;
const MOST_STEPS = 10;
const HIGHEST_STEP = 10_000;

/** Whoever may see a statement: whose it is, their manager, and leaders. */
export function maySeeStatement(actor: Rights, whose: Whose): boolean {
  return whose.memberId === actor.member.id || mayManageTeam(actor, whose.teamId);
}

export function mayRunSpiffs(actor: Rights): boolean {
  return mayLead(actor);
}

/** Said wherever somebody wants to pay a source. */
export const NO_BOUNTY =
  "a SPIFF is for reps: an introduction that is paid for is no recommendation any more. Thank the source; a gift stays within the gift rule under “Owed to sources”";

export function noBounty(): Problem {
  return invalid(NO_BOUNTY, "roles");
}

/** Throws Problem invalid, naming the field. */
export function checkCore({ measure, currency }: SpiffCore, { levels }: Pick<Terms, "levels">): void {
  minorDigits(currency);
  if (levels !== null && !(WITH_LEVELS as readonly string[]).includes(measure))
    throw invalid("only introductions have levels", "levels");
}

/** The terms as they are kept. Throws Problem invalid, naming the field. */
export function cleanTerms(terms: Omit<Terms, "roles"> & { roles: readonly string[] }): Terms {
  const name = cleanText(terms.name, LONGEST_NAME, "name");
  if (name === null) throw invalid("give it a name that reps will know it by", "name");
  if (terms.roles.includes("source")) throw noBounty();
  const roles = SPIFF_ROLES.filter((role) => terms.roles.includes(role));
  if (roles.length === 0 || terms.roles.some((role) => !(SPIFF_ROLES as readonly string[]).includes(role)))
    throw invalid("reps take part, managers too if you like; who signs is not paid by it", "roles");
  if (terms.untilDay !== null && terms.untilDay < terms.fromDay)
    throw invalid("it ends before it begins", "until");
  const levels = terms.levels === null ? null : [...new Set(terms.levels)].toSorted((a, b) => a - b);
  if (levels !== null && (levels.length === 0 || levels.some((level) => !(level >= 1 && level <= 5))))
    throw invalid("choose from the levels 1 to 5; a name only is no introduction", "levels");
  checkCap(terms.repCap, "repCap");
  checkCap(terms.allCap, "allCap");
  return {
    ...terms,
    name,
    roles,
    levels: levels?.length === 5 ? null : levels,
    pay: cleanPay(terms.pay),
    teamIds: [...new Set(terms.teamIds)].toSorted(),
  };
}

function cleanPay(pay: Pay): Pay {
  if (pay.kind === "each") {
    checkAmount(pay.minor, "each");
    return pay;
  }
  const steps = pay.steps.toSorted((a, b) => a.at - b.at);
  if (steps.length === 0 || steps.length > MOST_STEPS)
    throw invalid(`name one to ${MOST_STEPS} steps`, "steps");
  for (const [index, { at, minor }] of steps.entries()) {
    if (!Number.isInteger(at) || at < 1 || at > HIGHEST_STEP)
      throw invalid(`a step is a number from 1 to ${HIGHEST_STEP}`, "steps");
    if (steps[index - 1]?.at === at) throw invalid(`${at} is named twice`, "steps");
    checkAmount(minor, "steps");
  }
  return { kind: "steps", steps: steps.map(({ at, minor }) => ({ at, minor })) };
}

function checkAmount(minor: number, field: string): void {
  if (!Number.isSafeInteger(minor) || minor < 1 || minor > LARGEST_MINOR)
    throw invalid("say how much: an amount above nothing", field);
}

function checkCap(minor: number | null, field: string): void {
  if (minor !== null && (!Number.isSafeInteger(minor) || minor < 1 || minor > LARGEST_CAP))
    throw invalid("a cap is an amount above nothing; leave it empty for none", field);
}

/** The version that holds for a period: the latest that began by then. `versions`: the first one first; null before it began. */
export function versionFor<V extends Pick<Version, "holdsFrom" | "fromDay">>(
  versions: readonly V[],
  { start, end }: Pick<Period, "start" | "end">,
): V | null {
  const held = versions.findLast(({ holdsFrom }) => holdsFrom <= start);
  const first = versions[0];
  // Weeks or months that begin on another day than they did: the first version holds from its own day on.
  return held ?? (first !== undefined && first.fromDay <= end ? first : null);
}

/** One period of one SPIFF: what of it counts, and by which terms. */
export interface Round<V extends Version = Version> {
  spiffId: string;
  core: SpiffCore;
  version: V;
  /** The period itself, */
  start: Day;
  end: Day;
  /** and the days in it on which something counts. */
  from: Day;
  to: Day;
}

/** A month of pay. */
export interface Stretch {
  start: Day;
  end: Day;
}

export interface Spiff<V extends Version = Version> {
  id: string;
  core: SpiffCore;
  versions: readonly V[];
}

/**
 * The rounds that end within a month: its weeks', its own, and the quarter's that ends with it. What was done up to `paidTo` was
 * paid before: only after the calendar of the workspace changed can that lie within.
 */
export function roundsIn<V extends Version>(
  spiff: Spiff<V>,
  { start, end }: Stretch,
  calendar: Calendar,
  paidTo: Day | null = null,
): Round<V>[] {
  const rounds: Round<V>[] = [];
  const first = periodOf(start, spiff.core.period, calendar);
  for (let period = first; period.start <= end; period = nextPeriod(period, calendar)) {
    if (period.end > end || period.end < start) continue;
    const version = versionFor(spiff.versions, period);
    if (version === null) continue;
    const from = latest(period.start, version.fromDay, paidTo === null ? period.start : addDays(paidTo, 1));
    const to = version.untilDay !== null && version.untilDay < period.end ? version.untilDay : period.end;
    if (from > to) continue;
    const { start: opens, end: closes } = period;
    rounds.push({ spiffId: spiff.id, core: spiff.core, version, start: opens, end: closes, from, to });
  }
  return rounds;
}

export function nextPeriod(period: Period, calendar: Calendar): Period {
  return periodOf(addDays(period.end, 1), period.kind, calendar);
}

function latest(...days: Day[]): Day {
  return days.reduce((a, b) => (a > b ? a : b));
}
