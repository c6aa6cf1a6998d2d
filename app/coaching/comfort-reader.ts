import { sql } from "kysely";
import { MOMENTS, type Moment } from "#asks/ask.ts";
import { oldestStandingWeek } from "#asks/plan.ts";
import type { WhyNotAsked } from "#asks/why-not.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  NOTHING_ASKED,
  RIGHTLY_NOT_ASKED,
  WAIT_DAYS,
  WEEKS_LOOKED_AT,
  type AskingFacts,
  type WhyNotMade,
} from "./comfort.ts";

/**
 * What each of these members planned and asked in the quarter up to that day: plans that were asked, let go, or ended by themselves,
 * and asks that are old enough. Who did neither is there with nothing. Two queries, however many they are.
 */
export async function askingFactsOf(
  tx: Tx,
  memberIds: readonly string[],
  today: Day,
  firstDay: Weekday,
): Promise<Map<string, AskingFacts>> {
  const thisWeek = weekOf(today, firstDay);
  const from = addDays(thisWeek, -7 * WEEKS_LOOKED_AT);
  const plans = Map.groupBy(
    await plansEnded(tx, memberIds, { from, thisWeek, standing: oldestStandingWeek(today, firstDay) }),
    memberOf,
  );
  const asks = Map.groupBy(await asksOld(tx, memberIds, { from, to: addDays(today, -WAIT_DAYS) }), memberOf);
  return new Map(
    memberIds.map((id) => [id, { plans: plansIn(plans.get(id) ?? []), asks: asksIn(asks.get(id) ?? []) }]),
  );
}

interface PlanCount {
  memberId: string;
  made: boolean;
  whyNot: WhyNotAsked | null;
  count: number;
}

async function plansEnded(
  tx: Tx,
  memberIds: readonly string[],
  { from, thisWeek, standing }: { from: Day; thisWeek: Day; standing: Day },
): Promise<PlanCount[]> {
  const { rows } = await sql<PlanCount>`
    select k.member_id as "memberId", q.id is not null as made, k.why_not as "whyNot", count(*)::int as count
      from ask_plan k
      left join ask q on q.workspace_id = k.workspace_id and q.plan_id = k.id and q.taken_back_at is null
     where k.workspace_id = ${tx.workspaceId} and k.member_id = any(${memberIds}::uuid[]) and k.taken_back_at is null
       and k.mid_week >= ${from} and k.mid_week < ${thisWeek}
       and (q.id is not null or k.let_go_on is not null or k.mid_week < ${standing})
     group by 1, 2, 3`.execute(tx.tables());
  return rows;
}

interface AskCount {
  memberId: string;
  moment: Moment;
  written: boolean;
  brought: boolean;
  count: number;
}

async function asksOld(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: { from: Day; to: Day },
): Promise<AskCount[]> {
  const { rows } = await sql<AskCount>`
    select k.member_id as "memberId", k.moment, k.channel in ('e-mail', 'message') as written,
           exists (select from referral r where r.workspace_id = k.workspace_id and r.ask_id = k.id and r.taken_back_at is null
                      and r.counts_from is not null) as brought,
           count(*)::int as count
      from ask k
     where k.workspace_id = ${tx.workspaceId} and k.member_id = any(${memberIds}::uuid[]) and k.taken_back_at is null
       and k.day between ${from} and ${to}
     group by 1, 2, 3, 4`.execute(tx.tables());
  return rows;
}

function plansIn(counts: readonly PlanCount[]): AskingFacts["plans"] {
  const not = counts.filter(({ made, whyNot }) => !made && !isRight(whyNot));
  const why: Partial<Record<WhyNotMade, number>> = {};
  for (const { whyNot, count } of not) {
    const key = (whyNot ?? "unsaid") as WhyNotMade;
    why[key] = (why[key] ?? 0) + count;
  }
  return { made: sum(counts.filter(({ made }) => made)), notMade: sum(not), why };
}

function isRight(why: WhyNotAsked | null): boolean {
  return (RIGHTLY_NOT_ASKED as readonly (string | null)[]).includes(why);
}

function asksIn(counts: readonly AskCount[]): AskingFacts["asks"] {
  const without = counts.filter(({ brought }) => !brought);
  const moments: Partial<Record<Moment, number>> = {};
  for (const moment of MOMENTS) {
    const count = sum(without.filter((each) => each.moment === moment));
    if (count > 0) moments[moment] = count;
  }
  return {
    ...NOTHING_ASKED.asks,
    brought: sum(counts.filter(({ brought }) => brought)),
    without: sum(without),
    written: sum(without.filter(({ written }) => written)),
    moments,
  };
}

function memberOf({ memberId }: { memberId: string }): string {
  return memberId;
}

function sum(counts: readonly { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
