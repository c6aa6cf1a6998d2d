import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, isDay, type Day } from "#lib/kernel/days.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getMember } from "#team/member-actions.ts";
import { mayLead } from "#team/member.ts";
import {
  AREAS,
  checkAlignment,
  DUE_DAYS_BEFORE,
  joinAlignment,
  maySayOf,
  NOTHING_SAID,
  stateOfArea,
  trimAlignment,
  type Alignment,
  type AlignmentState,
  type Area,
} from "./alignment.ts";
import { cleanStatement } from "./priority.ts";
import {
  alignmentsSaid,
  holdArea,
  insertAlignment,
  insertRollOut,
  insertStatement,
  rollOutsSaid,
  statementsSaid,
  takeBack,
  type AlignmentRow,
  type RollOutRow,
  type StatementRow,
} from "./priority-store.ts";

/** What comes first: the statement of the latest day, and of that day the one said last; with all the others. */
export async function priorityOf(tx: Tx): Promise<{ now: StatementRow | null; history: StatementRow[] }> {
  const said = await statementsSaid(tx);
  return { now: said[0] ?? null, history: said.slice(1) };
}

/** Throws Problem not-allowed, and invalid naming the field. */
export async function statePriority(
  tx: Tx,
  actor: Actor,
  wanted: { words: string; day: Day | undefined },
): Promise<StatementRow> {
  if (!mayLead(actor)) throw notAllowed("a leader says what comes first");
  const clean = cleanStatement(wanted, actor.today);
  const id = await insertStatement(tx, clean, actor);
  await writeJournal(tx, actor, [
    { verb: "priority.stated", subject: { kind: "priority", id }, day: clean.day },
  ]);
  const said = (await statementsSaid(tx)).find((each) => each.id === id);
  if (said === undefined) throw new Error("a statement that was just made is gone");
  return said;
}

/** What was said before holds again. Throws Problem not-allowed, not-found. */
export async function takeBackPriority(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!mayLead(actor)) throw notAllowed("a leader says what comes first");
  if (!(await takeBack.statement(tx, id, actor))) throw notFound("statement");
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "priority.taken-back");
}

export interface AreaNow extends Alignment {
  area: Area;
  state: AlignmentState;
  ownerName: string | null;
  /** Who said it, and on which day; null: nothing was said. */
  said: { id: string; byName: string; day: Day } | null;
}

/** All six, in their order. */
export async function alignmentNow(tx: Tx, actor: Actor): Promise<AreaNow[]> {
  const said = await alignmentsSaid(tx);
  return AREAS.map((area) => areaNow(area, said.find((row) => row.area === area) ?? null, actor.today));
}

/** Of those that are late or due within the week, whose the actor is to see to. */
export async function myDueAreas(tx: Tx, actor: Actor): Promise<AreaNow[]> {
  const areas = await alignmentNow(tx, actor);
  return areas.filter(
    ({ ownerId, state }) => ownerId === actor.member.id && (state === "due" || state === "late"),
  );
}

/** What was said of one, the last first. */
export async function historyOfArea(tx: Tx, area: Area): Promise<AlignmentRow[]> {
  return alignmentsSaid(tx, area);
}

/**
 * All of it anew; the same said again changes nothing. `before`: what stood there when they began, so that what others said in the
 * meantime stays; not said: it is replaced. Throws Problem not-allowed, not-found, conflict, and invalid naming the field.
 */
export async function sayAlignment(
  tx: Tx,
  actor: Actor,
  area: Area,
  { before: begun, ...wanted }: Alignment & { before?: Alignment | undefined },
): Promise<AreaNow> {
  await holdArea(tx, area);
  const before = (await alignmentsSaid(tx, area))[0] ?? null;
  const known: Alignment = before ? saidOf(before) : NOTHING_SAID;
  if (!maySayOf(actor, known)) throw notAllowed("a leader and whoever sees to it say how far it is");
  const mine = trimAlignment(wanted);
  const said = begun ? joinAlignment(begun, mine, known, before?.byName ?? "Somebody") : mine;
  checkAlignment(said, actor.today);
  const handed = said.ownerId !== known.ownerId || said.dueOn !== known.dueOn;
  if (handed && !mayLead(actor)) throw notAllowed("a leader says who sees to it, and by when");
  if (said.ownerId !== null && said.ownerId !== known.ownerId) await refuseGone(tx, actor, said.ownerId);
  if (isSame(said, known)) return areaNow(area, before, actor.today);
  const id = await insertAlignment(tx, area, said, actor);
  await writeJournal(tx, actor, [
    {
      verb: said.alignedOn !== null && known.alignedOn === null ? "area.aligned" : "area.said",
      subject: { kind: "area", id },
      day: actor.today,
      concerns: [said.ownerId],
      detail: { area, ownerId: said.ownerId, dueOn: said.dueOn, alignedOn: said.alignedOn },
    },
  ]);
  return areaNow(area, (await alignmentsSaid(tx, area))[0] ?? null, actor.today);
}

