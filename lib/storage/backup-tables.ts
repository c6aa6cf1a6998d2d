import type pg from "pg";

export interface TableHere {
  name: string;
  /** Without those that PostgreSQL works out itself. */
  columns: string[];
}

/** What a table's comment says whose rows no backup holds. */
const NOT_IN_BACKUPS = "not in backups";

/** The tables that a backup leaves empty. No other may refer to one of them. */
export async function tablesLeftOut(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and obj_description(c.oid, 'pg_class') = $1
      order by c.relname`,
    [NOT_IN_BACKUPS],
  );
  return rows.map(({ name }) => name);
}

/** Our tables, by name. */
export async function tablesHere(client: pg.Client): Promise<TableHere[]> {
  const { rows } = await client.query<TableHere>(
    `select c.relname as name, array_agg(a.attname order by a.attnum)::text[] as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'schema_migration' and not ${isOfExtension("pg_class", "c.oid")}
      group by c.relname order by c.relname`,
  );
  return rows;
}

/**
 * Takes down keys and indexes, which are quicker to put up once than to keep row by row, and without which tables that refer to
 * each other can be filled in any order. Answers the statements that put them up again.
 */
export async function takeDownKeysAndIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ down: string; up: string }>(
    `select case contype when 'f' then 1 else 3 end as step,
            format('alter table %s drop constraint %I', conrelid::regclass, conname) as down,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as up
       from pg_constraint
      where contype in ('f', 'p', 'u') and conparentid = 0 and connamespace = current_schema()::regnamespace
     union all
     select 2, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
       from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = current_schema()::regnamespace and not c.relispartition
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype <> 'f')
        and not ${isOfExtension("pg_class", "c.oid")}
     order by step`,
  );
  for (const { down } of rows) await client.query(down);
  return rows.map(({ up }) => up).toReversed();
}

/** SQL that is true for an object that came with an extension and is not ours. */
export function isOfExtension(catalogue: string, oid: string): string {
  return `exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;
}

/** Values as text that reads the same everywhere, and every row or an error: never only those that a policy lets through. */
export async function readEverythingExactly(client: pg.Client): Promise<void> {
  await client.query(
    `set row_security = off; set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO, YMD';
     set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1;
     set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`,
  );
}
