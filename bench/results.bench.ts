import { makeKey } from "#doors/key-actions.ts";
import { addDays, dayIn } from "#lib/kernel/days.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import { answersIn } from "#results/overnight-jobs.ts";
import type { OriginsView } from "#results/origins-view.ts";
import { bookCredits, sayBookedThrough, type BookedUpTo } from "#results/book-credits-actions.ts";
import { HORIZONS } from "#results/said-range.ts";
import { STEPS } from "#results/step.ts";
import { readWorkspace } from "#team/workspace-store.ts";
import { MAKE_ID } from "./ids-in-sql.ts";
import { describeCompany } from "./company.ts";
import { openHttpClient, type HttpClient } from "./http-client.ts";
import { heading, inTurn, ms, printTable, scaleAsked, spreadOf } from "./measure.ts";
import { fillWorkspace, type PeopleSize } from "./people-workspace.ts";
import { withScratch, withServer, type RunningServer, type Scratch } from "./scratch.ts";

const TURNS = 10;
const WARM_UPS = 2;
const AIM_MS = 300;

const COUNTED: [string, string][] = [
  ["member", "members"],
  ["person", "people"],
  ["account", "accounts"],
  ["ask", "asks"],
  ["referral", "introductions"],
  ["meeting", "meetings"],
  ["deal", "deals"],
  ["report_card", "report cards"],
  ["journal", "lines of journal"],
];

const scale = scaleAsked();
heading("Results of a company with a million deals and five million lines of journal", scale);
const now = new Date();
const part = (full: number) => Math.ceil(full * scale);
const size: PeopleSize = {
  people: part(500_000),
  accounts: part(100_000),
  members: part(500),
  teams: part(50),
  asks: part(1_300_000),
  spontaneous: part(130_000),
  meetings: part(700_000),
  deals: part(1_000_000),
  lines: part(5_000_000),
};
const CARDS = part(60_000);
const QUARTER = `from=${dayAgo(273)}&to=${dayAgo(183)}`;
const PAGES: readonly [string, string[]][] = [
  ["where business comes from", ["/results/origins"]],
  ["introductions against all else", ["/results/comparison?first=referral&second=others"]],
  ["what it cost", ["/results/costs"]],
  ["where the funnel leaks", ["/results/funnel"]],
  ["sources by what they started", ["/results/sources?limit=10"]],
  ["where orders came from", ["/results/orders"]],
  ["what comes next: the past it is made from", ["/results/ahead/past"]],
  ["ranges that held", ["/results/ahead/held"]],
  ["saying and doing", ["/results/saying"]],
  ["a month's end", ["/results/month-end"]],
  ["a month's end, rep by rep", ["/results/month-end/reps"]],
  ["a month's end, what is in hand", ["/results/month-end/in-hand"]],
  ["behind a number: deals won", ["/results/origins/facts?what=won"]],
  ["behind a number: asks that brought an introduction", ["/results/funnel/facts?of=introductions"]],
  ["behind a number: people met who became clients", ["/results/ahead/past/facts?of=deals"]],
  ["behind a number: asks of a quarter that led to a client", [`/results/funnel/facts?of=deals&${QUARTER}`]],
  ["behind a number: clients who would recommend us", ["/results/saying/facts?said=would"]],
  [
    "behind a number: what came of a range",
    [`/results/ahead/held/facts?step=deals&weeks=13&saidOn=${dayAgo(91)}`],
  ],
];

function dayAgo(days: number): string {
  return addDays(dayIn(now, "UTC"), -days);
}

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
    await client.query(
      `
      with template as (
        insert into report_template (workspace_id, id, occasion, language, title, questions, at)
        select workspace_id, pg_temp.id('0193000b', 1), 'half-yearly', 'en', 'How are we doing?', '[]', $1 from workspace
        returning id
      ), sender as (
        select id, row_number() over (order by id) - 1 as n, count(*) over () as many from member where role = 'rep'
      ), card as (
        select p.workspace_id, p.id as person_id, p.account_id, row_number() over (order by p.id) as n, ($1::timestamptz)::date - abs(hashtext(p.id::text)) % 1000 as day
          from person p join account a on a.workspace_id = p.workspace_id and a.id = p.account_id and a.kind = 'client'
         where p.merged_into is null order by p.id limit $2
      )
      insert into report_card (workspace_id, id, person_id, account_id, member_id, template_id, occasion, language, day, until_day, at,
                               handed_in_at, handed_in_on, score)
      select c.workspace_id, pg_temp.id('0193000c', c.n), c.person_id, c.account_id, s.id, template.id, 'half-yearly', 'en', c.day, c.day + 30,
             c.day, c.day, c.day, 10 - c.n % 7
        from card c join sender s on s.n = c.n % s.many cross join template`,
      [now, CARDS],
    );
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

