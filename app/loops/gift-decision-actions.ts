import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { conflict, invalid, notAllowed } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { leadersHere } from "#team/leaders-reader.ts";
import { settleWithGift } from "./duty-actions.ts";
import { isOwed } from "./duty.ts";
import { giftStateOf, mayDecideGift, whyNoGift } from "./gift.ts";
import { getGift, giftLine, holdGift, holdOwnGift, oweAgain } from "./gift-actions.ts";
import type { GiftRow } from "./gift-reader.ts";
import { giftStandingOf } from "./gift-standing-actions.ts";
import { approveGiftRow, forgetDecision, refuseGiftRow, updateGivenOn } from "./gift-store.ts";
import { whyNoGiftText } from "./gift-words.ts";
import { dutiesWhere } from "./owed-actions.ts";

export type Decision = "approved" | "refused";

const LONGEST_WHY = 500;

/** Says yes or no to a gift above the cap. Said again, the same changes nothing. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function decideGift(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { decision: Decision; why?: string | null | undefined },
): Promise<GiftRow> {
  const gift = await holdToDecide(tx, actor, id);
  const why = cleanText(said.why, LONGEST_WHY, "why");
  if (said.decision === "refused" && why === null)
    throw invalid("say why, so that they know what else to do", "why");
  const state = giftStateOf(gift);
  if (state === said.decision && gift.decidedById === actor.member.id) return gift;
  if (state !== "asked") throw conflict(decidedText(gift));
  if (said.decision === "approved") await approveGiftRow(tx, id, actor);
  else await refuseGiftRow(tx, id, why ?? "", actor);
  const line = giftLine(gift);
  await writeJournal(tx, actor, [
    { ...line, verb: `gift.${said.decision}`, day: actor.today, detail: { ...line.detail, why } },
  ]);
  return getGift(tx, id);
}

/** It waits again. Throws Problem not-found, not-allowed, conflict once it was given. */
export async function takeBackDecision(tx: Tx, actor: Actor, id: string): Promise<GiftRow> {
  const gift = await holdToDecide(tx, actor, id);
  const state = giftStateOf(gift);
  if (state === "asked") throw conflict("nobody has decided about this yet");
  if (state === "given") throw conflict("it was given; take that back first");
  await forgetDecision(tx, id);
  const verbs = ["gift.approved", "gift.refused"];
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs }, "gift.taken-back");
  return getGift(tx, id);
}

/**
 * What was approved was given, and what it is thanks for is done. Throws Problem not-found, not-allowed, invalid naming the day,
 * and conflict while nobody approved it.
 */
export async function noteGiven(tx: Tx, actor: Actor, id: string, said?: Day): Promise<GiftRow> {
  const gift = await holdOwnGift(tx, actor, id);
  const state = giftStateOf(gift);
  if (state === "given") return gift;
  if (state !== "approved")
    throw conflict(state === "asked" ? "nobody has approved this yet" : decidedText(gift));
  const day = factDay(said, actor.today);
  if (day < gift.day) throw invalid(`it was asked for on ${dayText(gift.day, actor.today)}`, "day");
  const standing = await giftStandingOf(tx, actor, gift.personId, { day });
  const why = whyNoGift(standing.rule, standing);
  if (why !== null) throw conflict(whyNoGiftText(why, gift.personName));
  await updateGivenOn(tx, id, day);
  const { referralId } = gift;
  const duties = referralId === null ? [] : await dutiesWhere(tx, actor, { referralIds: [referralId] });
  const owed = duties.filter(
    (duty) =>
      isOwed(duty) &&
      duty.sourceId === gift.personId &&
      (gift.dutyKinds as readonly string[]).includes(duty.kind) &&
      duty.countsFrom <= day,
  );
  await settleWithGift(tx, actor, owed, { giftId: id, day });
  await writeJournal(tx, actor, [{ ...giftLine(gift), verb: "gift.given", day }]);
  return getGift(tx, id);
}

/** It was not given after all, and may still be. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackGiven(tx: Tx, actor: Actor, id: string): Promise<GiftRow> {
  const gift = await holdOwnGift(tx, actor, id);
  if (gift.givenOn === null) throw conflict("this was not given yet");
  if (gift.askedAt === null) throw conflict("this needed no approval: take the whole gift back");
  await oweAgain(tx, actor, id);
  await updateGivenOn(tx, id, null);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["gift.given"] }, "gift.taken-back");
  return getGift(tx, id);
}

async function holdToDecide(tx: Tx, actor: Actor, id: string): Promise<GiftRow> {
  const gift = await holdGift(tx, id);
  if (gift.askedAt === null) throw conflict("this gift is within the cap: there is nothing to decide");
  const owner = { memberId: gift.memberId, teamId: gift.memberTeamId, byId: gift.byId };
  if (!mayDecideGift(actor, owner, await leadersHere(tx)))
    throw notAllowed(
      `a manager of ${gift.memberName} or a leader decides on this, and never who gives it or asked for it`,
    );
  return gift;
}

function decidedText({ approvedByName, refusedByName, givenOn }: GiftRow): string {
  if (givenOn !== null) return "it was given already";
  return approvedByName === null ? `${refusedByName} refused it` : `${approvedByName} approved it already`;
}
