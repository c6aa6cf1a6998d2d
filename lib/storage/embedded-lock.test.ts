import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withLock } from "./embedded-lock.ts";
import { isAlive, markSelf } from "./embedded-process.ts";

let folder: string;
let lock: string;
const longAgo = new Date("2020-01-01T00:00:00Z");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "askwell-lock-"));
  lock = join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

it("lets one at a time work, and all of them in the end", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(5);
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withLock(lock, work)));
  expect(most).toBe(1);
});

it("is let go when the work fails", async () => {
  await expect(withLock(lock, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await withLock(lock, async () => "done")).toBe("done");
});

it("says once whom it waits for", async () => {
  const waitedFor: number[] = [];
  const first = withLock(lock, () => sleep(200));
  await withLock(
    lock,
    async () => {},
    (pid) => waitedFor.push(pid),
  );
  await first;
  expect(waitedFor).toEqual([process.pid]);
});

it.each([
  ["a process that is gone", JSON.stringify({ pid: 2 ** 22 + 1, started: "x" })],
  [
    "an earlier process of the same number",
    JSON.stringify({ pid: process.pid, started: "an earlier boot 7" }),
  ],
  ["a writer killed in the middle", '{"pid":'],
])("is taken over from %s, by one of many", async (_who, content) => {
  writeFileSync(lock, content);
  utimesSync(lock, longAgo, longAgo);
  let inside = 0;
  const work = async () => {
    expect(++inside).toBe(1);
    await sleep(5);
    inside--;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(lock, work)));
});

it("is taken over even when a take-over was killed", async () => {
  writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, started: "x" }));
  mkdirSync(`${lock}.breaking`);
  utimesSync(`${lock}.breaking`, longAgo, longAgo);
  expect(await withLock(lock, async () => "done")).toBe("done");
});

it("knows a living process from a dead one", () => {
  expect(isAlive(markSelf())).toBe(true);
  expect(isAlive({ ...markSelf(), started: "another time" })).toBe(false);
  expect(isAlive({ pid: 2 ** 22 + 1, started: "" })).toBe(false);
});