/** What was said before of that area holds again. Throws Problem not-allowed, not-found, and conflict where more was said since. */
export async function takeBackAlignment(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { area } = (await alignmentsSaid(tx)).find((row) => row.id === id) ?? {};
  if (area === undefined) throw notFound("word about an area");
  await holdArea(tx, area);
  const all = await alignmentsSaid(tx, area);
  const said = all.find((row) => row.id === id);
  if (said === undefined) throw notFound("word about an area");
  if (!mayLead(actor) && said.byId !== actor.member.id)
    throw notAllowed(`${said.byName} said this: they, or a leader, take it back`);
  const last = all[0];
  if (last && last.id !== id) throw conflict(`${last.byName} said more of it since: say it anew by hand`);
  await takeBack.alignment(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "area.taken-back");
}

/** When the ninety days began; null: nobody has said. */
export async function rollOutNow(tx: Tx): Promise<RollOutRow | null> {
  return (await rollOutsSaid(tx))[0] ?? null;
}

const FARTHEST_START_DAYS = 366;

/** Throws Problem not-allowed, and invalid. */
export async function beginRollOut(tx: Tx, actor: Actor, startOn: Day): Promise<RollOutRow> {
  if (!mayLead(actor)) throw notAllowed("a leader says when the roll-out begins");
  const { today } = actor;
  const isNear =
    startOn >= addDays(today, -FARTHEST_START_DAYS) && startOn <= addDays(today, FARTHEST_START_DAYS);
  if (!isDay(startOn) || !isNear) throw invalid("a day of the last year or the next", "startOn");
  const before = await rollOutNow(tx);
  if (before?.startOn === startOn) return before;
  const id = await insertRollOut(tx, startOn, actor);
  await writeJournal(tx, actor, [
    { verb: "roll-out.begun", subject: { kind: "roll-out", id }, day: today, detail: { startOn } },
  ]);
  const now = await rollOutNow(tx);
  if (now === null) throw new Error("a roll-out that was just begun is gone");
  return now;
}

/** The day that held before holds again, or none. Throws Problem not-allowed, not-found. */
export async function takeBackRollOut(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!mayLead(actor)) throw notAllowed("a leader says when the roll-out begins");
  if (!(await takeBack.rollOut(tx, id, actor))) throw notFound("roll-out");
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "roll-out.taken-back");
}

function areaNow(area: Area, row: AlignmentRow | null, today: Day): AreaNow {
  const said = row ? saidOf(row) : NOTHING_SAID;
  const standing = { ownerIsHere: row?.ownerIsHere ?? false, today, soon: addDays(today, DUE_DAYS_BEFORE) };
  return {
    area,
    ...said,
    state: stateOfArea(said, standing),
    ownerName: row?.ownerName ?? null,
    said: row && { id: row.id, byName: row.byName, day: row.day },
  };
}

function saidOf({ ownerId, dueOn, evidence, link, alignedOn }: AlignmentRow): Alignment {
  return { ownerId, dueOn, evidence, link, alignedOn };
}

async function refuseGone(tx: Tx, actor: Actor, ownerId: string): Promise<void> {
  const owner = await getMember(tx, actor, ownerId);
  if (owner.state === "left") throw invalid(`${owner.name} is not here any more`, "ownerId");
}

function isSame(one: Alignment, other: Alignment): boolean {
  return (Object.keys(NOTHING_SAID) as (keyof Alignment)[]).every((key) => one[key] === other[key]);
}
