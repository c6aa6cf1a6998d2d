import fc from "fast-check";
import { expect, it, test } from "vitest";
import { checkGroups, proposePairs, repeatsIn, type Candidate } from "./pairing.ts";

const compare = (a: string, b: string) => a.localeCompare(b);
const QUARTER = "2026-10-01";
const person = (id: string, reported = 0, asked = 0): Candidate => ({ id, reported, asked });
const team = fc.uniqueArray(fc.record({ id: fc.uuid(), reported: fc.nat(13), asked: fc.nat(40) }), {
  selector: ({ id }) => id,
  maxLength: 25,
});

it("puts the shy beside the steady", () => {
  const four = [person("shy", 0, 0), person("steady", 13, 30), person("quiet", 2, 1), person("good", 11, 20)];
  for (const group of proposePairs(four, [], QUARTER)) {
    expect(group.filter((id) => id === "steady" || id === "good")).toHaveLength(1);
  }
});

test.each([
  [0, []],
  [1, []],
  [2, [2]],
  [3, [3]],
  [5, [2, 3]],
  [6, [2, 2, 2]],
])("%d people are in groups of %j", (count, sizes) => {
  const people = Array.from({ length: count }, (_, at) => person(`m${at}`, at));
  const groups = proposePairs(people, [], QUARTER);
  expect(
    groups
      .map(({ length }) => String(length))
      .toSorted(compare)
      .map(Number),
  ).toEqual(sizes);
});

it("gives everybody a partner, once, whoever they are", () => {
  fc.assert(
    fc.property(team, (people) => {
      const groups = proposePairs(people, [], QUARTER);
      const enough = people.length > 1 ? people : [];
      checkGroups(groups);
      expect(groups.flat().toSorted(compare)).toEqual(enough.map(({ id }) => id).toSorted(compare));
      expect(groups.filter(({ length }) => length === 3)).toHaveLength(enough.length % 2);
    }),
  );
});

it("asks nothing of the order in which people come", () => {
  fc.assert(
    fc.property(team, fc.nat(), (people, seed) => {
      const turned = people
        .map((each, at) => [(at * 7 + seed) % 11, each] as const)
        .toSorted(([a], [b]) => a - b);
      const other = turned.map(([, each]) => each);
      expect(proposePairs(other, [], QUARTER)).toEqual(proposePairs(people, [], QUARTER));
    }),
  );
});

it("brings nobody together again who was together last quarter, from four on", () => {
  fc.assert(
    fc.property(
      team,
      fc.array(fc.record({ reported: fc.nat(13), asked: fc.nat(40) }), { minLength: 25, maxLength: 25 }),
      (people, since) => {
        // Of five, three who were together and two who were cannot be taken apart wholly.
        fc.pre(people.length >= 4 && people.length !== 5);
        const before = proposePairs(people, [], "2026-07-01");
        const now = people.map((each, at) => ({ ...each, ...since[at] }));
        expect(repeatsIn(proposePairs(now, before, QUARTER), before)).toBe(0);
      },
    ),
  );
});

it("is another one next quarter where all are alike", () => {
  const alike = Array.from({ length: 12 }, (_, at) => person(`m${at}`, 5, 5));
  const quarters = ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"];
  const said = quarters.map((quarter) =>
    JSON.stringify(
      proposePairs(alike, [], quarter)
        .map((each) => each.toSorted(compare).join(" "))
        .toSorted(compare),
    ),
  );
  expect(new Set(said).size).toBe(4);
});

test("two who are all there is stay together", () => {
  expect(proposePairs([person("a"), person("b")], [["a", "b"]], QUARTER)).toHaveLength(1);
});

test.each([
  [[["a"]]],
  [[["a", "b", "c", "d"]]],
  [
    [
      ["a", "b"],
      ["b", "c"],
    ],
  ],
  [[["a", "a"]]],
])("%j are no groups", (groups) => {
  expect(() => checkGroups(groups)).toThrow(/partners are two|stands in it twice/);
});
