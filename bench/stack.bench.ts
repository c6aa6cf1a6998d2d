import pg from "pg";
import { newId } from "#lib/kernel/ids.ts";
import { openHttpClient, type HttpClient } from "./http-client.ts";
import { atOnce, heading, inTurn, ms, percentile, printTable, scaleAsked } from "./measure.ts";
import { fillWorkspace, workspaceAt } from "./people-workspace.ts";
import { openRecorder, replay, replayAll, type Asked, type Recorded } from "./recording.ts";
import { withScratch, withServer, type RunningServer, type Scratch } from "./scratch.ts";
import { signIn } from "./session.ts";

const CLIENTS = 8;
const WARM_UPS = 30;
const ALONE = 300;
const TOGETHER = 600;
const TURNS = WARM_UPS + ALONE + WARM_UPS * CLIENTS + TOGETHER;
const AIM = "< 3 ×";

/** One kind of request; each turn asks about somebody else. */
interface Deed {
  name: string;
  isWrite: boolean;
  asked(turn: number): Asked;
}

const scale = scaleAsked();
heading("A request through the whole stack, and the same statements sent bare", scale);
const now = new Date();
await withScratch(
  {
    name: `people-${scale}`,
    fill: (filling) => fillWorkspace(filling, workspaceAt(scale), now),
    copies: ["served", "recorded", "bare", "whole"],
  },
  (scratch) =>
    withServer(scratch, (server) => run(scratch, server), { databaseUrl: scratch.copies["served"] }),
);

interface Who {
  workspaceId: string;
  memberId: string;
}

async function run(scratch: Scratch, server: RunningServer): Promise<void> {
  const who = await whoActs(scratch);
  const clients = await openHttpClients(scratch, server, who);
  const connections = await openConnections(scratch, who, "bare");
  const others = await openConnections(scratch, who, "whole");
  const recorder = await openRecorder(scratch.copies["recorded"]!, who);
  const rows: string[][] = [];
  const measureAll = async (deeds: readonly Deed[]) => {
    for (const deed of deeds) {
      const recordings: Recorded[] = [];
      for (let turn = 0; turn < TURNS; turn++) {
        recordings.push(await recorder.record(deed.asked(turn), newId(now)));
      }
      rows.push(await measure(deed, recordings, clients, connections, others));
    }
  };
  const people = await strangers(scratch, 2 * TURNS);
  await measureAll([...readsOf(who, people), ...writesOf(people.slice(0, TURNS), "")]);
  // What a disk makes both sides wait for hides how they differ.
  await scratch.asOwner(async (client) => {
    await client.query("alter system set synchronous_commit = off");
    await client.query("select pg_reload_conf()");
  });
  await measureAll(writesOf(people.slice(TURNS), ", disk not waited for"));
  printTable(
    [
      "milliseconds, p50",
      "statements",
      "stack",
      "bare",
      "ratio",
      "aim",
      "with all around it",
      "bare",
      "ratio",
      `stack/s at ${CLIENTS}`,
      `bare/s at ${CLIENTS}`,
    ],
    rows,
  );
  await recorder.close();
  for (const connection of [...connections, ...others]) await connection.end();
  clients.forEach((client) => client.close());
}

async function measure(
  deed: Deed,
  recordings: readonly Recorded[],
  clients: readonly HttpClient[],
  connections: readonly pg.Client[],
  others: readonly pg.Client[],
): Promise<string[]> {
  const through = (turn: number, client: number) => send(clients[client]!, deed.asked(turn));
  const past = (turn: number, client: number) =>
    replay(connections[client]!, recordings[turn]!, deed.isWrite);
  const whole = await sides(through);
  const own = await sides(past);
  const all = await inTurn(ALONE, (turn) => replayAll(others[0]!, recordings[turn]!), WARM_UPS);
  const everything = percentile(all, 0.5);
  const last = recordings.at(-1)!;
  return [
    deed.name,
    String(last.own.length),
    ms(whole.alone),
    ms(own.alone),
    `${(whole.alone / own.alone).toFixed(1)} ×`,
    AIM,
    String(last.all.length),
    ms(everything),
    `${(whole.alone / everything).toFixed(1)} ×`,
    whole.perSecond.toFixed(0),
    own.perSecond.toFixed(0),
  ];
}

