import { readSettings } from "#lib/http/settings.ts";
import { openStorage, reachDatabase, type Storage } from "#lib/storage/open.ts";

/** Opens the installation that the environment names, whether or not its server is running, and closes it after the work. */
export async function withStorage<T>(
  work: (storage: Storage) => Promise<T>,
  options: { say?: (line: string) => void; asFound?: true } = {},
): Promise<T> {
  const { databaseUrl, dataFolder } = readSettings(process.env);
  const say = options.say ?? (() => {});
  const storage = await openStorage({
    databaseUrl,
    dataFolder,
    connections: 4,
    say,
    asFound: options.asFound,
  });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** Reaches the installation's database as the owner of its tables, whatever is or is not in it yet. */
export async function withOwner<T>(
  work: (ownerUrl: string) => Promise<T>,
  say: (line: string) => void = () => {},
): Promise<T> {
  const { databaseUrl, dataFolder } = readSettings(process.env);
  const reached = await reachDatabase({ databaseUrl, dataFolder, say });
  try {
    return await work(reached.ownerUrl);
  } finally {
    await reached.close();
  }
}
