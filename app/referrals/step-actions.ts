import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { standingOf, type ReferralState, type Step, type StepState } from "./referral.ts";
import {
  holdReferral,
  insertStep,
  stepsOf,
  takeBackSteps,
  updateStanding,
  type HeldReferral,
} from "./referral-store.ts";

export interface Moved {
  /** Whether the referral's state is another one than before. */
  moved: boolean;
  state: ReferralState;
}

/**
 * Notes that a meeting or a deal (`becauseId`) brings a referral to `state` on `day`. It never moves backwards: a state
 * that is passed already is kept as a reason for later and `moved` is false. The same state for the same reason is noted
 * once. For the rooms above, which have asked already whether the actor may. Throws Problem not-found when the referral is
 * not there or was taken back.
 */
export async function advanceReferral(
  tx: Tx,
  actor: Actor,
  id: string,
  state: StepState,
  day: Day,
  becauseId: string | null,
): Promise<Moved> {
  const referral = await hold(tx, id);
  const steps = await stepsOf(tx, id);
  if (steps.some((step) => step.state === state && step.becauseId === becauseId))
    return { moved: false, state: referral.state };
  const step: Step = { id: newId(actor.now), state, day, becauseId, at: actor.now, byId: actor.member.id };
  await insertStep(tx, id, step);
  const moved = await settle(tx, referral, [...steps, step]);
  const happening = {
    verb: "referral.advanced",
    subject: { kind: "referral", id },
    day,
    concerns: concernsOf(referral),
    detail: { contactId: referral.contactId, to: state, because: becauseId, moved: moved.moved },
  };
  await writeJournal(tx, actor, [happening], step.id);
  return moved;
}

/**
 * Takes back what `becauseId` did to a referral, all of it or only the step to `state`; the referral is then where its
 * other steps put it. Answers without moving when there is no such step.
 */
export async function retreatReferral(
  tx: Tx,
  actor: Actor,
  id: string,
  becauseId: string,
  state?: StepState,
): Promise<Moved> {
  const referral = await hold(tx, id);
  const steps = await stepsOf(tx, id);
  const gone = steps.filter(
    (step) => step.becauseId === becauseId && (state === undefined || step.state === state),
  );
  return takeBack(tx, actor, referral, steps, gone);
}

/** Takes back that somebody said it is at `state`; for the rooms above, which have asked already whether the actor may. */
export async function retreatByHand(tx: Tx, actor: Actor, id: string, state: StepState): Promise<Moved> {
  const referral = await hold(tx, id);
  const steps = await stepsOf(tx, id);
  const gone = steps.filter((step) => step.becauseId === null && step.state === state);
  return takeBack(tx, actor, referral, steps, gone);
}

/** Takes these steps back, in the table and in the journal. */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  referral: HeldReferral,
  steps: readonly Step[],
  gone: readonly Step[],
): Promise<Moved> {
  if (gone.length === 0) return { moved: false, state: referral.state };
  await takeBackSteps(
    tx,
    gone.map((step) => step.id),
    actor,
  );
  const moved = await settle(
    tx,
    referral,
    steps.filter((step) => !gone.includes(step)),
  );
  for (const step of gone) {
    await writeCounterEntries(
      tx,
      actor,
      { subjectIds: [referral.id], actId: step.id },
      "referral.step-taken-back",
    );
  }
  return moved;
}

/** Puts the referral where its steps say. */
export async function settle(tx: Tx, referral: HeldReferral, steps: readonly Step[]): Promise<Moved> {
  const standing = standingOf(referral, steps);
  await updateStanding(tx, referral.id, standing);
  return { moved: standing.state !== referral.state, state: standing.state };
}

/** On whose timelines a referral's lines appear. */
export function concernsOf(
  referral: Pick<HeldReferral, "sourceId" | "contactId" | "accountId" | "memberId" | "askId">,
): (string | null)[] {
  return [referral.sourceId, referral.contactId, referral.accountId, referral.memberId, referral.askId];
}

/** Throws Problem not-found, also for one that was taken back. */
export async function hold(tx: Tx, id: string): Promise<HeldReferral> {
  const referral = await holdReferral(tx, id);
  if (!referral) throw notFound("introduction");
  return referral;
}
