import { createReadStream, existsSync } from "node:fs";
import { basename } from "node:path";
import type { Actor } from "#lib/kernel/actor.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { createWorker } from "#lib/jobs/worker.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { applyImport, bringFile, getImport } from "#imports/import-actions.ts";
import { importJobs } from "#imports/import-jobs.ts";
import { isAtWork } from "#imports/import.ts";
import { actorOf } from "#team/door-actions.ts";
import { workspaceIdOf } from "#team/workspace-actions.ts";
import { findFirstLeader, findMemberByEmail } from "#team/workspace-store.ts";
import { withStorage } from "../database.ts";

export const help = `
askwell import --workspace W [--as EMAIL] [--dry-run] FILE…

Brings files into a workspace: what Salesforce, HubSpot, Pipedrive, LinkedIn, Google and Outlook write is recognised; any
other CSV has to be explained once on the screen, and is remembered. Accounts come first, then people, then deals, whatever
the order given. Each file is looked through, said what will happen, and brought in whole or not at all. The same file
twice changes nothing. It can be taken back on the screen with one press.

--as       the member who brings it; without it the workspace's first leader
--dry-run  only says what would happen
`;

type ImportRow = Awaited<ReturnType<typeof getImport>>;

const ORDER = { accounts: 0, people: 1, deals: 2 };
const LOOK_EVERY_MS = 500;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const { workspace, as, dryRun, files } = wanted(args);
  return withStorage(
    async ({ database }) => {
      const workspaceId = await workspaceIdOf(database, workspace);
      const write = <T>(work: (tx: Tx, actor: Actor) => Promise<T>) =>
        database.write(workspaceId, async (tx) => work(tx, await importer(tx, as)));
      const settled = (id: string) => watch(database, workspaceId, id, say);
      const brought: ImportRow[] = [];
      for (const file of files) {
        const { id } = await write((tx, actor) =>
          bringFile(tx, actor, { name: basename(file), bytes: createReadStream(file) }),
        );
        const one = await settled(id);
        if (one.kind === null || one.state === "unmapped") {
          throw new Problem(
            "invalid",
            `${one.fileName} is not from a program that is known; open it in Askwell under "Bring in a file" and say what its columns mean`,
          );
        }
        brought.push(one);
      }
      for (const one of brought.toSorted((a, b) => ORDER[a.kind!] - ORDER[b.kind!])) {
        if (dryRun) console.log(`${one.fileName}: ${countsText(one)}`);
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

function wanted(args: readonly string[]) {
  const files: string[] = [];
  let workspace = "";
  let as: string | null = null;
  let dryRun = false;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (arg === "--workspace") workspace = args[(at += 1)] ?? "";
    else if (arg === "--as") as = args[(at += 1)] ?? "";
    else if (arg === "--dry-run") dryRun = true;
    else if (arg.startsWith("--")) throw new Problem("invalid", `"${arg}" is not known here; see --help`);
    else files.push(arg);
  }
  if (workspace === "") throw new Problem("invalid", "--workspace is missing; see --help");
  if (files.length === 0) throw new Problem("invalid", "name the files to bring in; see --help");
  const gone = files.find((file) => !existsSync(file));
  if (gone !== undefined) throw new Problem("invalid", `there is no file ${gone}`);
  return { workspace, as, dryRun, files };
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
  const worker = createWorker({
    database,
    clock: systemClock,
    kinds: importJobs,
  });
  for (;;) {
    await worker.runDue();
    const one = await database.read(workspaceId, (tx) => getImport(tx, id));
    if (!isAtWork(one.state)) return one;
    say(`import     ${one.fileName}: ${one.state}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
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
