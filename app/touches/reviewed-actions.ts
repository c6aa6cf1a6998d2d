import { getAccount } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { nextReview, reviewDaysOf, TIERS, type Rhythms, type Tier } from "./rhythm.ts";
import { rhythmsHere } from "./rhythm-setting-actions.ts";
import { readReviewed, type Promised, type ReviewedRow } from "./reviewed-reader.ts";

/** An account with which reviews are held, and when the next one is due. */
export interface ReviewStanding extends ReviewedRow {
  /** Null: no reviews are held with them. */
  days: number | null;
  due: Day | null;
}

export type { Promised };

/** Of every client with whom reviews are held, or of those of one member or team; in no order. */
export async function reviewStandings(
  tx: Tx,
  actor: Actor,
  filter: { memberId?: string; teamId?: string },
): Promise<ReviewStanding[]> {
  const rhythms = await rhythmsHere(tx);
  const tiers = TIERS.filter((tier) => rhythms[CLIENTS[tier]].reviewDays !== null);
  const wanted: (Tier | "")[] = rhythms.client.reviewDays === null ? tiers : [...tiers, ""];
  const rows = await readReviewed(tx, filter, wanted);
  return (await standingsOf(tx, actor, rows, rhythms)).filter(({ days }) => days !== null);
}

/** Of one account, whether reviews are held with it or not. Throws Problem not-found. */
export async function reviewStandingOf(tx: Tx, actor: Actor, anyId: string): Promise<ReviewStanding> {
  const { id } = await getAccount(tx, anyId);
  const rows = await readReviewed(tx, { accountIds: [id] }, []);
  const [standing] = await standingsOf(tx, actor, rows, await rhythmsHere(tx));
  if (standing === undefined) throw notFound("account");
  return standing;
}

async function standingsOf(
  tx: Tx,
  actor: Actor,
  rows: readonly ReviewedRow[],
  rhythms: Rhythms,
): Promise<ReviewStanding[]> {
  const calendars = await workCalendarsOf(tx, [
    actor.member.id,
    ...rows.flatMap(({ holderId }) => holderId ?? []),
  ]);
  return rows.map((row) => {
    const days = reviewDaysOf(row, rhythms);
    const calendar = (calendars.get(row.holderId ?? "") ?? calendars.get(actor.member.id)) as WorkCalendar;
    return { ...row, days, due: days === null ? null : nextReview(row, days, calendar) };
  });
}

const CLIENTS = { A: "client-a", B: "client-b", C: "client-c" } as const;
