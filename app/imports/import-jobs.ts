import { sql } from "kysely";
import type { JobKind, JobRun } from "#lib/jobs/worker.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { actorOf } from "#team/door-actions.ts";
import { type Assumptions, newEvidence, settle, usualDayOrder, weighRow } from "./assumptions.ts";
import { type Course } from "./bring-actions.ts";
import { badRow, bringAccounts } from "./bring-accounts-actions.ts";
import { bringDeals } from "./bring-deals-actions.ts";
import { bringPeople } from "./bring-people-actions.ts";
import { type CsvRecord, isFault } from "./csv-record.ts";
import { APPLY, getImport, type ImportJob, PREVIEW, UNDO } from "./import-actions.ts";
import { inBatches, openFile } from "./import-file-reader.ts";
import { deleteRows, insertRows, type RowFate } from "./import-row-store.ts";
import { type ImportRow, planAnew, setApplied, setPreviewed, setState, setUndone } from "./import-store.ts";
import { type Counts, type ImportState, NO_COUNTS } from "./import.ts";
import { newInFile } from "./in-file.ts";
import { membersAndCountry } from "./known-reader.ts";
import { readRow } from "./read-row.ts";
import type { AccountRecord, DealRecord, ImportRecord, PersonRecord, Remark } from "./records.ts";
import { planReading } from "./row-cells.ts";
import { newUnderway, throughout } from "./underway-store.ts";
import { takeBackImport } from "./undo-actions.ts";

const BATCH = 1_000;
/** So many subjects stand in one line of the journal: a timeline that shows the line reads them all. */
const CONCERNS = 100;

/** Reads the file twice, first how dates and amounts are written, then row by row; nothing but the preview is written. */
const previewJob: JobKind<ImportJob> = {
  kind: PREVIEW,
  async run(run) {
    const one = await begin(run, "previewing");
    if (!one) return;
    const assumptions = await weigh(run, one);
    const course = await courseOf(run, one, false);
    const counts = await follow(run, one, course, assumptions);
    await setPreviewed(run.tx, one.id, { counts, assumptions });
  },
  onFailed: (tx, { payload, failure }) => setState(tx, payload.importId, { state: "failed", failure }),
};

/** All or nothing: one transaction, and the journal's own lines of the import with it. */
const applyJob: JobKind<ImportJob> = {
  kind: APPLY,
  async run(run) {
    const { tx, now } = run;
    const one = await begin(run, "applying");
    if (!one) return;
    const assumptions = one.assumptions ?? (await weigh(run, one));
    const course = await courseOf(run, one, true);
    const counts = await follow(run, one, course, assumptions);
    const subject = { kind: "import", id: one.id };
    const detail = { file: one.fileName, kind: one.kind, ...counts };
    await writeJournal(
      tx,
      course.actor,
      [{ verb: "import.applied", subject, day: course.actor.today, detail }],
      course.actId,
    );
    await setApplied(tx, one.id, { counts, actId: course.actId, at: now });
  },
  onFailed: (tx, { payload, failure }) => setState(tx, payload.importId, { state: "failed", failure }),
};

const undoJob: JobKind<ImportJob> = {
  kind: UNDO,
  async run(run) {
    const one = await begin(run, "undoing");
    if (!one) return;
    const course = await courseOf(run, one, true);
    const kept = await takeBackImport(run.tx, course, one, run.report);
    await setUndone(run.tx, one.id, { kept, at: run.now });
  },
  onFailed: (tx, { payload, failure }) => setState(tx, payload.importId, { state: "applied", failure }),
};

export const importJobs: readonly JobKind[] = [previewJob, applyJob, undoJob];

/** The import, unless somebody has gone on with it since; imports of one workspace are carried out one after the other. */
async function begin(run: JobRun<ImportJob>, state: ImportState): Promise<ImportRow | null> {
  const { tx, payload } = run;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${tx.workspaceId}`}, 0))`.execute(
    tx.tables(),
  );
  const one = await getImport(tx, payload.importId);
  return one.state === state ? one : null;
}

async function courseOf(run: JobRun<ImportJob>, one: ImportRow, applies: boolean): Promise<Course> {
  const actor = await actorOf(run.tx, run.askedBy ?? one.byId, run.now);
  const { members, country } = await membersAndCountry(run.tx);
  return {
    importId: one.id,
    fileName: one.fileName,
    system: one.mapping?.system ?? "csv",
    applies,
    actor,
    actId: one.actId !== null && one.state === "undoing" ? one.actId : newId(run.now),
    country,
    members,
    inFile: newInFile(),
    namedAccounts: new Set(),
    underway: newUnderway(),
  };
}

