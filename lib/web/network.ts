import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

/** Answers whatever its status; the service worker leaves it alone. */
const PROBE = "/healthz";
const FIRST_PROBE_MS = 1_000;
const LONGEST_PROBE_MS = 30_000;
const PATIENCE_MS = 8_000;

let probing = false;
// TanStack takes a device for connected until an event says otherwise; one that starts without a network has had none.
if ("onLine" in navigator && !navigator.onLine) onlineManager.setOnline(false);

/**
 * Whether the server can be reached, as far as this device knows: from what it says of its network, and from what became of the
 * last request, since a phone on a Wi-Fi that leads nowhere says that it has one.
 */
export function isOnline(): boolean {
  return onlineManager.isOnline();
}

/** To be said of every request: whether an answer came. Without one the server is asked again and again, until it answers. */
export function sayReached(reached: boolean): void {
  onlineManager.setOnline(reached);
  if (!reached && !probing) void probe();
}

export function useOnline(): boolean {
  return useSyncExternalStore(watchNetwork, isOnline);
}

function watchNetwork(changed: () => void): () => void {
  return onlineManager.subscribe(changed);
}

async function probe(): Promise<void> {
  probing = true;
  try {
    for (let wait = FIRST_PROBE_MS; !onlineManager.isOnline(); wait = Math.min(wait * 2, LONGEST_PROBE_MS)) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (await answers()) onlineManager.setOnline(true);
    }
  } finally {
    probing = false;
  }
}

async function answers(): Promise<boolean> {
  try {
    await fetch(PROBE, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  }
}
