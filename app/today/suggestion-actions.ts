import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { fourthDay, weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { refusalsFor } from "#asks/budget-actions.ts";
import { gladCards } from "#reviews/card-due-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import { getMember } from "#team/member-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { calibrate, NAMED_WITHIN_DAYS, type Calibration } from "./calibration.ts";
import { triedSuggestions } from "./calibration-reader.ts";
import { baseShare } from "./candidate-reader.ts";
import { findCandidates, type Known } from "./candidate-actions.ts";
import {
  findSuggestion,
  holdSuggestions,
  insertSuggestions,
  refusedSince,
  suggestionId,
  suggestionsOfWeek,
  updateRefusal,
  withdrawSuggestions,
  type SuggestionRow,
} from "./suggestion-store.ts";
import { lineFor, reasonsFor } from "./suggest-words.ts";
import {
  baseFrom,
  cameFor,
  chosenFrom,
  inOrder,
  nextNth,
  placeForGlad,
  placesIn,
  speaksGlad,
  TAUGHT_WEEKS,
  taughtBy,
  waits,
  type Candidate,
  type Place,
  type Scored,
  type WhyRefused,
} from "./suggest.ts";

/** What stands in a rep's week. `day` null: it is shown, and not written down yet. */
export type Suggested = Omit<SuggestionRow, "day" | "askedOn" | "planned" | "gone" | "nth"> & {
  day: Day | null;
};

export interface WeeksSuggestions {
  memberId: string;
  week: Day;
  /** Whether all of it is written down, so that it stays as it is. */
  kept: boolean;
  items: Suggested[];
}

/** Three people to ask this week, for anybody to see. Throws Problem not-found. */
export async function suggestionsFor(tx: Tx, actor: Actor, memberId: string): Promise<WeeksSuggestions> {
  await getMember(tx, actor, memberId);
  const { week, shown, fresh } = await weekFor(tx, actor, memberId);
  const items = [...shown, ...fresh.map((each) => ({ ...each, day: null }))];
  return {
    memberId,
    week,
    kept: fresh.length === 0,
    items: items.toSorted((a, b) => a.place - b.place),
  };
}

/** Writes them down, so that they stay. However many ask for it at once, there is one set. Throws Problem not-found, not-allowed. */
export async function keepSuggestions(tx: Tx, actor: Actor, memberId: string): Promise<WeeksSuggestions> {
  await creditFor(tx, actor, memberId, actor.today);
  await holdSuggestions(tx, memberId);
  await fillUp(tx, actor, memberId);
  return suggestionsFor(tx, actor, memberId);
}

export interface Refused {
  why: WhyRefused;
  words?: string | null | undefined;
}

/**
 * Not this one, and why; somebody else takes the place. Said again, it replaces what was said.
 * Throws Problem not-found, not-allowed, and conflict once they were asked or the week is over.
 */
export async function refuseSuggestion(
  tx: Tx,
  actor: Actor,
  id: string,
  said: Refused,
): Promise<SuggestionRow> {
  const row = await holdOwn(tx, actor, id);
  if (row.askedOn !== null) throw conflict(`${row.personName} has been asked; take that back first`);
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  await updateRefusal(tx, id, { why: said.why, words }, actor);
  // Why somebody was not asked is the rep's own: no timeline, and no words in the journal.
  const happened: Happening[] = row.refusedOn === null ? [about(row, "suggestion.refused", actor)] : [];
  await fillUp(tx, actor, row.memberId, happened);
  return mustFind(tx, actor, id);
}

/** The undo: they stand in their place again, and whoever came for them goes, unless they were asked or planned meanwhile. */
export async function takeBackRefusal(tx: Tx, actor: Actor, id: string): Promise<SuggestionRow> {
  const row = await holdOwn(tx, actor, id);
  if (row.refusedOn === null) return row;
  const came = cameFor(await weekRows(tx, actor, row.memberId), row);
  await withdrawSuggestions(
    tx,
    came.map((each) => each.id),
    actor.now,
  );
  await updateRefusal(tx, id, null, actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["suggestion.refused"] },
    "suggestion.taken-up",
  );
  return mustFind(tx, actor, id);
}

