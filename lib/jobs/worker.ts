import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Clock } from "#lib/kernel/clock.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { onJobQueued, type Progress } from "./queue.ts";
import {
  claimTicket,
  endTicket,
  findPayload,
  giveBack,
  reportAside,
  takeTicket,
  type Ticket,
} from "./tickets.ts";

export interface JobRun<Payload, Brought = never> {
  tx: Tx;
  payload: Payload;
  /** What `beforehand` answered. */
  brought: Brought;
  jobId: string;
  askedBy: string | null;
  now: Date;
  /** Seen by others at once, although the job's own transaction is still open. */
  report: (progress: Progress) => Promise<void>;
}

export interface JobKind<Payload = never, Brought = never> {
  kind: string;
  /** Runs with no other write in the workspace. */
  alone?: true;
  /**
   * What takes its time elsewhere and changes nothing, as a fetch does: done before the transaction is opened, so that nobody waits
   * for it. It may be done for nothing, and twice at once; `run` looks whether it is still meant. What it throws counts as if `run` did.
   */
  beforehand?(of: { database: Database; workspaceId: string; payload: Payload; now: Date }): Promise<unknown>;
  /**
   * All its work in one transaction, which may be done again from the start. A Problem it throws is final, unless it says
   * "unavailable"; anything else is tried again.
   */
  run(run: JobRun<Payload, Brought>): Promise<void>;
  /** After the last try: sets things so that a person can see it and try again. */
  onFailed?(tx: Tx, failed: { payload: Payload; failure: string; now: Date }): Promise<void>;
}

