import type { CommandSource, UseReading } from "./page.ts";

const fetched = new WeakMap<readonly CommandSource[], Promise<UseReading[]>>();

/** The rooms' readers of typed lines. One that cannot be fetched just now reads nothing, and is fetched again the next time. */
export async function fetchReaders(sources: readonly CommandSource[]): Promise<UseReading[]> {
  return await readersOf(sources);
}

/** The same promise as long as it holds: for React's use(). */
export function readersOf(sources: readonly CommandSource[]): Promise<UseReading[]> {
  const known = fetched.get(sources);
  if (known !== undefined) return known;
  const readers = sources.flatMap(({ reads }) => reads ?? []);
  const loading = Promise.all(
    readers.map(async (reader) => {
      try {
        return await reader.load();
      } catch {
        fetched.delete(sources);
        return readsNothing;
      }
    }),
  );
  fetched.set(sources, loading);
  return loading;
}

function readsNothing(): null {
  return null;
}
