import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { PAGE_LIMIT, type Page } from "#lib/kernel/page.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import { read, type Query } from "./api.ts";
import { everyPage } from "./every-page.ts";
import { keepRead, keptRead } from "./kept-reads.ts";

const FRESH_MS = 12 * 3_600_000;
const QUIET_AFTER_MS = 5_000;
const AGAIN_MS = 60_000;

/**
 * Keeps a whole list on this device for when there is no network: read in a quiet moment, twice a day at most. With
 * `undefined` as the path nothing is kept yet.
 */
export function useKeepList(path: string | undefined, query: Query): void {
  const client = useQueryClient();
  const asked = JSON.stringify(query);
  useEffect(() => {
    if (path === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const when = (ms: number) => {
      timer = setTimeout(() => {
        if (client.isFetching() > 0 || !navigator.onLine) when(AGAIN_MS);
        else void keepList(path, JSON.parse(asked) as Query);
      }, ms);
    };
    when(QUIET_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, path, asked]);
}

/** What was kept of it; nothing where it never was. */
export async function recallList<T>(path: string, query: Query): Promise<readonly T[]> {
  const kept = await keptRead([path, query, "all"]);
  return (kept?.data as T[] | undefined) ?? [];
}

async function keepList(path: string, query: Query): Promise<void> {
  const key = [path, query, "all"];
  const kept = await keptRead(key);
  if (kept !== undefined && kept.at > systemClock.now().getTime() - FRESH_MS) return;
  try {
    const all = await everyPage((cursor) =>
      read<Page<unknown>>(path, { ...query, limit: PAGE_LIMIT, cursor }),
    );
    await keepRead(key, all);
  } catch {
    // It is tried again the next time that somebody looks.
  }
}
