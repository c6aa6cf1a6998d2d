import { describe, expect, it } from "vitest";
import type { CommandSource } from "./page.ts";
import { readersOf } from "./readers.ts";

describe("readers of typed lines", () => {
  it("are fetched once, and those that could not be read nothing until the next time", async () => {
    let fetched = 0;
    let works = false;
    const source: CommandSource = {
      name: "Notes",
      find: () => [],
      reads: {
        example: "note this",
        load: async () => {
          fetched += 1;
          await Promise.resolve();
          if (!works) throw new Error("offline");
          return () => ({ label: "", chips: [], trouble: null, notes: [], ready: true, busy: false, run });
        },
      },
    };
    const sources = [source, { name: "People", find: () => [] }];
    const first = await readersOf(sources);
    expect(first.map((reads) => reads("note this", run))).toEqual([null]);
    works = true;
    const second = readersOf(sources);
    expect(readersOf(sources)).toBe(second);
    expect((await second).map((reads) => reads("note this", run)?.ready)).toEqual([true]);
    expect(fetched).toBe(2);
  });
});

function run(): void {
  // Nothing is carried out here.
}
