import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { dayIn } from "#lib/kernel/days.ts";
import { nowMs, watchClock } from "./clock.ts";

const HOUR_MS = 3_600_000;
beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-22T22:58:30Z") }));
afterEach(() => void vi.useRealTimers());

/** What a screen would show of the day, each time that it hears of a change. */
function watched(aheadMs = 0) {
  const tab = new EventTarget();
  const seen: string[] = [];
  const stop = watchClock(aheadMs, () => seen.push(dayIn(new Date(nowMs(aheadMs)), "Europe/Berlin")), tab);
  return { seen, stop, comeBack: () => tab.dispatchEvent(new Event("visibilitychange")) };
}

it("becomes Monday at the workspace's midnight, while the tab stays open", () => {
  const { seen } = watched();
  vi.advanceTimersByTime(60_000);
  expect(seen).toEqual(["2026-11-22"]);
  vi.advanceTimersByTime(31_000);
  expect(seen).toEqual(["2026-11-22", "2026-11-23"]);
});

it("is right at once in a tab that slept over midnight, where no timer ran", () => {
  const { seen, comeBack } = watched();
  vi.setSystemTime(new Date("2026-11-24T07:00:00Z"));
  comeBack();
  expect(seen).toEqual(["2026-11-24"]);
});

it("goes by the server's clock where the device's is wrong", () => {
  const { seen } = watched(HOUR_MS);
  vi.advanceTimersByTime(91_000);
  expect(seen.at(-1)).toBe("2026-11-23");
});

it("rests once nobody looks", () => {
  const { seen, stop, comeBack } = watched();
  stop();
  comeBack();
  vi.advanceTimersByTime(HOUR_MS);
  expect(seen).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
