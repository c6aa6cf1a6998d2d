import { systemClock } from "#lib/kernel/clock.ts";
import { asProblem, newGesture, write } from "./api.ts";
import { anew, toSend, verdictOn, type KeptWrite, type Verdict } from "./outbox.ts";
import { putBack, shelved, takeOut, type Shelved } from "./outbox-shelf.ts";

/** As long as a tap is waited for; what is kept is not lost with it. */
export const PATIENCE_MS = 10_000;

export interface Round {
  sent: Shelved[];
  refused: Shelved[];
  /** Whether anything is left that a later round will try. */
  left: boolean;
}

/** Sends what this member has written, in its order, one tab at a time; `all` as toSend means it. */
export async function sendShelved(memberId: string, all: boolean): Promise<Round> {
  return await alone(async () => {
    const round: Round = { sent: [], refused: [], left: false };
    for (const kept of toSend(await shelved(memberId), nowMs(), all)) {
      const verdict = await tryOne(kept);
      if (verdict === "gone") round.sent.push(kept);
      else if (verdict === "asks") round.refused.push(kept);
      else round.left = true;
      if (verdict === "later") break;
    }
    return round;
  });
}

/** Whether it was taken back: false when it has gone out already. */
export async function takeBackShelved(place: number): Promise<boolean> {
  return await alone(async () => await takeOut(place));
}

/** Somebody has decided: it goes out again, as a new gesture. */
export async function sendAnew(kept: Shelved, insisting: boolean): Promise<void> {
  const again = anew(kept, newGesture(), nowMs(), insisting);
  await alone(async () => await putBack({ ...again, place: kept.place }));
}

export async function carryOut<T>(kept: KeptWrite): Promise<T> {
  const { method, path, body, gesture, memberId } = kept;
  return await write<T>(method, path, body, gesture, { patienceMs: PATIENCE_MS, writtenBy: memberId });
}

async function tryOne(kept: Shelved): Promise<Verdict> {
  try {
    await carryOut(kept);
  } catch (thrown) {
    const problem = asProblem(thrown);
    const verdict = verdictOn(problem, kept.faults);
    const faults = problem.kind === "fault" ? { faults: (kept.faults ?? 0) + 1 } : {};
    const refusal = { reason: problem.reason, byRule: problem.facts?.["rule"] !== undefined };
    await putBack({ ...kept, ...faults, ...(verdict === "asks" ? { refusal } : { waits: true }) });
    return verdict;
  }
  await takeOut(kept.place);
  return "gone";
}

/** Where a browser has no locks two tabs may send the same gesture, which is carried out once all the same. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return await work();
  return (await navigator.locks.request("askwell outbox", work)) as T;
}

function nowMs(): number {
  return systemClock.now().getTime();
}
