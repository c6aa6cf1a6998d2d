import { existsSync, mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "#lib/kernel/clock.ts";
import { isAlive, markSelf, readMark, type ProcessMark } from "./embedded-process.ts";

const POLL_MS = 50;
// A file that holds no mark is being written this moment, or its writer was killed in that moment.
const UNREADABLE_MS = 5_000;

/**
 * Runs `work` while the file at `path` says that this process is at it; waits while another living process is.
 * A file left behind by a killed process is taken over. `waiting` is told once whom it waits for.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  waiting: (pid: number) => void = () => {},
): Promise<T> {
  let told = false;
  while (!take(path)) {
    const holder = readHolder(path);
    if (holder === "left behind") breakLock(path);
    else if (holder !== "gone") {
      if (!told && holder !== "unreadable") waiting(holder.pid);
      told ||= holder !== "unreadable";
      await sleep(POLL_MS);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  return unlessExists(() => writeFileSync(path, JSON.stringify(markSelf()), { flag: "wx", mode: 0o644 }));
}

function readHolder(path: string): ProcessMark | "gone" | "unreadable" | "left behind" {
  if (!existsSync(path)) return "gone";
  const mark = readMark(path);
  if (mark === null) return ageOf(path) > UNREADABLE_MS ? "left behind" : "unreadable";
  return isAlive(mark) ? mark : "left behind";
}

/** One at a time, and looking again inside: otherwise two who both saw a dead holder could remove a living one's file. */
function breakLock(path: string): void {
  const guard = `${path}.breaking`;
  if (!unlessExists(() => mkdirSync(guard))) {
    if (ageOf(guard) > UNREADABLE_MS) removeFolder(guard);
    return;
  }
  try {
    if (readHolder(path) === "left behind") rmSync(path, { force: true });
  } finally {
    removeFolder(guard);
  }
}

function unlessExists(create: () => void): boolean {
  try {
    create();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function ageOf(path: string): number {
  try {
    return systemClock.now().getTime() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function removeFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch {}
}
