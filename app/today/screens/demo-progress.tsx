import { Card } from "#lib/web/card.tsx";
import { Progress } from "#lib/web/progress.tsx";
import { useRead, useRefreshAfter } from "#lib/web/queries.ts";

interface Job {
  id: string;
  kind: string;
  state: "waiting" | "done" | "failed";
  progress: { done: number; total: number; says: string } | null;
  failure: string | null;
}

// What every path begins with.
const EVERYTHING = [""];

/** Says that the demo story is still being told, and shows all of it once it is; then nothing. */
export function DemoProgress() {
  const jobs = useRead<{ items: Job[] }>(
    "/jobs",
    { kind: "demo" },
    { everyMs: (data) => (data?.items.some((job) => job.state === "waiting") ? 1_000 : false) },
  );
  const job = jobs.data?.items[0];
  useRefreshAfter(job?.state === "waiting", EVERYTHING);
  if (!job || job.state === "done") return null;
  if (job.state === "failed") return <Card title="The demo story could not be told">{job.failure}</Card>;
  return (
    <Card title="The story is being told">
      <p>A small team, a year and a half. In a moment every page here has something to show.</p>
      <Progress label="Scenes told" done={job.progress?.done ?? 0} of={job.progress?.total} />
    </Card>
  );
}
