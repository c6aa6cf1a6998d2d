import { makeKey } from "#doors/key-actions.ts";
import { sql } from "kysely";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { addDays } from "#lib/kernel/days.ts";
import { previousPeriods } from "#lib/kernel/fiscal.ts";
import { openSpiff } from "#programme/spiff-actions.ts";
import { signMonth } from "#programme/spiff-signature-actions.ts";
import { statementsOf } from "#programme/spiff-statement-actions.ts";
import { actorOf } from "#team/door-actions.ts";
import { describeCompany } from "./company.ts";
import { openHttpClient, type HttpClient } from "./http-client.ts";
import { fillLedCompany } from "./leading-facts.ts";
import { heading, inTurn, ms, printTable, scaleAsked, spreadOf } from "./measure.ts";
import { withScratch, withServer, type RunningServer, type Scratch } from "./scratch.ts";

const TURNS = 30;
const WARM_UPS = 2;
const AIM_MS = 200;

const COUNTED: [string, string][] = [
  ["member", "members"],
  ["ask", "asks"],
  ["ask_plan", "plans"],
  ["week_promise", "promises"],
  ["practice_session", "rehearsals"],
  ["journal", "lines of journal"],
];

const scale = scaleAsked();
heading(
  "What leads by it: coaching, the sales meeting, recognition and the programme of a company of 500 reps",
  scale,
);
const now = new Date();
const part = (full: number) => Math.ceil(full * scale);
const size = { reps: part(500), teams: part(50), people: part(100_000), asks: part(200_000) };
await withScratch(
  { name: `leading-${scale}`, fill: (filling) => fillLedCompany(filling, size, now) },
  (scratch) => withServer(scratch, (server) => run(scratch, server)),
);

async function run(scratch: Scratch, server: RunningServer): Promise<void> {
  const { workspaceId, leaderId, repId, teamId } = await describeCompany(scratch, COUNTED);
  const key = await scratch.database.write(workspaceId, (tx) =>
    makeKey(tx, { memberId: leaderId, name: "bench", scopes: ["read", "write"], createdBy: null }, now),
  );
  const client = openHttpClient(server.url, { authorization: `Bearer ${key.text}` });
  await prepare(client);
  const months = await reward(scratch, workspaceId, leaderId);
  const rows: string[][] = [];
  for (const [name, paths] of pagesOf({ repId, teamId, ...months })) {
    const addresses = paths.map((path) => `/api/v1${path}`);
    const look = async () => {
      for (const address of addresses) await client.get(address);
    };
    const { p50, p95 } = spreadOf(await inTurn(TURNS, look, WARM_UPS));
    console.log(`measured   ${name}`);
    rows.push([name, ms(p50), ms(p95), String(AIM_MS), p95 <= AIM_MS ? "" : "over"]);
  }
  printTable(["milliseconds, as the leader", "p50", "p95", "aim p95", ""], rows);
  client.close();
}

/** What a leader has said before anything is looked at. */
async function prepare(client: HttpClient): Promise<void> {
  const send = async (method: string, path: string, body: unknown) => {
    const { status, body: said } = await client.send(method, `/api/v1${path}`, body);
    if (status >= 300 && status !== 409)
      throw new Error(`${method} ${path} answered ${status}: ${said.slice(0, 300)}`);
  };
  await send("PUT", "/roll-out", { startOn: now.toISOString().slice(0, 10) });
}

/** Two SPIFFs of three months ago, shared within a cap; two months are signed, and in one of them something is changed since. */
async function reward(scratch: Scratch, workspaceId: string, leaderId: string) {
  const months = await scratch.database.write(workspaceId, async (tx) => {
    const { today, workspace } = await actorOf(tx, leaderId, now);
    return previousPeriods(today, "month", 4, workspace.calendar);
  });
  const [first, second, last] = months.map(({ start, end }) => ({ start, end }));
  await scratch.database.write(workspaceId, async (tx) => {
    const leader = await actorOf(tx, leaderId, morningOf(first!.start));
    const all = { untilDay: null, repCap: 200_00, allCap: 5_000_00, roles: ["rep"], teamIds: [] };
    const asked = { name: "Asked", levels: null, pay: { kind: "each", minor: 3_00 } as const };
    await openSpiff(
      tx,
      leader,
      { measure: "people-asked", period: "week", currency: "EUR" },
      { ...all, ...asked },
    );
    const introduced = {
      name: "Introduced",
      levels: [3, 4, 5],
      pay: { kind: "each", minor: 25_00 } as const,
    };
    await openSpiff(
      tx,
      leader,
      { measure: "referrals-received", period: "month", currency: "EUR" },
      { ...all, ...introduced },
    );
  });
  for (const month of [first, second])
    await scratch.database.write(workspaceId, async (tx) => {
      const leader = await actorOf(tx, leaderId, morningOf(addDays(month!.end, 2)));
      const { seen } = await statementsOf(tx, leader, month!.start);
      await signMonth(tx, leader, month!.start, seen ?? "");
    });
  await scratch.database.write(workspaceId, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select distinct on (day) subject_id as id from journal
       where measure = 'people-asked' and day in (${first!.end}, ${second!.end}) and undoes is null`.execute(
      tx.tables(),
    );
    const subjectIds = rows.map(({ id }) => id);
    await writeCounterEntries(tx, await actorOf(tx, leaderId, now), { subjectIds }, "ask.taken-back");
  });
  return { toSign: last!.start };
}

function morningOf(day: string): Date {
  return new Date(`${day}T08:00:00Z`);
}

function pagesOf({
  repId,
  teamId,
  toSign,
}: {
  repId: string;
  teamId: string;
  toSign: string;
}): [string, string[]][] {
  return [
    ["who is coached, and who is due", ["/coaching/people"]],
    ["who was coached, when, on what", ["/coaching/coached"]],
    ["the sales meeting of a team", [`/teams/${teamId}/sales-meeting`]],
    ["a 1:1", [`/members/${repId}/coaching`]],
    ["the wall", ["/wall"]],
    ["boards", ["/boards"]],
    ["one board", ["/boards/asks"]],
    ["most improved", ["/most-improved"]],
    ["tiers", ["/tiers"]],
    ["what works", ["/best-practices"]],
    ["three answers", ["/leading"]],
    ["five barriers", ["/barriers"]],
    ["priority and alignment", ["/priority", "/alignment"]],
    ["the roll-out", ["/roll-out"]],
    ["polls", ["/polls"]],
    ["clients' words", ["/willing"]],
    ["goals", ["/goal-proposals"]],
    ["SPIFFs, and their months", ["/spiffs", "/spiff-months"]],
    ["SPIFFs of this month", [`/spiff-months/${now.toISOString().slice(0, 10)}`]],
    ["SPIFFs of a month to sign", [`/spiff-months/${toSign}`]],
    ["what is worth a look in it", [`/spiff-months/${toSign}/looks`]],
    ["one statement", [`/spiff-months/${toSign}/statements/${repId}`]],
    ["promises kept", ["/promised-now", "/promises-kept"]],
  ];
}
