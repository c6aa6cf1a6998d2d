import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import {
  findEdition,
  insertRetired,
  insertRubric,
  insertScenario,
  retiredKeys,
  rubricEditions,
  scenarioEditions,
  takeBackEdition,
  takeBackRetired,
  type Edition,
  type What,
} from "./library-store.ts";
import { PRACTICE_LANGUAGES, type PracticeLanguage } from "./library/practice-languages.ts";
import { libraryIn } from "./library/practice-library.ts";
import { cleanRubric, cleanScenario, mayChangeScenario, mayWriteRubric } from "./own-library.ts";
import type { Discipline, Rubric } from "./rubric.ts";
import type { Scenario } from "./scenario.ts";

/** library: as every workspace begins. edited: one of those in the team's own words. own: the team's. */
export const ORIGINS = ["library", "edited", "own"] as const;
export type Origin = (typeof ORIGINS)[number];

interface Here {
  language: PracticeLanguage;
  origin: Origin;
  /** The last edition of the team's and who wrote it; null: as the library has it. */
  edition: Pick<Edition, "editionId" | "byId" | "byName"> | null;
  retiredOn: Day | null;
}
export type RubricHere = Rubric & Here;
/** `authorId`: who added it; null: the library did. */
export type ScenarioHere = Scenario & Here & { authorId: string | null };

/** Enough for a big team; a list nobody reads to its end is no library. */
const MOST = 500;

/**
 * All there is to rehearse here, in the library's order and then as it was added, retired ones too. What there is in this language
 * is in it; what somebody added in the other alone is in that.
 */
export async function practiceLibrary(
  tx: Tx,
  language: PracticeLanguage,
): Promise<{ rubrics: RubricHere[]; scenarios: ScenarioHere[] }> {
  const retired = await retiredKeys(tx);
  const { rubrics, scenarios } = libraryIn(language);
  const retiredOn = (what: What, key: string) =>
    retired.find((each) => each.what === what && each.key === key)?.day ?? null;
  const here =
    (what: What, known: ReadonlySet<string>) =>
    <T extends { key: string }>(each: T, edition: Edition | null) => ({
      ...each,
      language: edition?.language ?? language,
      origin:
        edition === null
          ? ("library" as const)
          : known.has(each.key)
            ? ("edited" as const)
            : ("own" as const),
      edition: edition && { editionId: edition.editionId, byId: edition.byId, byName: edition.byName },
      retiredOn: retiredOn(what, each.key),
    });
  const rubricHere = here("rubric", new Set(rubrics.map(({ key }) => key)));
  const scenarioHere = here("scenario", new Set(scenarios.map(({ key }) => key)));
  return {
    rubrics: lastOfEach(rubrics, await rubricEditions(tx), language).map(([each, edition]) => {
      const { key, discipline, name, points } = each;
      return rubricHere({ key, discipline, name, points }, edition);
    }),
    scenarios: lastOfEach(scenarios, await scenarioEditions(tx), language).map(([each, edition]) => {
      const { key, rubric, name, who, situation, mood, objections, opening, moment } = each;
      const scenario = { key, rubric, name, who, situation, mood, objections, opening, moment };
      const found = scenarioHere(scenario, edition);
      return { ...found, authorId: found.origin === "own" ? (edition?.authorId ?? null) : null };
    }),
  };
}

/** A scenario with its rubric, as they are here. Throws Problem not-found. */
export async function getScenario(
  tx: Tx,
  key: string,
  language: PracticeLanguage,
): Promise<{ scenario: ScenarioHere; rubric: RubricHere }> {
  const { rubrics, scenarios } = await practiceLibrary(tx, language);
  const scenario = scenarios.find((each) => each.key === key);
  const rubric = rubrics.find((each) => each.key === scenario?.rubric);
  if (!scenario || !rubric) throw notFound("scenario");
  return { scenario, rubric };
}

export interface WantedRubric {
  language: PracticeLanguage;
  discipline: Discipline;
  name: string;
  points: readonly { key?: string | undefined; act: string; why: string }[];
}

/**
 * A rubric of the team's own, or with `key` another edition of one there is: sessions from now on are scored by it, those that were
 * held keep theirs. Throws Problem not-allowed, not-found, invalid naming the field, conflict.
 */
export async function writeRubric(
  tx: Tx,
  actor: Actor,
  wanted: WantedRubric,
  key?: string,
): Promise<RubricHere> {
  if (!mayWriteRubric(actor)) throw notAllowed("a manager or a leader says by what everybody is scored");
  const { rubrics } = await practiceLibrary(tx, wanted.language);
  const before = key === undefined ? null : rubrics.find((each) => each.key === key);
  if (before === undefined) throw notFound("rubric");
  if (before === null && rubrics.length >= MOST) throw conflict(`${MOST} rubrics are enough`);
  const clean = cleanRubric(wanted, () => newId(actor.now));
  const id = newId(actor.now);
  const { language } = wanted;
  const discipline = before?.discipline ?? wanted.discipline;
  await insertRubric(tx, id, { ...clean, discipline, language, key: key ?? id }, actor);
  await tell(tx, actor, "rubric", id, { key: key ?? id, name: clean.name, isNew: before === null });
  const after = await practiceLibrary(tx, language);
  return after.rubrics.find((each) => each.key === (key ?? id)) as RubricHere;
}

export type WantedScenario = Omit<Scenario, "key"> & {
  language: PracticeLanguage;
  /** The edition that it was written over: where another came meanwhile, it is not written. Undefined: over whatever there is. */
  over?: string | null | undefined;
};

