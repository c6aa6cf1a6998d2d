import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { sql } from "kysely";
import type { Clock } from "#lib/kernel/clock.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Database } from "#lib/storage/database.ts";
import type { InTray } from "./in-tray.ts";
import { MOST_BYTES } from "./read-mail.ts";

/** Reads a mailbox every minute, without changing anything in it. */
export interface Poller {
  /** Answers how many messages came; 0 also while another server reads it. Throws what goes wrong. */
  pollNow(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

export interface PollerOptions {
  /** imaps://user:password@host/folder, as readSettings let it through; INBOX where no folder is named. */
  url: string;
  database: Database;
  clock: Clock;
  tray: Pick<InTray, "keep">;
  onError?: (error: unknown) => void;
  /** A message that was passed over, and why. */
  onPassedOver?: (passed: { uid: number; why: string }) => void;
}

const EVERY_MS = 60_000;
const LONGEST_WAIT_MS = 900_000;
// Of a mailbox that was never read, or that was made anew, only what came last.
const FIRST_DAYS = 3;
const LEASE_SECONDS = 300;
const AT_ONCE = 50;
const PATIENCE_MS = 30_000;

/**
 * How far it was read stands in the database, by UIDVALIDITY and UID (RFC 9051, 2.3.1.1), and which server reads it now: several take
 * turns. A message is kept before it is marked, so that none is lost; one that is kept twice changes nothing.
 */
export function createPoller(options: PollerOptions): Poller {
  const { database, clock, tray, onError = () => {}, onPassedOver = () => {} } = options;
  const box = mailboxOf(options.url);
  const me = newId(clock.now());
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function pollNow(): Promise<number> {
    const mark = await hold(database, box.name, me, clock.now());
    if (!mark) return 0;
    try {
      const came = await readFrom(mark);
      await release(database, box.name, me, { failed: false, now: clock.now() });
      return came;
    } catch (error) {
      await release(database, box.name, me, { failed: true, now: clock.now() });
      throw error;
    }
  }

  async function readFrom(mark: Mark): Promise<number> {
    const client = new ImapFlow({
      ...box.server,
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: 2 * PATIENCE_MS,
      maxLiteralSize: MOST_BYTES + 1024,
    });
    // Told besides by the call that was under way.
    client.on("error", () => {});
    try {
      await client.connect();
      const { uidValidity, uidNext } = await client.mailboxOpen(box.folder, { readOnly: true });
      const validity = Number(uidValidity);
      let last = mark.uidValidity === validity ? mark.lastUid : await beforeLatest(client, uidNext);
      const uids = await uidsSince(client, last);
      let came = 0;
      for (let at = 0; at < uids.length && !stopping.signal.aborted; at += AT_ONCE) {
        for (const { uid, size } of await sizesOf(client, uids.slice(at, at + AT_ONCE))) {
          if (stopping.signal.aborted) return came;
          const raw = size > MOST_BYTES ? null : await sourceOf(client, uid);
          if (raw) await tray.keep({ raw, recipients: [], came: { by: "imap" } });
          else onPassedOver({ uid, why: size > MOST_BYTES ? `it has ${size} bytes` : "it is gone" });
          came += raw ? 1 : 0;
          last = uid;
          await setMark(database, box.name, me, { uidValidity: validity, lastUid: last, now: clock.now() });
        }
      }
      await setMark(database, box.name, me, { uidValidity: validity, lastUid: last, now: clock.now() });
      return came;
    } finally {
      client.close();
    }
  }

  /** As if it had been read until some days ago. */
  async function beforeLatest(client: ImapFlow, uidNext: number): Promise<number> {
    const since = new Date(clock.now().getTime() - FIRST_DAYS * 86_400_000);
    const found = (await client.search({ since }, { uid: true })) || [];
    return found.length > 0 ? Math.min(...found) - 1 : uidNext - 1;
  }

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await pollNow();
        failures = 0;
      } catch (error) {
        failures += 1;
        onError(error);
      }
      const wait = Math.min(EVERY_MS * 2 ** Math.min(failures, 10), LONGEST_WAIT_MS);
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  return {
    pollNow,
    start() {
      running = loop();
    },
    async stop() {
      stopping.abort();
      await Promise.race([running, sleep(3_000, undefined, { ref: false })]);
    },
  };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function mailboxOf(url: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === "imaps:";
  const user = decodeURIComponent(username);
  const folder = decodeURIComponent(pathname.slice(1)) || "INBOX";
  return {
    name: `${user}@${hostname}:${port}/${folder}`,
    folder,
    server: {
      host: hostname,
      port: port === "" ? (secure ? 993 : 143) : Number(port),
      secure,
      // Beyond this machine no password goes out in the open, whatever is offered.
      ...(!secure && !LOOPBACK.test(hostname) && { doSTARTTLS: true }),
      auth: { user, pass: decodeURIComponent(password) },
    },
  };
}

/** A range up to "*" names the last message even where it is older (RFC 9051, 9, seq-range). */
async function uidsSince(client: ImapFlow, last: number): Promise<number[]> {
  const found = (await client.search({ uid: `${last + 1}:*` }, { uid: true })) || [];
  return found.filter((uid) => uid > last).toSorted((a, b) => a - b);
}

async function sizesOf(client: ImapFlow, uids: readonly number[]): Promise<{ uid: number; size: number }[]> {
  const sizes = new Map<number, number>();
  for await (const { uid, size } of client.fetch(uids.join(","), { uid: true, size: true }, { uid: true }))
    sizes.set(uid, size ?? 0);
  return uids.map((uid) => ({ uid, size: sizes.get(uid) ?? 0 }));
}

async function sourceOf(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const found = await client.fetchOne(String(uid), { source: true }, { uid: true });
  return (found && found.source) || null;
}

interface Mark {
  uidValidity: number | null;
  lastUid: number;
}

/** Undefined while another server reads it. */
async function hold(database: Database, name: string, me: string, now: Date): Promise<Mark | undefined> {
  const { rows } = await sql<Mark>`
    insert into polled_mailbox as b (name, held_by, held_until)
    values (${name}, ${me}, ${now}::timestamptz + make_interval(secs => ${LEASE_SECONDS}::int))
    on conflict (name) do update set held_by = excluded.held_by, held_until = excluded.held_until
     where b.held_by is null or b.held_by = excluded.held_by or b.held_until < ${now}
    returning uid_validity as "uidValidity", last_uid as "lastUid"`.execute(database.outside());
  return rows[0];
}

/** Whoever has taken long enough to lose the mailbox to another server ceases. */
async function setMark(
  database: Database,
  name: string,
  me: string,
  { uidValidity, lastUid, now }: { uidValidity: number; lastUid: number; now: Date },
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    update polled_mailbox
       set uid_validity = ${uidValidity}, last_uid = ${lastUid}, read_at = ${now},
           held_until = ${now}::timestamptz + make_interval(secs => ${LEASE_SECONDS}::int)
     where name = ${name} and held_by = ${me} returning name`.execute(database.outside());
  if (rows.length === 0) throw new Error("another server reads this mailbox now");
}

async function release(
  database: Database,
  name: string,
  me: string,
  { failed, now }: { failed: boolean; now: Date },
): Promise<void> {
  await sql`
    update polled_mailbox
       set held_by = null, held_until = ${now}, failures = case when ${failed}::boolean then least(failures + 1, 1000) else 0 end
     where name = ${name} and held_by = ${me}`.execute(database.outside());
}
