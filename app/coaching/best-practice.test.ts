import { describe, expect, it } from "vitest";
import { practicesOf, type Cell } from "./best-practice.ts";

const cell = (key: string, memberId: string, introductions: number, asks: number): Cell => ({
  key,
  memberId,
  stratum: memberId,
  asks,
  introductions,
});

const RARE_AND_OFTEN = [cell("rare", "mia", 9, 19), cell("often", "mia", 9, 60)];
const of = (key: string) => practicesOf(RARE_AND_OFTEN).find((each) => each.key === key);

describe("what works", () => {
  it("is told with how often, its interval, and beside the same reps' other asks", () => {
    const [first, second] = practicesOf([
      cell("name one", "mia", 18, 30),
      cell("anyone", "mia", 6, 30),
      cell("name one", "jonas", 12, 30),
      cell("anyone", "jonas", 4, 30),
    ]);
    expect(first).toMatchObject({
      key: "name one",
      asks: 60,
      introductions: 30,
      members: 2,
      rate: { kind: "rate", n: 60 },
    });
    expect(first?.beside?.value).toBeCloseTo(1 / 3, 10);
    expect(first?.beside?.low).toBeGreaterThan(0.15);
    expect(first?.beside?.others).toBe(60);
    expect(second?.beside?.value).toBeCloseTo(-1 / 3, 10);
  });

  it("is too early under twenty, of it or of what it is compared with", () => {
    expect(of("rare")).toMatchObject({ rate: { kind: "too-early", n: 19 }, beside: null });
    expect(of("often")).toMatchObject({ rate: { kind: "rate" }, beside: null });
  });

  it("is not a way that only the best asker has: then nothing is compared", () => {
    const practices = practicesOf([cell("hers", "mia", 30, 40), cell("his", "jonas", 5, 40)]);
    expect(practices.map(({ beside }) => beside)).toEqual([null, null]);
  });

  it("does not depend on the order", () => {
    const cells = [cell("a", "m", 3, 25), cell("b", "m", 9, 25), cell("c", "m", 9, 25), cell("a", "n", 2, 8)];
    expect(practicesOf(cells.toReversed())).toEqual(practicesOf(cells));
  });
});
