import { useSyncExternalStore } from "react";
import { asProblem, type ApiProblem } from "#lib/web/api.ts";
import { fileOf, type DeviceTake } from "./take-shelf.ts";
import { uploadTake } from "./upload-take.ts";

/** How far a shared take has come that is on its way. */
export interface Sending {
  received: number;
  /** waits: there is no connection; it goes on when there is. stopped: it goes no further, and `problem` says why. */
  state: "sends" | "waits" | "stopped" | "whole";
  problem: ApiProblem | null;
}

/** By the take's id on the server. They go on whatever page is looked at, as long as the app is open. */
const sendings = new Map<string, Sending>();
const stops = new Map<string, AbortController>();
const listeners = new Set<() => void>();

/** Sends what the server has not, from `received` bytes on; nothing where it is under way. */
export async function sendTake(take: DeviceTake, id: string, received: number): Promise<void> {
  if (stops.has(id)) return;
  const stop = new AbortController();
  stops.set(id, stop);
  let at = received;
  const tell = (more: Partial<Sending> = {}) =>
    !stop.signal.aborted && put(id, { received: at, state: "sends", problem: null, ...more });
  tell();
  try {
    await uploadTake({
      id,
      file: await fileOf(take),
      received,
      onReceived: (now) => {
        at = now;
        tell();
      },
      onLost: () => tell({ state: "waits" }),
      signal: stop.signal,
    });
    tell({ state: "whole" });
  } catch (thrown) {
    tell({ state: "stopped", problem: asProblem(thrown) });
  }
  stops.delete(id);
}

/** It was withdrawn. */
export function stopSending(id: string): void {
  stops.get(id)?.abort();
  stops.delete(id);
  put(id, null);
}

/** Null where it is not on its way. */
export function useSending(id: string | null): Sending | null {
  return useSyncExternalStore(watch, () => (id === null ? null : (sendings.get(id) ?? null)));
}

export function isOnItsWay(sending: Sending | null): sending is Sending {
  return sending?.state === "sends" || sending?.state === "waits";
}

function put(id: string, sending: Sending | null): void {
  if (sending === null) sendings.delete(id);
  else sendings.set(id, sending);
  for (const each of listeners) each();
}

function watch(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}
