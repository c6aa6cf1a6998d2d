import type { Actor } from "#lib/kernel/actor.ts";
import { daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { pastNow } from "./past-actions.ts";
import { aheadOf } from "./past.ts";
import type { Range, TooEarly } from "./projection.ts";
import { projectAside } from "./simulate-server.ts";

export type InHand = TooEarly | { kind: "in-hand"; weeks: number; meetings: Range; deals: Range };

/**
 * What asks and introductions there are today can still bring until a day, with no new ask and no new introduction: first meetings held and
 * deals won, each as 8 of 10 such times would have it. Weeks begun are taken whole; nothing for a day that is over.
 */
export async function inHandUntil(
  tx: Tx,
  actor: Actor,
  whose: Pick<Whose, "kind" | "id">,
  day: Day,
): Promise<InHand> {
  const weeks = Math.max(0, Math.ceil(daysBetween(actor.today, day) / 7));
  const none = { low: 0, middle: 0, high: 0 };
  if (weeks === 0) return { kind: "in-hand", weeks, meetings: none, deals: none };
  const past = await pastNow(tx, actor, whose);
  const reps = past.reps.map((rep) => ({ ...rep, pace: [], inflow: [] }));
  const projection = await projectAside(aheadOf({ ...past, reps }, { weeks }));
  if (projection.kind === "too-early") return projection;
  const { meetings, deals } = projection.steps;
  return { kind: "in-hand", weeks, meetings: meetings.at(-1)!, deals: deals.at(-1)! };
}
