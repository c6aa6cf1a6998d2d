import { demoJob, openDemo } from "#demo/demo-jobs.ts";
import { createWorker } from "#lib/jobs/worker.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { findJob } from "#lib/jobs/queue.ts";
import { withStorage } from "../database.ts";
import { secondsSince } from "../runtime.mjs";

export const help = `
askwell demo

Fills a workspace with the demo story: a small team's year and a half of asking, introductions, meetings and deals, the same
every time, dated back from today. Run again, it finds the story told. To look around, open Askwell and choose
"Look around"; or make a key: askwell key create --workspace lichtwerk-leitsysteme --member lena@lichtwerk.example
`;

const LOOK_EVERY_MS = 1_000;

export async function run(_args: string[], say: (line: string) => void): Promise<number> {
  const began = Date.now();
  return withStorage(async ({ database }) => {
    const { workspaceId, slug, jobId } = await openDemo(database, systemClock.now());
    if (jobId === null) {
      say(`demo       the story is told already, in the workspace ${slug}`);
      return 0;
    }
    const stand = () => database.read(workspaceId, (tx) => findJob(tx, jobId));
    const tell = async () => {
      const { progress } = await stand();
      if (progress) say(`demo       ${progress.done} of ${progress.total} scenes`);
    };
    const timer = setInterval(() => void tell(), LOOK_EVERY_MS);
    try {
      // A server on the same data may take the job first; then its progress is watched instead.
      await createWorker({ database, clock: systemClock, kinds: [demoJob] }).runDue();
      for (;;) {
        const { state, failure } = await stand();
        if (state === "done") break;
        if (state === "failed") throw new Error(failure ?? "the story could not be told");
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    } finally {
      clearInterval(timer);
    }
    say(`demo       told in the workspace ${slug} (${secondsSince(began)} s)`);
    return 0;
  });
}
