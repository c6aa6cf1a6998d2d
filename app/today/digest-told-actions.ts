import { tallyText } from "#commitments/promise-words.ts";
import {
  AT_ONCE,
  atOnceChoices,
  readWeekTold,
  type WeekRead,
  type WeekTold,
} from "#commitments/told-at-once.ts";
import { myWeek } from "#commitments/week-actions.ts";
import { tellWeek, weekMeant } from "#commitments/week-at-once-actions.ts";
import { OUTCOME_WORDS } from "#asks/answer-words.ts";
import type { Outcome } from "#asks/ask.ts";
import { TOLD_KINDS } from "#asks/languages/language.ts";
import { LANGUAGES } from "#asks/languages/languages.ts";
import { makeAsk } from "#asks/make-ask-actions.ts";
import {
  readAsk,
  type Corrections,
  type Ground,
  type Named,
  type TypedAsk,
  type TypedProblem,
} from "#asks/typed-ask.ts";
import { troubleText } from "#asks/typed-ask-words.ts";
import { readFact, type TypedFact } from "#asks/typed-fact.ts";
import { untilProposals } from "#asks/until.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayText, fullDay, shortDay, whenText } from "#lib/kernel/day-words.ts";
import { isDay, type Day } from "#lib/kernel/days.ts";
import { conflict, type Problem } from "#lib/kernel/problem.ts";
import { asSentence } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { tellMeeting } from "#meetings/tell-meeting-actions.ts";
import type { MeetingOutcome } from "#meetings/meeting.ts";
import { dayTrouble, isMeetingKind, toldDay, toldEnd } from "#meetings/told-meeting.ts";
import { CHANNEL_WORDS } from "#people/channel.ts";
import { likeliest, type KnownAccount, type KnownPerson } from "#people/name-match.ts";
import { addPerson, getPerson } from "#people/person-actions.ts";
import { search } from "#people/search-actions.ts";
import { tellThanks } from "#touches/told-thanks-actions.ts";
import { thankedFor } from "#touches/told-thanks-words.ts";
import { KIND_WORDS } from "#touches/touch.ts";
import { logTouch } from "#touches/touch-actions.ts";
import type { Chosen, Effect, Shown } from "./digest-line.ts";
import { KEEP_ALL_THE_SAME } from "./line-problem.ts";

/** What somebody has chosen of a line: names by their ids, an answer, a new person. */
export type Choices = Readonly<Record<string, string>>;

/** A line as it can be written down, or what must be asked first. */
export type Told =
  | { kind: "ask"; ask: TypedAsk; newSource: string | null; choices: Choices }
  | { kind: "fact"; fact: TypedFact; newWho: string | null }
  | { kind: "week"; told: WeekTold; week: Day | null }
  | { kind: "question"; question: string; choices: Omit<Chosen, "number">[] }
  | { kind: "trouble"; trouble: string };

export interface WrittenDown {
  name: string;
  heading: string;
  why: string;
  /** Null where nothing was changed that could be undone. */
  effect: Effect | null;
  /** What is left to do, and where. */
  next?: Shown["next"];
}

const MOST_CHOICES = 5;
const RECENT = 50;
const FOUND = 10;
const NOT_UNDERSTOOD =
  "I did not understand this. Write, for example, “asked Anna, will think” or “met Bo today”.";

/**
 * Reads a line by the rules of the command bar. Names mean whom the mail speaks of first (`near`), else anybody; where several fit,
 * nobody does or the answer is not understood, that is a question. `week`: which one the mail asks about.
 */
