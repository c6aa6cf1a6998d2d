import { tmpdir } from "node:os";
import { pino } from "pino";
import type pg from "pg";
import { systemClock } from "#lib/kernel/clock.ts";
import { openDatabase } from "#lib/storage/database.ts";
import { SERVER_ROLE } from "#lib/storage/migrate.ts";
import { giveAccount } from "#demo/cast.ts";
import { buildHouse } from "../app/house.ts";

/** One statement as it went over the wire. */
export interface Statement {
  text: string;
  name?: string;
  values?: unknown[];
}

export interface Asked {
  method: string;
  path: string;
  body?: unknown;
}

export interface Recorded {
  /** The statements of the request's own work, in order. */
  own: Statement[];
  /** These and those around them: entering the transaction, who knocks, the actor, the Idempotency-Key, the counting of writes. */
  all: Statement[];
}

const AROUND = [
  /^begin|^commit|^rollback/,
  /set local askwell\.workspace/,
  /\bsign_in_session\b/,
  /\bidempotency_key\b/,
  /\brate_window\b/,
  // The actor: findActor in app/team/actor-store.ts.
  /t\.manager_id = m\.id and t\.closed_at is null\) as leads/,
];

/** Sends requests through the whole house within this process, on a database of its own, and notes the statements of each. */
export async function openRecorder(
  url: string,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
) {
  const database = await openDatabase({ url, role: SERVER_ROLE, connections: 2 });
  const log = pino({ level: "silent" });
  const address = "http://127.0.0.1";
  const secret = "the recorder signs nothing with this";
  const house = buildHouse({ database, clock: systemClock, log, url: address, secret, dataFolder: tmpdir() });
  const userId = await giveAccount(database, workspaceId, memberId, systemClock.now());
  const [cookie] = (await house.signIn.start(userId, new Headers())).split(";") as [string];
  let heard: Statement[] = [];
  listenTo(database.pool, (statement) => heard.push(statement));
  return {
    async record({ method, path, body }: Asked, idempotencyKey: string): Promise<Recorded> {
      heard = [];
      const headers = {
        cookie,
        "content-type": "application/json",
        "idempotency-key": idempotencyKey,
      };
      const answer = await house.api.hono.request(address + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (answer.status >= 300)
        throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
      // The answer to a read does not wait for its commit, which so may not have been sent yet.
      const all = heard.at(-1)?.text === "commit" ? heard : [...heard, { text: "commit" }];
      const own = all.filter(({ text }) => !AROUND.some((pattern) => pattern.test(text)));
      return { own, all };
    },
    close: () => database.close(),
  };
}

function listenTo(pool: pg.Pool, hear: (statement: Statement) => void): void {
  const listening = new WeakSet<pg.PoolClient>();
  pool.on("acquire", (client) => {
    if (listening.has(client)) return;
    listening.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      const [what, values] = given as [string | Statement, unknown];
      hear(
        typeof what === "string"
          ? { text: what, values: Array.isArray(values) ? values : undefined }
          : { ...what },
      );
      return query(...given);
    }) as typeof client.query;
  });
}

/** The own statements of a request, one after the other as the server sends them, and nothing around; those of a write in one transaction. */
export async function replay(client: pg.Client, recorded: Recorded, isWrite: boolean): Promise<void> {
  if (isWrite) await client.query("begin");
  for (const statement of recorded.own) await client.query(statement);
  if (isWrite) await client.query("commit");
}

/** Every statement of a request, one after the other. */
export async function replayAll(client: pg.Client, recorded: Recorded): Promise<void> {
  for (const statement of recorded.all) await client.query(statement);
}
