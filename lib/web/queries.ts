import {
  MutationCache,
  QueryCache,
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type MutationOptions,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { PAGE_LIMIT } from "#lib/kernel/page.ts";
import { ApiProblem, asProblem, isLost, newGesture, read } from "./api.ts";
import type { Query } from "./api.ts";
import { everyPage } from "./every-page.ts";
import { askOrRecall, forgetReads } from "./kept-reads.ts";
import { readTogether } from "./together.ts";
import { useUndo } from "./undo-toast.tsx";
import { capital } from "./words.ts";

const FRESH_MS = 30_000;
/** By then what was read anew is on the page, on a slow device too. */
const DRAWN_MS = 2_000;
const BEFORE_SIGNING_IN = "/sign-in";

/** `signedOut` is called whenever any call is answered "not signed in". */
export function newQueryClient(signedOut: () => void): QueryClient {
  const watch = (thrown: unknown) => {
    if (thrown instanceof ApiProblem && thrown.kind === "not-signed-in") {
      void forgetReads();
      signedOut();
    }
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: onlyWhenLost,
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

export interface Reading<T> {
  data: T | undefined;
  /** Only while there is nothing to show: what was read stays readable when the network goes. */
  problem: ApiProblem | null;
  /** When `data` came, in milliseconds of this device's clock; 0 before. */
  readAt: number;
  /** True while there is nothing to show yet. */
  loading: boolean;
  /** True while an answer is on its way, whatever is shown meanwhile. */
  asking: boolean;
  /** True while what is shown belongs to the question before this one. */
  stale: boolean;
  again: () => void;
}

/**
 * What the server says at `path`. With `undefined` as the path nothing is asked yet. `keep` goes on showing the
 * answer before while the next one comes (lists with filters); `everyMs` asks again and again (a running job).
 */
export function useRead<T>(
  path: string | undefined,
  query: Query = {},
  {
    keep = false,
    everyMs,
  }: { keep?: boolean; everyMs?: number | ((data: T | undefined) => number | false) } = {},
): Reading<T> {
  const found = useQuery<T>({
    queryKey: [path, query],
    queryFn: async ({ signal, client, queryKey }) =>
      await askOrRecall(client, queryKey, async () =>
        path?.startsWith(BEFORE_SIGNING_IN)
          ? await read<T>(path, query, signal)
          : await readTogether<T>(path ?? "", query, signal),
      ),
    enabled: path !== undefined,
    ...(keep && { placeholderData: keepPreviousData }),
    ...(everyMs !== undefined && {
      refetchInterval: typeof everyMs === "number" ? everyMs : (asked) => everyMs(asked.state.data),
    }),
  });
  return readingOf(found);
}

/** All of a list that is short enough to choose from, members or teams: every page of it. */
export function useReadAll<T>(path: string | undefined, query: Query = {}): Reading<T[]> {
  const found = useQuery<T[]>({
    queryKey: [path, query, "all"],
    queryFn: async ({ signal, client, queryKey }) =>
      await askOrRecall(client, queryKey, async () =>
        everyPage<T>((cursor) => readTogether(path ?? "", { ...query, limit: PAGE_LIMIT, cursor }, signal)),
      ),
    enabled: path !== undefined,
  });
  return readingOf(found);
}

function readingOf<T>(found: UseQueryResult<T>): Reading<T> {
  return {
    data: found.data,
    problem: found.error === null || found.data !== undefined ? null : asProblem(found.error),
    readAt: found.dataUpdatedAt,
    loading: found.isPending,
    asking: found.isFetching,
    stale: found.isPlaceholderData,
    again: () => void found.refetch(),
  };
}

interface AfterWriting<V, T> {
  refresh?: readonly string[];
  done?: (answer: T, what: V) => void;
  /** What is shown may be of before: `readAgain` resolves once it was read anew. */
  refused?: (problem: ApiProblem, readAgain: Promise<void>) => Promise<void>;
}

export interface Writing<V, T> {
  /** Fire and forget: the answer comes to `done`, a refusal to `problem`. */
  send: (what: V) => void;
  /** The same, awaited; throws an ApiProblem. */
  sendNow: (what: V) => Promise<T>;
  busy: boolean;
  problem: ApiProblem | null;
  forget: () => void;
}

/**
 * One kind of change. `carryOut` gets the gesture to hand to `write`: it stays the same while the same content is sent
 * again after a lost connection, so that nothing happens twice. `refresh` are path beginnings read anew afterwards, also when what is
 * shown may be of before although nothing was saved.
 */
export function useWrite<V, T = unknown>(
  carryOut: (what: V, gesture: string) => Promise<T>,
  { refresh = [], done }: Pick<AfterWriting<V, T>, "refresh" | "done"> = {},
): Writing<V, T> {
  const client = useQueryClient();
  const [gestures] = useState(newGestures);
  const { refused, settle } = useStillSaid();
  const change = useMutation(
    changeOf(client, gestures, carryOut, { refresh, refused, ...(done && { done }) }),
  );
  return {
    send: (what) => {
      settle();
      change.mutate(what);
    },
    sendNow: async (what) => {
      settle();
      return await change.mutateAsync(what);
    },
    busy: change.isPending,
    problem: change.error === null ? null : asProblem(change.error),
    forget: () => {
      settle();
      change.reset();
    },
  };
}

/** Says why a press was refused where what was pressed goes away by what is read anew, and its refusal with it: somebody took the line away. */
function useStillSaid() {
  const say = useUndo();
  const unsaid = useRef<ApiProblem | null>(null);
  useEffect(
    () => () => {
      if (unsaid.current !== null) say(capital(unsaid.current.reason));
    },
    [say],
  );
  return {
    refused: async (problem: ApiProblem, readAgain: Promise<void>) => {
      unsaid.current = problem;
      await readAgain;
      await new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
      if (unsaid.current === problem) unsaid.current = null;
    },
    settle: () => {
      unsaid.current = null;
    },
  };
}

/** What becomes of one press. A refusal is shown at once: what is read anew comes after it. */
export function changeOf<V, T>(
  client: QueryClient,
  gestures: ReturnType<typeof newGestures>,
  carryOut: (what: V, gesture: string) => Promise<T>,
  { refresh = [], done, refused }: AfterWriting<V, T>,
): MutationOptions<T, Error, V> {
  return {
    mutationFn: async (what) => {
      const gesture = gestures.begin(what);
      try {
        const answer = await carryOut(what, gesture);
        gestures.end();
        return answer;
      } catch (thrown) {
        gestures.end(thrown);
        throw thrown;
      }
    },
    onSuccess: async (answer, what) => {
      done?.(answer, what);
      await readAnew(client, refresh);
    },
    onError: (thrown) => {
      if (!mayHaveHappened(thrown) && !wasOvertaken(thrown)) return;
      const readAgain = readAnew(client, refresh);
      void refused?.(asProblem(thrown), readAgain);
    },
  };
}

/** Reads these paths anew when work in the background has come to its end: what was read meanwhile is of before. */
export function useRefreshAfter(atWork: boolean, refresh: readonly string[]): void {
  const client = useQueryClient();
  const wasAtWork = useRef(atWork);
  useEffect(() => {
    if (wasAtWork.current && !atWork) {
      void readAnew(client, refresh);
    }
    wasAtWork.current = atWork;
  }, [atWork, client, refresh]);
}

/**
 * Reads anew what begins with one of these paths. A first reading that is still under way may be of before the change: it is given
 * up too, which by themselves only later readings are.
 */
export async function readAnew(client: QueryClient, refresh: readonly string[]): Promise<void> {
  const isTouched = ({ queryKey }: { queryKey: readonly unknown[] }) => touches(queryKey[0], refresh);
  await client.cancelQueries({ predicate: (each) => each.state.data === undefined && isTouched(each) });
  await client.invalidateQueries({ predicate: isTouched });
}

/** Keeps one gesture for the same content until it is known to have happened or to have been refused. */
export function newGestures() {
  let unanswered: { content: string; gesture: string } | null = null;
  return {
    begin: (what: unknown): string => {
      const content = contentOf(what);
      if (unanswered?.content !== content) unanswered = { content, gesture: newGesture() };
      return unanswered.gesture;
    },
    end: (thrown?: unknown): void => {
      if (!mayHaveHappened(thrown)) unanswered = null;
    },
  };
}

/** Does a read of `path` begin with one of `beginnings`, at a slash? "/people" touches "/people/7", not "/peoples". */
export function touches(path: unknown, beginnings: readonly string[]): boolean {
  if (typeof path !== "string") return false;
  return beginnings.some((start) => path === start || path.startsWith(`${start}/`));
}

function onlyWhenLost(failures: number, thrown: Error): boolean {
  return isLost(thrown) && failures < 2;
}

function mayHaveHappened(thrown: unknown): boolean {
  return (
    thrown instanceof ApiProblem &&
    (thrown.kind === "lost" || thrown.kind === "unavailable" || thrown.kind === "fault")
  );
}

/** Somebody else was quicker: what is shown here is of before. */
function wasOvertaken(thrown: unknown): boolean {
  return thrown instanceof ApiProblem && (thrown.kind === "conflict" || thrown.kind === "not-found");
}

function contentOf(what: unknown): string {
  if (what instanceof File) return JSON.stringify([what.name, what.size, what.lastModified]);
  if (!(what instanceof FormData)) return JSON.stringify(what) ?? "";
  return JSON.stringify(
    [...what].map(([name, value]) => [name, typeof value === "string" ? value : [value.name, value.size]]),
  );
}
