import { createHash } from "node:crypto";
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from "kysely";
import type pg from "pg";

/** Something of pg that takes one statement: a pool or one of its clients. */
type Taker = pg.Pool | pg.PoolClient;

const builders = new WeakMap<pg.PoolClient, Kysely<unknown>>();
const names = new Map<string, string>();
const MOST_NAMES = 2_000;

/** The query builder of one client; made once for as long as the pool keeps that client. */
export function bindTo<Tables>(client: pg.PoolClient): Kysely<Tables> {
  let builder = builders.get(client);
  if (!builder) {
    builder = new Kysely<unknown>({ dialect: pooledDialect(client) });
    builders.set(client, builder);
  }
  return builder as Kysely<Tables>;
}

/**
 * A Kysely dialect that sends each statement named, so that PostgreSQL plans it once a connection. `explain` turns what a
 * statement failed with into what is thrown.
 */
export function pooledDialect(
  taker: Taker,
  explain: (error: unknown) => unknown = (error) => error,
): Dialect {
  return dialectOver(async (query) => {
    try {
      return await execute(taker, query);
    } catch (error) {
      throw explain(error);
    }
  });
}

type Answer = (query: CompiledQuery) => Promise<QueryResult<unknown>>;

/** A Kysely dialect whose statements are answered by `answer`. */
export function dialectOver(answer: Answer): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => driverOver(answer),
  };
}

function driverOver(answer: Answer): Driver {
  const connection: DatabaseConnection = {
    executeQuery: answer as DatabaseConnection["executeQuery"],
    streamQuery: () => {
      throw new Error("rows are not streamed over a pipelined connection: page by key instead");
    },
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuseTransaction,
    commitTransaction: refuseTransaction,
    rollbackTransaction: refuseTransaction,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
}

async function refuseTransaction(): Promise<void> {
  throw new Error("transactions are opened by Database.read and Database.write");
}

async function execute(taker: Taker, query: CompiledQuery): Promise<QueryResult<unknown>> {
  const answer = await taker.query({
    name: nameOf(query.sql),
    text: query.sql,
    values: query.parameters as unknown[],
  });
  return { rows: answer.rows as unknown[], numAffectedRows: BigInt(answer.rowCount ?? 0) };
}

/** The same text always has the same name; a text seen after the first two thousand goes unnamed. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = createHash("sha1").update(text).digest("hex");
  names.set(text, name);
  return name;
}
