import { countOne, forgive, isUsedUp } from "#lib/http/rate.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database } from "#lib/storage/database.ts";

const QUARTER_HOUR = 900;
const MOST_WRONG = 10;
// Many people may sit behind one address: an office, a proxy.
const MOST_WRONG_FROM_ADDRESS = 200;

/**
 * Tries a password for an e-mail address, whether or not it belongs to anybody. Ten wrong ones lock the address for a quarter
 * of an hour. Each try is counted before it is made, so that many at once get no further. `attempt` throws when it was wrong.
 */
export async function guarded<T>(
  database: Database,
  guess: { email: string; peer: string },
  now: Date,
  attempt: () => Promise<T>,
): Promise<T> {
  const { tries, lock, address } = limits(guess.email, guess.peer);
  if (await isUsedUp(database, lock, now)) throw new Problem("too-many", LOCKED);
  if (await isUsedUp(database, address, now)) {
    throw new Problem("too-many", "too many wrong passwords came from your network; wait 15 minutes");
  }
  await countOne(database, tries, now, LOCKED);
  try {
    const right = await attempt();
    await forgive(database, tries);
    return right;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (await isUsedUp(database, tries, now)) {
      await countOne(database, lock, now, LOCKED);
      await forgive(database, tries);
    }
    await countOne(database, address, now, LOCKED);
    throw error;
  }
}

/** Opens a locked address again: after a reset, say. */
export async function unlock(database: Database, email: string): Promise<void> {
  const { tries, lock } = limits(email, "");
  await forgive(database, tries);
  await forgive(database, lock);
}

function limits(email: string, peer: string) {
  const key = email.trim().toLowerCase();
  return {
    tries: { of: `password tried ${key}`, most: MOST_WRONG, seconds: QUARTER_HOUR },
    lock: { of: `password locked ${key}`, most: 1, seconds: QUARTER_HOUR },
    address: { of: `password wrong from ${peer}`, most: MOST_WRONG_FROM_ADDRESS, seconds: QUARTER_HOUR },
  };
}

const LOCKED = "too many wrong passwords for this address; wait 15 minutes, or have the password reset";
