import type { Actor } from "#lib/kernel/actor.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";
import { answerBy } from "#referrals/answer-by.ts";
import type { Clocks } from "#team/clocks.ts";
import { mayChangeFor } from "#team/member.ts";
import { withinDays, withinHours, type CalendarOn, type Happened } from "./duty-clocks.ts";

/** What an introduction owes, in the order in which it comes. */
export const DUTY_KINDS = [
  "respond",
  "thank",
  "report",
  "report-close",
  "thank-close",
  "thank-chain",
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];
/** Answering is done with the introduction itself; these are done by saying so. */
export const SAID_KINDS = ["thank", "report", "report-close", "thank-close", "thank-chain"] as const;
export type SaidKind = (typeof SAID_KINDS)[number];

/** As many as one tap settles: a source, and everybody up the chain. */
export const MOST_AT_ONCE = 20;

/** What makes each of them owed: to the source themselves, or to those up the chain. */
const STARTED_BY: Record<SaidKind, "arrival" | "close" | "won-up-the-chain"> = {
  thank: "arrival",
  report: "arrival",
  "report-close": "close",
  "thank-close": "close",
  "thank-chain": "won-up-the-chain",
};

export const DUTY_HOWS = ["call", "in-person", "note", "email", "message", "gift"] as const;
export type DutyHow = (typeof DUTY_HOWS)[number];

/** An introduction as far as it owes anything. */
export interface Introduction {
  referralId: string;
  sourceId: string;
  /** The day it counts on; null while it is a name only, which nobody is thanked for. */
  countsFrom: Day | null;
  arrivedAt: Date | null;
  respondedAt: Date | null;
  /** They met, and that is how far it came. */
  met: Happened | null;
  /** It was won or lost. */
  close: (Happened & { won: boolean }) | null;
  /** Whoever introduced the source, and who introduced them, the nearest first. */
  chain: readonly string[];
}

/** What somebody said of a duty: done, or let go with a reason. */
export interface Settled {
  id: string;
  kind: SaidKind;
  sourceId: string;
  how: DutyHow | null;
  letGoWhy: string | null;
  words: string | null;
  day: Day;
  at: Date;
  byId: string;
}

export interface Duty {
  /** "referral.kind.source" */
  id: string;
  referralId: string;
  kind: DutyKind;
  /** To whom it is owed; for an answer the new contact waits, and the source with them. */
  sourceId: string;
  dueAt: Date;
  doneAt: Date | null;
  settled: Settled | null;
  /** Of a report: the day they heard from us before there was a meeting to tell of. */
  heardOn: Day | null;
}

/**
 * METHOD.md, rule 6. The report after thirty days is left out where the close came first, or where they have heard of it: then both are told at once. Sources up
 * the chain are thanked for what was won. A word from before the meeting tells nobody how it went: the report is owed again once they met. An introduction of a day before the clocks ran owes only what its close asks for.
 */
