import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

it("shows everybody who is signed in the same published figures, each with its grade in words", async () => {
  const { items } = (await t.get("rep", "/results/published")).body;
  expect(items).toContainEqual(
    expect.objectContaining({
      key: "introductions-close",
      values: [{ whose: null, low: 0.5, high: 0.9 }],
      denominator: "introduction → deal won",
      grade: "C-",
      gradeSays: "C−: the experience of one practitioner, not counted",
      isPoor: true,
    }),
  );
  for (const who of ["colleague", "manager", "leader", "stranger"] as const)
    expect((await t.get(who, "/results/published")).body.items).toEqual(items);
  expect((await t.as(null, "GET", "/results/published")).status).toBe(401);
});

it("hands them out as files, a line for each value", async () => {
  const lines = (await t.get("rep", "/results/published.csv")).body.trim().split("\r\n");
  expect(lines[0]).toBe("claim,value,whose,of what,population,year,grade,off by default,source,warning");
  expect(lines).toHaveLength(1 + 14);
  expect(lines.filter((line: string) => line.includes(",3.63 %,"))).toHaveLength(1);
  expect((await t.get("rep", "/results/published.xlsx")).headers.get("content-disposition")).toContain(
    "published-figures.xlsx",
  );
});
