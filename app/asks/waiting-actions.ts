import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { listAsks } from "./ask-store.ts";
import { lineOf, type AskLine } from "./ask-view.ts";
import { onlyAskable } from "./budget-actions.ts";
import { dueReminderOf, type DueReminderView } from "./coverage-view.ts";
import { dueReminders } from "./handover-reminder-actions.ts";
import { listMoments } from "./moment-store.ts";
import { momentOf, type MomentView } from "./moment-view.ts";
import { askedAt } from "./moment.ts";
import { listPlans } from "./plan-store.ts";
import { planOf, type PlanView } from "./plan-view.ts";

/** What waits for an ask of a member, as Today reads it through the lists of the API; at most so many of each, and of those `askable` only who may be asked today. */
export async function waitingToAsk(
  tx: Tx,
  actor: Actor,
  memberId: string,
  { limit, askable = false }: { limit: number; askable?: boolean },
): Promise<{
  returned: AskLine[];
  moments: MomentView[];
  reminders: DueReminderView[];
  plans: PlanView[];
}> {
  const { today } = actor;
  const returned = await listAsks(tx, { memberId, returningOn: today }, undefined, limit);
  const moments = await listMoments(tx, { memberId, state: "due", today }, undefined, limit);
  const plans = await listPlans(tx, actor, { memberId, state: "planned" }, undefined, limit);
  const reminders = await dueReminders(tx, actor, memberId);
  const only = async <T>(items: readonly T[], whomOf: (item: T) => string | null) =>
    askable ? onlyAskable(tx, actor, memberId, items, whomOf) : items;
  return {
    returned: (await only(returned.items, ({ sourceId }) => sourceId)).map((row) => lineOf(row, today)),
    moments: (await only(moments.items, askedAt)).map((row) => momentOf(row, today)),
    reminders: reminders.map(dueReminderOf),
    plans: (await only(plans.items, ({ personId }) => personId)).map((row) => planOf(row, today)),
  };
}
