import { asProblem, isLost, write } from "#lib/web/api.ts";
import { TAKE_PIECE_BYTES } from "../take.ts";
import type { TakeView } from "../take-view.ts";

const WAIT_MS = 1_500;
const MOST_WAIT_MS = 30_000;

export interface Upload {
  id: string;
  file: Blob;
  /** Bytes that the server has already. */
  received: number;
  onReceived: (received: number) => void;
  /** No answer comes: it is waited for. */
  onLost: () => void;
  signal: AbortSignal;
}

/**
 * Sends a take piece by piece, from where the server stands; a lost connection is waited for, as long as `signal` lets it. Resolves
 * to whether all of it has arrived. Throws an ApiProblem for what waiting does not mend.
 */
export async function uploadTake({
  id,
  file,
  received,
  onReceived,
  onLost,
  signal,
}: Upload): Promise<boolean> {
  let at = received;
  let failures = 0;
  while (at < file.size && !signal.aborted) {
    try {
      const piece = file.slice(at, at + TAKE_PIECE_BYTES);
      const view = await write<TakeView>(
        "PUT",
        `/practice-takes/${id}/pieces?at=${at}`,
        piece,
        `${id}-${at}`,
      );
      at = Math.max(at, view.received);
      failures = 0;
    } catch (thrown) {
      const problem = asProblem(thrown);
      const goOn = problem.facts?.["received"];
      if (problem.kind === "conflict" && typeof goOn === "number") at = goOn;
      else if (isLost(thrown) || problem.kind === "fault") {
        failures += 1;
        onLost();
        await connection(Math.min(MOST_WAIT_MS, WAIT_MS * 2 ** failures), signal);
      } else throw thrown;
    }
    if (!signal.aborted) onReceived(at);
  }
  return at >= file.size;
}

/** Until it is there again, or for so long. */
async function connection(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
