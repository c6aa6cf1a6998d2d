import { useEffect, useEffectEvent, useState } from "react";
import { asProblem } from "./api.ts";
import type { ApiProblem } from "./api.ts";

const PAUSE_MS = 150;

export interface Found<T> {
  items: readonly T[];
  busy: boolean;
  problem: ApiProblem | null;
}

interface Answer<T> {
  to: string | null;
  items: readonly T[];
  problem: ApiProblem | null;
}

/** Asks `find` while somebody types, a moment after each key; an answer overtaken by a later question is dropped. */
export function useFound<T>(
  find: (typed: string, signal: AbortSignal) => readonly T[] | Promise<readonly T[]>,
  typed: string,
  asking: boolean,
): Found<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ to: null, items: [], problem: null });
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    try {
      const items = await find(typed, signal);
      if (!signal.aborted) setAnswer({ to: typed, items, problem: null });
    } catch (thrown) {
      if (!signal.aborted) setAnswer({ to: typed, items: [], problem: asProblem(thrown) });
    }
  });
  useEffect(() => {
    if (!asking) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => void ask(stop.signal), typed === "" ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, asking]);
  return { items: answer.items, busy: asking && answer.to !== typed, problem: answer.problem };
}

/** The value once it has stayed the same for a moment: for filters that are typed. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
