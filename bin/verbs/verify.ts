import pg from "pg";
import { Problem } from "#lib/kernel/problem.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Storage } from "#lib/storage/open.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../../app/house.ts";
import { withStorage } from "../database.ts";

export const help = `
askwell verify [--workspace NAME]

Replays the journal of every workspace, or of the one with that short name, and compares it with every number shown and with
what meetings, deals, asks and introductions say of themselves. It reads only, and may run while people work.

Exits with 1 when something does not agree, and says what.
`;

interface WorkspaceLine {
  id: string;
  slug: string;
  name: string;
  firstDay: Weekday;
}

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const [option, slug, ...more] = args;
  if ((option !== undefined && (option !== "--workspace" || slug === undefined)) || more.length > 0) {
    console.error(`askwell verify takes only --workspace NAME.\n${help}`);
    return 2;
  }
  return withStorage((storage) => verifyWorkspaces(storage, slug), { say });
}

/** Verifies every workspace, or one, and prints what was found. Answers the exit code. */
export async function verifyWorkspaces(
  { database, ownerUrl }: Pick<Storage, "database" | "ownerUrl">,
  slug?: string,
): Promise<number> {
  const workspaces = await workspacesIn(ownerUrl, slug);
  let wrong = 0;
  for (const workspace of workspaces) {
    console.log(`${workspace.name} (${workspace.slug})`);
    const results = await verify(database, workspace, checks, () => performance.now());
    for (const { name, mistakes, ms } of results) {
      console.log(
        `  ${mistakes.length === 0 ? "in order " : "WRONG    "} ${name} (${(ms / 1000).toFixed(2)} s)`,
      );
      for (const mistake of mistakes) console.log(`            ${mistake}`);
      wrong += mistakes.length;
    }
  }
  console.log(wrong === 0 ? `${workspaces.length} verified, nothing wrong` : `${wrong} mistakes found`);
  return wrong === 0 ? 0 : 1;
}

/** Only the owner of the tables sees that there are several workspaces. Throws Problem invalid for a name that is none's. */
async function workspacesIn(ownerUrl: string, slug?: string): Promise<WorkspaceLine[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<WorkspaceLine>(
      `select workspace_id as id, slug, name, first_day_of_week as "firstDay" from workspace
        where $1::text is null or slug = $1 order by slug`,
      [slug ?? null],
    );
    if (slug !== undefined && rows.length === 0)
      throw new Problem("invalid", `there is no workspace "${slug}"`);
    return rows;
  } finally {
    await client.end();
  }
}