/** What suggestions of this score have come to. */
export async function calibrationOf(tx: Tx, today: Day): Promise<Calibration> {
  return calibrate(await triedSuggestions(tx, today));
}

const LONGEST_WORDS = 300;

/** What stands, and who would fill the places that are free. */
async function weekFor(tx: Tx, actor: Actor, memberId: string) {
  const { firstDay } = actor.workspace.calendar;
  const week = weekOf(actor.today, firstDay);
  const rows = await weekRows(tx, actor, memberId);
  const refusals = await refusalsFor(
    tx,
    actor,
    rows.filter(waits).map(({ personId }) => personId),
    memberId,
  );
  const glad = await gladFor(tx, memberId, actor.today);
  const { shown, taken, free } = placesIn(rows, {
    today: actor.today,
    allowed: (row) => refusals.get(row.personId) === null && (!speaksGlad(row) || glad.has(row.personId)),
  });
  const by = { memberId, week, glad };
  const news = shown.filter((row) => !speaksGlad(row) && glad.has(row.personId));
  const told = await candidatesFor(tx, actor, { ...by, only: news.map(({ personId }) => personId) });
  const renewed = told.flatMap((each) =>
    news
      .filter(({ personId }) => personId === each.candidate.personId)
      .map((row) => suggestedAs(tx, actor, by, each, row)),
  );
  const stays = shown.filter((row) => !renewed.some(({ id }) => id === row.id));
  const fillers = await fillersFor(tx, actor, { ...by, free, rows, taken });
  const pushed =
    free.length > 0 ? [] : await gladIntoFull(tx, actor, { ...by, rows, shown: [...stays, ...renewed] });
  const fresh = [...renewed, ...fillers, ...pushed];
  return {
    week,
    rows,
    shown: stays.filter((row) => !pushed.some(({ place }) => place === row.place)),
    fresh,
  };
}

type Glad = ReadonlyMap<string, NonNullable<Candidate["glad"]>>;
type Fresh = Omit<SuggestionRow, "day">;

/** Who gave a 9 or a 10 lately, of those this rep sees to; nobody spoke with them about it. */
async function gladFor(tx: Tx, memberId: string, today: Day): Promise<Glad> {
  const cards = await gladCards(tx, memberId, today);
  return new Map(
    cards.flatMap(({ personId, score, handedInOn }) =>
      personId === null || score === null || handedInOn === null
        ? []
        : [[personId, { score, day: handedInOn }] as const],
    ),
  );
}

interface For {
  memberId: string;
  week: Day;
  glad: Glad;
}

async function fillersFor(
  tx: Tx,
  actor: Actor,
  {
    free,
    rows,
    taken,
    ...by
  }: For & { free: Place[]; rows: SuggestionRow[]; taken: readonly SuggestionRow[] },
): Promise<Fresh[]> {
  if (free.length === 0) return [];
  const known = new Set(rows.map(({ personId }) => personId));
  const ordered = (await candidatesFor(tx, actor, by)).filter(
    ({ candidate }) => !known.has(candidate.personId),
  );
  const companies = taken.map(({ accountId }) => accountId);
  return chosenFrom<Known>(ordered, free.length, companies).map((each, at) =>
    suggestedAs(tx, actor, by, each, { place: free[at]!, nth: nextNth(rows) + at }),
  );
}

/** In a week that is full, whoever says how glad they are of us comes all the same, one at a time. */
async function gladIntoFull(
  tx: Tx,
  actor: Actor,
  { rows, shown, ...by }: For & { rows: SuggestionRow[]; shown: readonly Fresh[] },
): Promise<Fresh[]> {
  const known = new Set(rows.map(({ personId }) => personId));
  const only = [...by.glad.keys()].filter((id) => !known.has(id));
  const place = placeForGlad(rows, shown);
  if (place === null) return [];
  const [first] = await candidatesFor(tx, actor, { ...by, only });
  return first === undefined ? [] : [suggestedAs(tx, actor, by, first, { place, nth: nextNth(rows) })];
}