/** Every page of the room as it is opened the morning after, of one rep, one team and the company; and of all there is. */
async function run(scratch: Scratch, server: RunningServer): Promise<void> {
  const { workspaceId, leaderId, repId, teamId } = await describeCompany(scratch, COUNTED);
  await sayRanges(scratch);
  await throughTheNight(scratch, workspaceId);
  const key = await scratch.database.write(workspaceId, (tx) =>
    makeKey(tx, { memberId: leaderId, name: "bench", scopes: ["read"], createdBy: null }, now),
  );
  const client = openHttpClient(server.url, { authorization: `Bearer ${key.text}` });
  const rows: string[][] = [];
  const scopes = [
    ["a rep", `member=${repId}`],
    ["a team", `team=${teamId}`],
    ["the company", ""],
    ["the company, all there is", `from=${FIRST_FACT_DAY}`],
  ] as const;
  for (const [name, paths] of PAGES)
    for (const [whose, query] of scopes) {
      const addresses = paths.map((path) => addressOf(path, query));
      const look = async () => {
        for (const address of addresses) await client.get(address);
      };
      const { p50, p95 } = spreadOf(await inTurn(TURNS, look, WARM_UPS));
      console.log(`measured   ${name}, ${whose}: ${ms(p50)}`);
      rows.push([name, whose, ms(p50), ms(p95), String(AIM_MS), p95 <= AIM_MS ? "" : "over"]);
    }
  printTable(["milliseconds, as the leader", "of", "p50", "p95", "aim p95", ""], rows);
  await besideNow(client, "/results/origins", "where business comes from");
  await besideNow(
    client,
    "/results/comparison?first=referral&second=others",
    "introductions against all else",
  );
  await besideNow(client, "/results/funnel", "where the funnel leaks");
  await besideNow(client, "/results/ahead/past", "what comes next: the past it is made from");
  await besideRecount(scratch, client);
  client.close();
}

/** What a page says of itself holds, whatever is asked of all of them. */
function addressOf(path: string, query: string): string {
  const [page = "", own] = path.split("?");
  return `/api/v1${page}?${String(new URLSearchParams({ ...valuesIn(query), ...valuesIn(own) }))}`;
}

function valuesIn(query = ""): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Two years of ranges of the company and each team, as weeks would have left them: what they say takes no longer to be held against what came. */
async function sayRanges(scratch: Scratch): Promise<void> {
  await scratch.asOwner((client) =>
    client.query(
      `insert into said_range (workspace_id, scope_id, said_on, weeks, step, low, middle, high, how, at)
       select w.workspace_id, scope.id, date_trunc('week', $1::date)::date - 7 * back, ahead, step, 10, 20, 30, 'said', $1
         from workspace w
        cross join lateral (select w.workspace_id as id union all select id from team t where t.workspace_id = w.workspace_id) as scope
        cross join generate_series(0, 103) as back
        cross join unnest($2::smallint[]) as ahead
        cross join unnest($3::text[]) as step
           on conflict do nothing`,
      [now, HORIZONS, STEPS],
    ),
  );
}

/** What the night does in such a company; the server's own worker does it. */
async function throughTheNight(scratch: Scratch, workspaceId: string): Promise<void> {
  const began = performance.now();
  await scratch.database.write(workspaceId, async (tx) => {
    const { slug, name, timeZone, currency, calendar } = await readWorkspace(tx);
    const workspace = { id: workspaceId, slug, name, timeZone, currency, calendar };
    await answersIn(0)(tx, { now, today: dayIn(now, timeZone), workspace, member: null });
  });
  const open = async () => {
    const { rows } = await scratch.asOwner((client) =>
      client.query<{ many: number }>(
        "select count(*)::int as many from job where kind = 'answer-overnight' and done_at is null",
      ),
    );
    return rows[0]!.many;
  };
  while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
  console.log(
    `night      ${((performance.now() - began) / 1000).toFixed(1)} s for what is answered overnight`,
  );
}

/** What the night has reckoned beside the same reckoned now, of the company's twelve months. */
async function besideNow(client: HttpClient, path: string, what: string): Promise<void> {
  const address = `/api/v1${path}`;
  const kept = spreadOf(await inTurn(TURNS, () => client.get(address), WARM_UPS));
  const nowAddress = `${address}${address.includes("?") ? "&" : "?"}now=true`;
  const live = spreadOf(await inTurn(3, () => client.get(nowAddress), 1));
  console.log(
    `${what}: ${ms(live.p50)} ms reckoned now, ${ms(kept.p50)} ms from the night, ${(live.p50 / kept.p50).toFixed(0)} times as fast`,
  );
}

/** Every deal of the company read and counted in plain loops, and the same answered by the page: equal, and how much faster. */
async function besideRecount(scratch: Scratch, client: HttpClient): Promise<void> {
  const page = JSON.parse(await client.get("/api/v1/results/origins?now=true")) as OriginsView;
  const live = spreadOf(await inTurn(3, () => client.get("/api/v1/results/origins?now=true"), 0));
  const began = performance.now();
  const { rows } = await scratch.asOwner((owner) =>
    owner.query<{ origin: string; came: string | null; outcome: string; day: string; minor: string }>(
      "select origin, came, outcome, closed_on::text as day, amount_minor as minor from deal where outcome <> 'open' and taken_back_at is null",
    ),
  );
  const counted = new Map<string, { won: number; lost: number; minor: number }>();
  for (const { origin, came, outcome, day, minor } of rows) {
    if (day < page.stretch.from || day > page.stretch.to) continue;
    const name = origin === "referral" ? `referral-${came ?? "unknown"}` : origin;
    const sums = counted.get(name) ?? { won: 0, lost: 0, minor: 0 };
    if (outcome === "lost") sums.lost += 1;
    else {
      sums.won += 1;
      sums.minor += Number(minor);
    }
    counted.set(name, sums);
  }
  const recountMs = performance.now() - began;
  for (const { origin, won, lost, revenue } of page.items) {
    const found = counted.get(origin) ?? { won: 0, lost: 0, minor: 0 };
    const said = { won: won.count, lost, minor: revenue[0]?.minor ?? 0 };
    if (JSON.stringify(found) !== JSON.stringify(said))
      throw new Error(
        `${origin}: the page says ${JSON.stringify(said)}, counted again ${JSON.stringify(found)}`,
      );
  }
  console.log(
    `counted again in plain loops: equal for ${page.items.length} origins; ${ms(recountMs)} ms, the page's ${ms(live.p50)} ms are ${(recountMs / live.p50).toFixed(1)} times as fast`,
  );
}