export async function readTold(
  tx: Tx,
  actor: Actor,
  text: string,
  { near, choices, week = null }: { near: readonly string[]; choices: Choices; week?: Day | null },
): Promise<Told> {
  const ofWeek = readWeekTold(text);
  if (ofWeek !== null) return readAsWeek(ofWeek, week, choices);
  const ground = (people: readonly KnownPerson[], accounts: readonly KnownAccount[]): Ground => ({
    today: actor.today,
    people,
    accounts,
    languages: LANGUAGES,
  });
  const spokenOf = await peopleOf(tx, near);
  const first = ground(spokenOf, []);
  const firstAsk = readAsk(text, first);
  const firstFact = firstAsk === null ? readFact(text, first, TOLD_KINDS) : null;
  if (firstAsk === null && firstFact === null) return { kind: "trouble", trouble: NOT_UNDERSTOOD };
  const names =
    firstAsk === null
      ? saidIn([firstFact?.who])
      : saidIn([firstAsk.source, firstAsk.target, firstAsk.colleague]);
  const more = [
    ...names,
    ...(firstAsk?.unknown.people ?? []),
    ...(firstAsk?.forWhom ? [firstAsk.forWhom] : []),
  ];
  const all = await atHand(
    tx,
    actor,
    spokenOf,
    more,
    firstAsk?.account?.said ?? firstAsk?.unknown.accounts[0],
  );
  const wide = ground(all.people, all.accounts);
  if (firstAsk !== null) return readAsAsk(tx, actor, text, wide, { first: firstAsk, choices });
  return readAsFact(tx, actor, text, wide, { first: firstFact as TypedFact, choices });
}

/** Whether a line tells something, whoever it may be about. */
export function isTold(text: string, today: Day): boolean {
  const nobody: Ground = { today, people: [], accounts: [], languages: LANGUAGES };
  return (
    readWeekTold(text) !== null ||
    readAsk(text, nobody) !== null ||
    readFact(text, nobody, TOLD_KINDS) !== null
  );
}

/** What to say and to offer where a room does not take it: it names whom it took the line to mean. */
export function refusedTold(
  told: Extract<Told, { kind: "ask" | "fact" | "week" }>,
  { reason, facts }: Problem,
): Extract<Told, { kind: "question" | "trouble" }> {
  const who =
    told.kind === "ask" ? told.ask.source?.who : told.kind === "fact" ? told.fact.who?.who : undefined;
  const said = asSentence(reason);
  if (!who) return { kind: "trouble", trouble: `This could not be written down: ${said}` };
  const label = labelOf(who);
  if (told.kind !== "ask" || facts?.["rule"] === undefined)
    return { kind: "trouble", trouble: `${label}: this could not be written down. ${said}` };
  const chosen = { ...told.choices, source: who.id, happened: "yes" };
  return { kind: "question", question: `${label}: ${said}`, choices: [{ label: KEEP_ALL_THE_SAME, chosen }] };
}

/** Throws what the rooms throw. */
export async function writeDown(
  tx: Tx,
  actor: Actor,
  told: Extract<Told, { kind: "ask" | "fact" | "week" }>,
): Promise<WrittenDown> {
  if (told.kind === "week") return writeWeek(tx, actor, told);
  return told.kind === "ask" ? writeAsk(tx, actor, told) : writeFact(tx, actor, told.fact, told.newWho);
}

function readAsWeek({ said, learned }: WeekRead, week: Day | null, choices: Choices): Told {
  const chosen = AT_ONCE.find((each) => each === choices["said"]);
  const known = chosen ?? (said === "unclear" ? null : said);
  const of = choices["week"] ?? week;
  if (known !== null) return { kind: "week", told: { said: known, learned }, week: of };
  return {
    kind: "question",
    question: "Which promises were kept? What you logged is marked by itself; what shall the others say?",
    choices: atOnceChoices(true)
      .slice(0, MOST_CHOICES)
      .map(({ id, label }) => ({ label, chosen: { said: id, ...(of !== null && { week: of }) } })),
  };
}

async function writeWeek(
  tx: Tx,
  actor: Actor,
  { told: said, week }: Extract<Told, { kind: "week" }>,
): Promise<WrittenDown> {
  const told = await tellWeek(tx, actor, week ?? (await weekMeant(tx, actor)), said);
  const { tally } = await myWeek(tx, actor, told.week);
  const which = `Told how the week from ${shortDay(told.week, actor.today)} went.`;
  return {
    name: "your week",
    heading: tallyText(tally) ?? "Your week",
    why: said.learned === null ? which : `${which} Learned: ${said.learned}`,
    effect: { undo: "week", told },
  };
}

