import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** One process as distinct from a later one that was given the same number. */
export interface ProcessMark {
  pid: number;
  /** Differs between two processes of one number; empty where the machine does not tell. */
  started: string;
}

export function markSelf(): ProcessMark {
  return { pid: process.pid, started: startOf(process.pid) ?? "" };
}

export function isAlive(mark: ProcessMark): boolean {
  const started = startOf(mark.pid);
  return started !== null && (mark.started === "" || started === mark.started);
}

/** When a process began, as the machine tells it; null when there is none (one that waits to be reaped is none). */
export function startOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
  }
  return process.platform === "linux" ? startOnLinux(pid) : startByPs(pid);
}

/** The command line of a process, its arguments joined by blanks; null when it cannot be seen. */
export function commandOf(pid: number): string | null {
  if (process.platform === "linux") {
    return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim() ?? null;
  }
  return (
    spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || null
  );
}

/** The mark that a file holds; null when it holds none, as when its writer was killed while writing it. */
export function readMark(path: string): ProcessMark | null {
  try {
    const mark = JSON.parse(readFileSync(path, "utf8")) as ProcessMark;
    return typeof mark.pid === "number" && typeof mark.started === "string" ? mark : null;
  } catch {
    return null;
  }
}

function startOnLinux(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name in parentheses may hold blanks; what follows it is: state, then 18 more fields up to the start time.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  return `${readOrNull("/proc/sys/kernel/random/boot_id")?.trim() ?? ""} ${fields[19]}`;
}

function startByPs(pid: number): string | null {
  const { stdout, error } = spawnSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
  });
  if (error) return "";
  const line = stdout.trim();
  return line === "" || line.startsWith("Z") ? null : line.slice(line.indexOf(" ") + 1).trim();
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
