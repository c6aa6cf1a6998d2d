import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bordaPoints, chanceOf, friedman, kendallsW } from "./ranking.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/data/6-oracles");
const there = existsSync(join(FOLDER, "rank-agreement.json"));
if (!there) console.info("left out: ranks against R and Condorcet, as ../shared/data/6-oracles is not there");

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), "utf8"));

interface BordaCase {
  method: string;
  candidates: string | string[];
  votes: string[];
  scores: Record<string, number>;
  starting?: 0;
  implicit_ranking?: false;
}

describe.skipIf(!there)("ranks, against R and the tests of Condorcet", () => {
  it("agree as R's friedman.test says of how to round first base", () => {
    const expected = read("rank-agreement.json") as {
      ranks_average_ties: number[][];
      rank_sums: number[];
      friedman_chisq: number;
      p: number;
      kendalls_W: number;
    };
    const rankings = expected.ranks_average_ties;
    const sums = rankings[0]!.map((_, at) => rankings.reduce((sum, ranks) => sum + ranks[at]!, 0));
    expect(sums).toEqual(expected.rank_sums);
    const said = { n: rankings.length, sums };
    const w = kendallsW(
      said,
      rankings.reduce((sum, ranks) => sum + tiesIn(ranks), 0),
    )!;
    expect(w).toBeCloseTo(expected.kendalls_W, 12);
    expect(friedman(w, said)).toBeCloseTo(expected.friedman_chisq, 10);
    expect(chanceOf(friedman(w, said), 2)).toBeCloseTo(expected.p, 12);
  });

  it("give Borda's points, counted from one and from nought, with answers left open shared", () => {
    const { cases } = read("rank-aggregation.json") as { cases: BordaCase[] };
    const borda = cases.filter(
      ({ method, implicit_ranking }) => method === "borda" && implicit_ranking !== false,
    );
    expect(borda.length).toBeGreaterThan(3);
    for (const { candidates, votes, scores, starting } of borda) {
      const names = Array.from(candidates);
      const sums = names.map(() => 0);
      let n = 0;
      for (const vote of votes) {
        const [order = "", times = "1"] = vote.split("*").map((part) => part.trim());
        const ranked = order.split(">").map((name) => name.trim());
        const shared = (ranked.length + 1 + names.length) / 2;
        n += Number(times);
        for (const [at, name] of names.entries()) {
          const place = ranked.indexOf(name);
          sums[at]! += Number(times) * (place < 0 ? shared : place + 1);
        }
      }
      const points = bordaPoints({ n, sums }, starting === 0 ? 0 : 1);
      expect(Object.fromEntries(names.map((name, at) => [name, points[at]]))).toEqual(scores);
    }
  });
});

function tiesIn(ranks: readonly number[]): number {
  const groups = Object.values(Object.groupBy(ranks, String)).map((group) => group!.length);
  return groups.reduce((sum, t) => sum + t ** 3 - t, 0);
}