async function readAsAsk(
  tx: Tx,
  actor: Actor,
  text: string,
  ground: Ground,
  { first, choices }: { first: TypedAsk; choices: Choices },
): Promise<Told> {
  const chosen = async (field: string) =>
    choices[field] === undefined ? undefined : await knownPerson(tx, choices[field]);
  const [source, target, colleague] = [
    (await chosen("source")) ?? first.source?.who ?? undefined,
    await chosen("target"),
    await chosen("colleague"),
  ];
  const untilDay = choices["untilDay"];
  const outcome = choices["outcome"];
  const corrections: Corrections = {
    ...(source && { source }),
    ...(target && { target }),
    ...(colleague && { colleague }),
    ...(outcome !== undefined && { outcome: outcome === "silence" ? null : (outcome as Outcome) }),
    ...(isDay(untilDay) && { untilDay }),
  };
  const ask = readAsk(text, ground, corrections);
  if (ask === null) return { kind: "trouble", trouble: NOT_UNDERSTOOD };
  const newSource = choices["newSource"] ?? null;
  const problems = ask.problems.filter(
    ({ field, kind }) => !(newSource !== null && field === "source" && kind === "nobody"),
  );
  for (const field of ["source", "target", "colleague"] as const) {
    const problem = problems.find((each) => each.field === field);
    const asked = problem && questionAbout(problem, ask[field], field, choices);
    if (asked) return asked;
  }
  const [problem] = problems;
  if (problem !== undefined) return { kind: "trouble", trouble: troubleText(problem) };
  const isSaid =
    outcome !== undefined || ask.spans.some(({ field }) => field === "outcome") || ask.outcome !== null;
  if (!isSaid) return questionOfAnswer(actor, ask, choices);
  return { kind: "ask", ask, newSource, choices };
}

async function readAsFact(
  tx: Tx,
  actor: Actor,
  text: string,
  ground: Ground,
  { first, choices }: { first: TypedFact; choices: Choices },
): Promise<Told> {
  const who =
    choices["who"] === undefined ? (first.who?.who ?? undefined) : await knownPerson(tx, choices["who"]);
  const fact = readFact(text, ground, TOLD_KINDS, who ? { who } : {});
  if (fact === null) return { kind: "trouble", trouble: NOT_UNDERSTOOD };
  const newWho = choices["newWho"] ?? null;
  const problem = fact.problems.find(({ kind }) => !(newWho !== null && kind === "nobody"));
  const asked = problem && questionAbout(problem, fact.who, "who", choices);
  if (asked) return asked;
  if (problem?.kind === "missing") return { kind: "trouble", trouble: "Say whom it is about." };
  if (problem !== undefined) return { kind: "trouble", trouble: troubleText(problem) };
  const day = toldDay(fact, actor.today);
  if (day === null) return { kind: "trouble", trouble: dayTrouble(fact) };
  if (fact.orAhead === null || day !== fact.ahead) return { kind: "fact", fact, newWho };
  const ahead = choices["day"];
  if (isDay(ahead)) return { kind: "fact", fact: { ...fact, ahead }, newWho };
  return {
    kind: "question",
    question: "Which day do you mean?",
    choices: [day, fact.orAhead].map((each) => ({
      label: fullDay(each, actor.today),
      chosen: { ...choices, ...(who && { who: who.id }), day: each },
    })),
  };
}

/** Several, or nobody: who is meant? Null for any other problem. */
function questionAbout(
  { kind, said = "" }: TypedProblem,
  name: Named<KnownPerson> | null,
  field: "source" | "target" | "colleague" | "who",
  choices: Choices,
): Told | null {
  if (kind === "several" || kind === "elsewhere") {
    const candidates = kind === "elsewhere" ? (name?.candidates ?? []) : likeliest(name?.candidates ?? []);
    const people = candidates.slice(0, MOST_CHOICES).map(({ who }) => who);
    return {
      kind: "question",
      question:
        kind === "several"
          ? `Which “${said}” do you mean?`
          : `“${said}”: not at that company, as far as I know. Who is it?`,
      choices: people.map((person) => ({
        label: labelOf(person),
        chosen: { ...choices, [field]: person.id },
      })),
    };
  }
  if (kind === "nobody" && (field === "source" || field === "who"))
    return {
      kind: "question",
      question: `I know nobody called “${said}”. Write the line again with the right name, or:`,
      choices: [
        {
          label: `Add “${said}” as a new person`,
          chosen: { ...choices, [field === "source" ? "newSource" : "newWho"]: said },
        },
      ],
    };
  return null;
}

