import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { holdPerson, samePersonIds } from "#people/person-actions.ts";
import { employerOn } from "#people/position-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { releaseMoments, spendMoments } from "./moment-use-actions.ts";
import { cleanWords, type SeedMoment } from "./seed.ts";
import {
  askSince,
  findSeed,
  harvestSeeds,
  insertSeed,
  releaseSeeds,
  updateSeed,
  type SeedKey,
  type SeedRow,
} from "./seed-store.ts";

export interface WantedSeed {
  personId: string;
  day?: Day;
  /** What was said. */
  words?: string | null;
  moment?: SeedMoment;
  memberId?: string;
}

/**
 * Writes down what was said early, when nothing was asked yet. No ask, and in no scorecard. One that is told of after they
 * were asked is harvested already. Throws Problem not-found, not-allowed, invalid.
 */
export async function plantSeed(tx: Tx, actor: Actor, wanted: WantedSeed): Promise<SeedRow> {
  const person = await holdPerson(tx, wanted.personId);
  const day = factDay(wanted.day, actor.today);
  const memberId = wanted.memberId ?? actor.member.id;
  await creditFor(tx, actor, memberId, day);
  const seed = {
    id: newId(actor.now),
    memberId,
    personId: person.id,
    accountId: await employerOn(tx, person.id, day),
    moment: wanted.moment ?? ("discovery" as const),
    day,
    words: cleanWords(wanted.words),
  };
  await insertSeed(tx, seed, actor);
  const used = await spendMoments(tx, { ...seed, by: { seedId: seed.id } });
  const lines = [lineOf(seed, "seed.planted", day, { words: seed.words, moment: seed.moment }), ...used];
  await writeJournal(tx, actor, lines, seed.id);
  await harvestBySome(tx, actor, [seed]);
  return getSeed(tx, seed.id);
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getSeed(tx: Tx, id: string): Promise<SeedRow> {
  const seed = await findSeed(tx, id);
  if (!seed) throw notFound("seed");
  return seed;
}

/** Other words. Throws Problem not-found, not-allowed, invalid. */
export async function rewordSeed(tx: Tx, actor: Actor, id: string, said: string | null): Promise<SeedRow> {
  const seed = await holdOwnSeed(tx, actor, id);
  const words = cleanWords(said);
  if (words !== seed.words) {
    await updateSeed(tx, id, { words });
    await writeJournal(tx, actor, [
      { ...lineOf(seed, "seed.reworded", actor.today, { words }), concerns: [] },
    ]);
  }
  return getSeed(tx, id);
}

/** It was not said. A moment that it used waits again. Throws Problem not-found, not-allowed. */
export async function takeBackSeed(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdOwnSeed(tx, actor, id);
  await updateSeed(tx, id, { takenBack: actor });
  await releaseMoments(tx, actor, { seedId: id }, []);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "seed.taken-back");
}

/** What an ask harvests. The source is held. Answers the lines for the conversation's own act. */
export async function harvest(tx: Tx, ask: { id: string; sourceId: string }, day: Day): Promise<Happening[]> {
  const by = { askId: ask.id, sourceIds: await samePersonIds(tx, ask.sourceId), day };
  return (await harvestSeeds(tx, by)).map((seed) => harvested(seed, ask.id, day));
}

/** Something of an ask was taken back; what it harvested and does not now waits again, or goes to another ask. */
export async function reopenSeeds(
  tx: Tx,
  actor: Actor,
  askId: string,
  left: readonly { day: Day }[],
): Promise<void> {
  const lastAsked =
    left
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? null;
  const seeds = await releaseSeeds(tx, askId, lastAsked);
  if (seeds.length === 0) return;
  const which = { subjectIds: seeds.map(({ id }) => id), verbs: ["seed.harvested"] };
  await writeCounterEntries(tx, actor, which, "seed.waits-again");
  await harvestBySome(tx, actor, seeds);
}

/** Seeds whose source somebody has asked since they were planted. */
async function harvestBySome(tx: Tx, actor: Actor, seeds: readonly SeedKey[]): Promise<void> {
  for (const seed of seeds) {
    const asked = await askSince(tx, { sourceIds: await samePersonIds(tx, seed.personId), day: seed.day });
    if (asked)
      await writeJournal(
        tx,
        actor,
        await harvest(tx, { id: asked.askId, sourceId: seed.personId }, asked.day),
      );
  }
}

async function holdOwnSeed(tx: Tx, actor: Actor, id: string): Promise<SeedRow> {
  await holdPeople(tx, [(await getSeed(tx, id)).personId]);
  const seed = await getSeed(tx, id);
  if (!mayChangeFor(actor, { memberId: seed.memberId, teamId: seed.memberTeamId }))
    throw notAllowed(`${seed.memberName} said this: they, their manager or a leader can change it`);
  return seed;
}

function harvested(seed: SeedKey, askId: string, day: Day): Happening {
  return lineOf(seed, "seed.harvested", day, { askId });
}

function lineOf(seed: SeedKey, verb: string, day: Day, detail: Record<string, unknown>): Happening {
  const { id, personId, accountId, memberId } = seed;
  return {
    verb,
    subject: { kind: "seed", id },
    day,
    concerns: [personId, accountId, memberId],
    detail: { personId, ...detail },
  };
}
