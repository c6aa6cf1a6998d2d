import { fork, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { dayIn } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { insertTest, markTest } from "#letters/newsletter-store.ts";
import { beginNewsletter, getNewsletter } from "#letters/newsletter-actions.ts";
import { countJudged, whoGetsIt } from "#letters/recipient-actions.ts";
import { sendNewsletter } from "#letters/sending-actions.ts";
import { changeHours } from "#letters/hours-actions.ts";
import { addAccount } from "#accounts/account-actions.ts";
import { addPerson } from "#people/person-actions.ts";
import { actorOf } from "#team/door-actions.ts";
import { changeSettings } from "#team/workspace-actions.ts";
import { openLetterSink } from "./letter-sink.ts";

export interface LetterDrillResult {
  letters: number;
  kills: number;
  /** Copies that the sink took, by the address. */
  twice: string[];
  /** Neither in the sink, nor in doubt. */
  missing: string[];
  /** In doubt: broken off between the marks; a person decides. */
  doubtful: { address: string; arrived: boolean }[];
  seconds: number;
  perSecond: number;
  connections: number;
  /** To say of everybody whether they get it, and why. */
  dryRunMs: number;
}

const WORKER = fileURLToPath(new URL("letter-drill-worker.ts", import.meta.url));
const NOTHING_MORE = {
  industry: null,
  employees: null,
  website: null,
  phone: null,
  city: null,
  note: null,
  holderId: null,
};
const PATIENCE_MS = 900_000;
const MORNING = new Date("2026-11-18T08:00:00Z");

/**
 * So many letters to a local sink, the server killed with SIGKILL at random moments in the middle. Everybody gets theirs once; whose
 * letter was cut off between its marks is in doubt and named, whether the sink has it or not.
 */
export async function letterDrill({
  database,
  ownerUrl,
  workspaceId,
  leaderId,
  letters,
  kills,
  say = () => {},
}: {
  database: Database;
  ownerUrl: string;
  workspaceId: string;
  leaderId: string;
  letters: number;
  kills: number;
  say?: (line: string) => void;
}): Promise<LetterDrillResult> {
  const sink = await openLetterSink();
  try {
    const id = await sendOff(database, { workspaceId, leaderId, letters });
    const dryRunMs = await timeDryRun(database, workspaceId, id);
    const began = performance.now();
    const env = { LETTER_DRILL_DATABASE: ownerUrl, LETTER_DRILL_SMTP: sink.url };
    let died = 0;
    // Each server's clock begins where the one before could have been at the latest, and past the wait of a job that was cut off.
    for (let ahead = 0; ; ahead += 700_000) {
      const server = await startServer({ ...env, LETTER_DRILL_AHEAD: String(ahead % 14_000_000) });
      const enough =
        died < kills ? sink.taken() + 1 + Math.floor((Math.random() * 2 * letters) / (kills + 1)) : Infinity;
      let done = false;
      try {
        done = await untilDone(database, workspaceId, id, () => sink.taken() >= enough);
      } finally {
        await kill(server);
      }
      if (done) break;
      died += 1;
      say(`killed ${died} times; ${sink.taken()} letters taken`);
    }
    const seconds = (performance.now() - began) / 1_000;
    const copies = await copiesOf(database, workspaceId, id);
    const got = sink.countBy();
    const twice = [...got].filter(([, times]) => times > 1).map(([address]) => address);
    const doubtful = copies
      .filter(({ doubted }) => doubted)
      .map(({ address }) => ({ address, arrived: got.has(address) }));
    const missing = copies
      .filter(({ address, doubted }) => !doubted && !got.has(address))
      .map(({ address }) => address);
    const connections = sink.connections();
    return {
      letters: copies.length,
      kills: died,
      twice,
      missing,
      doubtful,
      seconds,
      perSecond: sink.taken() / seconds,
      connections,
      dryRunMs,
    };
  } finally {
    await sink.close();
  }
}

async function timeDryRun(database: Database, workspaceId: string, newsletterId: string): Promise<number> {
  const began = performance.now();
  await database.read(workspaceId, async (tx) =>
    countJudged(await whoGetsIt(tx, await getNewsletter(tx, newsletterId), dayIn(MORNING, "UTC"))),
  );
  return performance.now() - began;
}

/** People who may get it, and a letter that somebody sent off to them. */
async function sendOff(
  database: Database,
  { workspaceId, leaderId, letters }: { workspaceId: string; leaderId: string; letters: number },
): Promise<string> {
  const AT_ONCE = 500;
  const asLeader = <T>(work: (tx: Tx, leader: Awaited<ReturnType<typeof actorOf>>) => Promise<T>) =>
    database.write(workspaceId, async (tx) => work(tx, await actorOf(tx, leaderId, MORNING)));
  const accountId = await asLeader(async (tx, leader) => {
    const { name, timeZone, currency, calendar } = leader.workspace;
    await changeSettings(tx, leader, {
      name,
      timeZone,
      currency,
      calendar,
      defaultCountry: "US",
      postalAddress: "Kai 1, 20457 Hamburg",
    });
    await changeHours(tx, leader, { fromTime: "00:00", untilTime: "23:59", daysOff: true, perMinute: 6_000 });
    return (
      await addAccount(tx, leader, { ...NOTHING_MORE, name: "Partners", kind: "partner", country: "US" })
    ).id;
  });
  for (let from = 0; from < letters; from += AT_ONCE)
    await asLeader(async (tx, leader) => {
      for (let n = from; n < Math.min(letters, from + AT_ONCE); n += 1)
        await addPerson(
          tx,
          leader,
          { fullName: `Person Number ${n}`, emails: [`n${n}@sink.example`], accountId, country: "US" },
          { cameFrom: "typed" },
        );
    });
  return asLeader(async (tx, leader) => {
    const { id, version } = await beginNewsletter(tx, leader, {
      subject: "Drill",
      text: "Hello **there**",
      groups: ["partner"],
      subscribers: false,
    });
    const testId = newId(MORNING);
    await insertTest(tx, { id: testId, newsletterId: id, version }, leader);
    await markTest(tx, testId, { acceptedAt: MORNING });
    await sendNewsletter(tx, leader, id, { version });
    return id;
  });
}

async function startServer(env: Record<string, string>): Promise<ChildProcess> {
  const server = fork(WORKER, { env: { ...process.env, ...env, LETTER_DRILL_FROM: MORNING.toISOString() } });
  await new Promise<void>((up, down) => {
    server.once("message", () => up());
    server.once("exit", (code) => down(new Error(`the server ended with code ${code}`)));
  });
  return server;
}

async function kill(server: ChildProcess): Promise<void> {
  const ended = new Promise<void>((over) => server.once("exit", () => over()));
  server.kill("SIGKILL");
  await ended;
}

/** Whether it came to its end before it was time to kill the server: in the middle of a letter, whichever that is. */
async function untilDone(
  database: Database,
  workspaceId: string,
  newsletterId: string,
  isEnough: () => boolean,
): Promise<boolean> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  for (let look = 0; !late.aborted; look += 1) {
    if (isEnough()) {
      await sleep(Math.random() * 4);
      return false;
    }
    await sleep(1);
    if (look % 50 !== 0) continue;
    const { rows } = await database.read(workspaceId, (tx) =>
      sql<{ done: boolean; paused: boolean; trouble: string | null }>`
        select done_at is not null as done, paused_at is not null as paused, trouble from newsletter
         where workspace_id = ${workspaceId} and id = ${newsletterId}`.execute(tx.tables()),
    );
    if (rows[0]?.paused) throw new Error(`it paused itself: ${rows[0].trouble}`);
    if (rows[0]?.done) return true;
  }
  throw new Error("it does not come to its end");
}

async function copiesOf(
  database: Database,
  workspaceId: string,
  newsletterId: string,
): Promise<{ address: string; doubted: boolean }[]> {
  const { rows } = await database.read(workspaceId, (tx) =>
    sql<{ address: string; doubted: boolean }>`
      select p.emails[1] as address, c.doubted_at is not null as doubted
        from newsletter_copy c join person p on p.workspace_id = c.workspace_id and p.id = c.person_id
       where c.workspace_id = ${workspaceId} and c.newsletter_id = ${newsletterId}`.execute(tx.tables()),
  );
  return rows;
}
