import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { counts } from "#referrals/referral.ts";
import {
  CONSENTS,
  isOneOf,
  mayComeToSomething,
  OUTCOMES,
  saidOf,
  type ConsentWord,
  type OutcomeWord,
  type Side,
  type ThankedHow,
  type Word,
} from "./given.ts";
import { about, getGiven, holdOwnGiven } from "./give-actions.ts";
import { insertWord, takeBackWord, wordsOf, type GivenRow, type HeldGiven } from "./given-store.ts";

const LONGEST_WORDS = 500;

/** They spoke, it came to business, or nothing came of it. Said again it changes nothing. Throws Problem conflict, invalid. */
export async function noteOutcomeOfGiven(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { outcome: OutcomeWord; day?: Day },
): Promise<GivenRow> {
  const given = await holdOwnGiven(tx, actor, id);
  const now = saidOf(await wordsOf(tx, id));
  if (!mayComeToSomething(now.consent))
    throw conflict("they have not both agreed, so they were not introduced");
  if (now.outcome === said.outcome) return getGiven(tx, id);
  const day = dayOf(actor, given, said.day);
  if (now.outcomeDay !== null && day < now.outcomeDay)
    throw invalid(
      `on ${dayText(now.outcomeDay, actor.today)} something else was said; this came later`,
      "day",
    );
  const word = { about: said.outcome, side: null, how: null, words: null, day };
  await say(tx, actor, given, word, "given.outcome");
  return getGiven(tx, id);
}

/** What was last said to have come of it does not hold. Throws Problem conflict when nothing was said. */
export async function takeBackOutcome(tx: Tx, actor: Actor, id: string): Promise<GivenRow> {
  return unsay(
    tx,
    actor,
    id,
    ({ about: what }) => isOneOf(OUTCOMES, what),
    "nothing was said to have come of it",
  );
}

/** They thanked us, and how. Throws Problem conflict when that is there already. */
export async function noteThanked(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { how: ThankedHow; words?: string | null; day?: Day },
): Promise<GivenRow> {
  const given = await holdOwnGiven(tx, actor, id);
  if (saidOf(await wordsOf(tx, id)).thanked !== null)
    throw conflict("their thanks are there already; take them back first");
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  const word = {
    about: "thanked" as const,
    side: null,
    how: said.how,
    words,
    day: dayOf(actor, given, said.day),
  };
  await say(tx, actor, given, word, "given.thanked");
  return getGiven(tx, id);
}

export async function takeBackThanked(tx: Tx, actor: Actor, id: string): Promise<GivenRow> {
  return unsay(tx, actor, id, ({ about: what }) => what === "thanked", "no thanks were noted");
}

/**
 * Before names are joined: one side was asked whether they want it, agreed, or would rather not. Throws Problem conflict once
 * the two were introduced.
 */
export async function noteConsent(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { side: Side; said: ConsentWord; day?: Day },
): Promise<GivenRow> {
  const given = await holdOwnGiven(tx, actor, id);
  if (counts(given.level)) throw conflict("they were introduced already");
  if (saidOf(await wordsOf(tx, id)).sides[said.side] === said.said) return getGiven(tx, id);
  const day = dayOf(actor, given, said.day);
  await say(
    tx,
    actor,
    given,
    { about: said.said, side: said.side, how: null, words: null, day },
    "given.consent",
  );
  return getGiven(tx, id);
}

/** The last that this side said, or was asked, does not hold. Throws Problem conflict. */
export async function takeBackConsent(tx: Tx, actor: Actor, id: string, side: Side): Promise<GivenRow> {
  const given = await holdOwnGiven(tx, actor, id);
  if (counts(given.level)) throw conflict("they were introduced already; make it a name again first");
  return unsay(
    tx,
    actor,
    id,
    (word) => word.side === side && isOneOf(CONSENTS, word.about),
    "nobody on that side was asked",
  );
}

function dayOf(actor: Actor, given: HeldGiven, said: Day | undefined): Day {
  const day = factDay(said, actor.today);
  if (day < given.day)
    throw invalid(`it began on ${dayText(given.day, actor.today)}; this came later`, "day");
  return day;
}

async function say(
  tx: Tx,
  actor: Actor,
  given: HeldGiven,
  said: Omit<Word, "id">,
  verb: string,
): Promise<void> {
  const word = { ...said, id: newId(actor.now) };
  await insertWord(tx, given.id, { ...word, byId: actor.member.id, at: actor.now });
  const line = about(given);
  // Whose consent it was is for whoever introduces, and on nobody's timeline.
  const detail = { ...line.detail, said: said.about === "declined" ? "asked" : said.about, how: said.how };
  await writeJournal(tx, actor, [{ ...line, verb, day: said.day, detail }], word.id);
}

async function unsay(
  tx: Tx,
  actor: Actor,
  id: string,
  fits: (word: Word) => boolean,
  otherwise: string,
): Promise<GivenRow> {
  await holdOwnGiven(tx, actor, id);
  const last = (await wordsOf(tx, id))
    .filter(fits)
    .toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1))[0];
  if (!last) throw conflict(otherwise);
  await takeBackWord(tx, last.id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id], actId: last.id }, "given.word-taken-back");
  return getGiven(tx, id);
}
