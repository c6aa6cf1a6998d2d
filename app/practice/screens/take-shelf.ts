import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Heard } from "#lib/audio/heard.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { withDuration } from "#lib/web/media/webm-duration.ts";
import { BACK_SECONDS, LOOSE_HOURS } from "../take.ts";

/** recording: at it, or broken off. loose: nobody has said yet whether to keep it. gone: thrown away, and still to be had back. */
export type TakeState = "recording" | "loose" | "kept" | "gone";

/** One take on this device. Times are milliseconds of its clock. */
export interface DeviceTake {
  id: string;
  memberId: string;
  scenario: string;
  scenarioName: string;
  state: TakeState;
  startedAt: number;
  /** When it was written to last. */
  touchedAt: number;
  seconds: number;
  type: string;
  bytes: number;
  pieces: number;
  heard: Heard | null;
  /** Of the practice session it belongs to, once that was scored. */
  sessionId: string | null;
  /** What it is on the server, once it is shared. */
  sharedId: string | null;
}

interface Shelves extends DBSchema {
  take: { key: string; value: DeviceTake };
  /** The sound and picture of a take, a second each. */
  piece: { key: [takeId: string, at: number]; value: Blob };
}

const LAST_PIECE = Number.MAX_SAFE_INTEGER;

let opened: Promise<IDBPDatabase<Shelves>> | undefined;
const listeners = new Set<() => void>();

/** Rejects where the browser keeps nothing, as some do in a private window. */
async function shelves(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>("askwell-takes", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("take", { keyPath: "id" });
      fresh.createObjectStore("piece");
    },
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => (opened = undefined));
  return await opened;
}

export function watchTakes(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

export async function putTake(take: DeviceTake): Promise<void> {
  await (await shelves()).put("take", take);
  tellAll();
}

/** Writes the next piece of a take that is being recorded. Throws when the device is full: what was written before stays. */
export async function addPiece(id: string, piece: Blob): Promise<void> {
  const writing = (await shelves()).transaction(["take", "piece"], "readwrite");
  const take = await writing.objectStore("take").get(id);
  const writes = take && [
    writing.objectStore("piece").put(piece, [id, take.pieces]),
    writing.objectStore("take").put({
      ...take,
      pieces: take.pieces + 1,
      bytes: take.bytes + piece.size,
      touchedAt: nowMs(),
    }),
  ];
  await Promise.all([...(writes ?? []), writing.done]);
}

/** Writes into a take that is recorded to its end how long it is, so that a player shows it and seeks in it, wherever it goes. */
export async function sayLength(id: string, seconds: number): Promise<void> {
  const first = await (await shelves()).get("piece", [id, 0]);
  const told = first && withDuration(new Uint8Array(await first.arrayBuffer()), seconds);
  if (!first || !told) return;
  const writing = (await shelves()).transaction(["take", "piece"], "readwrite");
  const take = await writing.objectStore("take").get(id);
  const bytes = (take?.bytes ?? 0) + told.length - first.size;
  const writes = take && [
    writing.objectStore("piece").put(new Blob([told], { type: first.type }), [id, 0]),
    writing.objectStore("take").put({ ...take, bytes }),
  ];
  await Promise.all([...(writes ?? []), writing.done]);
}

/** Undefined where it is not there any more. */
export async function changeTake(
  id: string,
  changes: Partial<Omit<DeviceTake, "id" | "memberId">>,
): Promise<DeviceTake | undefined> {
  const writing = (await shelves()).transaction("take", "readwrite");
  const take = await writing.store.get(id);
  const after = take && { ...take, touchedAt: nowMs(), ...changes };
  await Promise.all([after && writing.store.put(after), writing.done]);
  tellAll();
  return after;
}

/** A member's own takes on this device, the latest first, but for those thrown away. None where nothing can be kept. */
export async function takesOf(memberId: string): Promise<DeviceTake[]> {
  const all = await (await shelves()).getAll("take");
  return all
    .filter((take) => take.memberId === memberId && take.state !== "gone")
    .toSorted((one, other) => other.startedAt - one.startedAt);
}

/** The whole of it, as a file that stays on the disk: only what is read of it comes into memory. */
export async function fileOf({ id, type }: Pick<DeviceTake, "id" | "type">): Promise<Blob> {
  const pieces = await (await shelves()).getAll("piece", piecesOf(id));
  return new Blob(pieces, { type });
}

/** Erases what was thrown away and what nobody kept, and calls broken off what is not recorded any more. */
export async function sweepTakes(): Promise<void> {
  const now = nowMs();
  const { held = [] } = await navigator.locks.query();
  const recorded = new Set(held.map(({ name }) => name));
  for (const take of await (await shelves()).getAll("take")) {
    const idle = now - take.touchedAt;
    const isBrokenOff = take.state === "recording" && !recorded.has(lockOf(take.id));
    const isOver =
      (take.state === "gone" && idle > BACK_SECONDS * 1_000) ||
      (take.state === "loose" && idle > LOOSE_HOURS * 3_600_000) ||
      (isBrokenOff && take.pieces === 0);
    if (isOver) await erase(take.id);
    else if (isBrokenOff) {
      await sayLength(take.id, take.pieces).catch(() => undefined);
      await changeTake(take.id, { state: "loose", seconds: take.pieces });
    }
  }
}

/** Held by whichever tab records the take; it ends with the tab. */
export function lockOf(id: string): string {
  return `askwell take ${id}`;
}

async function erase(id: string): Promise<void> {
  const writing = (await shelves()).transaction(["take", "piece"], "readwrite");
  await Promise.all([
    writing.objectStore("piece").delete(piecesOf(id)),
    writing.objectStore("take").delete(id),
    writing.done,
  ]);
  tellAll();
}

function piecesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, LAST_PIECE]);
}

function nowMs(): number {
  return systemClock.now().getTime();
}

function tellAll(): void {
  for (const each of listeners) each();
}
