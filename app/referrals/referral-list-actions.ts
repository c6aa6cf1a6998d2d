import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { clocksOf } from "#team/clock-actions.ts";
import { owedCalendarsOf } from "#team/work-calendar-actions.ts";
import { answerBy } from "./answer-by.ts";
import { listReferrals, type ReferralRow } from "./referral-store.ts";
import type { ReferralView } from "./referral-view.ts";

/** Introductions of a member that nobody has answered, the longest waiting first. */
export async function unansweredOf(
  tx: Tx,
  actor: Actor,
  memberId: string,
  limit: number,
): Promise<ReferralView[]> {
  const { items } = await listReferrals(tx, { memberId, unanswered: true }, undefined, limit);
  return viewsOf(tx, actor, items);
}

/** As the API shows them, with the time by which each is to be answered. */
export async function viewsOf(tx: Tx, actor: Actor, rows: readonly ReferralRow[]): Promise<ReferralView[]> {
  const calendars = await owedCalendarsOf(
    tx,
    rows.map((row) => row.memberId),
    rows.flatMap(({ countsFrom }) => countsFrom ?? []),
    actor.today,
  );
  const clocks = await clocksOf(tx);
  return rows.map(({ arrivedAt, ...row }) => {
    const calendar = calendars.on(row.memberId, row.countsFrom ?? actor.today);
    return {
      ...row,
      answerBy: answerBy({ countsFrom: row.countsFrom, arrivedAt }, calendar, clocks)?.toISOString() ?? null,
      respondedAt: row.respondedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    };
  });
}
