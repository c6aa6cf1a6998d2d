import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { systemClock } from "#lib/kernel/clock.ts";
import { PAGE_LIMIT, type Page } from "#lib/kernel/page.ts";
import { read, type Query } from "./api.ts";
import { everyPage } from "./every-page.ts";
import { keepRead, keptRead } from "./kept-reads.ts";
import { isOnline } from "./network.ts";

const LIST_FRESH_MS = 12 * 3_600_000;
const ONE_FRESH_MS = 15 * 60_000;
const QUIET_AFTER_MS = 2_000;
const AGAIN_MS = 60_000;

/** Keeps what a screen reads with useRead on this device before any screen has, for when there is no network. */
export function useKeepRead(path: string, query: Query): void {
  useQuietly(path, query, async () => {
    await keepFresh([path, query], ONE_FRESH_MS, async () => await read(path, query));
  });
}

/** Keeps a whole list on this device, read twice a day at most. */
export function useKeepList(path: string, query: Query): void {
  useQuietly(path, query, async () => {
    const readPage = async (cursor: string | undefined) =>
      await read<Page<unknown>>(path, { ...query, limit: PAGE_LIMIT, cursor });
    await keepFresh(listKey(path, query), LIST_FRESH_MS, async () => await everyPage(readPage));
  });
}

/** What was kept of a list; nothing where it never was. */
export async function recallList<T>(path: string, query: Query): Promise<readonly T[]> {
  const kept = await keptRead(listKey(path, query));
  return (kept?.data as T[] | undefined) ?? [];
}

function listKey(path: string, query: Query): readonly unknown[] {
  return [path, query, "all"];
}

/** Once the page has come to rest. */
function useQuietly(path: string, query: Query, work: () => Promise<void>): void {
  const client = useQueryClient();
  const what = JSON.stringify([path, query]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const when = (ms: number) => {
      timer = setTimeout(() => {
        if (client.isFetching() > 0 || !isOnline()) when(AGAIN_MS);
        else void work();
      }, ms);
    };
    when(QUIET_AFTER_MS);
    return () => clearTimeout(timer);
    // `work` is another one each time; what it does is what `what` names.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, what]);
}

async function keepFresh(
  key: readonly unknown[],
  freshMs: number,
  ask: () => Promise<unknown>,
): Promise<void> {
  const kept = await keptRead(key);
  if (kept !== undefined && kept.at > systemClock.now().getTime() - freshMs) return;
  try {
    await keepRead(key, await ask());
  } catch {
    // It is tried again the next time that somebody looks.
  }
}
