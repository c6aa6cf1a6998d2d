import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { samePersonIds } from "#people/person-actions.ts";
import type { Day } from "#lib/kernel/days.ts";
import { askedBy, planOfAsk, setPlanOfAsk, type AskedThen } from "./plan-fulfil-store.ts";
import { carriesOut } from "./plan.ts";
import { plansFor, type HeldPlan, type PlanRow } from "./plan-store.ts";

/**
 * The plan that a conversation carries out, the one named before any other; null when there is none, or the ask carried one
 * out before. The source is held. Answers the line for the conversation's own act.
 */
export async function fulfilPlan(
  tx: Tx,
  actor: Actor,
  ask: { id: string; memberId: string; sourceId: string },
  said: { day: Day; planId?: string | null },
): Promise<Happening[]> {
  const { firstDay } = actor.workspace.calendar;
  const personIds = await samePersonIds(tx, ask.sourceId);
  const plans = await plansFor(tx, { memberId: ask.memberId, personIds }, firstDay);
  if (plans.some((plan) => plan.askId === ask.id)) return [];
  const open = plans.filter(
    (plan) => plan.askId === null && carriesOut({ day: said.day, at: actor.now }, plan),
  );
  const plan = open.find(({ id }) => id === said.planId) ?? open[0];
  if (!plan) return [];
  await setPlanOfAsk(tx, ask.id, plan.id);
  return [fulfilled(plan, ask.id, said.day)];
}

/** A plan that stands again: if they were asked meanwhile, that ask carries it out. Its person is held. */
export async function adoptAsk(tx: Tx, actor: Actor, plan: HeldPlan): Promise<void> {
  if (plan.askId !== null || plan.letGoOn !== null) return;
  const asked = await askedBy(tx, {
    memberId: plan.memberId,
    sourceIds: await samePersonIds(tx, plan.personId),
    since: plan.day < plan.week ? plan.day : plan.week,
  });
  const found = asked.find((said) => said.planId === null && carriesOut(said, plan));
  if (!found) return;
  await setPlanOfAsk(tx, found.askId, plan.id);
  await writeJournal(tx, actor, [fulfilled(plan, found.askId, found.day)]);
}

/**
 * Something of an ask was taken back; `left` are its conversations that asked and still stand. A plan that none of them
 * carries out stands again. The source is held.
 */
export async function reopenPlan(
  tx: Tx,
  actor: Actor,
  ask: { id: string; memberId: string; sourceId: string },
  left: readonly Pick<AskedThen, "day" | "at">[],
): Promise<void> {
  const planId = await planOfAsk(tx, ask.id);
  if (planId === null) return;
  const { firstDay } = actor.workspace.calendar;
  const personIds = await samePersonIds(tx, ask.sourceId);
  const plans = await plansFor(tx, { memberId: ask.memberId, personIds }, firstDay);
  const plan = plans.find(({ id }) => id === planId);
  if (plan && left.some((said) => carriesOut(said, plan))) return;
  await releasePlan(tx, actor, { id: planId, askId: ask.id });
  if (plan) await adoptAsk(tx, actor, { ...plan, askId: null });
}

/** The ask no longer carries the plan out. */
export async function releasePlan(tx: Tx, actor: Actor, plan: { id: string; askId: string }): Promise<void> {
  await setPlanOfAsk(tx, plan.askId, null);
  const which = { subjectIds: [plan.id], verbs: ["plan.fulfilled"] };
  await writeCounterEntries(tx, actor, which, "plan.reopened");
}

function fulfilled(plan: HeldPlan & Partial<PlanRow>, askId: string, day: Day): Happening {
  return {
    verb: "plan.fulfilled",
    subject: { kind: "plan", id: plan.id },
    day,
    concerns: [plan.memberId],
    detail: { personId: plan.personId, askId, week: plan.week },
  };
}
