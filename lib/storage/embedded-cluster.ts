import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { Problem } from "#lib/kernel/problem.ts";
import { ownLike } from "./embedded-account.ts";
import type { Postgres } from "./embedded-binaries.ts";
import type { Place } from "./embedded-place.ts";
import { commandOf, startOf } from "./embedded-process.ts";

/** A postmaster that accepts connections. */
export interface Running {
  pid: number;
  sockets: string;
}

type Settings = Record<string, string>;

export const SUPERUSER = "askwell";

const POLL_MS = 50;
const LOG_ROTATED_AT_BYTES = 5_000_000;
// Replaying the log after a hard stop is bounded by max_wal_size; this is for a slow disk.
const READY_WITHIN_MS = 600_000;
// The back ends of a killed postmaster notice its death and leave within seconds.
const START_TRIES = 40;
const START_AGAIN_AFTER_MS = 250;
const FAST_SHUTDOWN_MS = 60_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

/** The major version a cluster was made by, or null when there is no cluster yet. */
export function majorOf(place: Place): number | null {
  const path = join(place.cluster, "PG_VERSION");
  return existsSync(path) ? Number.parseInt(readFileSync(path, "utf8"), 10) : null;
}

/** Makes an empty cluster. It has its name only when it is whole, so that a kill on the way leaves none. */
export function makeCluster(place: Place, postgres: Postgres, settings: Settings): void {
  const staged = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.password`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { mode: 0o700 });
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  if (place.account) {
    chownSync(staged, place.account.uid, place.account.gid);
    chownSync(passwordFile, place.account.uid, place.account.gid);
  }
  try {
    let output = "";
    const made = localesFor(postgres.major).some((locale) => {
      const tried = spawnSync(
        join(postgres.bin, "initdb"),
        [
          "-D",
          staged,
          "-U",
          SUPERUSER,
          "-A",
          "scram-sha-256",
          `--pwfile=${passwordFile}`,
          "-E",
          "UTF8",
        ].concat(locale, "--data-checksums", settings["fsync"] === "off" ? "--no-sync" : []),
        { encoding: "utf8", ...runAs(place) },
      );
      output = tried.error?.message ?? tried.stderr;
      return tried.status === 0;
    });
    if (!made)
      throw new Problem(
        "unavailable",
        `The database could not be created in ${place.cluster}:\n${output.trim()}`,
      );
    renameSync(staged, place.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(staged, { recursive: true, force: true });
  }
}

/** The postmaster that already runs on this cluster, once it accepts connections; null when there is none. */
export async function findRunning(place: Place, say: (line: string) => void): Promise<Running | null> {
  for (;;) {
    const found = readPidFile(place);
    if (found === null) return null;
    if (!isPostmasterOf(place, found.pid)) {
      // PostgreSQL itself would take the living stranger who has that number now for a postmaster.
      rmSync(join(place.cluster, "postmaster.pid"), { force: true });
      return null;
    }
    const gone = () => startOf(found.pid) === null;
    if (await accepts(urlOf(place, found, "postgres"), gone, say)) return found;
  }
}

/** Starts a postmaster and answers once it accepts connections. It outlives this process unless it is stopped. */
export async function launch(
  place: Place,
  postgres: Postgres,
  settings: Settings,
  say: (line: string) => void,
): Promise<Running> {
  for (let tries = 1; ; tries++) {
    const logFrom = prepareLog(place);
    const child = spawnPostmaster(place, postgres, settings);
    const url = urlOf(place, { pid: child.pid, sockets: place.sockets }, "postgres");
    if (await accepts(url, child.gone, say)) return { pid: child.pid, sockets: place.sockets };
    const log = readFileSync(place.log).subarray(logFrom).toString();
    const leftOver = /pre-existing shared memory block|lock file .* already exists/.test(log);
    if (!leftOver || tries === START_TRIES) {
      throw new Problem(
        "unavailable",
        `The database did not start; the end of ${place.log} says why:\n${lastLines(log)}`,
      );
    }
    await sleep(START_AGAIN_AFTER_MS);
  }
}

/** Fast shutdown: open transactions are rolled back, committed ones are on disk. Answers when the process is gone. */
export async function shutDown(pid: number, place: Place): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", FAST_SHUTDOWN_MS],
    ["SIGQUIT", IMMEDIATE_SHUTDOWN_MS],
  ] as const) {
    if (!isPostmasterOf(place, pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < patience; waited += POLL_MS) {
      if (startOf(pid) === null) return;
      await sleep(POLL_MS);
    }
  }
  throw new Problem(
    "unavailable",
    `The database (process ${pid}) does not stop. Nothing committed is lost; end it with kill -9 ${pid}.`,
  );
}

export async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** The socket folder goes before the host name, which is there because an address without one is no URL. */
export function urlOf(place: Place, running: Running, database: string): string {
  return `postgres://${SUPERUSER}:${place.password}@localhost/${database}?host=${encodeURIComponent(running.sockets)}`;
}

