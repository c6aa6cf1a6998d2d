import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Clock } from "#lib/kernel/clock.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Database } from "#lib/storage/database.ts";
import type { TakeMail } from "./incoming.ts";
import type { Came } from "./prove-mail.ts";
import type { MailReader } from "./read-mail-aside.ts";

/** A message as it came in, and how. */
export interface Arrived {
  raw: Uint8Array;
  /** Whom the envelope named; empty: the headers say. */
  recipients: readonly string[];
  came: Came;
}

/** What became of a message, for the log. */
export interface Handled {
  id: string;
  /** Null: a room took it. */
  why: string | null;
  from: string | null;
  subject: string | null;
}

/**
 * Where messages lie until they are handled. What is kept is in the database, so that whoever brought it may forget it; what a killed
 * server had in hand is handled again, and told twice changes nothing.
 */
export interface InTray {
  keep(arrived: Arrived): Promise<void>;
  /** Handles what is due now; answers how many messages that were. */
  runDue(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
const WAIT_SECONDS = [60, 300, 1_800, 7_200];
const MOST_ATTEMPTS = 5;
const FAILED_KEPT_DAYS = 14;

export function createInTray(options: {
  database: Database;
  clock: Clock;
  reader: MailReader;
  take: TakeMail;
  onHandled?: (handled: Handled) => void;
  onFault?: (error: unknown, message: { id: string }) => void;
}): InTray {
  const { database, clock, reader, take, onHandled = () => {}, onFault = () => {} } = options;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let bell = Promise.withResolvers<void>();

  async function runDue(): Promise<number> {
    for (let handled = 0; ; handled += 1) {
      const message = stopping.signal.aborted ? undefined : await claim(database, clock.now());
      if (!message) return handled;
      await handle(message);
    }
  }

  async function handle({ id, raw, recipients, came, attempts }: Claimed): Promise<void> {
    try {
      const { mail, refused } = await reader.read(raw, recipients, came);
      const taken = mail !== null && (await take(mail, { now: clock.now() }));
      await drop(database, id);
      const why = taken ? null : (refused ?? "it is for nobody here");
      onHandled({ id, why, from: mail?.from?.address ?? null, subject: mail?.subject ?? null });
    } catch (error) {
      onFault(error, { id });
      if (attempts >= MOST_ATTEMPTS) await giveUp(database, id, String(error), clock.now());
    }
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const rung = bell.promise;
      await runDue().catch((error: unknown) => onFault(error, { id: "" }));
      const enough = new AbortController();
      await Promise.race([rung, sleep(LOOK_EVERY_MS, undefined, { signal: enough.signal }).catch(() => {})]);
      enough.abort();
    }
  }

  return {
    async keep({ raw, recipients, came }) {
      const now = clock.now();
      await sql`
        insert into arrived_mail (id, at, raw, recipients, came, due_at)
        values (${newId(now)}, ${now}, ${Buffer.from(raw)}, ${recipients}, ${JSON.stringify(came)}, ${now})`.execute(
        database.outside(),
      );
      bell.resolve();
      bell = Promise.withResolvers<void>();
    },
    runDue,
    start() {
      running = loop();
    },
    async stop() {
      stopping.abort();
      bell.resolve();
      await running;
      await reader.close();
    },
  };
}

interface Claimed {
  id: string;
  raw: Buffer;
  recipients: string[];
  came: Came;
  attempts: number;
}

/** Counts a try and puts off the next, before it begins: a message that brings the process down does so five times at most. */
async function claim(database: Database, now: Date): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with due as materialized (
      select id from arrived_mail where due_at <= ${now} and failure is null order by due_at, id limit 1 for update skip locked)
    update arrived_mail as m
       set attempts = attempts + 1,
           due_at = ${now}::timestamptz + make_interval(secs => (${WAIT_SECONDS}::int[])[least(attempts + 1, ${WAIT_SECONDS.length}::int)]),
           failure = case when attempts >= ${MOST_ATTEMPTS}::int then 'the server was stopped in the middle of this, time and again' end
      from due where m.id = due.id
    returning m.id, m.raw, m.recipients, m.came, m.attempts::int as attempts, m.failure`.execute(
    database.outside(),
  );
  const [row] = rows as (Claimed & { failure: string | null })[];
  return row?.failure === null ? row : row && claim(database, now);
}

async function drop(database: Database, id: string): Promise<void> {
  await sql`delete from arrived_mail where id = ${id}`.execute(database.outside());
}

async function giveUp(database: Database, id: string, failure: string, now: Date): Promise<void> {
  const old = new Date(now.getTime() - FAILED_KEPT_DAYS * 86_400_000);
  await sql`
    with old as (delete from arrived_mail where failure is not null and at < ${old})
    update arrived_mail set failure = ${failure.slice(0, 1_000)} where id = ${id}`.execute(
    database.outside(),
  );
}
