import { systemClock } from "#lib/kernel/clock.ts";
import { newGesture } from "#lib/web/api.ts";
import type { Hearing } from "#lib/web/media/hearing.ts";
import { record } from "#lib/web/media/record.ts";
import { addPiece, changeTake, lockOf, putTake, sayLength, type DeviceTake } from "./take-shelf.ts";

export interface TakeRecording {
  id: string;
  startedAt: number;
  /** Resolves to the take as it stands on the device, when all of it does. */
  stop(): Promise<DeviceTake | undefined>;
}

export const FULL =
  "There is no room left on this device. What was recorded up to here is there; throw takes away to make room.";
const NOT_KEPT =
  "This browser keeps nothing here, as in a private window: open Askwell in an ordinary window to record.";

/**
 * Records a take into this device's own store, second by second. Throws an Error that says what to do where that cannot be.
 * `onTrouble` hears of what ends it: the take then stands as far as it came.
 */
export async function recordTake(
  stream: MediaStream,
  hearing: Hearing | null,
  of: Pick<DeviceTake, "memberId" | "scenario" | "scenarioName">,
  onTrouble: (reason: string) => void,
): Promise<TakeRecording> {
  const id = newGesture();
  const startedAt = nowMs();
  const fresh = { ...of, id, state: "recording" as const, startedAt, touchedAt: startedAt };
  const empty = { seconds: 0, type: "", bytes: 0, pieces: 0, heard: null, sessionId: null, sharedId: null };
  try {
    await putTake({ ...fresh, ...empty });
  } catch (thrown) {
    throw new Error(isFull(thrown) ? FULL : NOT_KEPT, { cause: thrown });
  }
  const ended = Promise.withResolvers<void>();
  void navigator.locks.request(lockOf(id), async () => await ended.promise);
  let writing = Promise.resolve();
  let failed = false;
  const writeAfter = async (before: Promise<void>, piece: Blob) => {
    await before;
    if (failed) return;
    try {
      await addPiece(id, piece);
    } catch (thrown) {
      failed = true;
      onTrouble(isFull(thrown) ? FULL : NOT_KEPT);
    }
  };
  hearing?.begin();
  const recording = record(stream, (piece) => {
    writing = writeAfter(writing, piece);
  });
  await changeTake(id, { type: recording.type });
  let stopped: Promise<DeviceTake | undefined> | undefined;
  const stop = async () => {
    const seconds = (nowMs() - startedAt) / 1_000;
    const heard = hearing?.tell() ?? Promise.resolve(null);
    await recording.stop();
    await writing;
    // Where there is no room for it, it is a take without it.
    await sayLength(id, seconds).catch(() => undefined);
    const take = await changeTake(id, { state: "loose", seconds, heard: await heard });
    ended.resolve();
    return take;
  };
  return { id, startedAt, stop: async () => await (stopped ??= stop()) };
}

function isFull(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "QuotaExceededError";
}

function nowMs(): number {
  return systemClock.now().getTime();
}
