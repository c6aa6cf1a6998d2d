import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { systemClock } from "#lib/kernel/clock.ts";
import { isLost } from "./api.ts";
import { device } from "./device.ts";
import { ME, type SignedIn } from "./signed-in.ts";

/** So long a slow network is waited for before what was read last is shown in the meantime. */
const PATIENCE_MS = 3_000;
const KEPT_MS = 14 * 86_400_000;
const MOST_KEPT = 1_000;
// The name of the page's first script changes with everything that is built.
const BUILD = globalThis.document?.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? "";
/** Not for a device: what is of the moment, and what opens doors. */
const NOT_KEPT = ["/sign-in", "/keys", "/imports", "/invitations", "/healthz"];

/**
 * Asks, and keeps the answer on this device. Where no answer comes, or only after a while, what was kept stands in for it,
 * with its own age; the next answer that comes replaces it.
 */
export async function askOrRecall<T>(client: QueryClient, key: QueryKey, ask: () => Promise<T>): Promise<T> {
  if (!isKept(key)) return await ask();
  const shows = () => client.getQueryData(key) !== undefined;
  const recall = async (): Promise<T | undefined> => {
    const kept = await keptRead(key);
    // The cache takes what is answered for new; its age is set right once it is in.
    if (kept !== undefined) setTimeout(() => client.setQueryData(key, kept.data, { updatedAt: kept.at }));
    return kept?.data as T | undefined;
  };
  const slow = setTimeout(() => void (shows() || recall()), PATIENCE_MS);
  try {
    const answer = await ask();
    void keepRead(key, answer);
    return answer;
  } catch (thrown) {
    const kept = isLost(thrown) && !shows() ? await recall() : undefined;
    if (kept === undefined) throw thrown;
    return kept;
  } finally {
    clearTimeout(slow);
  }
}

/** The first part of a key is a path of the API, the second its query. What is typed into a search is not kept. */
export function isKept([path, query]: QueryKey): boolean {
  if (typeof path !== "string" || NOT_KEPT.some((start) => path.startsWith(start))) return false;
  const typed = (query as Record<string, unknown> | undefined)?.["q"];
  return typed === undefined || typed === "";
}

/** Somebody leaves, or another comes: nothing of what was read stays on the device. */
export async function forgetReads(): Promise<void> {
  await quietly(async () => (await device()).clear("reads"));
}

export async function keepRead(key: QueryKey, data: unknown): Promise<void> {
  await quietly(async () => {
    const shelf = (await device()).transaction("reads", "readwrite");
    if (key[0] === ME) {
      const before = (await shelf.store.get(nameOf(key)))?.data as SignedIn | undefined;
      if (before !== undefined && before.member.id !== (data as SignedIn).member.id)
        await shelf.store.clear();
    }
    const now = systemClock.now().getTime();
    await shelf.store.put({ at: now, data, build: BUILD }, nameOf(key));
    const old = await shelf.store.index("at").getAllKeys(IDBKeyRange.upperBound(now - KEPT_MS), 20);
    const spare = (await shelf.store.count()) - old.length - MOST_KEPT;
    const most = spare > 0 ? await shelf.store.index("at").getAllKeys(undefined, old.length + spare) : old;
    await Promise.all([...most.map((each) => shelf.store.delete(each)), shelf.done]);
  });
}

export async function keptRead(key: QueryKey): Promise<{ at: number; data: unknown } | undefined> {
  return await quietly(async () => {
    const kept = await (await device()).get("reads", nameOf(key));
    const tooOld = kept !== undefined && kept.at < systemClock.now().getTime() - KEPT_MS;
    return kept?.build === BUILD && !tooOld ? kept : undefined;
  });
}

function nameOf(key: QueryKey): string {
  return JSON.stringify(key);
}

/** A browser that keeps nothing is no trouble: it is as if nothing had been read. */
async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
