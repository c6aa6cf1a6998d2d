import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Writes that were sent and whose end nobody waits for: PostgreSQL carries them out while the next rows are read, ahead of
 * whatever is asked on the same transaction after them.
 */
export interface Underway {
  /** Goes on once the statement is on its way. */
  send(write: Promise<unknown>): Promise<void>;
  /** Waits for all that were sent. Throws what the first that failed threw. */
  ended(): Promise<void>;
}

export function newUnderway(): Underway {
  let all: Promise<unknown> = Promise.resolve();
  return {
    async send(write) {
      // One after the other: of several that failed the one that was sent first is the reason.
      all = all.then(() => write);
      for (const each of [write, all]) each.catch(() => {});
      await nextTurn();
    },
    async ended() {
      await all;
    },
  };
}

/** Does work that sends; after a failure that of a write counts, since all that is asked after it fails of it. */
export async function throughout<T>(underway: Underway, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await underway.ended();
    return result;
  } catch (error) {
    await underway.ended();
    throw error;
  }
}
