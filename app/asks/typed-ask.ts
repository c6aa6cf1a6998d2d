import type { Channel } from "#people/channel.ts";
import type { Day } from "#lib/kernel/days.ts";
import { fold } from "#lib/kernel/fold.ts";
import { likeliest, type KnownAccount, type KnownPerson, type Match } from "#people/name-match.ts";
import { outcomeProblem, type Moment, type Outcome } from "./ask.ts";
import type { Language } from "./languages/language.ts";
import { tellings, type Told } from "./typed-told.ts";
import type { ToldName } from "./typed-whom.ts";

/** What a typed line is read by. People and accounts: those that are at hand, the likeliest first. */
export interface Ground {
  today: Day;
  people: readonly KnownPerson[];
  accounts: readonly KnownAccount[];
  languages: readonly Language[];
}

export type TypedField =
  | "asking"
  | "source"
  | "company"
  | "target"
  | "account"
  | "colleague"
  | "outcome"
  | "untilDay"
  | "channel"
  | "moment"
  | "day"
  | "note";

/** Which part of the line a thing was understood from; no two of them overlap. */
export interface Span {
  field: TypedField;
  start: number;
  end: number;
}

/** A name as it was typed, and whom it means; `who` is null where nobody fits, or several do. */
export interface Named<T> {
  said: string;
  who: T | null;
  candidates: readonly Match<T>[];
}

export interface TypedProblem {
  field: TypedField;
  /**
   * missing: not said. nobody: nobody of that name is at hand. elsewhere: they are, but not at that company. several: they fit
   * equally. same: who was asked cannot be it. twice: said in two ways. impossible: no such day. future: still to come.
   * refused: an ask cannot be so, see `reason`. everybody: no name. two: a line tells of one. hour: no such time.
   */
  kind:
    | "missing"
    | "nobody"
    | "elsewhere"
    | "several"
    | "same"
    | "twice"
    | "impossible"
    | "future"
    | "refused"
    | "everybody"
    | "two"
    | "hour";
  /** The words it is about. */
  said?: string;
  names?: readonly string[];
  reason?: string;
}

/** An ask as a line tells it. What the line does not say is null. */
export interface TypedAsk {
  language: string;
  source: Named<KnownPerson> | null;
  /** Where the source works, as typed. */
  company: string | null;
  /** Whom to meet, when that is a person at hand. */
  target: Named<KnownPerson> | null;
  /** Whom the words may mean, also where they are taken as words. */
  targets: readonly KnownPerson[];
  account: Named<KnownAccount> | null;
  /** Whom to meet in words, when that is nobody at hand. */
  forWhom: string | null;
  colleague: Named<KnownPerson> | null;
  outcome: Outcome | null;
  untilDay: Day | null;
  channel: Channel | null;
  moment: Moment | null;
  day: Day | null;
  /** What was not understood. */
  note: string | null;
  /** Names of whom nobody is at hand; they may be somewhere else. */
  unknown: { people: string[]; accounts: string[] };
  problems: TypedProblem[];
  spans: Span[];
}

/** What somebody has corrected by hand; it counts more than what the line says. */
export interface Corrections {
  source?: KnownPerson;
  target?: KnownPerson | null;
  account?: KnownAccount | null;
  colleague?: KnownPerson | null;
  outcome?: Outcome | null;
  untilDay?: Day | null;
  channel?: Channel;
  moment?: Moment;
  day?: Day;
}

/** The ask that a line tells, in whichever language understands more of it; null for a line that tells of none. */
export function readAsk(line: string, ground: Ground, corrections: Corrections = {}): TypedAsk | null {
  const told = tellings(line, ground);
  const most = Math.max(...told.map(({ understood }) => understood));
  const best = told.find(({ understood }) => understood === most);
  return best ? settled(best, ground.today, corrections) : null;
}

function settled(told: Told, today: Day, corrected: Corrections): TypedAsk {
  const source = named(told.source, corrected.source);
  const target = named(told.target, corrected.target);
  const account = named(told.account, corrected.account);
  const colleague = named(told.colleague, corrected.colleague);
  const until = corrected.untilDay === undefined ? (told.until?.day ?? null) : corrected.untilDay;
  const said = told.outcomes[0]?.value ?? null;
  const implied = said === null && told.outcomes.length === 0 && until !== null ? "not-now" : said;
  const outcome = corrected.outcome === undefined ? implied : corrected.outcome;
  const comesBack = corrected.outcome === undefined || COME_BACK.has(corrected.outcome);
  const ask: TypedAsk = {
    language: told.language,
    source,
    company: told.company,
    target: isAtHand(target) ? target : null,
    targets: told.target?.matches.map(({ who }) => who) ?? [],
    account: isAtHand(account) ? account : null,
    forWhom: isAtHand(target) ? null : (told.forWhom ?? told.target?.said ?? null),
    colleague: outcome === "sent-to-colleague" ? colleague : null,
    outcome,
    untilDay: comesBack ? until : null,
    channel: corrected.channel ?? told.channels[0]?.value ?? null,
    moment: corrected.moment ?? told.moments[0]?.value ?? null,
    day: corrected.day ?? told.day?.day ?? null,
    note: told.note,
    unknown: {
      people: [source, target, colleague].flatMap(saidOfNobody),
      accounts: [account].flatMap(saidOfNobody),
    },
    problems: [],
    spans: told.spans,
  };
  return { ...ask, problems: problemsOf(ask, told, today, corrected) };
}