/** All whom this rep might ask, or of those given, in order. */
async function candidatesFor(
  tx: Tx,
  actor: Actor,
  { memberId, week, glad, only }: For & { only?: readonly string[] },
): Promise<Scored<Known>[]> {
  if (only?.length === 0) return [];
  const { firstDay } = actor.workspace.calendar;
  const ripe = addDays(actor.today, -NAMED_WITHIN_DAYS);
  const candidates = await findCandidates(tx, actor, { memberId, week, ripe, glad, only });
  const asked = await baseShare(tx, ripe);
  const refused = await refusedSince(tx, memberId, addDays(week, -7 * TAUGHT_WEEKS), firstDay);
  const { today } = actor;
  return inOrder(candidates, {
    memberId,
    week,
    today,
    base: baseFrom(asked),
    taught: taughtBy(refused, week),
  });
}

function suggestedAs(
  tx: Tx,
  actor: Actor,
  { memberId, week }: For,
  each: Scored<Known>,
  { place, nth }: Pick<SuggestionRow, "place" | "nth">,
): Fresh {
  return {
    id: suggestionId(tx, { memberId, week, personId: each.candidate.personId }),
    memberId,
    memberTeamId: null,
    personId: each.candidate.personId,
    week,
    place,
    nth,
    score: each.score,
    reasons: reasonsFor(each, actor.today),
    say: lineFor(each.candidate),
    refusedOn: null,
    refusedWhy: null,
    refusedWords: null,
    personName: each.candidate.personName,
    personTitle: each.candidate.title,
    accountId: each.candidate.accountId,
    accountName: each.candidate.accountName,
    gone: false,
    askedOn: null,
    planned: false,
  };
}

/** Puts somebody into each free place; with the lines of what led to it. Asked while the rep's suggestions are held. */
async function fillUp(
  tx: Tx,
  actor: Actor,
  memberId: string,
  before: readonly Happening[] = [],
): Promise<void> {
  const { week, fresh, rows } = await weekFor(tx, actor, memberId);
  const known = new Set(rows.map(({ id }) => id));
  await insertSuggestions(
    tx,
    fresh.map(({ id, personId, place, nth, score, reasons, say }) => ({
      id,
      memberId,
      personId,
      place,
      nth,
      score,
      reasons,
      say,
    })),
    week,
    actor,
  );
  const made = fresh.filter(({ id }) => !known.has(id)).map((each) => about(each, "suggestion.made", actor));
  if (before.length + made.length > 0) await writeJournal(tx, actor, [...before, ...made]);
}

/** Held, of this week, and one that the actor may change. One of theirs that was shown and not written down is written down now. */
async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<SuggestionRow> {
  const { firstDay } = actor.workspace.calendar;
  const written = await findSuggestion(tx, id, firstDay);
  if (written === null) await keepSuggestions(tx, actor, actor.member.id);
  else await holdSuggestions(tx, written.memberId);
  const row = await findSuggestion(tx, id, firstDay);
  if (row === null) throw notFound("suggestion");
  if (!mayChangeFor(actor, { memberId: row.memberId, teamId: row.memberTeamId }))
    throw notAllowed("this is suggested to a colleague: they, their manager or a leader can refuse it");
  if (row.week !== weekOf(actor.today, firstDay))
    throw conflict("that week is over, and nothing of it stands");
  return row;
}

function weekRows(tx: Tx, actor: Actor, memberId: string): Promise<SuggestionRow[]> {
  const { firstDay } = actor.workspace.calendar;
  return suggestionsOfWeek(tx, { memberId, week: weekOf(actor.today, firstDay) }, firstDay);
}

async function mustFind(tx: Tx, actor: Actor, id: string): Promise<SuggestionRow> {
  const row = await findSuggestion(tx, id, actor.workspace.calendar.firstDay);
  if (row === null) throw new Error("a suggestion that was held is gone");
  return row;
}

function about(
  { id, personId, memberId, week }: Pick<SuggestionRow, "id" | "personId" | "memberId" | "week">,
  verb: string,
  { today }: Actor,
): Happening {
  return {
    verb,
    subject: { kind: "suggestion", id },
    day: today,
    detail: { personId, memberId, week, midWeek: fourthDay(week) },
  };
}
