import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, instantOf, type Day } from "#lib/kernel/days.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { JobKind } from "#lib/jobs/worker.ts";
import type { Tx } from "#lib/storage/database.ts";
import { WEEKS_KEPT } from "./screen-time.ts";
import { dropScreenTimeBefore } from "./screen-time-store.ts";
import { readWorkspace } from "./workspace-store.ts";

/** Who does what a higher room does every night in a workspace: the system. */
export interface Night {
  now: Date;
  today: Day;
  workspace: Actor["workspace"];
  member: null;
}
export type NightWork = (tx: Tx, night: Night) => Promise<void>;

const KIND = "nightly";
const AT = "04:00";

/** For a workspace that is opened: from then on each night queues the next. */
export async function queueNextNight(tx: Tx, now: Date, timeZone: string): Promise<void> {
  const dueAt = instantOf(addDays(dayIn(now, timeZone), 1), AT, timeZone);
  await queueJob(tx, { kind: KIND, payload: {}, askedBy: null, now, dueAt });
}

/** What the calendar brings, once a night in each workspace, in its own time zone. */
export function nightly(works: readonly NightWork[]): JobKind<Record<string, never>> {
  return {
    kind: KIND,
    async run({ tx, now }) {
      const { slug, name, timeZone, currency, calendar } = await readWorkspace(tx);
      const workspace = { id: tx.workspaceId, slug, name, timeZone, currency, calendar };
      await dropScreenTimeBefore(tx, dayIn(now, timeZone), WEEKS_KEPT);
      for (const work of works) await work(tx, { now, today: dayIn(now, timeZone), workspace, member: null });
      await queueNextNight(tx, now, timeZone);
    },
    async onFailed(tx, { now }) {
      await queueNextNight(tx, now, (await readWorkspace(tx)).timeZone);
    },
  };
}
