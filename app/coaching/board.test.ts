import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOARD_KINDS, FEWEST_PLACED, FEWEST_WORKDAYS, placesOf, type Done } from "./board.ts";

const done = (memberId: string, count: number, workdays = 20): Done => ({
  memberId,
  count,
  of: null,
  workdays,
});
const kept = (memberId: string, count: number, of: number): Done => ({ memberId, count, of, workdays: 15 });
const places = (rows: readonly Done[]) =>
  Object.fromEntries(placesOf(rows).map(({ memberId, place }) => [memberId, place]));
const isMore = (one: Done, other: Done) => one.count * other.workdays > other.count * one.workdays;
const someTeam = fc
  .array(fc.record({ count: fc.nat(12), workdays: fc.nat(23) }), { maxLength: 12 })
  .map((rows) => rows.map(({ count, workdays }, at) => done(`m${at}`, count, workdays)));

describe("a board", () => {
  it("places by what was done for each workday there, so that part-time and absence cost nobody a place", () => {
    expect(
      places([
        done("whole", 10, 20),
        done("part-time", 6, 12),
        done("half away", 6, 10),
        done("less", 4, 20),
        done("least", 1, 20),
        done("none", 0, 20),
      ]),
    ).toEqual({ "half away": 1, whole: 2, "part-time": 2, less: null, least: null, none: null });
  });

  it("places promises by the share that was kept, not by how many, and nobody by a few", () => {
    expect(
      places([
        kept("many", 12, 17),
        kept("most of them", 11, 15),
        kept("as many of fewer", 22, 30),
        kept("few", 2, 2),
        kept("half", 5, 10),
        kept("fewer", 1, 10),
      ]),
    ).toEqual({ "most of them": 1, "as many of fewer": 1, many: null, few: null, half: null, fewer: null });
  });

  it("gives no rate and no place to whoever was hardly there", () => {
    const rows = [
      done("a", 8),
      done("b", 6),
      done("c", 4),
      done("d", 2),
      done("new", 4, FEWEST_WORKDAYS - 1),
    ];
    const fresh = placesOf(rows).find(({ memberId }) => memberId === "new");
    expect(fresh).toMatchObject({ place: null, perWeek: null });
    expect(places(rows)).toMatchObject({ a: 1, b: 2 });
  });

  it("is never of time on screens or of money", () => {
    expect(BOARD_KINDS.filter((kind) => /screen|time|money|revenue|deal|amount/.test(kind))).toEqual([]);
  });

  it("places nobody where they are few", () => {
    fc.assert(
      fc.property(someTeam, (rows) => {
        const few = rows.slice(0, FEWEST_PLACED - 1);
        expect(placesOf(few).every(({ place }) => place === null)).toBe(true);
      }),
    );
  });

  it("is the same whatever the order in which they come", () => {
    fc.assert(
      fc.property(someTeam, fc.infiniteStream(fc.nat()), (rows, keys) => {
        const shuffled = rows
          .map((row) => ({ row, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(places(shuffled)).toEqual(places(rows));
      }),
    );
  });

  it("gives whoever did the same for each day the same place, and leaves the next ones out", () => {
    fc.assert(
      fc.property(someTeam, (rows) => {
        const placed = placesOf(rows);
        const ranked = placed.filter(({ perWeek }) => perWeek !== null);
        const pairs = ranked.flatMap((one) => ranked.map((other) => [one, other] as const));
        const wrong = pairs.filter(([one, other]) => {
          if (!isMore(one, other) && !isMore(other, one)) return one.place !== other.place;
          if (one.place === null || other.place === null) return false;
          return one.place < other.place !== isMore(one, other);
        });
        expect(wrong).toEqual([]);
        const misplaced = ranked.filter(
          ({ place }) =>
            place !== null &&
            ranked.filter((each) => each.place !== null && each.place < place).length !== place - 1,
        );
        expect(misplaced).toEqual([]);
      }),
    );
  });

  it("shows nobody as last: half of them at most begin a place, never all but one have one, and nothing done is no place", () => {
    fc.assert(
      fc.property(someTeam, (rows) => {
        const placed = placesOf(rows);
        const without = placed.filter(({ place }) => place === null);
        expect(without.length === 1 && placed.length > 1).toBe(false);
        expect(placed.every(({ count, place }) => count > 0 || place === null)).toBe(true);
        const ranked = placed.filter(({ perWeek }) => perWeek !== null).length;
        expect(Math.max(0, ...placed.map(({ place }) => place ?? 0))).toBeLessThanOrEqual(
          Math.min(3, ranked / 2),
        );
      }),
    );
  });

  it("does not change by days on which nobody does anything for everybody alike", () => {
    fc.assert(
      fc.property(someTeam, fc.integer({ min: 2, max: 5 }), (rows, times) => {
        const stretched = rows.map((row) => ({ ...row, count: row.count * times }));
        expect(places(stretched)).toEqual(places(rows));
      }),
    );
  });
});
