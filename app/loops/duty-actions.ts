import type { Actor } from "#lib/kernel/actor.ts";
import { instantOf, type Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getMember } from "#team/member-actions.ts";
import { dutyId, maySettle, partsOfDutyId, type DutyHow, type SaidKind } from "./duty.ts";
import { dutiesWhere, type OwedDuty } from "./owed-actions.ts";
import { insertPassed, insertSettled, passedOf, takeBackPassed, takeBackSettled } from "./duty-store.ts";

const LONGEST_WORDS = 1_000;
/** As many as one tap settles: a source, and everybody up the chain. */
export const MOST_AT_ONCE = 20;

export interface SaidOfDuties {
  /** Of one introduction. */
  duties: readonly string[];
  /** What was done … */
  how?: DutyHow | undefined;
  /** … or why nothing is. */
  letGoWhy?: string | undefined;
  words?: string | null | undefined;
  day?: Day | undefined;
}

/**
 * Says of duties that they are done, or let go with a reason. Said again, it replaces what was said; the same again changes
 * nothing. Throws Problem not-found, not-allowed, and invalid naming the field.
 */
export async function settleDuties(tx: Tx, actor: Actor, said: SaidOfDuties): Promise<OwedDuty[]> {
  const { how = null, letGoWhy: why } = said;
  if ((how === null) === (why === undefined)) throw invalid("say what was done, or why nothing is", "how");
  const letGoWhy = why === undefined ? null : cleanText(why, LONGEST_WORDS, "letGoWhy");
  if (how === null && letGoWhy === null)
    throw invalid("say why nothing is done: it stays visible, and is not dropped silently", "letGoWhy");
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  const day = factDay(said.day, actor.today);
  const duties = await heldDuties(tx, actor, said.duties);
  for (const { countsFrom } of duties)
    if (day < countsFrom) throw invalid("the introduction came later than that", "day");
  const same = (duty: OwedDuty) =>
    duty.settled?.how === how &&
    duty.settled.letGoWhy === letGoWhy &&
    duty.settled.words === words &&
    duty.settled.day === day;
  const changed = duties.filter((duty) => !same(duty));
  const before = changed.flatMap(({ settled }) => settled ?? []);
  if (before.length > 0) {
    await takeBackSettled(
      tx,
      before.map(({ id }) => id),
      actor,
    );
    await writeCounterEntries(tx, actor, { subjectIds: before.map(({ id }) => id) }, "duty.taken-back");
  }
  const rows = changed.map((duty) => ({
    id: newId(actor.now),
    referralId: duty.referralId,
    kind: duty.kind as SaidKind,
    sourceId: duty.sourceId,
    how,
    letGoWhy,
    words,
    day,
    // Of an earlier day the hour is not known: noon is as good as any.
    at: day === actor.today ? actor.now : instantOf(day, "12:00", actor.workspace.timeZone),
    dueAt: duty.dueAt,
    giftId: null,
  }));
  if (rows.length > 0) {
    await insertSettled(tx, rows, actor);
    await writeJournal(
      tx,
      actor,
      rows.map((row, at) => happeningOf(changed[at] as OwedDuty, row)),
    );
  }
  return dutiesOfIds(tx, actor, said.duties);
}

/** It is owed again. Throws Problem not-found, not-allowed. */
export async function takeBackDuty(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [duty] = await heldDuties(tx, actor, [id]);
  if (!duty?.settled) throw notFound("duty that was done");
  await takeBackSettled(tx, [duty.settled.id], actor);
  await writeCounterEntries(tx, actor, { subjectIds: [duty.settled.id] }, "duty.taken-back");
}

