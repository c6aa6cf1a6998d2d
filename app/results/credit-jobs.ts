import type { JobKind } from "#lib/jobs/worker.ts";
import { forgetJobs, listJobs, queueJob } from "#lib/jobs/queue.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { NightWork } from "#team/nightly-jobs.ts";
import { bookCredits, sayBookedThrough, type BookedUpTo } from "./book-credits-actions.ts";

const KIND = "credit-sources";
const KEPT_DAYS = 7;

/** Each step is a transaction of its own, so that nobody waits for all of it, and leaves the next one as a job. */
export const creditJob = creditJobOf();

/** `most` deals a step. */
export function creditJobOf(most?: number): JobKind<{ began: string; after?: BookedUpTo }> {
  return {
    kind: KIND,
    run: ({ tx, now, payload: { began, after } }) => aStep(tx, { now, began: new Date(began), after, most }),
  };
}

/** What was brought in is credited at once and not tonight: by a job, unless one is about it already. */
export async function bookSoon(tx: Tx, actor: Actor): Promise<void> {
  const [latest] = await listJobs(tx, KIND, 1);
  if (latest?.state === "waiting") return;
  const payload = { began: actor.now.toISOString() };
  await queueJob(tx, { kind: KIND, payload, askedBy: actor.member.id, now: actor.now });
}

export const creditNightly: NightWork = async (tx, { now, today, workspace }) => {
  await forgetJobs(tx, KIND, instantOf(addDays(today, -KEPT_DAYS), "00:00", workspace.timeZone));
  await aStep(tx, { now, began: now });
};

interface Step {
  now: Date;
  began: Date;
  after?: BookedUpTo | undefined;
  most?: number | undefined;
}

async function aStep(tx: Tx, step: Step): Promise<void> {
  const { now, began } = step;
  const after = await bookCredits(tx, { now, member: null }, step.after, step.most);
  if (after === null) return sayBookedThrough(tx, began);
  await queueJob(tx, {
    kind: KIND,
    payload: { began: began.toISOString(), after },
    askedBy: null,
    now,
  });
}
