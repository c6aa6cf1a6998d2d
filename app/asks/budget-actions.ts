import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { conflict } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { protectionOf, protectionsOf } from "#people/protection-actions.ts";
import { UNPROTECTED, type Protection } from "#people/protection.ts";
import { restDaysOf } from "#team/workspace-actions.ts";
import { openUntil, type AskSum, type BudgetRule } from "./ask.ts";
import {
  mayBeAsked,
  mayBeReopened,
  type BudgetSettings,
  type Drawn,
  type Refusal,
  type WantedDraw,
} from "./budget.ts";
import { drawsOn } from "./budget-store.ts";
import { permitFor } from "./permit.ts";
import { listPermits, type PermitRow } from "./permit-store.ts";

/** How an ask stands to the rules: made against one, or with a permit, or freely. */
export interface Leave {
  against: BudgetRule | null;
  permitId: string | null;
}

export interface WantedAskOf {
  sourceId: string;
  memberId: string;
  day: Day;
  forWhom: string | null;
  targetPersonId: string | null;
  targetAccountId: string | null;
}

/**
 * Whether this ask may be made, asked with its source held. One that has happened is never refused: it carries the rule.
 * `askId` is the ask of this week that it adds to, `sum` what it would be by itself. Throws Problem conflict with the facts.
 */
export async function leaveToAsk(
  tx: Tx,
  actor: Actor,
  wanted: WantedAskOf,
  {
    happened,
    askId,
    sum,
  }: {
    happened: boolean;
    askId: string | null;
    sum: Pick<AskSum, "outcome" | "lastDay" | "untilDay" | "settledOn">;
  },
): Promise<Leave> {
  const judged = await judge(tx, actor, wanted, { askId, openUntil: openUntil(sum) });
  if (judged.refusal === null) return { against: null, permitId: judged.permit?.id ?? null };
  if (!happened) throw refused(judged.refusal);
  return { against: judged.refusal.rule, permitId: null };
}

/** The same for an answer that would open an ask again. */
export async function leaveToReopen(
  tx: Tx,
  actor: Actor,
  ask: { sourceId: string; memberId: string; day: Day; openUntil: Day },
  happened: boolean,
): Promise<Leave> {
  const drawn = await drawsOf(tx, ask.sourceId, ask.day);
  const refusal = mayBeReopened(drawn, ask, actor.today, await settingsOf(tx, actor));
  if (refusal === null) return { against: null, permitId: null };
  if (!happened) throw refused(refusal);
  return { against: refusal.rule, permitId: null };
}

export interface Judged {
  /** With the permit, if there is one that helps. */
  refusal: Refusal | null;
  /** What it would be made with; null where none is needed or none lets them. */
  permit: PermitRow | null;
  drawn: readonly Drawn[];
  protection: Protection;
  settings: BudgetSettings;
}

/** What the rules say of one wanted ask. `sourceId` is the kept person's. */
export async function judge(
  tx: Tx,
  actor: Actor,
  wanted: WantedAskOf,
  more: { askId: string | null; openUntil: Day | null },
): Promise<Judged> {
  const { sourceId, memberId, day, forWhom, targetPersonId } = wanted;
  const [draws, protection, settings, targetAccountIds] = await Promise.all([
    drawsOn(tx, [sourceId], day),
    protectionOf(tx, [sourceId], day),
    settingsOf(tx, actor),
    accountsMeant(tx, wanted),
  ]);
  const drawn = draws.get(sourceId) ?? [];
  const draw: WantedDraw = {
    memberId,
    day,
    forWhom,
    targetPersonId,
    targetAccountIds,
    openUntil: more.openUntil,
  };
  const refusal = mayBeAsked(drawn, protection, draw, actor.today, settings);
  const found = { refusal, permit: null, drawn, protection, settings };
  if (refusal === null) return found;
  const approverId = protection.preference?.approver?.id ?? null;
  const permits = await listPermits(tx, await samePersonIds(tx, sourceId));
  const permit = permitFor(permits, { memberId, day, askId: more.askId, approverId });
  if (permit === null) return found;
  const left = mayBeAsked(drawn, protection, { ...draw, permit }, actor.today, settings);
  return left === null ? { ...found, refusal: null, permit } : { ...found, refusal: left };
}

/** For lists and rooms above: what stands against `memberId` asking each of these persons (kept ids) today, permits left aside. */
export async function refusalsFor(
  tx: Tx,
  actor: Actor,
  personIds: readonly string[],
  memberId: string = actor.member.id,
): Promise<Map<string, Refusal | null>> {
  const [settings, drawn, protections] = await Promise.all([
    settingsOf(tx, actor),
    drawsOn(tx, personIds, actor.today),
    protectionsOf(tx, personIds, actor.today),
  ]);
  const wanted = { memberId, day: actor.today };
  return new Map(
    personIds.map((id) => [
      id,
      mayBeAsked(drawn.get(id) ?? [], protections.get(id) ?? UNPROTECTED, wanted, actor.today, settings),
    ]),
  );
}

/**
 * What of a list `memberId` may act on today: things of whoever may not be asked now are left out, those of nobody in particular
 * stay. `whomOf` names the kept person who would be asked.
 */
export async function onlyAskable<T>(
  tx: Tx,
  actor: Actor,
  memberId: string,
  items: readonly T[],
  whomOf: (item: T) => string | null,
): Promise<T[]> {
  const ids = [...new Set(items.map(whomOf))].filter((id) => id !== null);
  const refusals = await refusalsFor(tx, actor, ids, memberId);
  const refused = new Set<string>();
  for (const id of ids)
    if (refusals.get(id) && !(await helpedByPermit(tx, actor, id, memberId))) refused.add(id);
  return items.filter((item) => !refused.has(whomOf(item) ?? ""));
}

async function helpedByPermit(tx: Tx, actor: Actor, sourceId: string, memberId: string): Promise<boolean> {
  const nobody = { forWhom: null, targetPersonId: null, targetAccountId: null };
  const wanted = { ...nobody, sourceId, memberId, day: actor.today };
  return (await judge(tx, actor, wanted, { askId: null, openUntil: null })).refusal === null;
}

/** Of these draws the rep's own ask of the week of that day. */
export function askOfThisWeek(
  drawn: readonly Drawn[],
  { memberId, day }: { memberId: string; day: Day },
  { calendar }: BudgetSettings,
): Drawn | null {
  const week = weekOf(day, calendar.firstDay);
  return (
    drawn.find(
      (draw) =>
        draw.kind === "ask" && draw.memberId === memberId && weekOf(draw.day, calendar.firstDay) === week,
    ) ?? null
  );
}

async function settingsOf(tx: Tx, actor: Actor): Promise<BudgetSettings> {
  return { restDays: await restDaysOf(tx), calendar: actor.workspace.calendar };
}

async function drawsOf(tx: Tx, sourceId: string, day: Day): Promise<Drawn[]> {
  const kept = (await getPerson(tx, sourceId)).id;
  return (await drawsOn(tx, [kept], day)).get(kept) ?? [];
}

async function accountsMeant(tx: Tx, { targetPersonId, targetAccountId }: WantedAskOf): Promise<string[]> {
  const worksAt = targetPersonId ? (await getPerson(tx, targetPersonId)).accountId : null;
  return [targetAccountId, worksAt].filter((id) => id !== null);
}

function refused(refusal: Refusal) {
  return conflict(refusal.sentence, { ...refusal.facts });
}
