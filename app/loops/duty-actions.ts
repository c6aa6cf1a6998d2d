import type { Actor } from "#lib/kernel/actor.ts";
import { instantOf, type Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Money } from "#lib/kernel/money.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getReferral } from "#referrals/referral-actions.ts";
import { mayAdvance } from "#referrals/referral.ts";
import { advanceReferral, retreatByHand } from "#referrals/step-actions.ts";
import { getMember } from "#team/member-actions.ts";
import { dutyId, maySettle, MOST_AT_ONCE, partsOfDutyId, type DutyHow, type SaidKind } from "./duty.ts";
import { cleanGift } from "./gift.ts";
import { dayOfGift, takeBackGiftsOf, writeGift, type SaidGift } from "./gift-actions.ts";
import { giftStandingOf } from "./gift-standing-actions.ts";
import { giftsOnlyOf } from "./gift-store.ts";
import { dutiesWhere, type OwedDuty } from "./owed-actions.ts";
import { insertPassed, insertSettled, passedOf, takeBackPassed, takeBackSettled } from "./duty-store.ts";

const LONGEST_WORDS = 1_000;

export interface SaidOfDuties {
  /** Of one introduction, or owed to one source. */
  duties: readonly string[];
  /** What was done … */
  how?: DutyHow | undefined;
  /** Which gift, where it was one. */
  gift?: SaidGift | undefined;
  /** … or why nothing is. */
  letGoWhy?: string | undefined;
  words?: string | null | undefined;
  day?: Day | undefined;
}

/**
 * Says of duties that they are done, or let go with a reason. Said again, it replaces what was said; the same again changes
 * nothing. A gift above the cap is asked for, and they stay owed. Throws Problem not-found, not-allowed, invalid naming the
 * field, and conflict where a gift must be asked for.
 */
export async function settleDuties(tx: Tx, actor: Actor, said: SaidOfDuties): Promise<OwedDuty[]> {
  const { how = null, letGoWhy: why } = said;
  if ((how === null) === (why === undefined)) throw invalid("say what was done, or why nothing is", "how");
  const letGoWhy = why === undefined ? null : cleanText(why, LONGEST_WORDS, "letGoWhy");
  if (how === null && letGoWhy === null)
    throw invalid("say why nothing is done: it stays visible, and is not dropped silently", "letGoWhy");
  if (how === "gift" && said.gift === undefined)
    throw invalid("say what was given and what it costs", "gift");
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  const day = factDay(said.day, actor.today);
  const duties = await heldDuties(tx, actor, said.duties);
  for (const { countsFrom, heardOn, metOn } of duties) {
    if (day < countsFrom) throw invalid("the introduction came later than that", "day");
    if (heardOn !== null && metOn !== null && day < metOn)
      throw invalid("they met later than that, and this is about the meeting", "day");
  }
  if (how === "gift" && said.gift) await settleByGift(tx, actor, duties, said.gift, { words, day });
  else {
    const changed = duties.filter(({ settled }) => !isSame(settled, { how, letGoWhy, words, day }));
    await settle(tx, actor, changed, { how, letGoWhy, words, day, giftId: null });
  }
  return dutiesOfIds(tx, actor, said.duties);
}

/** The same for duties of a gift that was approved and is given now; whoever gets it is held. */
export async function settleWithGift(
  tx: Tx,
  actor: Actor,
  duties: readonly OwedDuty[],
  { giftId, day }: { giftId: string; day: Day },
): Promise<void> {
  await settle(tx, actor, duties, { how: "gift", letGoWhy: null, words: null, day, giftId });
}

/** Within the cap it was given, and they are done; above it, it is asked for. */
async function settleByGift(
  tx: Tx,
  actor: Actor,
  duties: readonly OwedDuty[],
  said: SaidGift,
  { words, day: settledOn }: { words: string | null; day: Day },
): Promise<void> {
  if (new Set(duties.map(({ referralId }) => referralId)).size > 1)
    throw invalid("a gift is for one introduction: say of the others by themselves what was done", "duties");
  const { what, value } = cleanGift(said, "gift.");
  const asked = said.ask === true;
  const [first, ...others] = duties;
  if (!first) return;
  const { sourceId: personId, referralId, contactId } = first;
  if (others.some(({ sourceId }) => sourceId !== personId))
    throw invalid("a gift goes to one person: say of the others by themselves what was done", "duties");
  const isIt = (gift: { what: string; value: Money } | null) =>
    gift?.what === what && gift.value.minor === value.minor && gift.value.currency === value.currency;
  const asSaid = { how: "gift" as const, letGoWhy: null, words, day: settledOn };
  const changed = duties.filter(({ settled }) => !isSame(settled, asSaid) || !isIt(settled?.gift ?? null));
  if (changed.length === 0) return;
  const there = duties.find(({ settled }) => settled?.day === settledOn && isIt(settled.gift))?.settled?.gift;
  if (there) return settle(tx, actor, changed, { ...asSaid, giftId: there.id });
  const waiting = duties.find(({ gift }) => gift !== null && gift.state !== "refused")?.gift ?? null;
  if (asked && isIt(waiting)) return;
  if (waiting !== null)
    throw conflict(
      waiting.state === "approved"
        ? `“${waiting.what}” is approved for this: say that it was given, or take it back first`
        : `“${waiting.what}” waits for approval already: take it back first`,
    );
  const day = dayOfGift(actor, { ask: asked, day: settledOn });
  const replaced = await giftsOnlyOf(tx, idsOf(changed));
  const without = replaced.flatMap((gift) => (gift.asked ? [] : [gift.id]));
  const standing = await giftStandingOf(tx, actor, personId, { day, without });
  const dutyKinds = changed.map(({ kind }) => kind as SaidKind);
  const gift = { memberId: giverOf(actor, first), referralId, dutyKinds, what, value, words, day, asked };
  const { id, happening } = await writeGift(tx, actor, standing, gift, { field: "how" });
  const line = { ...happening, detail: { ...happening.detail, contactId } };
  if (asked) await writeJournal(tx, actor, [line]);
  else await settle(tx, actor, changed, { ...asSaid, giftId: id }, [line]);
}

