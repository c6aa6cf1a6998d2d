import type { Actor } from "#lib/kernel/actor.ts";
import { previousPeriods } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import { noteCost } from "#results/cost-actions.ts";
import { shareOf } from "./share-of.ts";

const MONTHS = 6;
const STAND_MINOR = 6_400_00;

/** What reps wrote down of their hours in the last months, and the stand at a fair that the company paid. */
export async function tellCosts(
  tx: Tx,
  { leader, reps }: { leader: Actor; reps: readonly Actor[] },
): Promise<void> {
  const months = previousPeriods(leader.today, "month", MONTHS, leader.workspace.calendar);
  for (const rep of reps)
    for (const { start: month, number } of months) {
      const dice = shareOf(`hours ${rep.member.name} ${number}`);
      const referral = { hours: 5 + Math.round(dice * 24) / 4, note: "Talks with sources, notes of thanks" };
      await noteCost(tx, rep, { origin: "referral", month, ...referral });
      await noteCost(tx, rep, { origin: "cold-call", month, hours: 9 + Math.round(dice * 40) / 4 });
    }
  const [, fair] = months;
  const stand = { amount: { minor: STAND_MINOR, currency: "EUR" }, note: "The stand at the fair" };
  await noteCost(tx, leader, { origin: "event", month: fair!.start, memberId: null, ...stand });
}
