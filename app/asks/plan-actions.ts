import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { holdPerson, samePersonIds } from "#people/person-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { getIdealClient } from "./ideal-client-actions.ts";
import {
  cleanPlan,
  plannedWeek,
  rewritten,
  seesPlan,
  stateOf,
  type PlanFacts,
  type SaidOfPlan,
} from "./plan.ts";
import { adoptAsk, releasePlan } from "./plan-fulfil-actions.ts";
import {
  findPlan,
  insertPlan,
  plannedInWeek,
  plansFor,
  updatePlan,
  type PlannedAsk,
  type PlanRow,
} from "./plan-store.ts";
import { getReason } from "./reason-actions.ts";
import { findTarget } from "./target-store.ts";
import type { WhyNotAsked } from "./why-not.ts";

export interface WantedPlan extends SaidOfPlan {
  personId: string;
  /** Any day of the week; none: this week. */
  week?: Day;
  /** Who will ask; none: the actor. */
  memberId?: string;
}

/**
 * A rep means to ask somebody in a week. Nobody is planned twice: planning them again moves the plan that stands and takes
 * over what is said anew (`planned` false). Throws Problem not-found, not-allowed, invalid.
 */
export async function planAsk(
  tx: Tx,
  actor: Actor,
  wanted: WantedPlan,
): Promise<{ plan: PlanRow; planned: boolean }> {
  const person = await holdPerson(tx, wanted.personId);
  const memberId = wanted.memberId ?? actor.member.id;
  await creditFor(tx, actor, memberId, actor.today);
  const { firstDay } = actor.workspace.calendar;
  const week = plannedWeek(wanted.week, { today: actor.today, firstDay });
  const personIds = await samePersonIds(tx, person.id);
  const known = await plansFor(tx, { memberId, personIds }, firstDay);
  const standing =
    known.find((plan) => stateOf(plan, actor.today) === "planned") ??
    known.find((plan) => plan.askId !== null && plan.week === week);
  if (standing?.askId) return { plan: standing, planned: false };
  if (standing) {
    await replaceFacts(tx, actor, standing, wanted);
    if (standing.week !== week) await moveTo(tx, actor, standing, week);
    return { plan: await getPlan(tx, actor, standing.id), planned: false };
  }
  const facts = await checkedFacts(tx, saidAnew(NOTHING_SAID, wanted));
  const id = newId(actor.now);
  await insertPlan(tx, { ...facts, id, memberId, personId: person.id, week }, actor);
  const plan = await mustFind(tx, actor, id);
  await writeJournal(tx, actor, [{ ...about(plan), verb: "ask.planned", concerns: timelinesOf(plan) }]);
  await adoptAsk(tx, actor, plan);
  return { plan: await getPlan(tx, actor, id), planned: true };
}

/** Throws Problem not-found, also for one that the actor may not see. */
export async function getPlan(tx: Tx, actor: Actor, id: string): Promise<PlanRow> {
  const plan = await findPlan(tx, id, actor.workspace.calendar.firstDay);
  if (!plan || plan.takenBack || !seesPlan(actor, plan, actor.today)) throw notFound("plan");
  return plan;
}

/** What is not named stays. Throws Problem not-found, not-allowed, invalid, and conflict once it was asked or let go. */
export async function changePlan(tx: Tx, actor: Actor, id: string, changes: SaidOfPlan): Promise<PlanRow> {
  const plan = await holdOwnPlan(tx, actor, id);
  refuseUnlessPlanned(plan, actor, "nothing is planned any more that could be changed");
  await replaceFacts(tx, actor, plan, changes);
  return getPlan(tx, actor, id);
}

/** Into another week, next week unless said; back again, too, while plans of that week stand. Throws as changePlan. */
export async function movePlan(tx: Tx, actor: Actor, id: string, wanted: Day): Promise<PlanRow> {
  const plan = await holdOwnPlan(tx, actor, id);
  refuseUnlessPlanned(plan, actor, "it cannot be moved; plan them anew");
  const { firstDay } = actor.workspace.calendar;
  const week = plannedWeek(wanted, { today: actor.today, firstDay, back: true });
  if (week !== plan.week) await moveTo(tx, actor, plan, week);
  return getPlan(tx, actor, id);
}

/** They were not asked, and why. Another why replaces it. Throws Problem not-found, not-allowed, and conflict once asked. */
export async function letPlanGo(tx: Tx, actor: Actor, id: string, why: WhyNotAsked): Promise<PlanRow> {
  const plan = await holdOwnPlan(tx, actor, id);
  if (plan.askId !== null) throw conflict(askedText(plan, actor));
  if (plan.whyNot === why) return plan;
  await updatePlan(tx, id, { whyNot: why }, actor);
  // What was not asked is the rep's own business first, so it stands on nobody's timeline; why, not even in the journal.
  if (plan.whyNot === null) await writeJournal(tx, actor, [{ ...about(plan), verb: "plan.let-go" }]);
  return mustFind(tx, actor, id);
}

/** The undo of letting go: it stands as before, or is carried out if they were asked meanwhile. */
export async function takeUpPlan(tx: Tx, actor: Actor, id: string): Promise<PlanRow> {
  const plan = await holdOwnPlan(tx, actor, id);
  if (plan.letGoOn !== null) {
    await updatePlan(tx, id, { whyNot: null }, actor);
    await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["plan.let-go"] }, "plan.taken-up");
    await adoptAsk(tx, actor, { ...plan, letGoOn: null });
  }
  return mustFind(tx, actor, id);
}

