import { newId } from "#lib/kernel/ids.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface JobTables {
  job: {
    workspace_id: string;
    id: string;
    kind: string;
    payload: unknown;
    asked_by: string | null;
    asked_at: Date;
    done_at: Date | null;
    failed_at: Date | null;
    failure: string | null;
    progress: Progress | null;
  };
  job_ticket: { workspace_id: string; job_id: string; kind: string; due_at: Date; attempts: number };
}

export interface Progress {
  done: number;
  total: number;
  says: string;
}

export interface JobView {
  id: string;
  kind: string;
  state: "waiting" | "done" | "failed";
  progress: Progress | null;
  failure: string | null;
}

const wakers = new Set<() => void>();

/** Wakes a worker of this process when a job is put in the queue here; others find it within a second. Answers how to cease. */
export function onJobQueued(wake: () => void): () => void {
  wakers.add(wake);
  return () => void wakers.delete(wake);
}

/** Puts a job in the queue in the caller's own transaction: it exists if and only if the rest is saved. */
export async function queueJob(
  tx: Tx,
  job: { kind: string; payload: Record<string, unknown>; askedBy: string | null; now: Date; dueAt?: Date },
): Promise<string> {
  const id = newId(job.now);
  const tables = tx.tables<JobTables>();
  await tables
    .insertInto("job")
    .values({
      workspace_id: tx.workspaceId,
      id,
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      asked_by: job.askedBy,
      asked_at: job.now,
      done_at: null,
      failed_at: null,
      failure: null,
      progress: null,
    })
    .execute();
  await tables
    .insertInto("job_ticket")
    .values({
      workspace_id: tx.workspaceId,
      job_id: id,
      kind: job.kind,
      due_at: job.dueAt ?? job.now,
      attempts: 0,
    })
    .execute();
  tx.afterCommit(() => wakers.forEach((wake) => wake()));
  return id;
}

/** Jobs of a kind that ended before then: of what is done again and again, nobody asks how it went that long ago. */
export async function forgetJobs(tx: Tx, kind: string, before: Date): Promise<void> {
  await tx
    .tables<JobTables>()
    .deleteFrom("job")
    .where("workspace_id", "=", tx.workspaceId)
    .where("kind", "=", kind)
    .where("asked_at", "<", before)
    .where((eb) => eb.or([eb("done_at", "<", before), eb("failed_at", "<", before)]))
    .execute();
}

/** How a job stands. Throws Problem not-found. */
export async function findJob(tx: Tx, id: string): Promise<JobView> {
  const row = await tx
    .tables<JobTables>()
    .selectFrom("job")
    .select(["id", "kind", "done_at", "failed_at", "failure", "progress"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw notFound("job");
  return viewOf(row);
}

/** The latest jobs of a kind, the newest first. */
export async function listJobs(tx: Tx, kind: string, limit: number): Promise<JobView[]> {
  const rows = await tx
    .tables<JobTables>()
    .selectFrom("job")
    .select(["id", "kind", "done_at", "failed_at", "failure", "progress"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("kind", "=", kind)
    .orderBy("asked_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(viewOf);
}

function viewOf(
  row: Pick<JobTables["job"], "id" | "kind" | "done_at" | "failed_at" | "failure" | "progress">,
): JobView {
  return {
    id: row.id,
    kind: row.kind,
    state: row.done_at ? "done" : row.failed_at ? "failed" : "waiting",
    progress: row.progress,
    failure: row.failure,
  };
}
