import { describe, expect, it } from "vitest";
import { atOnce, inTurn, percentile, spreadOf } from "./measure.ts";

describe("percentile", () => {
  it.each([
    [[7], 0.5, 7],
    [[7], 0.95, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
    [Array.from({ length: 100 }, (_, n) => 100 - n), 0.95, 95],
    [Array.from({ length: 20 }, (_, n) => n + 1), 0.95, 19],
    [[1, 2, 3], 1, 3],
  ])("of %j at %d is %d", (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it("of nothing is refused", () => {
    expect(() => percentile([], 0.5)).toThrow("nothing was measured");
  });
});

it("spreads", () => {
  expect(spreadOf([5, 1, 9])).toEqual({ times: 3, p50: 5, p95: 9, most: 9 });
});

it("counts what came after the warm-up", async () => {
  const turns: number[] = [];
  const taken = await inTurn(4, async (turn) => turns.push(turn), 2);
  expect(taken).toHaveLength(4);
  expect(turns).toEqual([0, 1, 0 + 2, 3, 4, 5]);
});

it("shares each turn out once, to as many clients as there are", async () => {
  const turns: number[] = [];
  const clients = new Set<number>();
  let now = 0;
  let most = 0;
  const { taken } = await atOnce(3, 10, async (turn, client) => {
    turns.push(turn);
    clients.add(client);
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now--;
  });
  expect(taken).toHaveLength(10);
  expect(turns.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect([clients.size, most]).toEqual([3, 3]);
});
