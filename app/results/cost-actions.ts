import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { newId } from "#lib/kernel/ids.ts";
import { byCurrency, type Money } from "#lib/kernel/money.ts";
import type { Page } from "#lib/kernel/page.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { ORIGINS, type Origin } from "#referrals/origin.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import { mayLead } from "#team/member.ts";
import { checkHoursOfOne, cleanSpent, eachOf, middleOf, monthSpent, wholeMonths, type Each } from "./cost.ts";
import { costSums, findCost, firstKept, listCosts, type CostRow } from "./cost-reader.ts";
import { insertCost, takeBackCostRow } from "./cost-store.ts";
import { clientsByOrigin } from "./orders-reader.ts";
import { scopeOf } from "./results-actions.ts";
import type { AskedResults } from "./results-view.ts";
import type { Stretch } from "./stretch.ts";

export interface SaidCost {
  origin: Origin;
  /** Any day of the fiscal month; not said: this one. */
  month?: Day | undefined;
  /** Not said: whoever writes it; null: the company as a whole. */
  memberId?: string | null | undefined;
  hours?: number | null | undefined;
  amount?: Money | null | undefined;
  note?: string | null | undefined;
}

/** Reps write down their own, managers their teams', leaders anybody's and the company's. Throws Problem not-found, not-allowed, invalid. */
export async function noteCost(tx: Tx, actor: Actor, said: SaidCost): Promise<CostRow> {
  const { origin, memberId = actor.member.id, hours = null, amount = null, note = null } = said;
  const spent = cleanSpent({ hours, amount, note });
  const month = monthSpent(said.month, actor.today, actor.workspace.calendar);
  await refuseOthers(tx, actor, memberId);
  if (memberId !== null) checkHoursOfOne(spent, month);
  const id = newId(actor.now);
  await insertCost(tx, { ...spent, id, origin, midMonth: middleOf(month), memberId }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "origin-cost.noted",
      subject: { kind: "origin-cost", id },
      day: actor.today,
      detail: { origin, month: month.start, memberId, minutes: spent.minutes, amount: spent.amount },
    },
  ]);
  return needCost(tx, id);
}

/** As if it had never been written down. Throws Problem not-found, not-allowed. */
export async function takeBackCost(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { memberId } = await needCost(tx, id);
  await refuseOthers(tx, actor, memberId);
  if (!(await takeBackCostRow(tx, id, actor))) throw notFound("cost");
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "origin-cost.taken-back");
}

export interface OriginCost {
  origin: Origin;
  lines: number;
  minutes: number;
  money: Money[];
  won: number;
  each: Each;
}

export interface Costs {
  whose: Whose;
  months: Stretch;
  /** Of the months asked for nothing was kept in those before. */
  keptSince: boolean;
  origins: OriginCost[];
}

/**
 * What each origin cost in whole months, beside the clients won in the same weeks; those with neither are left out. Counted is from the first
 * month on for which anything was kept: clients won before it would look as if they had cost nothing.
 */
export async function costsOf(tx: Tx, actor: Actor, asked: AskedResults): Promise<Costs> {
  const { whose, months: wanted } = await monthsOf(tx, actor, asked);
  const first = await firstKept(tx, whose, wanted);
  const months =
    first === null ? wanted : { ...wanted, from: periodOf(first, "month", actor.workspace.calendar).start };
  const [sums, won] = await Promise.all([costSums(tx, whose, months), clientsByOrigin(tx, whose, months)]);
  const origins = ORIGINS.map((origin): OriginCost => {
    const own = sums.filter((sum) => sum.origin === origin);
    const costs = {
      lines: own.reduce((sum, { lines }) => sum + lines, 0),
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      money: own
        .flatMap(({ currency, minor }) => (currency === null ? [] : [{ minor, currency }]))
        .toSorted(byCurrency),
      won: won.get(origin) ?? 0,
    };
    return { origin, ...costs, each: eachOf(costs) };
  });
  return {
    whose,
    months,
    keptSince: months.from > wanted.from,
    origins: origins.filter(({ lines, won: clients }) => lines > 0 || clients > 0),
  };
}

/** What was written down, the latest month first. */
export async function costLines(
  tx: Tx,
  actor: Actor,
  { origin, ...asked }: AskedResults & { origin?: Origin | undefined },
  cursor: string | undefined,
  limit: number,
): Promise<Page<CostRow>> {
  return listCosts(tx, { ...(await monthsOf(tx, actor, asked)), origin }, cursor, limit);
}

async function monthsOf(
  tx: Tx,
  actor: Actor,
  asked: AskedResults,
): Promise<{ whose: Whose; months: Stretch }> {
  const { whose, stretch } = await scopeOf(tx, actor, asked);
  return { whose, months: wholeMonths(stretch, actor.workspace.calendar) };
}

async function refuseOthers(tx: Tx, actor: Actor, memberId: string | null): Promise<void> {
  if (memberId !== null) await creditFor(tx, actor, memberId, actor.today);
  else if (!mayLead(actor))
    throw notAllowed(
      "what the company spends as a whole is written down by a leader; write down your own, or your team's by name",
    );
}

async function needCost(tx: Tx, id: string): Promise<CostRow> {
  const cost = await findCost(tx, id);
  if (!cost) throw notFound("cost");
  return cost;
}
