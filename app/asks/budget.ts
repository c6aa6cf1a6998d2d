import type { Channel } from "#people/channel.ts";
import { addDays, daysBetween, weekdayOf, type Day } from "#lib/kernel/days.ts";
import { periodOf, type Calendar } from "#lib/kernel/fiscal.ts";
import { fold } from "#lib/kernel/fold.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { NoGo, Protection } from "#people/protection.ts";
import { isOpen, openUntil, type BudgetRule, type Outcome } from "./ask.ts";
import { sentenceOf } from "./budget-words.ts";

/** What drew on a source: an ask that stands, or a reference they gave. */
export interface Drawn {
  kind: "ask" | "reference";
  id: string;
  memberId: string;
  memberName: string;
  day: Day;
  /** Of the latest conversation that asked. */
  askedDay: Day;
  /** Of the latest conversation. */
  lastDay: Day;
  outcome: Outcome | null;
  untilDay: Day | null;
  settledOn: Day | null;
}

/** Who wants to ask, when and for whom. */
export interface WantedDraw {
  memberId: string;
  day: Day;
  forWhom?: string | null;
  targetPersonId?: string | null;
  /** The company meant, and where the person meant works. */
  targetAccountIds?: readonly string[];
  /** Of one that happened already: the last day on which it is open itself. */
  openUntil?: Day | null;
  /** Somebody lets them ask this time. */
  permit?: { byId: string } | null;
}

export interface BudgetSettings {
  /** Days between two asks of one source, of whomever. */
  restDays: number;
  calendar: Calendar;
}

/** Whose draw stands in the way, or whose word; and the first day on which an ask may be. */
export interface RefusalFacts {
  rule: BudgetRule;
  memberName: string | null;
  day: Day | null;
  outcome: Outcome | null;
  untilDay: Day | null;
  /** Null: no day alone makes it right. */
  mayFrom: Day | null;
}

export interface Refusal {
  rule: BudgetRule;
  /** Whole sentences for a person. */
  sentence: string;
  facts: RefusalFacts;
}

/** What stands in the way, before it is put into words. */
export type Bar =
  | { rule: "do-not-ask"; said: NonNullable<Protection["doNotAsk"]> }
  | { rule: "serious-issue"; issue: Protection["issues"][number] }
  | { rule: "open-ask" | "rest-period"; draw: Drawn; from: Day }
  | { rule: "quarter"; most: number; draw: Drawn | null; from: Day | null }
  | { rule: "approver"; name: string }
  | { rule: "no-go"; off: NoGo };

/**
 * The rules that protect a source, in the order of docs/decisions/0050. What the source said themselves (stop, a no-go) no
 * permit overrides: it is lifted on their page. Adding a draw never allows what was refused.
 */
export function mayBeAsked(
  drawn: readonly Drawn[],
  protection: Protection,
  wanted: WantedDraw,
  today: Day,
  settings: BudgetSettings,
): Refusal | null {
  const bar = firstBar(drawn, protection, wanted, settings);
  if (bar === null) return null;
  const mayFrom = isOfTime(bar) ? firstDay(drawn, protection, wanted, settings) : null;
  const facts = { ...factsOf(bar), mayFrom };
  const sentence = sentenceOf(bar, { mayFrom, mine: wanted.memberId, restDays: settings.restDays }, today);
  return { rule: bar.rule, sentence, facts };
}

export interface Advice {
  /** The channel they like; null where they have none. */
  channel: Channel | null;
  /** The next day of the week they like, from `from` on. */
  bestDay: Day | null;
  note: string | null;
}

/** How they like to be asked: to be said, never to refuse by. */
export function adviceFor({ preference }: Pick<Protection, "preference">, from: Day): Advice {
  if (preference === null) return { channel: null, bestDay: null, note: null };
  const { channel, bestWeekday, note } = preference;
  const ahead = bestWeekday === null ? null : (bestWeekday - weekdayOf(from) + 7) % 7;
  return { channel, bestDay: ahead === null ? null : addDays(from, ahead), note };
}

/**
 * A further talk of the same rep in the same week, and coming back on or after the agreed day, belong to the ask that is
 * there: it does not stand in their way. A "no" ends it, in the same week too.
 */
export function continues(draw: Drawn, wanted: WantedDraw, { calendar }: BudgetSettings): boolean {
  if (draw.kind !== "ask" || draw.memberId !== wanted.memberId) return false;
  if (weekOf(draw.day, calendar.firstDay) === weekOf(wanted.day, calendar.firstDay))
    return draw.outcome !== "no" || draw.lastDay === wanted.day;
  return draw.untilDay !== null && draw.untilDay <= wanted.day && isOpen(draw, wanted.day);
}

/** The refusal when an answer that comes in would open an ask again beside a colleague's. */
export function mayBeReopened(
  drawn: readonly Drawn[],
  wanted: Pick<WantedDraw, "memberId" | "day" | "openUntil">,
  today: Day,
  settings: BudgetSettings,
): Refusal | null {
  const draw = drawn.find((each) => each.memberId !== wanted.memberId && standsOpen(each, wanted));
  if (draw === undefined) return null;
  const bar: Bar = { rule: "open-ask", draw, from: endOf(draw) };
  const mayFrom = endOf(draw);
  const facts = { ...factsOf(bar), mayFrom };
  const said = { mayFrom: null, mine: wanted.memberId, restDays: settings.restDays };
  return { rule: "open-ask", sentence: sentenceOf(bar, said, today), facts };
}

