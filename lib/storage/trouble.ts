import { Problem } from "#lib/kernel/problem.ts";

const BROKEN_DEADLOCK = new Set(["40P01", "40001"]);
const LOCK_NOT_HAD = "55P03";
const LOST = new Set(["57P01", "57P02", "ECONNRESET", "EPIPE"]);
const UNREACHABLE = new Set([
  "57P03",
  "53300",
  "3D000",
  "ECONNREFUSED",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
// pg says these without a code.
const LOST_SAYS = /^(Connection terminated|Client (has encountered a connection error|was closed))/;
const UNREACHABLE_SAYS = /^(timeout exceeded when trying to connect|Cannot use a pool after calling end)/;

export function isBrokenDeadlock(error: unknown): boolean {
  return BROKEN_DEADLOCK.has(codeOf(error));
}

/** The connection ended while it was in use; its transaction was rolled back, unless its commit was on the way. */
export function isLost(error: unknown): boolean {
  return LOST.has(codeOf(error)) || LOST_SAYS.test(messageOf(error));
}

/** A Problem where waiting helps, caused by what is there; anything else as it is. */
export function asProblem(error: unknown): unknown {
  const reason = toWaitOut(error);
  if (reason === null) return error;
  const problem = new Problem("unavailable", reason);
  problem.cause = error;
  return problem;
}

function toWaitOut(error: unknown): string | null {
  const code = codeOf(error);
  if (code === LOCK_NOT_HAD) return "something long is being written here just now; try again in a minute";
  return UNREACHABLE.has(code) || UNREACHABLE_SAYS.test(messageOf(error)) || isLost(error)
    ? "the database cannot be reached just now; try again in a moment"
    : null;
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
