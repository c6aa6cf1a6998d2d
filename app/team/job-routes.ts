import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { findJob, listJobs } from "#lib/jobs/queue.ts";
import { jobView } from "./job-view.ts";

export function jobRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/jobs",
      summary: "The latest jobs of a kind, the newest first.",
      scope: "read",
      query: z.object({ kind: z.string().max(60) }),
      answer: z.object({ items: z.array(jobView) }),
    },
    async ({ tx, query }) => ({ items: await listJobs(tx, query.kind, 10) }),
  );
  api.route(
    {
      method: "get",
      path: "/jobs/{id}",
      summary: "How far a job is.",
      scope: "read",
      params: idParam,
      answer: jobView,
    },
    async ({ tx, params }) => findJob(tx, params.id),
  );
}