/** Code-point order and Unicode case rules, the same on every machine from 17 on. */
function localesFor(major: number): string[][] {
  if (major >= 17) return [["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]];
  return [["--locale=C.UTF-8"], ["--locale=C"]];
}

function readPidFile(place: Place): Running | null {
  const path = join(place.cluster, "postmaster.pid");
  if (!existsSync(path)) return null;
  // Lines: process, data folder, start time, port, socket folder, listen address, shared memory, state.
  const lines = readFileSync(path, "utf8").split("\n");
  return { pid: Number(lines[0]), sockets: lines[4] || place.sockets };
}

function isPostmasterOf(place: Place, pid: number): boolean {
  if (startOf(pid) === null) return false;
  const command = commandOf(pid) ?? "";
  if (`${command} `.includes(` -D ${place.cluster} `)) return true;
  // The other processes of a cluster call themselves "postgres: …".
  const isPostmaster = /(^|\/)postgres( |$)/.test(command);
  if (!isPostmaster || command.includes(" -D /")) return false;
  throw new Problem(
    "unavailable",
    `The process ${pid} is a PostgreSQL that somebody else started, perhaps on ${place.cluster}. Stop it, then start Askwell again.`,
  );
}

/** Waits until connections are accepted; false when the postmaster is gone before that. */
async function accepts(url: string, gone: () => boolean, say: (line: string) => void): Promise<boolean> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += POLL_MS) {
    if (gone()) return false;
    const client = new Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === "28P01" || code === "28000") {
        throw new Problem(
          "unavailable",
          `The database does not accept the password in the data folder: ${message}.`,
        );
      }
    }
    if (waited > 0 && waited % 10_000 === 0)
      say(`database   still starting, after a hard stop this can take a while (${waited / 1000} s)`);
    await sleep(POLL_MS);
  }
  throw new Problem(
    "unavailable",
    `The database did not accept connections within ${READY_WITHIN_MS / 60_000} minutes.`,
  );
}

function spawnPostmaster(
  place: Place,
  postgres: Postgres,
  settings: Settings,
): { pid: number; gone: () => boolean } {
  const chosen: Settings = {
    listen_addresses: "",
    unix_socket_directories: place.sockets,
    unix_socket_permissions: "0700",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    // A statement may hold what people typed.
    log_min_error_statement: "panic",
    ...settings,
  };
  const log = openSync(place.log, "a");
  const child = spawn(
    join(postgres.bin, "postgres"),
    ["-D", place.cluster, ...Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A process group of its own: the terminal's Ctrl-C must not end the database before the server has.
    { detached: true, stdio: ["ignore", log, log], ...runAs(place) },
  );
  closeSync(log);
  let ended = child.pid === undefined;
  child.on("exit", () => (ended = true));
  child.on("error", ({ message }) => {
    ended = true;
    appendFileSync(place.log, `${message}\n`);
  });
  child.unref();
  return { pid: child.pid ?? 0, gone: () => ended };
}

function prepareLog(place: Place): number {
  const size = existsSync(place.log) ? statSync(place.log).size : 0;
  if (size > LOG_ROTATED_AT_BYTES) renameSync(place.log, `${place.log}.1`);
  else if (size > 0) return size;
  writeFileSync(place.log, "", { mode: 0o600 });
  ownLike(place.dataFolder, place.log);
  return 0;
}

function runAs(place: Place): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const env = { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" };
  return { cwd: "/", env, ...(place.account && { uid: place.account.uid, gid: place.account.gid }) };
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-12).join("\n");
}
