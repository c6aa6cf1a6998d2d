import { device } from "./device.ts";
import type { KeptWrite } from "./outbox.ts";

/** With its place in the order in which it was written. */
export type Shelved = KeptWrite & { place: number };

const listeners = new Set<() => void>();
let otherTabs: BroadcastChannel | undefined;

/** Calls `changed` when anything is put in, taken out or changed, in whichever tab. */
export function watchShelf(changed: () => void): () => void {
  listeners.add(changed);
  channel();
  return () => void listeners.delete(changed);
}

/** Null where this browser keeps nothing. */
export async function shelve(write: KeptWrite): Promise<number | null> {
  try {
    const place = await (await device()).add("outbox", write);
    tellAll();
    return place;
  } catch {
    return null;
  }
}

/** A member's own, in their order. */
export async function shelved(memberId: string): Promise<Shelved[]> {
  try {
    const all = (await device()).transaction("outbox").store;
    const [places, writes] = await Promise.all([all.getAllKeys(), all.getAll()]);
    return writes
      .map((write, at) => ({ ...write, place: places[at] as number }))
      .filter((write) => write.memberId === memberId);
  } catch {
    return [];
  }
}

/** Whether it was still there. */
export async function takeOut(place: number): Promise<boolean> {
  const outbox = (await device()).transaction("outbox", "readwrite");
  const there = (await outbox.store.getKey(place)) !== undefined;
  await Promise.all([there && outbox.store.delete(place), outbox.done]);
  if (there) tellAll();
  return there;
}

/** Nothing happens where it is gone already. */
export async function putBack({ place, ...write }: Shelved): Promise<void> {
  const outbox = (await device()).transaction("outbox", "readwrite");
  const there = (await outbox.store.getKey(place)) !== undefined;
  await Promise.all([there && outbox.store.put(write, place), outbox.done]);
  if (there) tellAll();
}

export async function markWaiting(place: number): Promise<void> {
  const outbox = (await device()).transaction("outbox", "readwrite");
  const kept = await outbox.store.get(place);
  await Promise.all([kept && outbox.store.put({ ...kept, waits: true }, place), outbox.done]);
  tellAll();
}

function tellAll(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin by itself.
  channel().postMessage("changed");
  hear();
}

function channel(): BroadcastChannel {
  if (otherTabs === undefined) {
    otherTabs = new BroadcastChannel("askwell outbox");
    otherTabs.addEventListener("message", hear);
  }
  return otherTabs;
}

function hear(): void {
  for (const each of listeners) each();
}
