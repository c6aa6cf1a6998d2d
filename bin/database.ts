import { readSettings } from "#lib/http/settings.ts";
import { openStorage, type Storage } from "#lib/storage/open.ts";

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
