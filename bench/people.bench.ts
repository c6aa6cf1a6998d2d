import { throwDice } from "#demo/dice.ts";
import { encodeCursor } from "#lib/kernel/page.ts";
import { makeKey } from "#doors/key-actions.ts";
import { launchChromium } from "#demo/test-browser.ts";
import { openHttpClient, type HttpClient } from "./http-client.ts";
import { atOnce, heading, inTurn, ms, printTable, scaleAsked, spreadOf } from "./measure.ts";
import { fillWorkspace, workspaceAt } from "./people-workspace.ts";
import { requestsOf, type Asked } from "./screens.ts";
import { withScratch, withServer, type RunningServer, type Scratch } from "./scratch.ts";
import { signIn } from "./session.ts";
import { typedQueries } from "./typed-queries.ts";

const TURNS_ALONE = 300;
const TURNS_TOGETHER = 800;
const CLIENTS = 8;
const AIM_TOGETHER_MS = 150;
const WARM_UPS = 20;

interface View {
  name: string;
  /** Milliseconds, for nineteen of twenty, one client at a time. */
  aim: number;
  /** How many looks instead of the usual: for a question over everybody. */
  looks?: number;
  /** One look at it: all that the screen asks for, answered. */
  look(client: HttpClient, turn: number): Promise<unknown>;
}

const scale = scaleAsked();
heading("Lists, search and pages of a workspace with a hundred thousand people", scale);
const now = new Date();
await withScratch(
  { name: `people-${scale}`, fill: (filling) => fillWorkspace(filling, workspaceAt(scale), now) },
  (scratch) => withServer(scratch, (server) => run(scratch, server), { screens: true }),
);

async function run(scratch: Scratch, server: RunningServer): Promise<void> {
  const who = await describeWorkspace(scratch);
  const key = await scratch.database.write(who.workspaceId, (tx) => {
    const wanted = { memberId: who.memberId, name: "bench", scopes: ["read"], createdBy: null };
    return makeKey(tx, wanted, now);
  });
  const clients = Array.from({ length: CLIENTS }, () =>
    openHttpClient(server.url, { authorization: `Bearer ${key.text}` }),
  );
  const rows: string[][] = [];
  for (const view of await viewsOf(scratch, server, who)) rows.push(await measure(view, clients));
  printTable(
    ["milliseconds", "p50", "p95", "aim p95", `${CLIENTS} clients: p50`, "p95", "aim p95", "looks/s"],
    rows,
  );
  clients.forEach((client) => client.close());
}

async function measure(view: View, clients: readonly HttpClient[]): Promise<string[]> {
  const [first] = clients as [HttpClient];
  const { looks } = view;
  const warmUps = looks === undefined ? WARM_UPS : 2;
  const alone = spreadOf(await inTurn(looks ?? TURNS_ALONE, (turn) => view.look(first, turn), warmUps));
  await atOnce(CLIENTS, warmUps * CLIENTS, (turn, client) => view.look(clients[client]!, turn));
  const together = await atOnce(CLIENTS, looks ?? TURNS_TOGETHER, (turn, client) =>
    view.look(clients[client]!, turn),
  );
  const spread = spreadOf(together.taken);
  return [
    view.name,
    ms(alone.p50),
    ms(alone.p95),
    String(view.aim),
    ms(spread.p50),
    ms(spread.p95),
    String(AIM_TOGETHER_MS),
    together.perSecond.toFixed(0),
  ];
}

interface Who {
  workspaceId: string;
  memberId: string;
}

async function describeWorkspace(scratch: Scratch): Promise<Who> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<Who & { counts: string }>(
      `select w.workspace_id as "workspaceId", (select id from member where name = 'Rep 1') as "memberId",
              (select count(*) || ' people, ' from person) || (select count(*) || ' accounts, ' from account)
              || (select count(*) || ' asks, ' from ask) || (select count(*) || ' introductions, ' from referral)
              || (select count(*) || ' meetings, ' from meeting) || (select count(*) || ' deals, ' from deal)
              || (select count(*) || ' lines of journal' from journal) as counts
         from workspace w`,
    );
    const { counts, ...who } = rows[0]!;
    console.log(counts);
    return who;
  });
}

