import { dayIn } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { JobKind } from "#lib/jobs/worker.ts";
import type { Database } from "#lib/storage/database.ts";
import { beginSaying } from "#results/said-range-jobs.ts";
import { CALENDAR } from "./calendar.ts";
import { findDemo, openStoryWorkspace, tellStory, type OpenedStory } from "./tell.ts";

/** Fills the demo workspace; its progress is seen by whoever looks around in it meanwhile. */
export const demoJob: JobKind<Record<string, never>> = {
  kind: "demo",
  async run({ tx, now, report }) {
    const says = "A year and a half of a team's life is being told";
    await tellStory(tx, now, (done, total) => report({ done, total, says }));
    await beginSaying(tx, weekOf(dayIn(now, "UTC"), CALENDAR.firstDay), now);
  },
};

export interface OpenedDemo extends OpenedStory {
  /** The job that tells the story; null when it was there already. */
  jobId: string | null;
}

/** The demo workspace: found, or opened at once with its story left to a job. */
export async function openDemo(database: Database, now: Date): Promise<OpenedDemo> {
  const found = await findDemo(database);
  if (found) return { ...found, jobId: null };
  const opened = await openStoryWorkspace(database, now);
  const job = { kind: demoJob.kind, payload: {}, askedBy: opened.leaderId, now };
  const jobId = await database.write(opened.workspaceId, (tx) => queueJob(tx, job));
  return { ...opened, jobId };
}
