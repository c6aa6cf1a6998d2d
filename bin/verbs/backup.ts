import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { systemClock } from "#lib/kernel/clock.ts";
import { backUp } from "#lib/storage/backup.ts";
import { withOwner } from "../database.ts";
import { inWords, progressOf } from "../progress.ts";
import { secondsSince } from "../runtime.mjs";

/** The one table of those left out that a person misses. */
const TAKES = "practice_take";

export const help = `
askwell backup [FILE]

Writes everything to one file: all workspaces, members, their ways to sign in, keys, files. It is one moment of it all, and
may be made while people work. Without a name, or with that of a folder, the file is called askwell-DAY.backup.gz. A file of
that name is replaced, but only by a whole one. Prints the path.

Recordings of rehearsals that members share are left out, so that none outlives its withdrawal: after a restore they are
shared anew. What is only on members' own devices is there, whatever happens here.

Who has the file can read everything in it, the secret that signs cookies and links included: keep it where you would keep
the database.
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const [name = ".", ...more] = args;
  if (more.length > 0 || name.startsWith("-")) {
    console.error(`askwell backup takes the name of one file.\n${help}`);
    return 2;
  }
  const began = Date.now();
  const now = systemClock.now();
  const isFolder = existsSync(name) && statSync(name).isDirectory();
  const path = resolve(isFolder ? join(name, `askwell-${now.toISOString().slice(0, 10)}.backup.gz`) : name);
  const onRows = progressOf("backup", "rows", say);
  const { rows, tables, bytes, leftOut } = await withOwner(
    (ownerUrl) => backUp(ownerUrl, path, { now, onRows }),
    say,
  );
  say(
    `backup     ${inWords(rows)} rows of ${tables} tables, ${(bytes / 1e6).toFixed(1)} MB (${secondsSince(began)} s)`,
  );
  const takes = leftOut[TAKES] ?? 0;
  if (takes > 0)
    say(
      `left out   ${inWords(takes)} shared ${takes === 1 ? "recording" : "recordings"} of rehearsals: askwell backup --help`,
    );
  console.log(path);
  return 0;
}
