import type pg from "pg";
import type { Database, Tx } from "#lib/storage/database.ts";
import { actorOf } from "#team/door-actions.ts";
import { heading, inTurn, ms, percentile, printTable, scaleAsked } from "./measure.ts";
import { fillCompany, FULL_COMPANY, repId, teamId } from "./scorecard-company.ts";
import { numbersIn, questionsOf, type Numbers, type Question, type RawRow } from "./scorecard-questions.ts";
import { withScratch } from "./scratch.ts";

const TALLY_TURNS = 51;
const RAW_TURNS = 7;

const scale = scaleAsked();
heading("The scorecard of a company, from the tally and from the journal", scale);
const now = new Date();
const size = {
  reps: Math.ceil(FULL_COMPANY.reps * scale),
  teams: Math.ceil(FULL_COMPANY.teams * scale),
  weeks: FULL_COMPANY.weeks,
};
await withScratch(
  { name: `scorecard-${scale}`, fill: (filling) => fillCompany(filling, size, now) },
  (scratch) => scratch.asOwner((client) => run(scratch.database, client)),
);

async function run(database: Database, client: pg.Client): Promise<void> {
  const { workspaceId, ownerId } = await describeCompany(client);
  const actor = await database.read(workspaceId, (tx) => actorOf(tx, ownerId, now));
  const teamIds = Array.from({ length: size.teams }, (_, number) => teamId(number));
  const rows: string[][] = [];
  for (const question of questionsOf(actor, { repId: repId(0), teamIds, weeks: size.weeks })) {
    rows.push(await measure(question, client, (work) => database.read(workspaceId, work)));
  }
  printTable(["milliseconds", "numbers", "tally p50", "p95", "sums alone", "group by", "ratio", "aim"], rows);
  console.log("Every answer from the tally was equal to the one from the journal.");
}

async function describeCompany(client: pg.Client): Promise<{ workspaceId: string; ownerId: string }> {
  const { rows } = await client.query<{
    workspaceId: string;
    ownerId: string;
    lines: string;
    sums: string;
    version: string;
  }>(
    `select workspace_id as "workspaceId", id as "ownerId", (select count(*) from journal) as lines,
            (select count(*) from tally) as sums, current_setting('server_version') as version
       from member where role = 'leader'`,
  );
  const { lines, sums, version, ...ids } = rows[0]!;
  console.log(`PostgreSQL ${version}`);
  console.log(
    `${size.reps} reps in ${size.teams} teams over ${size.weeks} weeks: ${lines} lines of journal, ${sums} rows of tally`,
  );
  return ids;
}

async function measure(
  question: Question,
  client: pg.Client,
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<string[]> {
  const numbers = await read(question.ask);
  const raw: number[] = [];
  for (const [way, { text, values }] of question.raw.entries()) {
    const ask = () => client.query<RawRow>({ name: `${question.name} ${way}`, text, values });
    refuseDifference(question.name, numbers, numbersIn((await ask()).rows));
    raw.push(percentile(await inTurn(RAW_TURNS, ask, 1), 0.5));
  }
  const whole = await inTurn(TALLY_TURNS, () => read(question.ask));
  const sums = await inTurn(TALLY_TURNS, () => read(question.sums));
  const tally = percentile(whole, 0.5);
  const bare = Math.min(...raw);
  const { aim } = question;
  return [
    question.name,
    String(numbers.length),
    ms(tally),
    ms(percentile(whole, 0.95)),
    ms(percentile(sums, 0.5)),
    ms(bare),
    `${(bare / tally).toFixed(1)} ×`,
    aim ? `≥ ${aim.times} ×, < ${aim.ms} ms` : "none",
  ];
}

function refuseDifference(name: string, tally: Numbers, journal: Numbers): void {
  const wrong = tally.findIndex((number, at) => number !== journal[at]);
  if (wrong === -1 && tally.length === journal.length && tally.length > 0) return;
  throw new Error(
    `${name}: the tally answers ${tally.length} numbers and the journal ${journal.length}; ` +
      `the first that differs is "${tally[wrong]}" against "${journal[wrong]}"`,
  );
}