function firstBar(
  drawn: readonly Drawn[],
  protection: Protection,
  wanted: WantedDraw,
  settings: BudgetSettings,
): Bar | null {
  const { doNotAsk, issues, preference } = protection;
  const permitted = Boolean(wanted.permit);
  if (doNotAsk !== null) return { rule: "do-not-ask", said: doNotAsk };
  if (!permitted && issues[0]) return { rule: "serious-issue", issue: issues[0] };
  const early = permitted ? null : barOfTime(drawn, protection, wanted, settings);
  if (early !== null) return early;
  const approver = preference?.approver ?? null;
  const agreed = approver === null || [wanted.memberId, wanted.permit?.byId].includes(approver.id);
  if (!agreed) return { rule: "approver", name: approver.name };
  const off = protection.noGos.find((noGo) => rulesOut(noGo, wanted));
  return off ? { rule: "no-go", off } : null;
}

type BarOfTime = Extract<Bar, { from: Day | null }>;

function isOfTime(bar: Bar): bar is BarOfTime {
  return "from" in bar;
}

/** The bars that time lifts. */
function barOfTime(
  drawn: readonly Drawn[],
  { preference }: Protection,
  wanted: WantedDraw,
  settings: BudgetSettings,
): BarOfTime | null {
  const others = drawn.filter((draw) => !continues(draw, wanted, settings)).toSorted(latestFirst);
  const open = others
    .filter((draw) => standsOpen(draw, wanted))
    .toSorted((a, b) => compare(endFor(b, wanted), endFor(a, wanted)))[0];
  if (open) return { rule: "open-ask", draw: open, from: endFor(open, wanted) };
  const near = others.find((draw) => Math.abs(daysBetween(draw.askedDay, wanted.day)) < settings.restDays);
  if (near) return { rule: "rest-period", draw: near, from: addDays(near.askedDay, settings.restDays) };
  const most = preference?.mostPerQuarter ?? null;
  if (most === null) return null;
  const { start, end } = periodOf(wanted.day, "quarter", settings.calendar);
  const inIt = others.filter(({ askedDay }) => askedDay >= start && askedDay <= end);
  if (inIt.length < most) return null;
  return { rule: "quarter", most, draw: inIt[0] ?? null, from: most === 0 ? null : addDays(end, 1) };
}

/** The first day from the wanted one on at which time alone refuses nothing any more. */
function firstDay(
  drawn: readonly Drawn[],
  protection: Protection,
  wanted: WantedDraw,
  settings: BudgetSettings,
): Day | null {
  let day = wanted.day;
  for (;;) {
    const bar = barOfTime(drawn, protection, { ...wanted, day, openUntil: null }, settings);
    if (bar === null) return day;
    // A draw that is later than the day wanted may end the wait on a day before it.
    if (bar.from === null) return null;
    day = bar.from > day ? bar.from : addDays(day, 1);
  }
}

/** On the day wanted; or, for one that happened before the draw, on the day of the draw. */
function standsOpen(draw: Drawn, wanted: Pick<WantedDraw, "day" | "openUntil">): boolean {
  if (draw.kind === "reference") return false;
  if (draw.day <= wanted.day) return isOpen(draw, wanted.day);
  return openUntil(draw) !== null && draw.day <= (wanted.openUntil ?? "");
}

/** The first day after it is open. */
function endOf(draw: Drawn): Day {
  return addDays(openUntil(draw) ?? draw.lastDay, 1);
}

/** For its own rep that is the day that was agreed. */
function endFor(draw: Drawn, wanted: WantedDraw): Day {
  return draw.memberId === wanted.memberId && draw.untilDay !== null ? draw.untilDay : endOf(draw);
}

function rulesOut({ account, person, topic }: NoGo, wanted: WantedDraw): boolean {
  if (person) return Boolean(wanted.targetPersonId && person.ids.includes(wanted.targetPersonId));
  if (account) return (wanted.targetAccountIds ?? []).some((id) => account.ids.includes(id));
  const [off, said] = [fold(topic ?? ""), fold(wanted.forWhom ?? "")];
  return off !== "" && ` ${said} `.includes(` ${off} `);
}

function factsOf(bar: Bar): Omit<RefusalFacts, "mayFrom"> {
  const nobody = { memberName: null, day: null, outcome: null, untilDay: null };
  const of = (more: Partial<typeof nobody> | Partial<RefusalFacts>) => ({ ...nobody, ...more });
  switch (bar.rule) {
    case "do-not-ask":
      return { ...of({ memberName: bar.said.by.name, day: bar.said.day }), rule: bar.rule };
    case "serious-issue":
      return { ...of({ memberName: bar.issue.by.name, day: bar.issue.day }), rule: bar.rule };
    case "approver":
      return { ...of({ memberName: bar.name }), rule: bar.rule };
    case "no-go":
      return { ...of({ memberName: bar.off.by.name, day: bar.off.day }), rule: bar.rule };
    default: {
      const { draw } = bar;
      if (draw === null) return { ...nobody, rule: bar.rule };
      const { memberName, askedDay, outcome, untilDay } = draw;
      return { rule: bar.rule, memberName, day: askedDay, outcome, untilDay };
    }
  }
}

function latestFirst(a: Drawn, b: Drawn): number {
  return compare(b.askedDay, a.askedDay) || compare(b.id, a.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
