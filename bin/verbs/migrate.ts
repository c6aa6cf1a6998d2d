import { migrate, MIGRATIONS_FOLDER } from "#lib/storage/migrate.ts";
import { withOwner } from "../database.ts";
import { secondsSince } from "../runtime.mjs";

export const help = `
askwell migrate

Brings the database to the shape that this version of Askwell works with. askwell start does the same; this is for those who
want to see it done first. Make a backup before: there is no way back.
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  if (args.length > 0) {
    console.error(`askwell migrate takes no "${args[0]}".\n${help}`);
    return 2;
  }
  const began = Date.now();
  const done = await withOwner((ownerUrl) => migrate(ownerUrl, MIGRATIONS_FOLDER, say), say);
  const what = done.length === 0 ? "was the newest already" : `${done.length} carried out`;
  console.log(`migrations: ${what} (${secondsSince(began)} s)`);
  return 0;
}
