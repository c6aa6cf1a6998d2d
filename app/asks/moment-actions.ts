import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { mayChangeFor } from "#team/member.ts";
import {
  DEAL_ENDED,
  dueOnFrom,
  ENDS_WITH_DEAL,
  momentsBroughtBy,
  momentState,
  type DealStep,
  type Settings,
} from "./moment.ts";
import { readSettings } from "./moment-setting-actions.ts";
import {
  endWithDeal,
  findMoment,
  holdMoment,
  insertMoments,
  momentsOfDeals,
  spentBefore,
  takeBackMomentRows,
  updateLetGo,
  type MomentRow,
  type NewMoment,
} from "./moment-store.ts";
import { momentLine } from "./moment-use-actions.ts";
import type { WhyNotAsked } from "./why-not.ts";

/** A deal as far as its moments go. It is held. */
export interface DealThen {
  id: string;
  accountId: string;
  personId: string | null;
  memberId: string;
  /** What the client said, to be reminded of. */
  words: string | null;
}

/**
 * For the deals: brings the moments of a stage that was reached or of an end, dated by their pause. One that has come of
 * this deal already does not come again, and one that would have ended by itself does not come at all. With the end, what
 * only led up to it is let go.
 */
export async function bringMoment(
  tx: Tx,
  actor: Actor,
  deal: DealThen,
  step: DealStep,
  day: Day,
): Promise<void> {
  const known = await momentsOfDeals(tx, [deal.id]);
  const coming = comingMoments(await readSettings(tx), actor.today, { deal, step, day });
  await bring(
    tx,
    actor,
    coming.filter(({ moment }) => !known.some((each) => each.moment === moment)),
  );
  if (!("outcome" in step)) return;
  const over = known.filter((each) => ENDS_WITH_DEAL.includes(each.moment) && !each.usedOn && !each.letGoOn);
  await endWithDeal(tx, idsOf(over), actor, true);
  const lines = over.map((each) => momentLine(each, "moment.let-go", actor.today));
  await writeJournal(tx, actor, lines);
}

/** The same for deals that were not there before, all in a few statements; `actId` groups the journal's lines. */
export async function bringMomentsOfNew(
  tx: Tx,
  actor: Actor,
  deals: readonly DealMoment[],
  actId: string,
): Promise<void> {
  const settings = await readSettings(tx);
  await bring(
    tx,
    actor,
    deals.flatMap((each) => comingMoments(settings, actor.today, each)),
    actId,
  );
}

/**
 * For the deals: their end was taken back or changed, or they were themselves (`all`). What it brought goes; an ask that used
 * it stays. What was let go because of the end waits again.
 */
export async function takeBackMoments(
  tx: Tx,
  actor: Actor,
  dealIds: readonly string[],
  all: boolean,
): Promise<void> {
  const known = await momentsOfDeals(tx, dealIds);
  if (known.length === 0) return;
  const gone = known.filter((each) => all || !ENDS_WITH_DEAL.includes(each.moment));
  const back = all ? [] : known.filter((each) => each.whyNot === DEAL_ENDED);
  await takeBackMomentRows(tx, idsOf(gone), actor);
  await endWithDeal(tx, idsOf(back), actor, false);
  await writeCounterEntries(tx, actor, { subjectIds: idsOf(gone) }, "moment.taken-back");
  const letGo = { subjectIds: idsOf(back), verbs: ["moment.let-go"] };
  await writeCounterEntries(tx, actor, letGo, "moment.taken-up");
}

/** What happened to a deal, and when. */
export interface DealMoment {
  deal: DealThen;
  step: DealStep;
  day: Day;
}

function comingMoments(
  settings: Settings,
  today: Day,
  { deal, step, day }: DealMoment,
): Omit<NewMoment, "id">[] {
  const { id, ...facts } = deal;
  return momentsBroughtBy(step, settings).flatMap((moment) => {
    const dueOn = dueOnFrom(day, settings[moment].pauseDays, today);
    return dueOn === null ? [] : [{ ...facts, becauseId: id, moment, day, dueOn }];
  });
}

async function bring(
  tx: Tx,
  actor: Actor,
  coming: readonly Omit<NewMoment, "id">[],
  actId?: string,
): Promise<void> {
  const came = coming.map((each) => ({ ...each, id: newId(actor.now) }));
  await insertMoments(tx, came, actor);
  // An ask may have been made before anybody wrote down that the deal was won.
  const used = await spentBefore(tx, idsOf(came));
  const lines = [
    ...came.map((each) => momentLine(each, "moment.came", each.day)),
    ...used.map((each) => momentLine(each, "moment.used", each.usedOn, each.usedById)),
  ];
  await writeJournal(tx, actor, lines, actId);
}

function idsOf(moments: readonly { id: string }[]): string[] {
  return moments.map(({ id }) => id);
}

/** Throws Problem not-found. */
export async function getMoment(tx: Tx, id: string): Promise<MomentRow> {
  const moment = await findMoment(tx, id);
  if (!moment || moment.takenBack) throw notFound("moment");
  return moment;
}

/** It is not used, and why. Another why replaces it. Throws Problem not-found, not-allowed, and conflict once it was used. */
export async function letMomentGo(tx: Tx, actor: Actor, id: string, why: WhyNotAsked): Promise<MomentRow> {
  const moment = await ownMoment(tx, actor, id);
  if (moment.usedOn !== null) throw conflict("this moment was used: take back the ask or the seed first");
  if (moment.whyNot === why) return moment;
  await updateLetGo(tx, id, why, actor);
  if (moment.letGoOn === null)
    await writeJournal(tx, actor, [momentLine(moment, "moment.let-go", actor.today)]);
  return getMoment(tx, id);
}

/** The undo of letting go. Throws Problem not-found, not-allowed. */
export async function takeUpMoment(tx: Tx, actor: Actor, id: string): Promise<MomentRow> {
  const moment = await ownMoment(tx, actor, id);
  if (moment.letGoOn === null) return moment;
  await updateLetGo(tx, id, null, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["moment.let-go"] }, "moment.taken-up");
  return getMoment(tx, id);
}

async function ownMoment(tx: Tx, actor: Actor, id: string): Promise<MomentRow> {
  await holdMoment(tx, id);
  const moment = await getMoment(tx, id);
  if (!mayChangeFor(actor, { memberId: moment.memberId, teamId: moment.memberTeamId }))
    throw notAllowed(`${moment.memberName} holds this relationship: they, their manager or a leader decide`);
  if (momentState(moment, actor.today) === "expired") throw conflict("this moment has ended by itself");
  return moment;
}