export function dutiesOf(
  introduction: Introduction,
  settled: readonly Settled[],
  clocks: Clocks,
  calendarOn: CalendarOn,
): Duty[] {
  const { countsFrom, arrivedAt, respondedAt, met, close, sourceId, chain } = introduction;
  if (countsFrom === null) return [];
  const owed = (kind: DutyKind, to: string, dueAt: Date, heardOn: Day | null = null): Duty => {
    const last = settled.find((each) => each.kind === kind && each.sourceId === to) ?? null;
    const said = heardOn === null ? last : null;
    const doneAt = kind === "respond" ? respondedAt : (said?.at ?? null);
    const id = dutyId(introduction.referralId, kind, to);
    return {
      id,
      referralId: introduction.referralId,
      kind,
      sourceId: to,
      dueAt,
      doneAt,
      settled: said,
      heardOn,
    };
  };
  const duties: Duty[] = [];
  if (countsFrom >= clocks.since) {
    const respondBy = answerBy({ countsFrom, arrivedAt }, calendarOn(countsFrom), clocks);
    if (respondBy) duties.push(owed("respond", sourceId, respondBy));
    const arrival = { day: countsFrom, at: arrivedAt };
    duties.push(owed("thank", sourceId, withinHours(arrival, clocks.thankHours, clocks, calendarOn)));
    const report = withinDays(countsFrom, clocks.reportDays, clocks, calendarOn);
    const said = (kind: SaidKind) => settled.find((each) => each.kind === kind && each.sourceId === sourceId);
    const knows = close !== null && (!closedAfter(close, report) || said("report-close") !== undefined);
    const word = said("report");
    if (met !== null && word !== undefined && isBefore(word, met, calendarOn)) {
      const afterIt = withinHours(met, clocks.closeHours, clocks, calendarOn);
      duties.push(owed("report", sourceId, afterIt > report ? afterIt : report, word.day));
    } else if (word !== undefined || !knows) duties.push(owed("report", sourceId, report));
  }
  if (close !== null && close.day >= clocks.since) {
    const atClose = withinHours(close, clocks.closeHours, clocks, calendarOn);
    duties.push(...startedBy("close").map((kind) => owed(kind, sourceId, atClose)));
    if (close.won)
      for (const kind of startedBy("won-up-the-chain"))
        duties.push(...chain.map((source) => owed(kind, source, atClose)));
  }
  return duties;
}

/**
 * Once it was answered and these are settled with the source, an introduction owes them nothing more. At the close they hear how
 * it ended, so that a report on the way is not missed.
 */
export function settlesAll(closed: boolean): SaidKind[] {
  if (!closed) return startedBy("arrival");
  return [...startedBy("arrival").filter((kind) => kind !== "report"), ...startedBy("close")];
}

function startedBy(what: (typeof STARTED_BY)[SaidKind]): SaidKind[] {
  return SAID_KINDS.filter((kind) => STARTED_BY[kind] === what);
}

export function dutyId(referralId: string, kind: DutyKind, sourceId: string): string {
  return `${referralId}.${kind}.${sourceId}`;
}

/** Null for what is no id of a duty. */
export function partsOfDutyId(id: string): { referralId: string; kind: DutyKind; sourceId: string } | null {
  const [referralId, kind, sourceId, ...more] = id.split(".");
  return referralId && sourceId && isKind(kind) && more.length === 0 ? { referralId, kind, sourceId } : null;
}

export type DutyState = "open" | "late" | "done" | "let-go";

export function stateOf(
  { dueAt, doneAt, settled }: Pick<Duty, "dueAt" | "doneAt" | "settled">,
  now: Date,
): DutyState {
  if (settled?.letGoWhy != null) return "let-go";
  if (doneAt !== null) return "done";
  return now > dueAt ? "late" : "open";
}

export function isOwed({ state }: { state: DutyState }): boolean {
  return state === "open" || state === "late";
}

/** Whether it was done by its time; null while it is open and not late. What was let go was not done. */
export function inTime(duty: Duty, now: Date): boolean | null {
  if (duty.settled?.letGoWhy != null) return false;
  if (duty.doneAt !== null) return duty.doneAt <= duty.dueAt;
  return now > duty.dueAt ? false : null;
}

/** The rep, whoever it was passed to, and whoever stands in for them; their managers and leaders. */
export function maySettle(
  actor: Pick<Actor, "member" | "leads">,
  owner: { memberId: string; teamId: string | null },
  instead: readonly (string | null)[],
): boolean {
  return mayChangeFor(actor, owner) || instead.includes(actor.member.id);
}

/** Said before they met; on the day itself by the hour, where both are known. What was let go stays so. */
function isBefore(word: Settled, met: Happened, calendarOn: CalendarOn): boolean {
  if (word.letGoWhy !== null) return false;
  if (word.day !== met.day) return word.day < met.day;
  return met.at !== null && dayIn(met.at, calendarOn(met.day).timeZone) === met.day && word.at < met.at;
}

function closedAfter(close: Happened, due: Date): boolean {
  return close.at === null ? close.day > due.toISOString().slice(0, 10) : close.at > due;
}

function isKind(text: string | undefined): text is DutyKind {
  return (DUTY_KINDS as readonly unknown[]).includes(text);
}