function labelOf({ fullName, accountName }: KnownPerson): string {
  return [fullName, accountName].filter(Boolean).join(", ");
}

function questionOfAnswer(actor: Actor, ask: TypedAsk, choices: Choices): Told {
  const [, month] = untilProposals(actor.today);
  const answers: [Outcome | "silence", string, Day?][] = [
    ["named-someone", "Named someone"],
    ["will-think", "Will think about it"],
    ["not-now", "Not now, ask again in a month", month?.day],
    ["no", "No"],
    ["silence", "No answer yet"],
  ];
  return {
    kind: "question",
    question: `What did ${ask.source?.who?.fullName ?? "they"} say?`,
    choices: answers.map(([outcome, label, untilDay]) => ({
      label,
      chosen: {
        ...choices,
        ...(ask.source?.who && { source: ask.source.who.id }),
        outcome,
        ...(untilDay && { untilDay }),
      },
    })),
  };
}

async function writeAsk(
  tx: Tx,
  actor: Actor,
  { ask, newSource, choices }: Extract<Told, { kind: "ask" }>,
): Promise<WrittenDown> {
  const source = ask.source?.who ?? (await added(tx, actor, newSource, ask.company));
  const colleague = ask.colleague?.who;
  const made = await makeAsk(tx, actor, {
    sourceId: source.id,
    outcome: ask.outcome,
    channel: ask.channel ?? "call",
    moment: ask.moment ?? "anytime",
    day: ask.day ?? actor.today,
    ...(choices["happened"] === "yes" && { happened: true }),
    ...(ask.untilDay !== null && { untilDay: ask.untilDay }),
    ...(ask.forWhom !== null && { forWhom: ask.forWhom }),
    ...(ask.target?.who && { targetPersonId: ask.target.who.id }),
    ...(ask.account?.who && { targetAccountId: ask.account.who.id }),
    ...(colleague && { colleagueId: colleague.id }),
    ...(ask.colleague && !colleague && { colleague: { fullName: ask.colleague.said } }),
    ...(ask.note !== null && { note: ask.note }),
  });
  const meet = ask.target?.who?.fullName ?? ask.forWhom;
  const said = ask.outcome === null ? "no answer yet" : OUTCOME_WORDS[ask.outcome];
  return {
    name: source.fullName,
    heading: `Asked ${source.fullName}`,
    why: [
      meet && `for ${meet}`,
      ask.untilDay === null ? said : `${said}, until ${dayText(ask.untilDay, actor.today)}`,
      CHANNEL_WORDS[ask.channel ?? "call"],
      whenText(ask.day ?? actor.today, actor.today),
      ask.note && `noted: “${ask.note}”`,
      staysAs(ask, made.ask),
    ]
      .filter(Boolean)
      .join(", "),
    effect: { undo: "conversation", askId: made.ask.id, saidId: made.saidId },
    ...(ask.outcome === "named-someone" && { next: introductionLeft(source) }),
  };
}

/** Whoever has named somebody did so, whatever they say later in that week; see tellingOf. */
function staysAs(said: TypedAsk, { outcome, untilDay }: { outcome: Outcome | null; untilDay: Day | null }) {
  if (outcome === null || (outcome === said.outcome && untilDay === said.untilDay)) return null;
  return `added as a further talk; the ask of this week stays “${OUTCOME_WORDS[outcome]}”`;
}

function introductionLeft({ id }: KnownPerson): Shown["next"] {
  return {
    words: "Whom they named is not written down yet. Write the introduction down",
    path: `/people/${id}`,
  };
}

const END_WORDS: Record<MeetingOutcome, string> = {
  held: "Met",
  "no-show": "Not there:",
  cancelled: "Cancelled:",
};

