import { forgetJobs, queueJob } from "#lib/jobs/queue.ts";
import type { JobKind } from "#lib/jobs/worker.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import type { NightWork } from "#team/nightly-jobs.ts";
import { pastUntil } from "./past-actions.ts";
import { teamsAsking } from "./past-reader.ts";
import { aheadOf } from "./past.ts";
import type { Range } from "./range.ts";
import type { Step } from "./step.ts";
import { HORIZONS, nextBack, rangesIn, type HowSaid } from "./said-range.ts";
import { SAY_RANGES, weeksSaid } from "./said-range-reader.ts";
import { keepRanges } from "./said-range-store.ts";
import { projectAside } from "./simulate-server.ts";

const KEPT_DAYS = 7;

/** `from`: the week in which it was begun. */
type Saying = { on: Day; from: Day };
type Ranges = (Range & { scopeId: string; weeks: number; step: Step })[];

/**
 * Says of the company and of each team what the coming weeks bring, and works back over the weeks before in which nothing was said, one step
 * a job: each is short, and one that is killed is begun again. It is reckoned before the transaction is opened, so that nobody waits for it.
 */
export const sayRanges: JobKind<Saying, Ranges> = {
  kind: SAY_RANGES,
  beforehand: ({ database, workspaceId, payload }) => rangesOn(database, workspaceId, payload.on),
  async run({ tx, payload: { on, from }, brought, now }) {
    const how: HowSaid = on === from ? "said" : "worked-back";
    await keepRanges(tx, brought, { saidOn: on, how, at: now });
    // Before there was enough to say something of the company there was less.
    if (!brought.some(({ scopeId }) => scopeId === tx.workspaceId)) return;
    const next = nextBack(await weeksSaid(tx, tx.workspaceId), from);
    if (next !== null) await queueSaying(tx, { on: next, from }, now);
  },
};

/** Once a week, in its first night or in the next one in which the house is up. */
export const sayRangesWeekly: NightWork = async (tx, { now, today, workspace }) => {
  await forgetJobs(tx, SAY_RANGES, instantOf(addDays(today, -KEPT_DAYS), "00:00", workspace.timeZone));
  const on = weekOf(today, workspace.calendar.firstDay);
  if (!(await weeksSaid(tx, tx.workspaceId)).includes(on)) await beginSaying(tx, on, now);
};

/** From this week on, and back from it. */
export async function beginSaying(tx: Tx, on: Day, now: Date): Promise<void> {
  await queueSaying(tx, { on, from: on }, now);
}

async function queueSaying(tx: Tx, payload: Saying, now: Date): Promise<void> {
  await queueJob(tx, { kind: SAY_RANGES, payload, askedBy: null, now });
}

async function rangesOn(database: Database, workspaceId: string, on: Day): Promise<Ranges> {
  const until = addDays(on, -1);
  const teams = await database.read(workspaceId, (tx) => teamsAsking(tx, until));
  const ranges: Ranges = [];
  for (const { kind, id } of [{ kind: "company" as const, id: workspaceId }, ...teams]) {
    const past = await database.read(workspaceId, (tx) => pastUntil(tx, { kind, id }, until));
    const projection = await projectAside(aheadOf(past, { weeks: Math.max(...HORIZONS) }));
    for (const range of rangesIn(projection)) ranges.push({ scopeId: id, ...range });
  }
  return ranges;
}
