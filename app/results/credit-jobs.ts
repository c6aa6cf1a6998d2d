import type { JobKind } from "#lib/jobs/worker.ts";
import { forgetJobs, queueJob } from "#lib/jobs/queue.ts";
import { addDays, instantOf } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { NightWork } from "#team/nightly-jobs.ts";
import { bookCredits, sayBookedThrough, type BookedUpTo } from "./book-credits-actions.ts";

const KIND = "credit-sources";
const KEPT_DAYS = 7;

/** What a night's first step leaves: each step is a transaction of its own, so that nobody waits for all of it. */
export const creditJob: JobKind<{ began: string; after: BookedUpTo }> = {
  kind: KIND,
  run: ({ tx, now, payload: { began, after } }) => aStep(tx, { now, began: new Date(began), after }),
};

export const creditNightly: NightWork = async (tx, { now, today, workspace }) => {
  await forgetJobs(tx, KIND, instantOf(addDays(today, -KEPT_DAYS), "00:00", workspace.timeZone));
  await aStep(tx, { now, began: now });
};

async function aStep(tx: Tx, step: { now: Date; began: Date; after?: BookedUpTo }): Promise<void> {
  const { now, began } = step;
  const after = await bookCredits(tx, { now, member: null }, step.after);
  if (after === null) return sayBookedThrough(tx, began);
  await queueJob(tx, {
    kind: KIND,
    payload: { began: began.toISOString(), after },
    askedBy: null,
    now,
  });
}