async function writeFact(tx: Tx, actor: Actor, fact: TypedFact, newWho: string | null): Promise<WrittenDown> {
  const { kind, time, note } = fact;
  const who = fact.who?.who ?? (await added(tx, actor, newWho, fact.company));
  const day = toldDay(fact, actor.today) ?? actor.today;
  const noted = note && `noted: “${note}”`;
  const left = fact.named && { next: introductionLeft(who) };
  const outcome = toldEnd(kind);
  if (kind === "thanked") return writeThanks(tx, actor, fact, { personId: who.id, day });
  if (!isMeetingKind(kind)) {
    const touch = await logTouch(tx, actor, { personId: who.id, kind, day, words: note });
    return {
      name: who.fullName,
      heading: `${KIND_WORDS[kind]}: ${who.fullName}`.replace(/^./u, (letter) => letter.toUpperCase()),
      why: [whenText(day, actor.today), noted].filter(Boolean).join(", "),
      effect: { undo: "touch", touchId: touch.id },
      ...left,
    };
  }
  const said = fact.past ?? fact.ahead;
  const told = { personId: who.id, day: outcome === null ? day : said && day, time, outcome, note };
  const { meeting, settled, already } = await tellMeeting(tx, actor, told);
  const when = [fullDay(meeting.day, actor.today), meeting.time].filter(Boolean).join(" ");
  const undo = settled ? "outcome" : "meeting";
  return {
    name: who.fullName,
    heading: outcome === null ? `Meeting with ${who.fullName}` : `${END_WORDS[outcome]} ${who.fullName}`,
    why: [when, already && "is written down already, so nothing new is counted", noted]
      .filter(Boolean)
      .join(", "),
    effect: already ? null : { undo, meetingId: meeting.id },
    ...left,
  };
}

async function writeThanks(
  tx: Tx,
  actor: Actor,
  { how, note }: TypedFact,
  { personId, day }: { personId: string; day: Day },
): Promise<WrittenDown> {
  const told = await tellThanks(tx, actor, { personId, day, how, note });
  const { personName, dutyIds, contactNames, touchId } = told;
  const already = touchId === null && dutyIds.length === 0;
  return {
    name: personName,
    heading: thankedFor(personName, contactNames),
    why: [
      how && CHANNEL_WORDS[how],
      whenText(day, actor.today),
      already && "a contact of that day is written down already",
      note && `noted: “${note}”`,
    ]
      .filter(Boolean)
      .join(", "),
    effect: touchId ? { undo: "touch", touchId } : already ? null : { undo: "duties", dutyIds },
  };
}

async function added(
  tx: Tx,
  actor: Actor,
  name: string | null,
  company: string | null,
): Promise<KnownPerson> {
  if (name === null) throw conflict("it is not clear who is meant");
  const person = await addPerson(
    tx,
    actor,
    { fullName: name, ...(company !== null && { accountName: company }) },
    { cameFrom: "typed" },
  );
  return knownPerson(tx, person.id);
}

async function knownPerson(tx: Tx, id: string): Promise<KnownPerson> {
  const { id: kept, fullName, accountId, accountName } = await getPerson(tx, id);
  return { id: kept, fullName, accountId, accountName };
}

async function peopleOf(tx: Tx, ids: readonly string[]): Promise<KnownPerson[]> {
  const people: KnownPerson[] = [];
  for (const id of new Set(ids)) people.push(await knownPerson(tx, id));
  return people;
}

/** Those the mail speaks of, those dealt with last, and whoever has one of these names. */
async function atHand(
  tx: Tx,
  actor: Actor,
  near: readonly KnownPerson[],
  names: readonly string[],
  company: string | undefined,
): Promise<{ people: KnownPerson[]; accounts: KnownAccount[] }> {
  const look = (q: string, limit: number, accounts = false) =>
    search(tx, actor, { q: q.slice(0, 200), limit, people: !accounts, accounts });
  const people = new Map(near.map((person) => [person.id, person]));
  const found = [await look("", RECENT)];
  for (const name of new Set(names)) found.push(await look(name, FOUND));
  for (const { id, fullName, accountId, accountName } of found.flatMap((each) => each.people))
    if (!people.has(id)) people.set(id, { id, fullName, accountId, accountName });
  const companies = company === undefined ? [] : (await look(company, FOUND, true)).accounts;
  const accounts = new Map(companies.map(({ id, name }) => [id, { id, name }]));
  for (const { accountId, accountName } of people.values())
    if (accountId !== null && accountName !== null)
      accounts.set(accountId, { id: accountId, name: accountName });
  return { people: [...people.values()], accounts: [...accounts.values()] };
}

function saidIn(names: readonly (Named<KnownPerson> | null | undefined)[]): string[] {
  return names.flatMap((name) => (name && name.said !== "" ? [name.said] : []));
}