/** Who presses, when it is theirs to do; else whoever sees to it. */
function giverOf({ member }: Actor, { memberId, responsible }: OwedDuty): string {
  return member.id === memberId ? memberId : responsible.id;
}

type Said = { how: DutyHow | null; letGoWhy: string | null; words: string | null; day: Day };

function isSame(before: Said | null, said: Said): boolean {
  return (
    before?.how === said.how &&
    before.letGoWhy === said.letGoWhy &&
    before.words === said.words &&
    before.day === said.day
  );
}

function idsOf(duties: readonly OwedDuty[]): string[] {
  return duties.flatMap(({ settled }) => settled?.id ?? []);
}

/** What was said of them before is taken back, with the gifts of then. `more` is written with it. */
async function settle(
  tx: Tx,
  actor: Actor,
  duties: readonly OwedDuty[],
  { day, ...said }: Said & { giftId: string | null },
  more: readonly Happening[] = [],
): Promise<void> {
  if (duties.length === 0) return;
  const before = idsOf(duties);
  if (before.length > 0) {
    await takeBackSettled(tx, before, actor);
    await takeBackGiftsOf(tx, actor, before);
    await writeCounterEntries(tx, actor, { subjectIds: before }, "duty.taken-back");
  }
  const rows = duties.map((duty) => ({
    ...said,
    id: newId(actor.now),
    referralId: duty.referralId,
    kind: duty.kind as SaidKind,
    sourceId: duty.sourceId,
    day,
    // Of an earlier day the hour is not known: noon is as good as any, but a second word came after the meeting.
    at:
      day === actor.today
        ? actor.now
        : instantOf(day, duty.heardOn === null ? "12:00" : "23:59", actor.workspace.timeZone),
    dueAt: duty.dueAt,
  }));
  await insertSettled(tx, rows, actor);
  const lines = rows.map((row, at) => happeningOf(duties[at] as OwedDuty, row));
  await writeJournal(tx, actor, [...more, ...lines]);
}

/** It is owed again, and a gift that nothing else was done with was not given. Throws Problem not-found, not-allowed. */
export async function takeBackDuty(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [duty] = await heldDuties(tx, actor, [id]);
  if (!duty?.settled) throw notFound("duty that was done");
  await takeBackSettled(tx, [duty.settled.id], actor);
  await takeBackGiftsOf(tx, actor, [duty.settled.id]);
  await writeCounterEntries(tx, actor, { subjectIds: [duty.settled.id] }, "duty.taken-back");
}

/** Whoever sees to an introduction has answered it. Throws Problem not-found, not-allowed, and conflict when it is answered. */
export async function answerInstead(tx: Tx, actor: Actor, referralId: string): Promise<void> {
  await heldIntroduction(tx, actor, referralId);
  const { state } = await getReferral(tx, referralId);
  if (!mayAdvance(state, "responded")) throw conflict("this introduction is answered already");
  await advanceReferral(tx, actor, referralId, "responded", actor.today, null);
}

/** The undo of it. Throws Problem not-found, not-allowed, and conflict when nobody said so. */
export async function takeBackAnswer(tx: Tx, actor: Actor, referralId: string): Promise<void> {
  await heldIntroduction(tx, actor, referralId);
  const { moved } = await retreatByHand(tx, actor, referralId, "responded");
  if (!moved) throw conflict("nothing was said about this introduction that could be taken back");
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
  const sourceIds = new Set(parts.flatMap((each) => each?.sourceId ?? []));
  if (referralIds.size > 1 && sourceIds.size > 1)
    throw invalid("name the duties of one introduction, or those to one source", "duties");
  await holdPeople(tx, [...sourceIds]);
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
