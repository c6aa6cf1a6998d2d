import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import type { Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { allTeams } from "#scorecard/scorecard-reader.ts";
import { readBooks, type SpiffBooks } from "./spiff-month-actions.ts";
import {
  holdSpiffs,
  insertSpiff,
  insertVersion,
  lastNumber,
  takeBackSpiff,
  takeBackVersion,
  type SpiffRow,
} from "./spiff-store.ts";
import {
  checkCore,
  cleanTerms,
  mayRunSpiffs,
  nextPeriod,
  type HoldsFrom,
  type SpiffCore,
  type Terms,
  type Version,
} from "./spiff.ts";

export type SaidTerms = Omit<Terms, "roles" | "fromDay"> & { roles: readonly string[]; fromDay?: Day };

/**
 * Opens a SPIFF. It is told before it is earned: at most it reaches back to the start of the period that runs. Throws Problem
 * not-allowed, and invalid naming the field.
 */
export async function openSpiff(tx: Tx, actor: Actor, core: SpiffCore, said: SaidTerms): Promise<SpiffRow> {
  refuseOthers(actor);
  await holdSpiffs(tx);
  const terms = await checkedTerms(tx, core, { ...said, fromDay: said.fromDay ?? actor.today });
  const running = periodOf(actor.today, core.period, actor.workspace.calendar);
  if (terms.fromDay < running.start)
    throw invalid(
      `what is rewarded is said before it is done: it can begin on ${dayText(running.start, actor.today)} at the earliest, with the ${core.period} that runs`,
      "from",
    );
  refuseOver(terms, actor);
  const id = newId(actor.now);
  const holdsFrom = periodOf(terms.fromDay, core.period, actor.workspace.calendar).start;
  const version: Version = { ...terms, id: newId(actor.now), number: 1, holdsFrom };
  await insertSpiff(tx, id, core, actor);
  await insertVersion(tx, id, version, actor);
  await tellJournal(tx, actor, "spiff.opened", id, version);
  return oneOf(await readBooks(tx, actor), id);
}

/**
 * Writes a next version of its rule. What was signed stays as it was. Throws Problem not-found, not-allowed, and invalid naming the
 * field.
 */
export async function changeSpiff(
  tx: Tx,
  actor: Actor,
  id: string,
  said: SaidTerms,
  holds: HoldsFrom,
): Promise<SpiffRow> {
  refuseOthers(actor);
  await holdSpiffs(tx);
  const { core, versions } = oneOf(await readBooks(tx, actor), id);
  const { calendar } = actor.workspace;
  const [first] = versions;
  const last = versions.at(-1);
  if (!first || !last) throw notFound("SPIFF");
  const begun = last.fromDay <= actor.today;
  if (begun && said.fromDay !== undefined && said.fromDay !== last.fromDay)
    throw invalid(
      `it has begun on ${dayText(last.fromDay, actor.today)}; end it and open another to begin anew`,
      "from",
    );
  const terms = await checkedTerms(tx, core, { ...said, fromDay: said.fromDay ?? last.fromDay });
  const running = periodOf(actor.today, core.period, calendar);
  if (!begun && terms.fromDay < running.start)
    throw invalid("what is rewarded is said before it is done: choose a day to come", "from");
  if (terms.untilDay !== last.untilDay) refuseOver(terms, actor);
  const opens = periodOf(terms.fromDay, core.period, calendar).start;
  const runs = holds === "this-period" ? running : nextPeriod(running, calendar);
  const version: Version = {
    ...terms,
    id: newId(actor.now),
    number: (await lastNumber(tx, id)) + 1,
    // Before it has begun the new rule stands in for the first one whole.
    holdsFrom: begun ? runs.start : opens < first.holdsFrom ? opens : first.holdsFrom,
  };
  await insertVersion(tx, id, version, actor);
  await tellJournal(tx, actor, "spiff.changed", id, version);
  return oneOf(await readBooks(tx, actor), id);
}

/** The version before holds again. Throws Problem not-found, not-allowed, and conflict for another than the last, and once a month was signed by it. */
export async function takeBackChange(tx: Tx, actor: Actor, id: string, versionId: string): Promise<SpiffRow> {
  refuseOthers(actor);
  await holdSpiffs(tx);
  const books = await readBooks(tx, actor);
  const { versions } = oneOf(books, id);
  const version = versions.find((each) => each.id === versionId);
  if (!version) throw notFound("version of this rule");
  if (versions.length === 1) throw conflict("this is its first rule: take back the SPIFF itself");
  if (version !== versions.at(-1)) throw conflict("this rule was changed again since: take that back first");
  refuseSigned(books, (round) => round.version.id === versionId);
  await takeBackVersion(tx, versionId, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [versionId] }, "spiff.change-taken-back");
  return oneOf(await readBooks(tx, actor), id);
}

/** It was never meant. Throws Problem not-found, not-allowed, and conflict once a month was signed with it. */
export async function takeBackOpening(tx: Tx, actor: Actor, id: string): Promise<void> {
  refuseOthers(actor);
  await holdSpiffs(tx);
  const books = await readBooks(tx, actor);
  const { versions } = oneOf(books, id);
  refuseSigned(books, (round) => round.spiffId === id);
  await takeBackSpiff(tx, id, actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: versions.map((version) => version.id) },
    "spiff.taken-back",
  );
}

/** Throws Problem not-found. */
export function oneOf({ spiffs }: Pick<SpiffBooks, "spiffs">, id: string): SpiffRow {
  const found = spiffs.find((spiff) => spiff.id === id);
  if (!found) throw notFound("SPIFF");
  return found;
}

async function checkedTerms(tx: Tx, core: SpiffCore, said: SaidTerms & { fromDay: Day }): Promise<Terms> {
  if (said.fromDay < FIRST_FACT_DAY || said.fromDay > "2199-12-31")
    throw invalid("choose a day to begin", "from");
  checkCore(core, said);
  const terms = cleanTerms(said);
  const teams = new Set((await allTeams(tx)).map(({ id }) => id));
  if (terms.teamIds.some((teamId) => !teams.has(teamId))) throw invalid("there is no such team", "teamIds");
  return terms;
}

/** What was promised until a day that has gone by stays promised. */
function refuseOver({ untilDay }: Terms, actor: Actor): void {
  if (untilDay !== null && untilDay < actor.today)
    throw invalid("it can end today at the earliest: what was done until now counts", "until");
}

function refuseSigned(
  { payouts, signed }: SpiffBooks,
  which: (round: { spiffId: string; version: { id: string } }) => boolean,
): void {
  if (payouts.some(({ id }) => signed.get(id)?.some(which)))
    throw conflict("a month was signed by this rule, and stays as it was; change it from the next period on");
}

function refuseOthers(actor: Actor): void {
  if (!mayRunSpiffs(actor)) throw notAllowed("a leader says what is rewarded");
}

async function tellJournal(tx: Tx, actor: Actor, verb: string, spiffId: string, version: Version) {
  await writeJournal(tx, actor, [
    {
      verb,
      subject: { kind: "spiff-version", id: version.id },
      day: actor.today,
      concerns: [spiffId],
      detail: { spiffId, number: version.number },
    },
  ]);
}
