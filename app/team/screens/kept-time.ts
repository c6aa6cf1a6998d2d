import { asProblem, newGesture, write, type ApiKind } from "#lib/web/api.ts";
import { stillCounting, withSeconds, type Spent } from "../screen-time.ts";

/** On its way: sent again as it is, with its id, until it is known to have been added or refused. */
interface Batch {
  id: string;
  spent: Spent[];
}

const KEY = "askwell-screen-time";
const REFUSED: ReadonlySet<ApiKind> = new Set<ApiKind>(["invalid", "conflict", "not-found", "too-large"]);

/** Keeps seconds on this device until they are sent; `at` is when they ended, by the server's clock. */
export function keepSeconds(memberId: string, seconds: number, at: number): void {
  keep(memberId, "gathered", withSeconds(stillCounting(gatheredBy(memberId), at), seconds, at));
}

/** Sends what is kept here of this member and nobody else. Never throws: what could not be sent stays. */
export async function sendKept(memberId: string, at: number): Promise<void> {
  for (let batch = nextBatch(memberId, at); batch !== null; batch = nextBatch(memberId, at)) {
    try {
      await write("POST", "/screen-time", { memberId, spent: batch.spent }, batch.id);
    } catch (thrown) {
      if (!REFUSED.has(asProblem(thrown).kind)) return;
    }
    // Another tab may have sent it too, and gone on to the next.
    if (batchOf(memberId)?.id !== batch.id || !forget(memberId, "batch")) return;
  }
}

/** Lets go of what others left on this device and what is too old to be added. */
export function forgetOldTime(at: number): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(`${KEY} `)) continue;
      const memberId = name.split(" ")[1] ?? "";
      const kept = [...gatheredBy(memberId), ...(batchOf(memberId)?.spent ?? [])];
      if (stillCounting(kept, at).length > 0) continue;
      forget(memberId, "gathered");
      forget(memberId, "batch");
    }
  } catch {
    // A forbidden store holds nothing.
  }
}

/** The one on its way, or a new one of what was gathered since. */
function nextBatch(memberId: string, at: number): Batch | null {
  const before = batchOf(memberId);
  if (before !== null) return before;
  const spent = stillCounting(gatheredBy(memberId), at);
  if (spent.length === 0) return null;
  const batch = { id: newGesture(), spent };
  return keep(memberId, "batch", batch) && forget(memberId, "gathered") ? batch : null;
}

function gatheredBy(memberId: string): Spent[] {
  return keptOf(memberId, "gathered") ?? [];
}

function batchOf(memberId: string): Batch | null {
  return keptOf(memberId, "batch");
}

// The tab that gathers and the one whose answer comes late write each their own.
interface Kept {
  gathered: Spent[];
  batch: Batch;
}
type Part = keyof Kept;

function keptOf<P extends Part>(memberId: string, part: P): Kept[P] | null {
  try {
    return JSON.parse(localStorage.getItem(`${KEY} ${memberId} ${part}`) ?? "null") as Kept[P] | null;
  } catch {
    return null;
  }
}

/** False where nothing can be kept: nothing is counted there. */
function keep<P extends Part>(memberId: string, part: P, what: Kept[P]): boolean {
  try {
    localStorage.setItem(`${KEY} ${memberId} ${part}`, JSON.stringify(what));
    return true;
  } catch {
    return false;
  }
}

function forget(memberId: string, part: Part): boolean {
  try {
    localStorage.removeItem(`${KEY} ${memberId} ${part}`);
    return true;
  } catch {
    return false;
  }
}