/** The same for a scenario, which everybody may add. */
export async function writeScenario(
  tx: Tx,
  actor: Actor,
  wanted: WantedScenario,
  key?: string,
): Promise<ScenarioHere> {
  const { rubrics, scenarios } = await practiceLibrary(tx, wanted.language);
  const before = key === undefined ? null : scenarios.find((each) => each.key === key);
  if (before === undefined) throw notFound("scenario");
  if (before === null && scenarios.length >= MOST) throw conflict(`${MOST} scenarios are enough`);
  if (before !== null) refuseOthers(actor, before);
  if (before !== null && wanted.over !== undefined && wanted.over !== (before.edition?.editionId ?? null))
    throw conflict(
      `${before.edition?.byName ?? "somebody"} changed it meanwhile. Look at what stands there now; to save again puts your words in its place`,
    );
  if (!rubrics.some((each) => each.key === wanted.rubric))
    throw invalid("there is no such rubric here", "rubric");
  const id = newId(actor.now);
  const clean = cleanScenario(wanted);
  await insertScenario(tx, id, { ...clean, key: key ?? id }, actor);
  await tell(tx, actor, "scenario", id, { key: key ?? id, name: clean.name, isNew: before === null });
  const after = await practiceLibrary(tx, wanted.language);
  return after.scenarios.find((each) => each.key === (key ?? id)) as ScenarioHere;
}

/**
 * What was written last under its key before holds again. Throws Problem not-found, not-allowed, and conflict where scenarios would be
 * left without the rubric that they are scored by.
 */
export async function takeEditionBack(tx: Tx, actor: Actor, what: What, id: string): Promise<void> {
  const edition = await findEdition(tx, what, id);
  if (!edition) throw notFound("edition");
  const may = what === "rubric" ? mayWriteRubric(actor) : mayChangeScenario(actor, edition.byId);
  if (!may) throw notAllowed("whoever wrote it, a manager or a leader takes it back");
  if (!(await takeBackEdition(tx, what, id, actor))) throw notFound("edition");
  if (what === "rubric") await refuseOrphans(tx, edition.key);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, `practice.${what}-taken-back`);
}

/** Offered no more, in no language; what was held of it stays. Said again changes nothing. Throws Problem not-found, not-allowed. */
export async function retire(tx: Tx, actor: Actor, what: What, key: string): Promise<void> {
  await refuseToRetire(tx, actor, what, key);
  const id = newId(actor.now);
  if (!(await insertRetired(tx, id, { what, key }, actor))) return;
  await writeJournal(tx, actor, [
    {
      verb: `practice.${what}-retired`,
      subject: { kind: "practice-retired", id },
      day: actor.today,
      detail: { key },
    },
  ]);
}

export async function offerAgain(tx: Tx, actor: Actor, what: What, key: string): Promise<void> {
  await refuseToRetire(tx, actor, what, key);
  const ids = await takeBackRetired(tx, { what, key }, actor);
  if (ids.length > 0)
    await writeCounterEntries(tx, actor, { subjectIds: ids }, `practice.${what}-offered-again`);
}

async function refuseOrphans(tx: Tx, rubric: string): Promise<void> {
  for (const language of PRACTICE_LANGUAGES) {
    const { rubrics, scenarios } = await practiceLibrary(tx, language);
    if (rubrics.some(({ key }) => key === rubric)) continue;
    const scored = scenarios.filter((each) => each.rubric === rubric);
    if (scored.length > 0)
      throw conflict(
        `it scores ${scored.map(({ name }) => `“${name}”`).join(", ")}; have that scored by another rubric first, or offer this one no more`,
      );
  }
}

async function refuseToRetire(tx: Tx, actor: Actor, what: What, key: string): Promise<void> {
  for (const language of PRACTICE_LANGUAGES) {
    const library = await practiceLibrary(tx, language);
    const found = (what === "rubric" ? library.rubrics : library.scenarios).find((each) => each.key === key);
    if (!found) continue;
    if ("authorId" in found) return refuseOthers(actor, found);
    if (!mayWriteRubric(actor)) throw notAllowed("a manager or a leader says by what everybody is scored");
    return;
  }
  throw notFound(what);
}

function refuseOthers(actor: Actor, { authorId }: ScenarioHere): void {
  if (mayChangeScenario(actor, authorId)) return;
  throw notAllowed("whoever added it, a manager or a leader changes it; add one of your own");
}

async function tell(
  tx: Tx,
  actor: Actor,
  what: What,
  id: string,
  { isNew, ...detail }: { key: string; name: string; isNew: boolean },
): Promise<void> {
  await writeJournal(tx, actor, [
    {
      verb: `practice.${what}-${isNew ? "added" : "changed"}`,
      subject: { kind: `practice-${what}`, id },
      day: actor.today,
      concerns: [actor.member.id],
      detail,
    },
  ]);
}

/** For each key what holds: the team's edition in this language, else the library's, else the team's in another. */
function lastOfEach<T extends { key: string }, E extends T & Edition>(
  library: readonly T[],
  editions: readonly E[],
  language: PracticeLanguage,
): (readonly [T, E | null])[] {
  const known = new Set(library.map(({ key }) => key));
  const inIt = new Map(editions.filter((each) => each.language === language).map((each) => [each.key, each]));
  const own = new Map<string, E>();
  for (const each of editions)
    if (!known.has(each.key) && !own.has(each.key)) own.set(each.key, inIt.get(each.key) ?? each);
  return [
    ...library.map((each) => [inIt.get(each.key) ?? each, inIt.get(each.key) ?? null] as const),
    ...[...own.values()].map((each) => [each, each] as const),
  ];
}