/** Each turn comes once, so that what is written is new each time. */
async function sides(
  work: (turn: number, client: number) => Promise<unknown>,
): Promise<{ alone: number; perSecond: number }> {
  const alone = await inTurn(ALONE, (turn) => work(turn, 0), WARM_UPS);
  const soFar = WARM_UPS + ALONE;
  await atOnce(CLIENTS, WARM_UPS * CLIENTS, (turn, client) => work(soFar + turn, client));
  const { perSecond } = await atOnce(CLIENTS, TOGETHER, (turn, client) =>
    work(soFar + WARM_UPS * CLIENTS + turn, client),
  );
  return { alone: percentile(alone, 0.5), perSecond };
}

async function send(client: HttpClient, { method, path, body }: Asked): Promise<void> {
  if (method === "GET") return void (await client.get(path));
  const { status, body: said } = await client.send(method, path, body, {
    "idempotency-key": newId(new Date()),
  });
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${said}`);
}

function readsOf(who: Who, people: readonly string[]): Deed[] {
  return [
    read("one person", (turn) => `/people/${people[turn]}`),
    read("fifty people", () => "/people?limit=50"),
    read("a rep's 13 weeks", () => `/scorecard?by=week&member=${who.memberId}`),
  ];
}

function writesOf(people: readonly string[], how: string): Deed[] {
  return [
    write(`add a person${how}`, "/people", (turn) => ({
      fullName: `Nora Neu ${turn}`,
      title: "Controller",
      emails: [`nora.neu${turn}@post.example`],
    })),
    write(`log an ask${how}`, "/asks", (turn) => ({
      sourceId: people[turn],
      outcome: "will-think",
      note: "Was friendly and took the time.",
    })),
  ];
}

function read(name: string, path: (turn: number) => string): Deed {
  return { name, isWrite: false, asked: (turn) => ({ method: "GET", path: `/api/v1${path(turn)}` }) };
}

function write(name: string, path: string, body: (turn: number) => unknown): Deed {
  return {
    name,
    isWrite: true,
    asked: (turn) => ({ method: "POST", path: `/api/v1${path}`, body: body(turn) }),
  };
}

async function openHttpClients(scratch: Scratch, server: RunningServer, who: Who): Promise<HttpClient[]> {
  const database = await scratch.openCopy("served");
  try {
    const cookie = await signIn({ database }, server, who);
    return Array.from({ length: CLIENTS }, () => openHttpClient(server.url, { cookie }));
  } finally {
    await database.close();
  }
}

/** As the owner, past the wall; the search function alone looks at the setting. */
async function openConnections(scratch: Scratch, { workspaceId }: Who, copy: string): Promise<pg.Client[]> {
  return Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: scratch.copies[copy] });
      await client.connect();
      await client.query("select set_config('askwell.workspace', $1, false)", [workspaceId]);
      return client;
    }),
  );
}

/** Whom nobody has asked yet, so that each ask is a new one. */
async function strangers(scratch: Scratch, wanted: number): Promise<string[]> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from person p
        where merged_into is null and not exists (select from ask where source_id = p.id) order by id limit $1`,
      [wanted],
    );
    if (rows.length < wanted) throw new Error(`too few people at this scale: ${wanted} are needed`);
    return rows.map(({ id }) => id);
  });
}

async function whoActs(scratch: Scratch): Promise<Who> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<Who>(
      `select workspace_id as "workspaceId", id as "memberId" from member where name = 'Rep 1'`,
    );
    return rows[0]!;
  });
}
