import pg from "pg";
import { Problem } from "#lib/kernel/problem.ts";
import { openDatabase, type Database } from "./database.ts";
import { startPostgres } from "./embedded.ts";
import { migrate, MIGRATIONS_FOLDER, SERVER_ROLE } from "./migrate.ts";

export interface Storage {
  database: Database;
  /** Owns the tables: for migrating, backing up and restoring, never for serving. */
  ownerUrl: string;
  close(): Promise<void>;
}

export interface StorageOptions {
  databaseUrl: string | null;
  dataFolder: string;
  connections: number;
  say: (line: string) => void;
  onError?: (error: Error) => void;
  /** Leaves the schema as it is found. */
  asFound?: true;
}

/** Brings up or reaches the database, migrates it, and opens it as the unprivileged role. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const reached = await reachDatabase(options);
  const { ownerUrl } = reached;
  try {
    if (!options.asFound) await migrate(ownerUrl, MIGRATIONS_FOLDER, options.say);
    const { connections, onError } = options;
    const database = await openDatabase({ url: ownerUrl, role: SERVER_ROLE, connections, onError });
    return {
      database,
      ownerUrl,
      close: async () => {
        await database.close();
        await reached.close();
      },
    };
  } catch (error) {
    await reached.close();
    throw error;
  }
}

/** Brings up or reaches the database and leaves it as it is found. */
export async function reachDatabase(
  options: Pick<StorageOptions, "databaseUrl" | "dataFolder" | "say">,
): Promise<{ ownerUrl: string; close(): Promise<void> }> {
  if (options.databaseUrl !== null) {
    await refuseOldServer(options.databaseUrl);
    return { ownerUrl: options.databaseUrl, close: async () => {} };
  }
  const embedded = await startPostgres(options);
  return { ownerUrl: embedded.url, close: () => embedded.stop() };
}

async function refuseOldServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < 150_000) {
      throw new Problem(
        "unavailable",
        `the PostgreSQL at DATABASE_URL is version ${Math.floor(version / 10_000)}; Askwell needs 15 or newer`,
      );
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      "unavailable",
      `the database at DATABASE_URL cannot be reached: ${(error as Error).message}`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