export interface Worker {
  /** Works off what is due now, one after the other; answers how many jobs ended, well or not. */
  runDue(): Promise<number>;
  start(): void;
  /** Takes no more, and waits for what is in hand, but at most `patienceMs`: what is cut off then will run again. */
  stop(patienceMs?: number): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const STOP_WITHIN_MS = 6_000;
// A long job must not hold up other workspaces; see `inHand`.
const LANES = 2;
const MOST_ATTEMPTS = 5;
const WAIT_SECONDS = [5, 30, 120, 600];
const BEFOREHAND_SECONDS = 60;

/**
 * Takes due tickets. A try is counted, and the next one set, before it begins, so that a job that brings the whole process
 * down does so five times at most. The ticket's lock, the work and its end are one transaction: when the process dies, the
 * ticket is free again and nothing of the work is there; when the commit came through, the ticket is gone. So nothing runs
 * twice.
 */
export function createWorker(options: {
  database: Database;
  clock: Clock;
  kinds: readonly JobKind[];
  onFault?: (error: unknown, job: { id: string; kind: string }) => void;
}): Worker {
  const { database, clock } = options;
  const kinds = new Map(
    options.kinds.map((kind) => [kind.kind, kind as unknown as JobKind<unknown, unknown>]),
  );
  const inHand = new Set<string>();
  const fault = options.onFault ?? (() => {});
  let lanes: Promise<void>[] = [];
  let claiming: Promise<unknown> = Promise.resolve();
  let deaf: (() => void) | undefined;
  let bell = Promise.withResolvers<void>();
  const stopping = new AbortController();

  async function runDue(): Promise<number> {
    let ended = 0;
    while (!stopping.signal.aborted) {
      const ticket = await claimNext();
      if (!ticket) return ended;
      try {
        if (await carryOut(ticket)) ended += 1;
      } finally {
        inHand.delete(ticket.workspaceId);
      }
    }
    return ended;
  }

  /** One claim after the other, so that no two lanes take jobs of one workspace. */
  function claimNext(): Promise<Ticket | undefined> {
    const next = claiming.then(async () => {
      const which = { kinds: [...kinds.keys()], notOf: [...inHand] };
      const ticket = await claimTicket(database, clock.now(), WAIT_SECONDS, which);
      if (ticket) inHand.add(ticket.workspaceId);
      return ticket;
    });
    claiming = next.catch(() => {});
    return next;
  }

  async function carryOut(ticket: Ticket): Promise<boolean> {
    const kind = kinds.get(ticket.kind) as JobKind<unknown, unknown>;
    if (ticket.attempts > MOST_ATTEMPTS)
      return fail(ticket, kind, "the server was stopped in the middle of this, time and again");
    const course = { began: false };
    try {
      return await attempt(ticket, kind, course);
    } catch (error) {
      const final = error instanceof Problem && error.kind !== "unavailable";
      if (!final && course.began) fault(error, { id: ticket.jobId, kind: ticket.kind });
      if (final) return fail(ticket, kind, error.reason);
      if (course.began && ticket.attempts === MOST_ATTEMPTS) return fail(ticket, kind, reasonFor(error));
      const waits = course.began ? WAIT_SECONDS[ticket.attempts - 1] : WAIT_SECONDS[0];
      await giveBack(database, ticket, { dueIn: waits ?? 0, now: clock.now(), counted: course.began });
      return false;
    }
  }

  async function attempt(
    ticket: Ticket,
    kind: JobKind<unknown, unknown>,
    course: { began: boolean },
  ): Promise<boolean> {
    const now = clock.now();
    const brought = await bring(ticket, kind, course, now);
    return database[kind.alone ? "alone" : "write"](ticket.workspaceId, async (tx) => {
      const job = await takeTicket(tx, ticket);
      if (!job) return false;
      course.began = true;
      await sql`set local statement_timeout = 0`.execute(tx.tables());
      await sql`set local lock_timeout = 0`.execute(tx.tables());
      await kind.run({
        tx,
        payload: job.payload,
        brought,
        jobId: ticket.jobId,
        askedBy: job.askedBy,
        now,
        report: (progress) => reportAside(database, ticket, progress),
      });
      await endTicket(tx, ticket.jobId, { doneAt: clock.now() });
      return true;
    });
  }

  async function bring(
    ticket: Ticket,
    kind: JobKind<unknown, unknown>,
    course: { began: boolean },
    now: Date,
  ): Promise<unknown> {
    if (kind.beforehand === undefined) return undefined;
    const { workspaceId } = ticket;
    const job = await database.read(workspaceId, (tx) => findPayload(tx, ticket));
    if (!job) return undefined;
    course.began = true;
    // Another server takes it for broken off only then.
    await giveBack(database, ticket, { dueIn: BEFOREHAND_SECONDS, now, counted: true });
    return kind.beforehand({ database, workspaceId, payload: job.payload, now });
  }

  /** Ends the job as failed, even when the room's own answer to that fails. */
  async function fail(ticket: Ticket, kind: JobKind<unknown, unknown>, failure: string): Promise<boolean> {
    const now = clock.now();
    const end = (withRoom: boolean) =>
      database.write(ticket.workspaceId, async (tx) => {
        const job = await takeTicket(tx, ticket);
        if (!job) return false;
        await endTicket(tx, ticket.jobId, { failedAt: now, failure });
        if (withRoom) await kind.onFailed?.(tx, { payload: job.payload, failure, now });
        return true;
      });
    try {
      return await end(true);
    } catch (error) {
      fault(error, { id: ticket.jobId, kind: ticket.kind });
      return end(false);
    }
  }

  async function lane(): Promise<void> {
    while (!stopping.signal.aborted) {
      const rung = bell.promise;
      await runDue().catch((error: unknown) => fault(error, { id: "", kind: "looking for jobs" }));
      await untilRung(rung);
    }
  }

  function ring(): void {
    bell.resolve();
    bell = Promise.withResolvers<void>();
  }

  return {
    runDue,
    start() {
      deaf = onJobQueued(ring);
      lanes = Array.from({ length: LANES }, lane);
    },
    async stop(patienceMs = STOP_WITHIN_MS) {
      stopping.abort();
      deaf?.();
      ring();
      await Promise.race([Promise.all(lanes), sleep(patienceMs, undefined, { ref: false })]);
    },
  };
}

async function untilRung(rung: Promise<void>): Promise<void> {
  const enough = new AbortController();
  const look = sleep(LOOK_EVERY_MS, undefined, { signal: enough.signal }).catch(() => {});
  await Promise.race([rung, look]);
  enough.abort();
}

function reasonFor(error: unknown): string {
  return error instanceof Problem
    ? error.reason
    : "something broke on our side; an administrator finds it in the log";
}
