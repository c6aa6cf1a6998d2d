import { sql } from "kysely";
import type { Clock } from "#lib/kernel/clock.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { onJobQueued, type JobTables, type Progress } from "./queue.ts";

export interface JobRun<Payload> {
  tx: Tx;
  payload: Payload;
  jobId: string;
  askedBy: string | null;
  now: Date;
  /** Seen by others at once, although the job's own transaction is still open. */
  report(progress: Progress): Promise<void>;
}

export interface JobKind<Payload = never> {
  kind: string;
  /** Runs with no other write in the workspace. */
  alone?: true;
  run(run: JobRun<Payload>): Promise<void>;
  /** After the last try: sets things so that a person can see it and try again. */
  onFailed?(tx: Tx, failed: { payload: Payload; failure: string; now: Date }): Promise<void>;
}

export interface Worker {
  /** Works off what is due now; answers how many jobs ended. */
  runDue(): Promise<number>;
  start(): void;
  /** Waits for the job in hand. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const MOST_ATTEMPTS = 5;
const WAIT_SECONDS = [5, 30, 120, 600];

/**
 * Takes due tickets one at a time. The ticket's lock, the work and its end are one transaction: when the process dies, the
 * ticket is free again and nothing of the work is there; when the commit came through, the ticket is gone. So nothing runs twice.
 */
export function createWorker(options: {
  database: Database;
  clock: Clock;
  kinds: readonly JobKind<never>[];
  onFault?: (error: unknown, job: { id: string; kind: string }) => void;
}): Worker {
  const { database, clock } = options;
  const kinds = new Map(options.kinds.map((kind) => [kind.kind, kind as unknown as JobKind<unknown>]));
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let stopped = false;
  let again = false;

  async function runDue(): Promise<number> {
    let ended = 0;
    const passed = new Set<string>();
    for (;;) {
      if (stopped) return ended;
      const due = await nextTicket(database, clock.now(), [...kinds.keys()], [...passed]);
      if (!due) return ended;
      passed.add(due.job_id);
      if (await runOne(due)) ended += 1;
    }
  }

  async function runOne(ticket: { workspace_id: string; job_id: string; kind: string }): Promise<boolean> {
    const kind = kinds.get(ticket.kind);
    if (!kind) return false;
    const now = clock.now();
    try {
      return await database[kind.alone ? "alone" : "write"](ticket.workspace_id, async (tx) => {
        const job = await takeTicket(tx, ticket.job_id);
        if (!job) return false;
        await sql`set local statement_timeout = 0`.execute(tx.tables());
        await kind.run({
          tx,
          payload: job.payload,
          jobId: ticket.job_id,
          askedBy: job.asked_by,
          now,
          report: (progress) => reportAside(database, ticket, progress),
        });
        await endTicket(tx, ticket.job_id, clock.now());
        return true;
      });
    } catch (error) {
      options.onFault?.(error, { id: ticket.job_id, kind: ticket.kind });
      await putBack(ticket, kind, error, now);
      return false;
    }
  }

  async function putBack(ticket: { workspace_id: string; job_id: string }, kind: JobKind<unknown>, error: unknown, now: Date): Promise<void> {
    const failure = error instanceof Problem ? error.reason : "something broke on our side; an administrator finds it in the log";
    await database.write(ticket.workspace_id, async (tx) => {
      const job = await takeTicket(tx, ticket.job_id);
      if (!job) return;
      const attempts = job.attempts + 1;
      const final = error instanceof Problem || attempts >= MOST_ATTEMPTS;
      const tables = tx.tables<JobTables>();
      if (!final) {
        const due = new Date(now.getTime() + (WAIT_SECONDS[attempts - 1] ?? 600) * 1000);
        await tables
          .updateTable("job_ticket")
          .set({ attempts, due_at: due })
          .where("workspace_id", "=", ticket.workspace_id)
          .where("job_id", "=", ticket.job_id)
          .execute();
        return;
      }
      await tables
        .deleteFrom("job_ticket")
        .where("workspace_id", "=", ticket.workspace_id)
        .where("job_id", "=", ticket.job_id)
        .execute();
      await tables
        .updateTable("job")
        .set({ failed_at: now, failure })
        .where("workspace_id", "=", ticket.workspace_id)
        .where("id", "=", ticket.job_id)
        .execute();
      await kind.onFailed?.(tx, { payload: job.payload, failure, now });
    });
  }

  function look(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = runDue()
      .catch((error: unknown) => options.onFault?.(error, { id: "", kind: "looking for jobs" }))
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          look();
        } else if (!stopped) {
          timer = setTimeout(look, LOOK_EVERY_MS);
        }
      });
  }

  return {
    runDue,
    start() {
      onJobQueued(look);
      look();
    },
    async stop() {
      stopped = true;
      onJobQueued(() => {});
      clearTimeout(timer);
      await running;
    },
  };
}

/** A look, not a lock: whoever locks the ticket inside its workspace has it. */
async function nextTicket(database: Database, now: Date, kinds: string[], passed: string[]) {
  const { rows } = await sql<{ workspace_id: string; job_id: string; kind: string }>`
    select workspace_id, job_id, kind from job_ticket
     where due_at <= ${now} and kind = any(${kinds}::text[]) and job_id <> all(${passed}::uuid[])
     order by due_at limit 1`.execute(database.outside());
  return rows[0];
}

async function takeTicket(tx: Tx, jobId: string) {
  const { rows } = await sql<{ payload: unknown; asked_by: string | null; attempts: number }>`
    with ticket as (
      select attempts from job_ticket
       where workspace_id = ${tx.workspaceId} and job_id = ${jobId}
         for update skip locked)
    select job.payload, job.asked_by, ticket.attempts
      from ticket join job on job.workspace_id = ${tx.workspaceId} and job.id = ${jobId}`.execute(tx.tables());
  return rows[0];
}

async function endTicket(tx: Tx, jobId: string, now: Date): Promise<void> {
  const tables = tx.tables<JobTables>();
  await tables.deleteFrom("job_ticket").where("workspace_id", "=", tx.workspaceId).where("job_id", "=", jobId).execute();
  await tables.updateTable("job").set({ done_at: now }).where("workspace_id", "=", tx.workspaceId).where("id", "=", jobId).execute();
}

/** Beside the job's transaction, so that it can be seen; the row of the job itself is not locked by its run. */
async function reportAside(database: Database, ticket: { workspace_id: string; job_id: string }, progress: Progress): Promise<void> {
  await database.aside(ticket.workspace_id, async (tx) => {
    await tx
      .tables<JobTables>()
      .updateTable("job")
      .set({ progress: JSON.stringify(progress) as never })
      .where("workspace_id", "=", ticket.workspace_id)
      .where("id", "=", ticket.job_id)
      .execute();
  });
}
