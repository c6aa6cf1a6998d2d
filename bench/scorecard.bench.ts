import type pg from "pg";
import type { Database, Tx } from "#lib/storage/database.ts";
import { actorOf } from "#team/door-actions.ts";
import { heading, inTurn, ms, percentile, printTable, scaleAsked } from "./measure.ts";
import { fillCompany, FULL_COMPANY, repId, teamId } from "./scorecard-company.ts";
import {
  numbersIn,
  questionsOf,
  type Numbers,
  type Question,
  type RawRow,
  type Statement,
} from "./scorecard-questions.ts";
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
  // More than Askwell's own connections have, so that the journal's millions are not sorted on disk.
  await client.query("set work_mem = '256MB'");
  const rows: string[][] = [];
  for (const question of questionsOf(actor, { repId: repId(0), teamIds, weeks: size.weeks })) {
    rows.push(await measure(question, client, (work) => database.read(workspaceId, work)));
  }
  const heads = [
    "milliseconds",
    "numbers",
    "tally p50",
    "p95",
    "sums alone",
    "group by",
    "ratio",
    "aim",
    "only added",
    "ratio",
  ];
  printTable(heads, rows);
  console.log("Every answer from the tally was equal to that of the group by.");
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
  const { name, ask, sums, aim } = question;
  const numbers = (await read(ask))();
  const exact = await medianOf(client, name, question.exact, (rows) =>
    refuseDifference(name, numbers, numbersIn(rows)),
  );
  const added: number[] = [];
  for (const [way, statement] of question.added.entries()) {
    added.push(await medianOf(client, `${name}, added ${way}`, statement));
  }
  const whole = await inTurn(TALLY_TURNS, () => read(ask));
  const alone = await inTurn(TALLY_TURNS, () => read(sums));
  const tally = percentile(whole, 0.5);
  const least = Math.min(...added);
  return [
    name,
    String(numbers.length),
    ms(tally),
    ms(percentile(whole, 0.95)),
    ms(percentile(alone, 0.5)),
    ms(exact),
    `${(exact / tally).toFixed(1)} ×`,
    aim ? `≥ ${aim.times} ×, < ${aim.ms} ms` : "none",
    ms(least),
    `${(least / tally).toFixed(1)} ×`,
  ];
}

/** Milliseconds of a statement sent bare and prepared, after a first time that looks at the answer. */
async function medianOf(
  client: pg.Client,
  name: string,
  { text, values }: Statement,
  look: (rows: RawRow[]) => void = () => {},
): Promise<number> {
  const ask = () => client.query<RawRow>({ name, text, values });
  look((await ask()).rows);
  return percentile(await inTurn(RAW_TURNS, ask, 0), 0.5);
}

function refuseDifference(name: string, tally: Numbers, journal: Numbers): void {
  const wrong = tally.findIndex((number, at) => number !== journal[at]);
  if (wrong === -1 && tally.length === journal.length && tally.length > 0) return;
  throw new Error(
    `${name}: the tally answers ${tally.length} numbers and the journal ${journal.length}; ` +
      `the first that differs is "${tally[wrong]}" against "${journal[wrong]}"`,
  );
}