/** It was planned by mistake. An ask that carried it out stays. Throws Problem not-found, not-allowed. */
export async function takeBackPlan(tx: Tx, actor: Actor, id: string): Promise<void> {
  const plan = await holdOwnPlan(tx, actor, id);
  if (plan.askId !== null) await releasePlan(tx, actor, { id, askId: plan.askId });
  await updatePlan(tx, id, { takenBackAt: actor.now }, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "plan.taken-back");
}

/** Who plans to ask any of these persons this week, for whoever is about to: a plan reserves nothing. */
export async function plansOn(
  tx: Tx,
  actor: Pick<Actor, "today" | "workspace">,
  personIds: readonly string[],
): Promise<PlannedAsk[]> {
  const { firstDay } = actor.workspace.calendar;
  return plannedInWeek(tx, personIds, { today: actor.today, firstDay });
}

const NOTHING_SAID: PlanFacts = {
  moment: "anytime",
  whyNow: null,
  wanted: null,
  expects: null,
  topics: null,
  talk: {},
  idealClientId: null,
  reasonId: null,
  targetId: null,
};

/** The plan with its person held, as makeAsk holds them. */
async function holdOwnPlan(tx: Tx, actor: Actor, id: string): Promise<PlanRow> {
  await holdPeople(tx, [(await getPlan(tx, actor, id)).personId]);
  const plan = await getPlan(tx, actor, id);
  if (!mayChangeFor(actor, { memberId: plan.memberId, teamId: plan.memberTeamId }))
    throw notAllowed(`this is ${plan.memberName}'s plan: they, their manager or a leader can change it`);
  return plan;
}

async function mustFind(tx: Tx, actor: Actor, id: string): Promise<PlanRow> {
  const plan = await findPlan(tx, id, actor.workspace.calendar.firstDay);
  if (!plan) throw new Error("a plan that was held is gone");
  return plan;
}

function refuseUnlessPlanned(plan: PlanRow, actor: Actor, so: string): void {
  const state = stateOf(plan, actor.today);
  if (state === "asked") throw conflict(askedText(plan, actor));
  if (state === "let-go") throw conflict("this was let go: take it up again first");
  if (state === "expired") throw conflict(`this plan has ended by itself: ${so}`);
}

function askedText({ personName, askedOn }: PlanRow, actor: Actor): string {
  const day = askedOn === null ? "" : ` on ${dayText(askedOn, actor.today)}`;
  return `${personName} was asked${day}; take that ask back first if it did not happen`;
}

async function replaceFacts(tx: Tx, actor: Actor, plan: PlanRow, changes: SaidOfPlan): Promise<void> {
  const before = { ...factsOf(plan), talk: rewritten(plan.talk) };
  const after = await checkedFacts(tx, saidAnew(before, changes), before);
  if (isSame(after, before)) return;
  await updatePlan(tx, plan.id, { facts: after }, actor);
  // The words of a talk are saved while they are typed: a draft, and no news.
  if (isSame({ ...after, talk: before.talk }, before)) return;
  await writeJournal(tx, actor, [{ ...about(plan), verb: "plan.changed" }]);
}

async function moveTo(tx: Tx, actor: Actor, plan: PlanRow, week: Day): Promise<void> {
  await updatePlan(tx, plan.id, { week }, actor);
  const line = about(plan);
  await writeJournal(tx, actor, [
    { ...line, verb: "plan.moved", detail: { ...line.detail, fromWeek: plan.week, week } },
  ]);
  await adoptAsk(tx, actor, { ...plan, week });
}

/** Only ids that are new are looked up: what a plan names may have been retired since. */
async function checkedFacts(tx: Tx, facts: PlanFacts, before: PlanFacts = NOTHING_SAID): Promise<PlanFacts> {
  const { idealClientId, reasonId, targetId } = facts;
  if (idealClientId !== null && idealClientId !== before.idealClientId)
    await getIdealClient(tx, idealClientId);
  if (reasonId !== null && reasonId !== before.reasonId) await getReason(tx, reasonId);
  if (targetId !== null && targetId !== before.targetId && !(await findTarget(tx, targetId)))
    throw notFound("target");
  return cleanPlan(facts);
}

function saidAnew(before: PlanFacts, { talk, ...changes }: SaidOfPlan): PlanFacts {
  const facts = factsOf({ ...before, ...named(changes) });
  return { ...facts, talk: rewritten(before.talk, talk) };
}

function named<Some extends object>(some: Some): Partial<Some> {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Partial<Some>;
}

function isSame(one: PlanFacts, other: PlanFacts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function factsOf(of: PlanFacts): PlanFacts {
  const { moment, whyNow, wanted, expects, topics, talk, idealClientId, reasonId, targetId } = of;
  return { moment, whyNow, wanted, expects, topics, talk, idealClientId, reasonId, targetId };
}

function about(plan: PlanRow): Omit<Happening, "verb"> & { day: Day } {
  const { id, personId, memberId, week, moment } = plan;
  return {
    subject: { kind: "plan", id },
    day: plan.day,
    detail: { personId, memberId, week, moment },
  };
}

function timelinesOf({ personId, accountId, memberId }: PlanRow): (string | null)[] {
  return [personId, accountId, memberId];
}
