import { makeKey } from "#doors/key-actions.ts";
import { bookCredits, sayBookedThrough, type BookedUpTo } from "#results/book-credits-actions.ts";
import { MAKE_ID } from "./ids-in-sql.ts";
import { openHttpClient } from "./http-client.ts";
import { heading, inTurn, ms, printTable, scaleAsked, spreadOf } from "./measure.ts";
import { fillWorkspace, type PeopleSize } from "./people-workspace.ts";
import { withScratch, withServer, type RunningServer, type Scratch } from "./scratch.ts";

const TURNS = 10;
const WARM_UPS = 2;
const AIM_MS = 300;

const scale = scaleAsked();
heading("Results of a company with a million deals and five million lines of journal", scale);
const now = new Date();
const part = (full: number) => Math.ceil(full * scale);
const size: PeopleSize = {
  people: part(100_000),
  accounts: part(40_000),
  members: part(500),
  teams: part(50),
  asks: part(1_300_000),
  spontaneous: part(130_000),
  meetings: part(700_000),
  deals: part(1_000_000),
  lines: part(5_000_000),
};
const PAGES: readonly [string, string[]][] = [
  ["where business comes from", ["/results/origins"]],
  ["introductions against all else", ["/results/comparison?first=referral&second=others"]],
  ["what it cost", ["/results/costs"]],
  ["where the funnel leaks", ["/results/funnel"]],
  ["sources by what they started", ["/results/sources"]],
  ["where orders came from", ["/results/orders"]],
  ["what comes next: the past it is made from", ["/results/ahead/past"]],
  ["ranges that held", ["/results/ahead/held"]],
  ["saying and doing", ["/results/saying"]],
];

await withScratch({ name: `results-${scale}`, fill }, (scratch) =>
  withServer(scratch, (server) => run(scratch, server)),
);

/** Companies of all sizes, some contacts whose say is known, and every won deal credited, as the nights before would have left it. */
async function fill(filling: Scratch): Promise<void> {
  await fillWorkspace(filling, size, now);
  const workspaceId = await filling.asOwner(async (client) => {
    await client.query(MAKE_ID);
    await client.query(`
      update account set employees = (array[null, 4, 30, 120, 900])[1 + abs(hashtext(id::text)) % 5];
      insert into buying_role (workspace_id, id, person_id, role, since, by_id, at)
      select p.workspace_id, pg_temp.id('0193000a', row_number() over (order by p.id)), p.id,
             (array['decision-maker', 'user', 'economic-buyer', 'influencer'])[1 + abs(hashtext(p.id::text)) % 4], p.created_at::date,
             (select id from member where role = 'leader' limit 1), p.created_at
        from person p where abs(hashtext(p.id::text)) % 3 = 0;`);
    const { rows } = await client.query<{ id: string }>("select workspace_id as id from workspace");
    return rows[0]!.id;
  });
  let steps = 0;
  const book = (after?: BookedUpTo) =>
    filling.database.write(workspaceId, (tx) => bookCredits(tx, { now, member: null }, after));
  for (let after = await book(); after !== null; after = await book(after)) steps += 1;
  await filling.database.write(workspaceId, (tx) => sayBookedThrough(tx, now));
  console.log(`filled     credits in ${steps + 1} steps`);
}

/** Every page of the room as it is opened, of one rep, one team and the company; and of all there is. */
async function run(scratch: Scratch, server: RunningServer): Promise<void> {
  const { workspaceId, leaderId, repId, teamId } = await describeCompany(scratch);
  const key = await scratch.database.write(workspaceId, (tx) =>
    makeKey(tx, { memberId: leaderId, name: "bench", scopes: ["read"], createdBy: null }, now),
  );
  const client = openHttpClient(server.url, { authorization: `Bearer ${key.text}` });
  const rows: string[][] = [];
  const scopes = [
    ["a rep", `member=${repId}`],
    ["a team", `team=${teamId}`],
    ["the company", ""],
    ["the company, all there is", "from=2000-01-01"],
  ] as const;
  for (const [name, paths] of PAGES)
    for (const [whose, query] of scopes) {
      const addresses = paths.map((path) => `/api/v1${path}${path.includes("?") ? "&" : "?"}${query}`);
      const look = async () => {
        for (const address of addresses) await client.get(address);
      };
      const { p50, p95 } = spreadOf(await inTurn(TURNS, look, WARM_UPS));
      console.log(`measured   ${name}, ${whose}: ${ms(p50)}`);
      rows.push([name, whose, ms(p50), ms(p95), String(AIM_MS), p95 <= AIM_MS ? "" : "over"]);
    }
  printTable(["milliseconds, as the leader", "of", "p50", "p95", "aim p95", ""], rows);
  client.close();
}

interface Company {
  workspaceId: string;
  leaderId: string;
  repId: string;
  teamId: string;
}

async function describeCompany(scratch: Scratch): Promise<Company> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<Company & { counts: string }>(
      `select workspace_id as "workspaceId", (select id from member where role = 'leader' limit 1) as "leaderId",
              (select id from member where name = 'Rep 1') as "repId", (select team_id from member where name = 'Rep 1') as "teamId",
              (select count(*) || ' members, ' from member) || (select count(*) || ' asks, ' from ask)
              || (select count(*) || ' introductions, ' from referral) || (select count(*) || ' meetings, ' from meeting)
              || (select count(*) || ' deals, ' from deal) || (select count(*) || ' lines of journal' from journal) as counts
         from workspace`,
    );
    const { counts, ...company } = rows[0]!;
    console.log(counts);
    return company;
  });
}
