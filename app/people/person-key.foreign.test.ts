import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { personNameKey } from "./person-key.ts";

const FOLDER = new URL("../../../shared/data/5-identity-dates/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: foreign duplicates, because ${FOLDER.pathname} is not there.`);

const read = (path: string) => readFileSync(new URL(path, FOLDER), "utf8");

const people = (name: string) =>
  read(`dedup/${name}`)
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map((cell) => cell.trim()))
    .map(([id = "", given = "", family = ""]) => ({
      who: /rec-(\d+)/.exec(id)![1]!,
      key: personNameKey(`${given} ${family}`),
    }));

describe.skipIf(missing)("duplicates with typing errors (febrl)", () => {
  it.each([
    ["febrl-dataset1.csv", 500],
    ["febrl-dataset2.csv", 1934],
  ])("finds many pairs in %s by the name alone, swapped names among them", (file, pairs) => {
    const byWho = Object.values(Object.groupBy(people(file), ({ who }) => who));
    let found = 0;
    for (const same of byWho) {
      same!.forEach(
        (one, index) => (found += same!.slice(index + 1).filter(({ key }) => key === one.key).length),
      );
    }
    // A name key forgives order, case and accents, not typing errors: those are what the other keys are for.
    expect(found / pairs).toBeGreaterThan(0.4);
  });
});