async function weigh(run: JobRun<ImportJob>, one: ImportRow): Promise<Assumptions> {
  const { mapping, byteCount } = one;
  if (!mapping) throw new Error("an import is read before it was mapped");
  const evidence = newEvidence(one.headers, mapping);
  const { country } = await membersAndCountry(run.tx);
  const { workspace } = await actorOf(run.tx, run.askedBy ?? one.byId, run.now);
  const usual = usualDayOrder(country, workspace.timeZone);
  if (evidence.days.size + evidence.decimals.size === 0) return settle(evidence, usual);
  const { table, bytesRead } = await openFile(run.tx, one.id);
  for await (const batch of inBatches(table, BATCH * 10)) {
    for (const record of batch) if (!isFault(record)) weighRow(evidence, record.cells);
    await run.report({ done: bytesRead(), total: byteCount, says: "Looking at dates and amounts" });
  }
  return settle(evidence, usual);
}

/** Goes through the file batch by batch, and keeps what becomes of each row. */
async function follow(
  run: JobRun<ImportJob>,
  one: ImportRow,
  course: Course,
  assumptions: Assumptions,
): Promise<Counts> {
  const { tx } = run;
  if (!one.mapping) throw new Error("an import is read before it was mapped");
  const { table, bytesRead } = await openFile(tx, one.id);
  const plan = planReading(table.headers, one.mapping, assumptions, course.actor.workspace);
  const counts = { ...NO_COUNTS };
  const { underway } = course;
  await deleteRows(tx, one.id);
  await throughout(underway, async () => {
    for await (const batch of inBatches(table, BATCH)) {
      await underway.send(planAnew(tx));
      const { fates, read } = sorted(batch, (cells) => readRow(plan, cells));
      fates.push(...(await bringRead(tx, course, read)));
      await underway.send(insertRows(tx, one.id, fates));
      if (course.applies) await tell(tx, course, fates);
      count(counts, fates);
      const says = course.applies ? "Bringing in" : "Comparing with what is here";
      const progress = { done: bytesRead(), total: one.byteCount, says: `${says}: ${counts.rows} rows` };
      await underway.send(run.report(progress));
    }
  });
  return counts;
}

interface Read {
  line: number;
  record: ImportRecord;
  notes: Remark[];
}

/** Rows that could be read, and the fates of those that could not. */
function sorted(
  batch: readonly CsvRecord[],
  readCells: (cells: string[]) => ReturnType<typeof readRow>,
): { fates: RowFate[]; read: Read[] } {
  const fates: RowFate[] = [];
  const read: Read[] = [];
  for (const record of batch) {
    const { line } = record;
    if (isFault(record)) {
      fates.push(badRow(line, record.raw.slice(0, 80), record.problem));
      continue;
    }
    const reading = readCells(record.cells);
    if ("record" in reading) read.push({ line, ...reading });
    else if ("leftOut" in reading)
      fates.push({ ...badRow(line, titleOf(record.cells), reading.leftOut), action: "skip" });
    else
      fates.push(
        badRow(line, titleOf(record.cells), reading.problems.map(({ reason }) => reason).join("; ")),
      );
  }
  return { fates, read };
}

function titleOf(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell.trim() !== "")
    .slice(0, 3)
    .join(", ")
    .slice(0, 80);
}

function bringRead(tx: Tx, course: Course, read: readonly Read[]): Promise<RowFate[]> {
  const [first] = read;
  if (!first) return Promise.resolve([]);
  if (first.record.type === "account")
    return bringAccounts(tx, course, read as readonly (Read & { record: AccountRecord })[]);
  if (first.record.type === "person")
    return bringPeople(tx, course, read as readonly (Read & { record: PersonRecord })[]);
  return bringDeals(tx, course, read as readonly (Read & { record: DealRecord })[]);
}

/** Says on the timelines of accounts and people that they came in, or were filled in, with this file. */
async function tell(tx: Tx, course: Course, fates: readonly RowFate[]): Promise<void> {
  const { actor, importId, fileName } = course;
  for (const [action, verb] of [
    ["create", "import.brought"],
    ["update", "import.filled-in"],
  ] as const) {
    const ids = fates.flatMap((fate) =>
      fate.action === action && fate.subjectId && fate.subjectKind !== "deal" ? [fate.subjectId] : [],
    );
    const lines = Array.from({ length: Math.ceil(ids.length / CONCERNS) }, (_, at) => ({
      verb,
      subject: { kind: "import", id: importId },
      day: actor.today,
      concerns: ids.slice(at * CONCERNS, (at + 1) * CONCERNS),
      detail: { file: fileName },
    }));
    await course.underway.send(writeJournal(tx, actor, lines, course.actId));
  }
}

function count(counts: Counts, fates: readonly RowFate[]): void {
  for (const { line, action } of fates) {
    if (line < 0) {
      counts.accounts += 1;
    } else {
      counts.rows += 1;
      counts[action] += 1;
    }
  }
}
