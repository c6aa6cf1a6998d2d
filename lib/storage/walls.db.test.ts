import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SERVER_ROLE } from "./migrate.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

/** Tables with a workspace's name on them that stand outside the walls, each with its reason. */
const OUTSIDE = {
  job_ticket: "says only that something is due: a worker must find it before it enters a workspace",
  mail_token: "says whose an address is: mail is addressed before it has entered a workspace",
  sign_in_seat: "says which workspaces a user may enter",
  sign_in_session: "remembers which workspace a user has entered",
};

let test: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  test = await openTestDatabase(1);
  owner = new pg.Client({ connectionString: test.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await test?.drop();
});

async function names(sql: string, ...values: unknown[]): Promise<string[]> {
  const { rows } = await owner.query({ text: sql, values, rowMode: "array" });
  return rows.map((row) => row.join(" ")).toSorted();
}

function rightsOn(table: string): Promise<string[]> {
  return names(
    `select privilege_type from information_schema.role_table_grants where grantee = $1 and table_name = $2`,
    SERVER_ROLE,
    table,
  );
}

describe("the walls between workspaces", () => {
  it("stand around every table that has a workspace, but for four", async () => {
    const owned = await names(`
      select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attname = 'workspace_id'`);
    const walled = await names(`
      select c.relname from pg_class c join pg_policies p on p.tablename = c.relname and p.schemaname = 'public'
       where c.relrowsecurity and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE' and p.roles = '{public}'
         and p.qual = '(workspace_id = current_workspace())' and p.with_check is null`);
    expect(owned.length).toBeGreaterThan(30);
    expect(walled).toEqual(owned.filter((table) => !(table in OUTSIDE)));
  });

  it("have one policy each: a second would be a second way in", async () => {
    expect(await names(`select tablename from pg_policies group by tablename having count(*) > 1`)).toEqual(
      [],
    );
  });

  it("begin every key: primary, unique and foreign, so that no row leans on another workspace's", async () => {
    const open = await names(
      `select c.conrelid::regclass, c.conname
         from pg_constraint c
         join pg_policies p on p.tablename = c.conrelid::regclass::text
        where c.contype in ('p', 'u', 'f')
          and (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) <> 'workspace_id'`,
    );
    // The name in the address bar is one of the whole installation.
    expect(open).toEqual(["workspace workspace_slug_key"]);
  });

  it("let the server's role own nothing, run nothing of its own making, and empty no table", async () => {
    const owned = await names(
      `select classid::regclass, objid from pg_shdepend
        where refclassid = 'pg_authid'::regclass and deptype = 'o' and refobjid = $1::regrole`,
      SERVER_ROLE,
    );
    expect(owned).toEqual([]);
    expect(
      await names(
        `select rolname from pg_roles where rolname = $1 and (rolsuper or rolbypassrls or rolcreaterole or rolcanlogin)`,
        SERVER_ROLE,
      ),
    ).toEqual([]);
    expect(await names(`select has_schema_privilege($1, 'public', 'create')`, SERVER_ROLE)).toEqual([
      "false",
    ]);
    expect(
      await names(
        `select c.relname from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relnamespace = 'public'::regnamespace
            and has_table_privilege($1, c.oid, 'truncate, trigger, references')`,
        SERVER_ROLE,
      ),
    ).toEqual([]);
  });

  it("keep the journal as it was written", async () => {
    expect(await rightsOn("journal")).toEqual(["INSERT", "SELECT"]);
    // Words in it may go with whom they are about; days, measures and counts never change.
    const changed = await names(
      `select column_name from information_schema.column_privileges
        where grantee = $1 and table_name = 'journal' and privilege_type = 'UPDATE'`,
      SERVER_ROLE,
    );
    expect(changed).toEqual(["detail"]);
    expect(await rightsOn("journal_concern")).toEqual(["INSERT", "SELECT"]);
    expect(await rightsOn("schema_migration")).toEqual(["SELECT"]);
  });

  it("have few windows, each named here and bound to our schema: functions that look over them, and no views", async () => {
    const windows = await names(`
      select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`);
    expect(windows).toEqual([
      "find_accounts",
      "find_people",
      "is_claimed",
      "take_stock",
      "workspace_of_slug",
    ]);
    // Without pg_temp at the end a temporary table would come before ours; a body bound at its making cannot be led astray.
    const loose = await names(`
      select p.proname from pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prosqlbody is null
         and 'search_path=public, pg_temp' <> all(coalesce(p.proconfig, '{}'))`);
    expect(loose).toEqual([]);
    const views = await names(`
      select relname from pg_class v
       where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
         and not exists (select from pg_depend d where d.objid = v.oid and d.deptype = 'e')`);
    expect(views).toEqual([]);
  });

  it("hold up what else the design leaves out: sequences and triggers of ours", async () => {
    expect(
      await names(
        `select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
    expect(await names(`select tgname from pg_trigger where not tgisinternal`)).toEqual([]);
  });
});
