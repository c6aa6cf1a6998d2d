import { sql } from "kysely";
import type { Database, Tx } from "#lib/storage/database.ts";
import type { JobTables, Progress } from "./queue.ts";

/** Somebody's right to try a job now; `attempts` counts this try. */
export interface Ticket {
  workspaceId: string;
  jobId: string;
  kind: string;
  attempts: number;
}

/**
 * Counts a try of the job that has been due longest and puts off the next one by `waits[attempts - 1]` seconds; undefined
 * when nothing is due. Tickets that are locked are being worked on.
 */
export async function claimTicket(
  database: Database,
  now: Date,
  waits: readonly number[],
  which: { kinds: readonly string[]; notOf: readonly string[] },
): Promise<Ticket | undefined> {
  const { rows } = await sql<Ticket>`
    with due as materialized (
      select workspace_id, job_id from job_ticket
       where due_at <= ${now} and kind = any(${which.kinds}::text[]) and workspace_id <> all(${which.notOf}::uuid[])
       order by due_at, job_id limit 1 for update skip locked)
    update job_ticket as t
       set attempts = t.attempts + 1,
           due_at = ${now}::timestamptz + make_interval(secs => (${waits}::int[])[least(t.attempts + 1, ${waits.length}::int)])
      from due where t.workspace_id = due.workspace_id and t.job_id = due.job_id
    returning t.workspace_id as "workspaceId", t.job_id as "jobId", t.kind, t.attempts`.execute(
    database.outside(),
  );
  return rows[0];
}

/** Of a try that is the latest still. */
export async function findPayload(tx: Tx, ticket: Ticket): Promise<{ payload: unknown } | undefined> {
  const { rows } = await sql<{ payload: unknown }>`
    select job.payload
      from job_ticket ticket join job on job.workspace_id = ticket.workspace_id and job.id = ticket.job_id
     where ticket.workspace_id = ${tx.workspaceId} and ticket.job_id = ${ticket.jobId} and ticket.attempts = ${ticket.attempts}`.execute(
    tx.tables(),
  );
  return rows[0];
}

/**
 * Locks the ticket until the end of the transaction; undefined when the try is no longer the latest. It waits for the lock: another
 * server's claim locks for a moment also the ticket that was claimed under its eyes, and skipping it then would lose this try.
 */
export async function takeTicket(
  tx: Tx,
  ticket: Ticket,
): Promise<{ payload: unknown; askedBy: string | null } | undefined> {
  const { rows } = await sql<{ payload: unknown; askedBy: string | null }>`
    with ticket as (
      select from job_ticket
       where workspace_id = ${tx.workspaceId} and job_id = ${ticket.jobId} and attempts = ${ticket.attempts}
         for update)
    select job.payload, job.asked_by as "askedBy"
      from ticket join job on job.workspace_id = ${tx.workspaceId} and job.id = ${ticket.jobId}`.execute(
    tx.tables(),
  );
  return rows[0];
}

export async function endTicket(
  tx: Tx,
  jobId: string,
  end: { doneAt: Date } | { failedAt: Date; failure: string },
): Promise<void> {
  const tables = tx.tables<JobTables>();
  await tables
    .deleteFrom("job_ticket")
    .where("workspace_id", "=", tx.workspaceId)
    .where("job_id", "=", jobId)
    .execute();
  await tables
    .updateTable("job")
    .set("doneAt" in end ? { done_at: end.doneAt } : { failed_at: end.failedAt, failure: end.failure })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", jobId)
    .execute();
}

/** Sets the next try to so many seconds from now; a try that never came to its work is not counted. */
export async function giveBack(
  database: Database,
  ticket: Ticket,
  back: { dueIn: number; now: Date; counted: boolean },
): Promise<void> {
  const due = new Date(back.now.getTime() + back.dueIn * 1000);
  await sql`
    update job_ticket set due_at = ${due}, attempts = attempts - ${back.counted ? 0 : 1}::int
     where workspace_id = ${ticket.workspaceId} and job_id = ${ticket.jobId} and attempts = ${ticket.attempts}`.execute(
    database.outside(),
  );
}

/** Beside the job's transaction, so that it can be seen; the row of the job itself is not locked by its run. */
export async function reportAside(database: Database, ticket: Ticket, progress: Progress): Promise<void> {
  await database.aside(ticket.workspaceId, async (tx) => {
    await tx
      .tables<JobTables>()
      .updateTable("job")
      .set({ progress: JSON.stringify(progress) as never })
      .where("workspace_id", "=", ticket.workspaceId)
      .where("id", "=", ticket.jobId)
      .execute();
  });
}