async function viewsOf(scratch: Scratch, server: RunningServer, who: Who): Promise<View[]> {
  const dice = throwDice(11);
  const people = await somePeople(scratch);
  const deep = await cursorsWithin(scratch, people.count);
  const queries = await typedQueries(scratch, dice);
  const screens = await recordScreens(scratch, server, who, people.popular[0]!);
  console.log(`${queries.length} different searches`);
  tell("a person's page", screens.person);
  tell("Today", screens.today);
  const someone = (turn: number) => (turn % 2 === 0 ? people.popular : people.any)[(turn >> 1) % 200]!;
  const search = (turn: number) => encodeURIComponent(queries[turn % queries.length]!);
  return [
    { name: "people, first page", aim: 30, look: (client) => client.get("/api/v1/people?limit=50") },
    {
      name: "people, a page deep in the list",
      aim: 30,
      look: (client, turn) => client.get(`/api/v1/people?limit=50&cursor=${deep[turn % deep.length]}`),
    },
    {
      name: "typed search, command bar",
      aim: 50,
      look: (client, turn) => client.get(`/api/v1/search?q=${search(turn)}`),
    },
    {
      name: "typed search, list of people",
      aim: 50,
      look: (client, turn) => client.get(`/api/v1/people?limit=50&q=${search(turn)}`),
    },
    {
      name: "a person's page, what is seen first",
      aim: 50,
      look: (client, turn) => lookAt(client, screens.person.first, [people.popular[0]!, someone(turn)]),
    },
    {
      name: "a person's page, everything on it",
      aim: 50,
      look: (client, turn) => lookAt(client, allOf(screens.person), [people.popular[0]!, someone(turn)]),
    },
    {
      name: "coverage of the company",
      aim: 150,
      looks: 40,
      look: (client) => client.get("/api/v1/coverage?by=company"),
    },
    {
      name: "coverage over six quarters",
      aim: 150,
      looks: 40,
      look: (client) => client.get("/api/v1/coverage/periods?every=quarter&count=6"),
    },
    {
      name: "three people to ask, worked out anew",
      aim: 50,
      look: (client) => client.get("/api/v1/suggestions"),
    },
    { name: "Today, everything on it", aim: 50, look: (client) => lookAt(client, allOf(screens.today)) },
  ];
}

/** Round after round, what is in one at the same time; `other` is put in the place of the id that was recorded. */
async function lookAt(
  client: HttpClient,
  rounds: readonly string[][],
  [recorded, other]: [string, string] = ["", ""],
): Promise<void> {
  for (const round of rounds) {
    await Promise.all(
      round.map((path) => client.get(recorded === "" ? path : path.replaceAll(recorded, other))),
    );
  }
}

function allOf({ first, later }: Asked): string[][] {
  return [...first, ...later];
}

/** Round by round what it asks for, so that whoever reads the figures sees what they are of. */
function tell(name: string, { first, later }: Asked): void {
  console.log(`${name} asks first\n${listed(first)}`);
  if (later.length > 0) console.log(`  and at rest\n${listed(later)}`);
}

function listed(rounds: readonly string[][]): string {
  return rounds.map((round) => `    ${round.map(inShort).join("   ")}`).join("\n");
}

function inShort(path: string): string {
  return decodeURIComponent(path)
    .replaceAll("/api/v1", "")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…");
}

/** What the screens ask for, seen in a real browser. */
async function recordScreens(scratch: Scratch, server: RunningServer, who: Who, personId: string) {
  const cookie = await signIn(scratch, server, who);
  const browser = await launchChromium();
  try {
    const person = await requestsOf(browser, server, cookie, `/people/${personId}`);
    const today = await requestsOf(browser, server, cookie, "/");
    if (allOf(today).length === 0) throw new Error("Today asked for nothing: was the sign-in taken?");
    if (
      !allOf(person)
        .flat()
        .some((path) => path.includes(personId))
    ) {
      throw new Error("the page of a person asked for nothing about them");
    }
    return { person, today };
  } finally {
    await browser.close();
  }
}

/** Half of those whose page is looked at are asked by everybody and have long timelines. */
async function somePeople(scratch: Scratch): Promise<{ count: number; popular: string[]; any: string[] }> {
  return scratch.asOwner(async (client) => {
    const ids = async (text: string) => (await client.query<{ id: string }>(text)).rows.map((row) => row.id);
    const popular = await ids(
      "select source_id as id from ask group by 1 order by count(*) desc, 1 limit 200",
    );
    const any = await ids(
      `select id from (select id, row_number() over (order by id) as n from person where merged_into is null) as p
        where n % greatest(1, (select count(*) from person) / 220) = 0 limit 200`,
    );
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from person where merged_into is null",
    );
    return { count: rows[0]!.count, popular, any };
  });
}

/** Cursors of pages from a tenth to nine tenths down the list, made as the list itself makes them. */
async function cursorsWithin(scratch: Scratch, count: number): Promise<string[]> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<{ id: string; key: string }>(
      `select id, sort_key as key from (
         select id, sort_key, row_number() over (order by sort_key, id) as n
           from person where merged_into is null and removed_at is null) as p
        where n % greatest(1, $1 / 20) = 0 and n > $1 / 10 and n < $1 * 9 / 10`,
      [count],
    );
    return rows.map(({ id, key }) => encodeCursor([key, id]));
  });
}
