import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "#lib/kernel/clock.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { ownLike } from "./embedded-account.ts";
import { findPostgres, reachableBy, type Postgres } from "./embedded-binaries.ts";
import {
  findRunning,
  launch,
  majorOf,
  makeCluster,
  makeDatabase,
  shutDown,
  urlOf,
} from "./embedded-cluster.ts";
import { withLock } from "./embedded-lock.ts";
import { openDataFolder, settlePlace, type Place } from "./embedded-place.ts";
import { isAlive, markSelf, readMark } from "./embedded-process.ts";

export { findPostgres };

export interface StartedPostgres {
  /** For `pg`: the superuser of the cluster, the database `askwell`. */
  url: string;
  kind: Postgres["kind"];
  pid: number;
  /** Lets go of the cluster; the last one who does stops it. */
  stop: () => Promise<void>;
}

interface Options {
  dataFolder: string;
  say: (line: string) => void;
  /** PostgreSQL settings; one who joins a running cluster gets it as it is. */
  settings?: Record<string, string>;
}

let uses = 0;

/**
 * Brings up the PostgreSQL of a data folder, or joins the one that already runs on it, be it in use by another
 * process or left behind by one that was killed. Throws a Problem that says what to do when that cannot be.
 */
export async function startPostgres({ dataFolder, say, settings = {} }: Options): Promise<StartedPostgres> {
  const folder = openDataFolder(dataFolder);
  const lock = join(folder, "postgres.lock");
  const waiting = (pid: number) => say(`database   process ${pid} is starting or stopping it, waiting`);
  return withLock(
    lock,
    async () => {
      const began = systemClock.now();
      const place = settlePlace(folder, say);
      const postgres = choosePostgres(place, say);
      const joined = await bringUp(place, postgres, settings, say);
      await makeDatabase(urlOf(place, joined.running, "postgres"), "askwell");
      const use = enterUse(place);
      const seconds = ((systemClock.now().getTime() - began.getTime()) / 1000).toFixed(1);
      say(`database   PostgreSQL ${postgres.major} ${joined.how} (${seconds} s)`);
      let stopped: Promise<void> | undefined;
      return {
        url: urlOf(place, joined.running, "askwell"),
        kind: postgres.kind,
        pid: joined.running.pid,
        stop: () => (stopped ??= withLock(lock, () => leave(place, use, joined.running.pid), waiting)),
      };
    },
    waiting,
  );
}

function choosePostgres(place: Place, say: (line: string) => void): Postgres {
  const major = majorOf(place);
  const postgres = findPostgres(major ?? undefined);
  if (postgres !== null) return place.account ? reachableBy(place.account, postgres, say) : postgres;
  throw new Problem(
    "unavailable",
    major === null
      ? `No PostgreSQL was found that runs on this machine (${process.platform}-${process.arch}). Install PostgreSQL 15 or newer ` +
          "(Debian: apt-get install postgresql), or set DATABASE_URL to one elsewhere."
      : `The data in ${place.cluster} was made by PostgreSQL ${major}, and no PostgreSQL ${major} was found that runs on this machine. ` +
          `Install it, or bring the data over with askwell backup and askwell restore.`,
  );
}

async function bringUp(
  place: Place,
  postgres: Postgres,
  settings: Record<string, string>,
  say: (line: string) => void,
) {
  const running = await findRunning(place, say);
  if (running !== null) return { running, how: `was running, joined it` };
  const fresh = majorOf(place) === null;
  if (fresh) makeCluster(place, postgres, settings);
  return {
    running: await launch(place, postgres, settings, say),
    how: fresh ? "created and started" : "started",
  };
}

function enterUse(place: Place): string {
  const path = join(place.users, `${process.pid}-${++uses}`);
  writeFileSync(path, JSON.stringify(markSelf()));
  ownLike(place.dataFolder, path);
  return path;
}

async function leave(place: Place, use: string, pid: number): Promise<void> {
  rmSync(use, { force: true });
  const others = readdirSync(place.users).filter((name) => {
    const path = join(place.users, name);
    const mark = readMark(path);
    if (mark !== null && isAlive(mark)) return true;
    rmSync(path, { force: true });
    return false;
  });
  if (others.length === 0) await shutDown(pid, place);
}
