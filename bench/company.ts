import type { Scratch } from "./scratch.ts";

interface Company {
  workspaceId: string;
  leaderId: string;
  repId: string;
  teamId: string;
}

/** Who looks at the pages of a filled company; prints how many there are of each. */
export async function describeCompany(
  scratch: Scratch,
  tables: readonly [string, string][],
): Promise<Company> {
  return scratch.asOwner(async (client) => {
    const counts = tables.map(([table, name]) => `(select count(*) || ' ${name}' from ${table})`);
    const { rows } = await client.query<Company & { counts: string }>(
      `select workspace_id as "workspaceId", (select id from member where role = 'leader' limit 1) as "leaderId",
              (select id from member where name = 'Rep 1') as "repId", (select team_id from member where name = 'Rep 1') as "teamId",
              concat_ws(', ', ${counts.join(", ")}) as counts
         from workspace`,
    );
    const { counts: said, ...company } = rows[0]!;
    console.log(said);
    return company;
  });
}