/** Answers that may have a day. */
const COME_BACK = new Set<Outcome | null>(["not-now", "will-think"]);

function isAtHand(name: Named<unknown> | null): boolean {
  return name !== null && (name.who !== null || name.candidates.length > 0);
}

function saidOfNobody(name: Named<unknown> | null): string[] {
  return name !== null && name.who === null && name.candidates.length === 0 ? [name.said] : [];
}

/** Chosen by hand, or the only one who is likeliest. */
export function named<T extends { id: string }>(
  told: ToldName<T> | null,
  corrected: T | null | undefined,
): Named<T> | null {
  if (corrected === null) return null;
  if (corrected !== undefined)
    return { said: told?.said ?? "", who: corrected, candidates: told?.matches ?? [] };
  if (told === null) return null;
  const best = likeliest(told.matches);
  return {
    said: told.said,
    who: best.length === 1 && !told.elsewhere ? best[0]!.who : null,
    candidates: told.matches,
  };
}

function problemsOf(ask: TypedAsk, told: Told, today: Day, corrected: Corrections): TypedProblem[] {
  const problems: TypedProblem[] = [];
  if (ask.source === null) problems.push({ field: "source", kind: "missing" });
  else problems.push(...nameProblem("source", ask.source, told.source?.elsewhere ?? false));
  if (ask.source !== null && told.another !== null)
    problems.push({ field: "source", kind: "two", names: [ask.source.said, told.another] });
  if (ask.target !== null) problems.push(...nameProblem("target", ask.target, false));
  if (ask.account !== null && ask.account.candidates.length > 0)
    problems.push(...nameProblem("account", ask.account, false));
  if (ask.colleague !== null && ask.colleague.candidates.length > 0)
    problems.push(...nameProblem("colleague", ask.colleague, false));
  const source = ask.source?.who;
  if (source && ask.target?.who?.id === source.id)
    problems.push({ field: "target", kind: "same", said: ask.target.said });
  if (corrected.outcome === undefined) problems.push(...twice("outcome", told.outcomes));
  if (corrected.untilDay === undefined && (ask.untilDay !== null || ask.outcome === "not-now"))
    problems.push(...dayProblem("untilDay", told));
  if (corrected.channel === undefined) problems.push(...twice("channel", told.channels));
  if (corrected.moment === undefined) problems.push(...twice("moment", told.moments));
  if (corrected.day === undefined) problems.push(...dayProblem("day", told));
  if (ask.day !== null && ask.day > today)
    problems.push({ field: "day", kind: "future", said: told.day?.said ?? ask.day });
  const refused = outcomeProblem(
    {
      outcome: ask.outcome,
      untilDay: ask.untilDay,
      day: ask.day ?? today,
      colleagueId: ask.colleague?.who?.id ?? null,
      newColleague: ask.colleague !== null && ask.colleague.who === null,
    },
    source?.id ?? "",
  );
  const field = refused?.field === "colleagueId" ? "colleague" : "untilDay";
  if (refused !== null && !problems.some((each) => each.field === field))
    problems.push({ field, kind: "refused", reason: refused.reason });
  return problems;
}

// In any language: nobody is called so.
const EVERYBODY: ReadonlySet<string> = new Set(
  "all|everybody|everyone|all of them|both|them|somebody|someone|nobody|alle|allen|jeden|jeder|beide|jemand|jemanden|niemand|niemanden".split(
    "|",
  ),
);

export function nameProblem<T extends { fullName: string } | { name: string }>(
  field: TypedField,
  { said, who, candidates }: Named<T>,
  elsewhere: boolean,
): TypedProblem[] {
  if (who !== null) return [];
  if (EVERYBODY.has(fold(said))) return [{ field, kind: "everybody", said }];
  const two = said.split(/ [&+] /u);
  if (candidates.length === 0 && two.length > 1) return [{ field, kind: "two", names: two }];
  if (candidates.length === 0) return [{ field, kind: "nobody", said }];
  const names = (elsewhere ? candidates : likeliest(candidates)).map((match) => nameOf(match));
  return [{ field, kind: elsewhere ? "elsewhere" : "several", said, names }];
}

function nameOf<T extends { fullName: string } | { name: string }>({ who }: Match<T>): string {
  return "fullName" in who ? who.fullName : who.name;
}

function twice(field: TypedField, values: readonly { said: string }[]): TypedProblem[] {
  if (values.length < 2) return [];
  return [{ field, kind: "twice", names: values.map(({ said }) => said) }];
}

function dayProblem(field: "day" | "untilDay", told: Told): TypedProblem[] {
  const days = field === "day" ? told.days : told.untils;
  const wrong = days.find(({ day }) => day === null);
  if (wrong) return [{ field, kind: "impossible", said: wrong.said }];
  const first = days[0];
  const other = days.find(({ day }) => day !== first?.day);
  return first && other ? [{ field, kind: "twice", names: [first.said, other.said] }] : [];
}
