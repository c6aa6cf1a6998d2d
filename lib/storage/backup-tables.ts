import type pg from "pg";

export interface TableHere {
  name: string;
  /** Without those that PostgreSQL works out itself. */
  columns: string[];
}

/** Our tables in an order in which they can be filled: those that others refer to come first. */
export async function tablesHere(client: pg.Client): Promise<TableHere[]> {
  const tables = await client.query<TableHere>(
    `select c.relname as name, array_agg(a.attname order by a.attnum)::text[] as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'schema_migration' and not ${isOfExtension("pg_class", "c.oid")}
      group by c.relname order by c.relname`,
  );
  const references = await client.query<{ from: string; to: string }>(
    `select distinct a.relname as from, b.relname as to
       from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
      where k.contype = 'f' and not k.condeferrable and a.relnamespace = current_schema()::regnamespace`,
  );
  return inOrder(tables.rows, references.rows);
}

/** Throws when tables refer to each other in a circle; then one of those references must be deferrable. */
export function inOrder(
  tables: readonly TableHere[],
  references: readonly { from: string; to: string }[],
): TableHere[] {
  const ordered: TableHere[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map((table) => table.name));
    const isFree = ({ name }: TableHere) =>
      !references.some(({ from, to }) => from === name && to !== name && waiting.has(to));
    const free = left.filter(isFree);
    if (free.length === 0)
      throw new Error(`these tables refer to each other in a circle: ${[...waiting].join(", ")}`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
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