/** Somebody else sees to what this introduction asks for. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function passDuties(
  tx: Tx,
  actor: Actor,
  referralId: string,
  { toId, words }: { toId: string; words?: string | null | undefined },
): Promise<void> {
  const owed = await heldIntroduction(tx, actor, referralId);
  const to = await getMember(tx, actor, toId);
  if (to.state === "left") throw invalid(`${to.name} is not here any more`, "toId");
  if (to.id === owed.memberId) throw invalid(`${to.name} has it already`, "toId");
  const [before] = await passedOf(tx, [referralId]);
  if (before?.toId === toId) throw conflict(`${to.name} sees to it already`);
  if (before) await takeBackPassed(tx, before.id, actor);
  const id = newId(actor.now);
  await insertPassed(tx, { id, referralId, toId, words: cleanText(words, LONGEST_WORDS, "words") }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "duty.passed",
      subject: { kind: "duty", id },
      day: actor.today,
      concerns: [owed.contactId, owed.sourceId, referralId, owed.memberId, toId],
      detail: { referralId, toId, contactId: owed.contactId, sourceId: owed.sourceId },
    },
  ]);
}

/** The rep sees to it again. Throws Problem not-found, not-allowed. */
export async function takeBackPassing(tx: Tx, actor: Actor, referralId: string): Promise<void> {
  await heldIntroduction(tx, actor, referralId);
  const [before] = await passedOf(tx, [referralId]);
  if (!before) throw notFound("colleague who was asked to see to it");
  await takeBackPassed(tx, before.id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [before.id] }, "duty.passing-taken-back");
}

/** All of one introduction, in the order asked for; their sources are held until the commit. */
async function heldDuties(tx: Tx, actor: Actor, ids: readonly string[]): Promise<OwedDuty[]> {
  const parts = [...new Set(ids)].map((id) => partsOfDutyId(id));
  if (parts.length === 0 || parts.length > MOST_AT_ONCE)
    throw invalid(`name 1 to ${MOST_AT_ONCE} duties`, "duties");
  if (parts.some((each) => each === null)) throw notFound("duty");
  if (parts.some((each) => each?.kind === "respond"))
    throw invalid("an introduction is answered on its own page: say there that you answered", "duties");
  const referralIds = new Set(parts.map((each) => each?.referralId));
  if (referralIds.size > 1) throw invalid("name the duties of one introduction", "duties");
  await holdPeople(tx, [...new Set(parts.flatMap((each) => each?.sourceId ?? []))]);
  const duties = await dutiesOfIds(tx, actor, ids);
  for (const duty of duties) refuseOthers(actor, duty);
  return duties;
}

async function dutiesOfIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<OwedDuty[]> {
  const referralIds = [...new Set(ids.flatMap((id) => partsOfDutyId(id)?.referralId ?? []))];
  const all = await dutiesWhere(tx, actor, { referralIds });
  return [...new Set(ids)].map((id) => {
    const duty = all.find((each) => dutyId(each.referralId, each.kind, each.sourceId) === id);
    if (!duty) throw notFound("duty");
    return duty;
  });
}

async function heldIntroduction(tx: Tx, actor: Actor, referralId: string): Promise<OwedDuty> {
  const [first] = await dutiesWhere(tx, actor, { referralIds: [referralId] });
  if (!first) throw notFound("introduction that owes anything");
  await holdPeople(tx, [first.sourceId]);
  refuseOthers(actor, first);
  return first;
}

function refuseOthers(actor: Actor, duty: OwedDuty): void {
  const owner = { memberId: duty.memberId, teamId: duty.memberTeamId };
  if (!maySettle(actor, owner, [duty.responsible.id]))
    throw notAllowed(`${duty.responsible.name} sees to this: they, their manager or a leader can say so`);
}

function happeningOf(
  duty: OwedDuty,
  { id, day, how, letGoWhy }: { id: string; day: Day; how: DutyHow | null; letGoWhy: string | null },
): Happening {
  const { kind, sourceId, contactId, accountId, referralId, memberId } = duty;
  const told = kind === "report" || kind === "report-close";
  return {
    verb: letGoWhy !== null ? "duty.let-go" : told ? "source.told" : "source.thanked",
    subject: { kind: "duty", id },
    day,
    concerns: [sourceId, contactId, accountId, referralId, memberId],
    detail: {
      kind,
      how,
      letGoWhy,
      sourceId,
      contactId,
      referralId,
      memberId,
      dueAt: duty.dueAt.toISOString(),
    },
  };
}
