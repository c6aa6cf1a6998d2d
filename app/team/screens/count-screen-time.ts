import { watchActiveTime } from "#lib/web/active-time.ts";
import { nowMs } from "#lib/web/clock.ts";
import { forgetOldTime, keepSeconds, sendKept } from "./kept-time.ts";

const SEND_MS = 300_000;
// On a phone a page that is hidden may never come back.
const SEND_HIDDEN_MS = 60_000;

/**
 * Counts this member's active time and sends it every few minutes and when the page is left, until what it answers is called.
 * `aheadMs` is how far the server's clock is ahead of this device's.
 */
export function countScreenTime(memberId: string, aheadMs: () => number): () => void {
  const now = () => nowMs(aheadMs());
  let sentAt = now();
  const send = (afterMs: number) => {
    if (now() - sentAt < afterMs) return;
    sentAt = now();
    void sendKept(memberId, sentAt);
  };
  const hide = () => {
    if (document.visibilityState === "hidden") send(SEND_HIDDEN_MS);
  };
  const leave = () => send(0);
  forgetOldTime(sentAt);
  leave();
  const stop = watchActiveTime((seconds, at) => {
    keepSeconds(memberId, seconds, at + aheadMs());
    send(SEND_MS);
  });
  addEventListener("pagehide", leave);
  addEventListener("visibilitychange", hide, { capture: true });
  return () => {
    stop();
    removeEventListener("pagehide", leave);
    removeEventListener("visibilitychange", hide, { capture: true });
  };
}
