import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringerIn } from "#demo/bring-file.ts";
import { fillHouse, type Filled } from "#demo/fill-house.ts";
import { openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";
import { columnTypes } from "#lib/storage/forget-somebody.ts";
import { theirs, type Somebody } from "#lib/storage/kept-of-somebody.ts";
import { verify } from "#lib/storage/verify.ts";
import { addressKey } from "#people/address-key-server.ts";
import { checks, keptOfSomebody } from "./house.ts";

// Strings that nobody else has, so that each found again is theirs.
const NAME = "Jale Zwetschgenberg";
const EMAIL = "jale.merz@hafen.example";
const PHONE = "+49 40 8899 7766";
const QUOTE = "Quittenmus am Dienstag";
const NOTE = "collects lighthouses";
const TRACES = /zwetschgenberg|jale|quittenmus|lighthouses|8899.?7766|88997766|merz@/i;
const CSV = `Contact ID,First Name,Last Name,Account Name,Title,Email\n003A1,Jale,Zwetschgenberg,Hafen Logistik GmbH,Leiterin,${EMAIL}\n`;

let t: TestHouse;
let owner: pg.Client;
let filled: Filled;
let links: { page: string; card: string };
let before: { tally: string; scorecard: unknown; counts: string };
let letterId: string;

beforeAll(async () => {
  t = await openTestHouse();
  owner = new pg.Client({ connectionString: t.test.ownerUrl });
  await owner.connect();
  filled = await fillHouse(t);
  await fillMore();
  before = await numbers();
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await t?.close();
});

describe("everything that is known of somebody", () => {
  it("is handed out room by room, the records merged into theirs included, to a leader alone", async () => {
    expect((await t.get("rep", `/people/${filled.source}/export`)).status).toBe(403);
    const { status, body, headers } = await t.get("leader", `/people/${filled.source}/export`);
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toContain("everything-known.json");
    expect(body["everything known of"]).toBe(NAME);
    expect(body.person.map((each: { "full name": string }) => each["full name"])).toContain(
      "J. Zwetschgenberg",
    );
    expect(body["where their data came from, and on what basis"][0]).toMatchObject({
      "came from": expect.any(String),
      basis: expect.any(String),
    });
    expect(body.asks[0]).toMatchObject({ source: NAME, member: "Mia Sommer" });
    const rooms = new Set(
      keptOfSomebody.filter(({ about, shown }) => about && !shown).map(({ called }) => called),
    );
    const missing = [...rooms].filter((called) => body[called] === undefined);
    expect(missing.toSorted()).toEqual(NOT_IN_THE_STORY);
    expect(JSON.stringify(body["named elsewhere"])).toContain(`with ${NAME}`);
    expect(JSON.stringify(body)).not.toContain("workspace_id");
  });
});

/** Who only introduces others gets none; whoever is introduced does, see below. */
const NOT_IN_THE_STORY = ["first letters to them"];

describe("the erasure of somebody", () => {
  it("is a leader's alone, and wants their name typed", async () => {
    const path = `/people/${filled.source}/erasure`;
    expect((await t.post("rep", path, { name: NAME })).status).toBe(403);
    expect((await t.post("leader", path, { name: "Jale" })).status).toBe(422);
    expect((await t.post("stranger", path, { name: NAME })).status).toBe(404);
    expect(await traces()).not.toEqual([]);
    expect(await mistakes()).toEqual([]);
    expect(await opened()).toEqual([200, 200]);
    expect(await owedByJonas()).toContain(NAME);
  });

  it("leaves no trace in any table, and every number as it was", async () => {
    const path = `/people/${filled.source}/erasure`;
    const done = await t.post("leader", path, { name: "  jale zwetschgenberg" });
    expect(done).toMatchObject({ status: 200, body: { id: filled.source } });
    expect(await traces()).toEqual([]);
    expect(await numbers()).toEqual(before);
    expect(await t.mistakes()).toEqual([]);
    expect(await mistakes()).toEqual([]);
    expect((await t.get("rep", `/people/${filled.source}`)).status).toBe(404);
    expect((await t.get("leader", `/people/${filled.source}/export`)).status).toBe(404);
    expect(await owedByJonas()).not.toContain("somebody, erased");
    const found = await t.get("rep", "/search?q=Zwetschgenberg");
    expect(JSON.stringify(found.body)).not.toContain(filled.source);
  });

  it("is one line of the journal, and done again it changes nothing", async () => {
    expect(await lines()).toEqual([{ subject_id: filled.source, detail: {} }]);
    const again = await t.post("leader", `/people/${filled.source}/erasure`, { name: NAME });
    expect(again.status).toBe(200);
    expect(await lines()).toHaveLength(1);
    expect((await t.put("rep", `/people/${filled.source}/restored`, {})).status).toBe(409);
  });

  it("closes the links that they have, lets plans go, and keeps what waited for them from leaving", async () => {
    for (const status of await opened()) expect(status).toBeGreaterThan(399);
    const plans = await owner.query(
      `select count(*) filter (where let_go_on is not null)::int as over,
              count(*) filter (where let_go_on is null and not exists (select from ask k where k.plan_id = p.id))::int as planned
         from ask_plan p where person_id = $1 and taken_back_at is null`,
      [filled.source],
    );
    expect(plans.rows).toEqual([{ over: 1, planned: 0 }]);
    const { rows } = await owner.query(
      `select left_out_at is not null as kept from newsletter_copy where id = $1
       union all select called_back_at is not null from report_letter where message_id = 'm@y'`,
      [letterId],
    );
    expect(rows).toEqual([{ kept: true }, { kept: true }]);
  });

  it("leaves their address in peace, whoever brings it in again", async () => {
    const leader = bringerIn(t, "leader");
    const one = await leader.bring("again.csv", CSV);
    expect(one.counts).toMatchObject({ create: 1 });
    await leader.apply(one);
    const { body } = await t.get("rep", `/people?q=${encodeURIComponent("Zwetschgenberg")}`);
    const writing = await t.get("rep", `/people/${body.items[0].id}/writing`);
    expect(writing.body).toMatchObject({ state: "stopped", stop: { reach: "everything", personId: null } });
    const typed = await t.post("rep", "/people", { fullName: "J. Somebody", emails: [EMAIL.toUpperCase()] });
    expect((await t.get("rep", `/people/${typed.body.id}/writing`)).body.state).toBe("stopped");
    expect((await t.post("leader", `/people/${body.items[0].id}/erasure`, { name: NAME })).status).toBe(200);
  });

  it("of somebody who was introduced leaves as little", async () => {
    const tally = (await numbers()).tally;
    const sent = await owner.query("select count(*)::int as many from answer_letter where contact_id = $1", [
      filled.contact,
    ]);
    expect(sent.rows).toEqual([{ many: 1 }]);
    const done = await t.post("leader", `/people/${filled.contact}/erasure`, { name: "Veit Reimers" });
    expect(done.status).toBe(200);
    expect(await traces(/reimers|veit/i)).toEqual([]);
    expect((await numbers()).tally).toEqual(tally);
    expect(await mistakes()).toEqual([]);
    const { rows } = await owner.query(
      "select called_back_at is not null as back, to_address from answer_letter where contact_id = $1",
      [filled.contact],
    );
    expect(rows).toEqual([{ back: true, to_address: "" }]);
  });
});

function ok(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** What the story lacks: a second record, an import, links, letters that wait, and their words in every column that takes any. */
async function fillMore(): Promise<void> {
  const { source, contact, referral } = filled;
  ok(
    await t.patch("rep", `/people/${source}`, {
      fullName: NAME,
      phones: [PHONE],
      linkedinUrl: "https://www.linkedin.com/in/jale-zwetschgenberg",
      note: NOTE,
    }),
  );
  ok(await t.put("rep", `/people/${source}/private-note`, { text: `${NOTE} and ${QUOTE}` }));
  ok(await t.put("rep", `/people/${source}/postal-address`, { lines: `${NAME}\nAm Kai 4` }));
  const { body: other } = ok(
    await t.post("rep", "/people", {
      fullName: "J. Zwetschgenberg",
      emails: ["jale@zwetschgenberg.example"],
    }),
  );
  ok(await t.post("rep", "/merges", { kind: "person", keptId: source, mergedId: other.id }));
  const leader = bringerIn(t, "leader");
  await leader.apply(await leader.bring("contacts.csv", CSV));
  await leader.bring("waits.csv", CSV.replace("003A1", "003A2").replace("Leiterin", "Chefin"));
  const pages = await owner.query("select id from shared_page where kind = 'source' and source_id = $1", [
    source,
  ]);
  const page = ok(await t.get("rep", `/shared-pages/${pages.rows[0].id}`));
  const card = ok(await t.post("colleague", "/report-cards", { personId: source }));
  links = {
    page: String(page.body.link).split("#")[1] as string,
    card: String(card.body.link).split("#")[1] as string,
  };
  const member = t.cast.rep;
  const workspaceId = t.cast.workspaceId;
  await owner.query(
    `insert into answer_letter (workspace_id, id, referral_id, member_id, contact_id, source_id, to_address, copy_address, subject, text, message_id, asked_at)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, 'veit@reimers.example', $6, 'Hello Veit', 'Jale Zwetschgenberg brought us together', 'm@x', now())`,
    [workspaceId, referral, member, contact, source, EMAIL],
  );
  const { rows } = await owner.query(
    `insert into newsletter_copy (workspace_id, id, newsletter_id, person_id, key, because, tries)
     select workspace_id, gen_random_uuid(), id, $2, 'waits', 'agreed', 0 from newsletter where workspace_id = $1 and sent_at is null limit 1
     returning id`,
    [workspaceId, source],
  );
  letterId = rows[0].id;
  for (const [who, method, path, body] of [
    ["rep", "PUT", `/people/${source}/role`, { role: "champion" }],
    ["rep", "PUT", `/people/${source}/preference`, { channel: "call", note: QUOTE }],
    ["rep", "PUT", `/people/${source}/introduction-wish`, { askFirst: true }],
    ["rep", "PUT", `/people/${source}/rhythm`, { days: 45, words: QUOTE }],
    ["rep", "PUT", `/people/${source}/touch-pause`, { untilDay: "2027-01-11", words: QUOTE }],
    ["rep", "PUT", `/people/${source}/report-card-pause`, { untilDay: "2027-01-11" }],
    ["rep", "POST", `/people/${source}/acquaintances`, { kind: "friend" }],
    ["rep", "POST", `/people/${source}/references`, { forWhom: "the pilot", note: QUOTE }],
    ["leader", "POST", `/people/${source}/permits`, { memberId: t.cast.rep, reason: QUOTE }],
    ["rep", "POST", "/seeds", { personId: source, moment: "discovery", words: QUOTE }],
    ["rep", "POST", "/targets", { personId: source, why: QUOTE }],
    ["rep", "POST", "/tellings-apart", { oneId: source, otherId: contact }],
    ["rep", "POST", `/people/${source}/gift-bans`, { words: QUOTE }],
    ["rep", "POST", `/people/${source}/no-goes`, { topic: QUOTE }],
    [
      "rep",
      "POST",
      "/deals",
      {
        name: "Second site",
        accountId: filled.client,
        personId: source,
        origin: "inbound",
        openedOn: "2026-11-17",
        note: QUOTE,
      },
    ],
    [
      "rep",
      "POST",
      `/account-reviews/${filled.review}/commitments`,
      { words: QUOTE, dueOn: "2026-12-01", personId: source },
    ],
    ["rep", "PUT", `/referrals/${referral}/passed`, { toId: t.cast.colleague, words: QUOTE }],
    ["rep", "POST", `/people/${source}/issues`, { what: QUOTE }],
    ["rep", "PUT", "/weeks/2026-11-25/plan", { promises: [{ kind: "ask", personId: source }] }],
    ["rep", "PUT", `/people/${source}/do-not-ask`, { why: "other", words: QUOTE }],
    ["colleague", "PUT", `/people/${source}/do-not-write`, { reach: "e-mail", words: QUOTE }],
  ] as const)
    ok(await t.as(who, method, path, body));
  const duties = ok(await t.get("rep", `/duties?referral=${referral}`)).body.items as {
    id: string;
    state: string;
  }[];
  ok(
    await t.post("rep", "/settlements", {
      duties: [duties.find(({ id }) => id.includes("thank"))!.id],
      how: "call",
      words: QUOTE,
    }),
  );
  const given = await owner.query("select id from given_referral where to_id = $1 limit 1", [source]);
  ok(await t.put("rep", `/given/${given.rows[0].id}/thanks`, { how: "call", words: QUOTE }));
  await owner.query(
    `insert into resting_address (workspace_id, id, key, why, says, at) values ($1, gen_random_uuid(), $2, 'hard', $3, now())`,
    [workspaceId, addressKey(workspaceId, EMAIL), `no such user ${EMAIL}`],
  );
  await owner.query(
    `insert into report_letter (workspace_id, id, card_id, person_id, member_id, to_address, subject, text, message_id, asked_at)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $6, 'm@y', now())`,
    [workspaceId, card.body.id, source, member, EMAIL, QUOTE],
  );
  // A suggestion comes from who may be asked, and they may not.
  await owner.query("update moment_due set person_id = $2 where workspace_id = $1", [workspaceId, source]);
  await owner.query(
    `with made as (
       insert into suggestion (workspace_id, id, member_id, person_id, mid_week, place, nth, score, reasons, say, day, at, by_id)
       values ($1, gen_random_uuid(), $2, $3, '2026-11-19', 1, 1, 1, '[]', $4, '2026-11-18', now(), $2) returning id
     ), told as (
       insert into journal (workspace_id, id, act_id, at, by_id, verb, subject_kind, subject_id, day, concerns)
       select $1, gen_random_uuid(), gen_random_uuid(), now(), $2, 'suggestion.made', 'suggestion', id, '2026-11-18', array[id, $3::uuid] from made
       returning id, concerns
     ) insert into journal_concern (workspace_id, concern_id, day, line_id) select $1, unnest(concerns), '2026-11-18', id from told`,
    [workspaceId, member, source, QUOTE],
  );
  const elsewhere = ok(
    await t.post("rep", "/touches", {
      personId: contact,
      kind: "call",
      words: `met ${NAME} there, ${PHONE}`,
      day: "2026-11-17",
    }),
  );
  expect(elsewhere.status).toBe(201);
  await sayEverywhere(source);
}

/** Puts a quote into every column of words of the rows about them, and their name into those of all others. */
async function sayEverywhere(source: string): Promise<void> {
  const who: Somebody = {
    workspaceId: t.cast.workspaceId,
    ids: [source],
    addressKeys: [addressKey(t.cast.workspaceId, EMAIL)],
    memberId: t.cast.leader,
    at: t.now,
    named: "jale.merz@hafen.example|jale\\s+zwetschgenberg",
  };
  const said: string[] = [];
  for (const { table, about, words = [] } of keptOfSomebody) {
    for (const column of words) {
      for (const [text, where] of [
        [QUOTE, about ? theirs(who, about(who)) : sql`false`],
        [
          `with ${NAME} (${EMAIL}, 0049/40 88997766)`,
          about ? sql`not coalesce(${about(who)}, false)` : sql`true`,
        ],
      ] as const)
        if (await saidIn(table, column, text, where)) said.push(`${table}.${column}`);
    }
  }
  // Most of them are full; those that are not, no row of the story has.
  expect(new Set(said).size).toBeGreaterThan(80);
  await owner.query(
    `update journal set detail = detail || jsonb_build_object('said', $1::text) where $2 = any(concerns)`,
    [QUOTE, source],
  );
  await owner.query(
    `update journal set detail = detail || jsonb_build_object('said', $1::text) where not $2 = any(concerns) and workspace_id = $3`,
    [`with ${NAME}`, source, t.cast.workspaceId],
  );
}

async function saidIn(
  table: string,
  column: string,
  text: string,
  where: ReturnType<typeof sql>,
): Promise<boolean> {
  const { test, cast } = t;
  const at = sql`t.${sql.ref(column)}`;
  return test.database
    .write(cast.workspaceId, async (tx) => {
      const type = (await columnTypes(tx)).get(`${table}.${column}`);
      const value = valueWith(at, column === "questions" ? column : type, text);
      const done = await sql`
        update ${sql.table(table)} as t set ${sql.ref(column)} = ${value} where t.workspace_id = ${cast.workspaceId} and (${where})`.execute(
        tx.tables(),
      );
      return (done.numAffectedRows ?? 0n) > 0n;
    })
    .catch(() => false);
}

function valueWith(
  at: ReturnType<typeof sql>,
  type: string | undefined,
  text: string,
): ReturnType<typeof sql> {
  // A question must stay one.
  if (type === "questions") return sql`jsonb_set(${at}, '{0,text}', to_jsonb(${text}::text))`;
  if (type === "jsonb")
    return sql`
      case jsonb_typeof(${at}) when 'array' then ${at} || jsonb_build_array(jsonb_build_object('id', 'x', 'said', ${text}::text))
           else coalesce(${at}, '{}') || jsonb_build_object('said', ${text}::text) end`;
  return type === "text[]" ? sql`${at} || array[${text}::text]` : sql`${text}::text`;
}

/** Where anything of theirs still stands: every column of words of every table. */
async function traces(of = TRACES): Promise<string[]> {
  const { rows: columns } = await owner.query<{ table: string; column: string; type: string }>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and format_type(a.atttypid, null) = any('{text,text[],jsonb,bytea}')`);
  const found: string[] = [];
  for (const { table, column, type } of columns) {
    const text = type === "bytea" ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const { rows } = await owner.query<{ said: string }>(
      `select ${text} as said from "${table}" where ${text} ~* $1`,
      [of.source],
    );
    for (const { said } of rows) found.push(`${table}.${column}: ${said.slice(0, 200)}`);
  }
  return found;
}

/** To whom Jonas owes something: Mia passed it to him. */
async function owedByJonas(): Promise<string[]> {
  const { body } = await t.get("colleague", `/duties?responsible=${t.cast.colleague}`);
  return body.items.map(({ sourceName }: { sourceName: string }) => sourceName);
}

/** What the journal says of erasures. */
async function lines(): Promise<unknown[]> {
  return (await owner.query("select subject_id, detail from journal where verb = 'person.erased'")).rows;
}

/** How their links are answered: of their page, of their report card. */
async function opened(): Promise<number[]> {
  const page = await t.as(null, "GET", "/visited-page", undefined, { "askwell-link": links.page });
  const card = await t.as(null, "GET", "/visited-report-card", undefined, { "askwell-link": links.card });
  return [page.status, card.status];
}

async function numbers() {
  const { rows } = await owner.query("select to_jsonb(t)::text as row from tally t order by 1");
  const counts = await owner.query(
    `select string_agg(name || ' ' || many, ', ' order by name) as said from (
       select 'asks' as name, count(*) as many from ask where taken_back_at is null
       union all select 'introductions', count(*) from referral where taken_back_at is null
       union all select 'meetings', count(*) from meeting where taken_back_at is null
       union all select 'touches', count(*) from touch where taken_back_at is null
       union all select 'answers', sum(score) from report_answer
       union all select 'cards', sum(score) from report_card) as each`,
  );
  const scorecard = await t.get("leader", "/scorecard?by=month&from=2026-10-01&to=2026-12-31");
  expect(scorecard.status).toBe(200);
  return {
    tally: rows.map(({ row }) => row).join("\n"),
    scorecard: scorecard.body,
    counts: counts.rows[0].said,
  };
}

async function mistakes(): Promise<string[]> {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  return results.flatMap((each) => each.mistakes);
}
