import { openDatabase } from "#lib/storage/database.ts";
import { MIGRATIONS_FOLDER, SERVER_ROLE } from "#lib/storage/migrate.ts";
import { restore } from "#lib/storage/restore.ts";
import { withOwner } from "../database.ts";
import { inWords, progressOf } from "../progress.ts";
import { secondsSince } from "../runtime.mjs";
import { verifyWorkspaces } from "./verify.ts";

export const help = `
askwell restore FILE

Fills an empty installation from a file that askwell backup wrote, of this version or an earlier one, and verifies it. The
whole file is checked first, and it is all or nothing. An installation that has anything in it is left as it is: name an empty
one, another folder in ASKWELL_DATA or another database in DATABASE_URL.

Jobs that were waiting when the backup was made are carried out when the server starts.
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0 || path.startsWith("-")) {
    console.error(`askwell restore takes the name of one file.\n${help}`);
    return 2;
  }
  const began = Date.now();
  return withOwner(async (ownerUrl) => {
    const onRows = progressOf("restore", "rows", say);
    const { rows, tables, madeAt } = await restore(ownerUrl, path, {
      folder: MIGRATIONS_FOLDER,
      say,
      onRows,
    });
    say(`restore    ${inWords(rows)} rows of ${tables} tables, as of ${madeAt} (${secondsSince(began)} s)`);
    const database = await openDatabase({ url: ownerUrl, role: SERVER_ROLE, connections: 2 });
    try {
      return await verifyWorkspaces({ database, ownerUrl });
    } finally {
      await database.close();
    }
  }, say);
}
