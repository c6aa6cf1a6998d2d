import { readFileSync, globSync } from "node:fs";
import { expect, it } from "vitest";
import { priorityPhrases } from "./priority-phrases.tsx";
import { programmePhrases } from "./programme-phrases.tsx";

it("has words for every line that the programme writes into the journal", () => {
  const files = globSync("app/programme/*-actions.ts");
  const written = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const lines = [...text.matchAll(/verb: "([a-z-]+\.[a-z-]+)"|tellJournal\(\w+, \w+, "([a-z.-]+)"/g)];
    return lines.map(([, verb, told]) => verb ?? told ?? "");
  });
  expect(written).toEqual(
    expect.arrayContaining(["spiff.opened", "spiff.changed", "spiff.signed", "priority.stated"]),
  );
  const said = new Set([...Object.keys(priorityPhrases), ...Object.keys(programmePhrases)]);
  // Goals are the team's own.
  expect(written.filter((verb) => !said.has(verb) && verb !== "goal.set")).toEqual([]);
});
