import type { ApiProblem, Method } from "./api.ts";

/** A write that this device keeps until the server has answered it. */
export interface KeptWrite {
  method: Method;
  path: string;
  body?: unknown;
  /** Sent again as often as it takes, it happens once. */
  gesture: string;
  /** Who wrote it, in which workspace: it never goes out as anybody else's. */
  memberId: string;
  /** In milliseconds of this device's clock. */
  writtenAt: number;
  /** What it says, for whoever wrote it: "Anna Weber: will think." */
  words: string;
  /** Ids of what it is about, so that no screen asks for it again meanwhile. */
  about: readonly string[];
  /** Beginnings of paths that read otherwise afterwards. */
  refresh: readonly string[];
  /** How it can be said all the same when a rule stands against it: the words of the button, and what is added to the body. */
  insist?: { label: string; adds: Readonly<Record<string, unknown>> };
  /** It could not be sent at once. */
  waits?: true;
  /** Why it was not taken; somebody decides what becomes of it. */
  refusal?: { reason: string; byRule: boolean };
  /** How often the server broke over it. */
  faults?: number;
}

/** The server knows a gesture again for a few days longer. */
export const SENT_WITHIN_DAYS = 30;
const MOST_FAULTS = 3;
const DAY_MS = 86_400_000;

/**
 * What becomes of a kept write after a try. "gone": it is done. "later": it stays as it is, and nothing is sent past it.
 * "aside": it stays, and those after it go on. "asks": somebody decides.
 */
export type Verdict = "gone" | "later" | "aside" | "asks";

export function verdictOn(problem: ApiProblem | null, faults = 0): Verdict {
  if (problem === null) return "gone";
  if (problem.facts?.["writtenBy"] === "another") return "aside";
  switch (problem.kind) {
    case "lost":
    case "unavailable":
    case "too-many":
    case "not-signed-in":
      return "later";
    case "fault":
      return faults + 1 < MOST_FAULTS ? "later" : "asks";
    default:
      return "asks";
  }
}

/**
 * Those to try, the oldest first; what was refused or is too old waits for somebody. `all`: also what is being sent in this
 * moment, or was when its window was closed.
 */
export function toSend<K extends KeptWrite>(kept: readonly K[], now: number, all = false): K[] {
  return kept.filter(
    (each) => (all || each.waits === true) && each.refusal === undefined && !isOld(each, now),
  );
}

export function isOld({ writtenAt }: KeptWrite, now: number): boolean {
  return now - writtenAt > SENT_WITHIN_DAYS * DAY_MS;
}

/** What somebody has to decide about it, in words; null while it only waits. */
export function questionOf(kept: KeptWrite, now: number): string | null {
  if (kept.refusal !== undefined) return kept.refusal.reason;
  if (!isOld(kept, now)) return null;
  return `This has waited for more than ${SENT_WITHIN_DAYS} days. Has it been written down meanwhile?`;
}

/** The same once more, as a gesture of its own: said all the same, or simply tried again. */
export function anew(kept: KeptWrite, gesture: string, now: number, insisting: boolean): KeptWrite {
  const { refusal: _refusal, faults: _faults, ...rest } = kept;
  const body =
    insisting && kept.insist !== undefined ? { ...(kept.body as object), ...kept.insist.adds } : kept.body;
  return { ...rest, gesture, writtenAt: now, ...(body !== undefined && { body }) };
}
