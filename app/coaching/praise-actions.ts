import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import type { ToldLine } from "#lib/storage/timeline.ts";
import { weeksToldToFew } from "#commitments/told-to-few-actions.ts";
import {
  isForFew,
  linesFor,
  linesWithNames,
  timelineWithNames,
  type NamedId,
} from "#people/timeline-actions.ts";
import { practiceToldToFew } from "#practice/told-to-few.ts";
import { getMember } from "#team/member-actions.ts";
import { cleanPraise, doerOf, isPraised } from "./praise.ts";
import { sessionsScoredBy } from "./praise-reader.ts";
import {
  holdPraise,
  insertPraise,
  listPraise,
  praisedFacts,
  updatePraise,
  type HeldPraise,
  type PraiseRow,
} from "./praise-store.ts";

/** Praise waits for whoever is praised so long; then it is on the wall alone. */
const WAITS_DAYS = 14;
/** Who is praised is praised for something that people remember. */
const RECENT_DAYS = 28;
const READ = 100;
const MOST_SHOWN = 12;
const FEW = [...practiceToldToFew, ...weeksToldToFew];

/** A line of the journal with the names that it speaks of. */
export interface Fact {
  line: ToldLine;
  names: Map<string, NamedId>;
}

/**
 * Standing praise from one day to another, the latest first: of whoever is in the team today, or of all. That somebody was praised
 * everybody sees; for what is for those who are told of it.
 */
export async function praiseOf(
  tx: Tx,
  _actor: Actor,
  { teamId, from, to }: { teamId?: string | undefined; from: Day; to: Day },
): Promise<PraiseRow[]> {
  return listPraise(tx, { teamId, from, to });
}

/**
 * Praises a colleague for a line of the journal: whoever it counts for, else whoever wrote it. Once for each fact; again it is a
 * conflict. Throws Problem not-found, invalid, conflict.
 */
export async function givePraise(
  tx: Tx,
  actor: Actor,
  { factId, words: said }: { factId: string; words?: string | null | undefined },
): Promise<{ id: string; toName: string }> {
  const words = cleanPraise(said);
  const { lines } = await linesWithNames(tx, [factId]);
  const line = lines.get(factId);
  const toId = line === undefined ? null : doerOf(line);
  if (line === undefined || toId === null) throw notFound("fact");
  if ((await seenOf(tx, actor, [line])).length === 0) throw notFound("fact");
  if (line.undone || line.undoes !== null)
    throw conflict("this was taken back: there is nothing to praise any more");
  if (!isPraised(line))
    throw invalid("one praises what somebody did for people, not what they tidied up", "factId");
  if (toId === actor.member.id) throw invalid("praise a colleague: your own deeds others praise", "factId");
  const { name, state } = await getMember(tx, actor, toId);
  if (state === "left") throw invalid(`${name} is not here any more`, "factId");
  const id = newId(actor.now);
  if (!(await insertPraise(tx, { id, toId, factId, words }, actor)))
    throw conflict(`you have praised ${name} for this already`);
  await writeJournal(tx, actor, [
    {
      verb: "praise.given",
      subject: { kind: "praise", id },
      day: actor.today,
      concerns: [actor.member.id, toId],
      detail: toldToAll(line) ? { toId, verb: line.verb } : { toId },
    },
  ]);
  return { id, toName: name };
}

/** Throws Problem not-found, not-allowed. */
export async function takeBackPraise(tx: Tx, actor: Actor, id: string): Promise<void> {
  const praise = await held(tx, id);
  if (praise.byId !== actor.member.id) throw notAllowed("whoever praised takes it back");
  await updatePraise(tx, id, { takenBackBy: actor });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "praise.taken-back");
}

/** Whoever was praised has read it: it is on Today no longer. Not a line of the journal: nobody is told when it was read. */
export async function seePraise(tx: Tx, actor: Actor, id: string, seen: boolean): Promise<void> {
  const praise = await held(tx, id);
  if (praise.toId !== actor.member.id) throw notFound("praise");
  await updatePraise(tx, id, { seenAt: seen ? actor.now : null });
}

/** What the actor was praised for lately and has not read. */
export async function praiseForMe(tx: Tx, actor: Actor): Promise<PraiseRow[]> {
  return listPraise(tx, {
    from: addDays(actor.today, -WAITS_DAYS),
    to: actor.today,
    toId: actor.member.id,
    notSeen: true,
  });
}

export interface Praisable extends Fact {
  to: { id: string; name: string };
  /** Of the actor, where they have praised it already. */
  praiseId: string | null;
}

/**
 * What colleagues did lately that the actor can praise: of one of them, or on the page of a person, an account or anything else that
 * has a timeline. The latest first.
 */
export async function praisable(
  tx: Tx,
  actor: Actor,
  of: { memberId: string } | { pageId: string },
): Promise<Praisable[]> {
  if ("memberId" in of) await getMember(tx, actor, of.memberId);
  const id = "memberId" in of ? of.memberId : of.pageId;
  const { items, names } = await timelineWithNames(tx, id, undefined, READ);
  const since = addDays(actor.today, -RECENT_DAYS);
  const fits = items.filter((line) => {
    const doer = doerOf(line);
    if (!isPraised(line) || doer === actor.member.id) return false;
    return "memberId" in of ? doer === of.memberId && line.day >= since : true;
  });
  const shown = (await seenOf(tx, actor, oncePerAct(fits))).slice(0, MOST_SHOWN);
  const praised = await praisedFacts(
    tx,
    actor.member.id,
    shown.map((line) => line.id),
  );
  return shown.flatMap((line) => {
    const to = names.get(doerOf(line) ?? "");
    return to === undefined
      ? []
      : [{ line, names, to: { id: to.id, name: to.name }, praiseId: praised.get(line.id) ?? null }];
  });
}

/** A won deal writes two lines; one is enough to praise. */
function oncePerAct(lines: readonly ToldLine[]): ToldLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = `${line.actId} ${line.subjectId} ${doerOf(line)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Of these lines those that the actor is told of; who scores a rehearsal knows of it. */
export async function seenOf(tx: Tx, actor: Actor, lines: readonly ToldLine[]): Promise<ToldLine[]> {
  const told = new Set((await linesFor(tx, actor, lines, FEW)).map(({ id }) => id));
  const rehearsals = lines.filter(({ id, verb }) => verb === "practice.held" && !told.has(id));
  const scored = await sessionsScoredBy(
    tx,
    actor.member.id,
    rehearsals.map(({ subjectId }) => subjectId),
  );
  return lines.filter(({ id, subjectId }) => told.has(id) || scored.has(subjectId));
}

/** Lines of which everybody may be told, whoever opened what they stand on. */
export function toldToAll(line: ToldLine): boolean {
  return !isForFew(line, FEW);
}

async function held(tx: Tx, id: string): Promise<HeldPraise> {
  const praise = await holdPraise(tx, id);
  if (praise === null) throw notFound("praise");
  return praise;
}
