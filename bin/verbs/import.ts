import { createReadStream, existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Actor } from "#lib/kernel/actor.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { findJob } from "#lib/jobs/queue.ts";
import { createWorker } from "#lib/jobs/worker.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { applyImport, bringFile, getImport, mapImport, type SaidOfColumns } from "#imports/import-actions.ts";
import { importJobs } from "#imports/import-jobs.ts";
import { isAtWork } from "#imports/import.ts";
import { actorOf } from "#team/door-actions.ts";
import { workspaceIdOf } from "#team/workspace-actions.ts";
import { findFirstLeader, findMemberByEmail } from "#team/workspace-store.ts";
import { withStorage } from "../database.ts";

export const help = `
askwell import --workspace W [--as EMAIL] [--dry-run] [--mapping FILE.json] FILE…

Brings files into a workspace: what Salesforce, HubSpot, Pipedrive, LinkedIn, Google and Outlook write is recognised; any
other CSV has to be explained once, on the screen or by --mapping, and is remembered. Accounts come first, then people, then deals, whatever
the order given. Each file is looked through, said what will happen, and brought in whole or not at all. The same file
twice changes nothing. It can be taken back on the screen with one press.

--as       the member who brings it; without it the workspace's first leader
--dry-run  only says what would happen
--mapping  what the columns of files mean that are not known otherwise, such as
           { "kind": "people", "columns": { "fullName": ["Name"], "emails": ["Mail", "Mail 2"] } }
`;

type ImportRow = Awaited<ReturnType<typeof getImport>>;

const ORDER = { accounts: 0, people: 1, deals: 2 };
const LOOK_EVERY_MS = 500;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const asked = wanted(args);
  if (typeof asked === "string") {
    console.error(`${asked}\n${help}`);
    return 2;
  }
  const { workspace, as, dryRun, mapping, files } = asked;
  return withStorage(
    async ({ database }) => {
      const workspaceId = await workspaceIdOf(database, workspace);
      const write = <T>(work: (tx: Tx, actor: Actor) => Promise<T>) =>
        database.write(workspaceId, async (tx) => work(tx, await importer(tx, as)));
      const settled = (id: string) => watch(database, workspaceId, id, say);
      const brought: ImportRow[] = [];
      for (const file of files) {
        const kept = await write((tx, actor) =>
          bringFile(tx, actor, { name: basename(file), bytes: createReadStream(file) }),
        );
        if (kept.state === "unmapped" && mapping)
          await write((tx, actor) => mapImport(tx, actor, kept.id, mapping));
        brought.push(readable(await settled(kept.id)));
      }
      for (const one of brought.toSorted((a, b) => ORDER[a.kind ?? "deals"] - ORDER[b.kind ?? "deals"])) {
        console.log(`${one.fileName}: ${countsText(one)}`);
        for (const said of one.assumptions?.said ?? []) console.log(`  ${said}`);
        if (dryRun) continue;
        // Looked through again as it goes in: what came in before may have made some of it known.
        await write((tx, actor) => applyImport(tx, actor, one.id));
        const done = await settled(one.id);
        if (done.state !== "applied")
          throw new Problem("conflict", `${one.fileName}: ${done.failure ?? "it did not go in"}`);
        console.log(`${done.fileName}: in. ${countsText(done)}`);
      }
      return 0;
    },
    { say },
  );
}

function readable(one: ImportRow): ImportRow {
  if (one.state === "unmapped") {
    throw new Problem(
      "invalid",
      `${one.fileName} is not from a program that is known; open it in Askwell under "Bring in a file" and say what its columns mean, or say it with --mapping`,
    );
  }
  if (one.state !== "previewed")
    throw new Problem("conflict", `${one.fileName}: ${one.failure ?? "it could not be looked through"}`);
  return one;
}

interface Wanted {
  workspace: string;
  as: string | null;
  dryRun: boolean;
  mapping: SaidOfColumns | null;
  files: string[];
}

/** What was asked for, or what is wrong with it. */
function wanted(args: readonly string[]): Wanted | string {
  const files: string[] = [];
  let workspace = "";
  let as: string | null = null;
  let dryRun = false;
  let mapping: SaidOfColumns | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "--dry-run") {
      dryRun = true;
    } else if (!arg.startsWith("--")) {
      files.push(arg);
    } else {
      const value = args[(at += 1)];
      if (value === undefined) return `something is missing after ${arg}`;
      if (arg === "--workspace") workspace = value;
      else if (arg === "--as") as = value;
      else if (arg === "--mapping") mapping = mappingIn(value);
      else return `askwell import takes no "${arg}".`;
    }
  }
  if (workspace === "") return "--workspace is missing: its short name, as in its settings.";
  if (files.length === 0) return "name the files to bring in.";
  const gone = files.find((file) => !existsSync(file));
  return gone === undefined ? { workspace, as, dryRun, mapping, files } : `there is no file ${gone}`;
}

/** Throws Problem invalid for a file that is not there or holds something else. */
function mappingIn(file: string): SaidOfColumns {
  try {
    const { kind, columns, system } = JSON.parse(readFileSync(file, "utf8")) as Partial<SaidOfColumns>;
    if (kind && Object.hasOwn(ORDER, kind) && typeof columns === "object") return { kind, columns, system };
  } catch {
    // Said below.
  }
  throw new Problem("invalid", `${file} does not say what columns mean; see askwell import --help`);
}

async function importer(tx: Tx, email: string | null): Promise<Actor> {
  const member = email === null ? await findFirstLeader(tx) : await findMemberByEmail(tx, email);
  if (!member) throw new Problem("invalid", `nobody here has the address ${email}`);
  return actorOf(tx, member.id, systemClock.now());
}

/** Works off the job here, or watches the server that took it first, until the import stands still. */
async function watch(
  database: Database,
  workspaceId: string,
  id: string,
  say: (line: string) => void,
): Promise<ImportRow> {
  const worker = createWorker({ database, clock: systemClock, kinds: importJobs });
  const find = () => database.read(workspaceId, (tx) => getImport(tx, id));
  let said = "";
  const tell = async () => {
    const { jobId, fileName } = await find();
    const job = jobId === null ? null : await database.read(workspaceId, (tx) => findJob(tx, jobId));
    const progress = job?.progress;
    const line = progress ? `${progress.says}, ${Math.floor((100 * progress.done) / progress.total)} %` : "";
    if (line !== "" && line !== said) say(`import     ${fileName}: ${line}`);
    said = line;
  };
  // Progress that cannot be read is not worth failing for.
  const timer = setInterval(() => void tell().catch(() => {}), LOOK_EVERY_MS);
  try {
    for (;;) {
      await worker.runDue();
      const one = await find();
      if (!isAtWork(one.state)) return one;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  } finally {
    clearInterval(timer);
  }
}

function countsText({ counts }: ImportRow): string {
  if (!counts) return "nothing in it";
  const parts = [
    `${counts.rows} rows`,
    `${counts.create} new`,
    `${counts.update} completed`,
    `${counts.same} here already`,
    `${counts.skip} left out`,
    `${counts.bad} to mend`,
  ];
  return parts.join(", ");
}
