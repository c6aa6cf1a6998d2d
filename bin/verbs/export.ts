import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { rowsInParts } from "#lib/storage/cursor.ts";
import { workspaceIdOf } from "#team/workspace-actions.ts";
import { exportLists } from "../../app/export-lists.ts";
import { readOptions } from "../arguments.ts";
import { writeCsv } from "../csv-file.ts";
import { withStorage } from "../database.ts";
import { inWords } from "../progress.ts";
import { secondsSince } from "../runtime.mjs";

export const help = `
askwell export --workspace NAME FOLDER

Writes every list of a workspace to a CSV file in the folder: accounts, people, positions, asks, conversations, referrals,
meetings, deals, members, teams, goals, and the journal with all that ever happened. All are of one moment; people may work
meanwhile. Private notes are left out: they belong to whoever wrote them. Prints the paths.

The files are UTF-8 with commas. A cell that a spreadsheet would run as a formula has an apostrophe in front.
To move an installation, or to keep it safe, use askwell backup instead.
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const folder = args.find((arg, index) => !arg.startsWith("--") && !args[index - 1]?.startsWith("--"));
  if (folder === undefined) {
    console.error(`askwell export takes the name of a folder.\n${help}`);
    return 2;
  }
  const given = readOptions(args.toSpliced(args.indexOf(folder), 1), { needed: ["workspace"] });
  const began = Date.now();
  await mkdir(folder, { recursive: true });
  return withStorage(
    async ({ database }) => {
      const workspaceId = await workspaceIdOf(database, given.workspace ?? "");
      await database.read(workspaceId, async (tx) => {
        await sql`set transaction isolation level repeatable read`.execute(tx.tables());
        await sql`set local statement_timeout = 0`.execute(tx.tables());
        for (const { name, columns, rows } of exportLists) {
          const selected = Object.entries(columns).map(([header, from]) => `${from} as "${header}"`);
          const parts = rowsInParts(tx, name, `select ${selected.join(", ")} ${rows}`);
          const path = resolve(join(folder, `${name}.csv`));
          const count = await writeCsv(path, Object.keys(columns), parts);
          say(`export     ${name}: ${inWords(count)} rows`);
          console.log(path);
        }
      });
      say(`export     done (${secondsSince(began)} s)`);
      return 0;
    },
    { say },
  );
}
