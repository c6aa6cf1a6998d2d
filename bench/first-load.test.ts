import { describe, expect, it } from "vitest";
import { neededBy, timeToInteractive } from "./first-load.ts";

const task = (start: number, end: number) => ({ start, end });

describe("time to interactive", () => {
  it.each([
    ["nothing came after the first content", 400, [], [], 400],
    ["a long task ended before it", 400, [task(100, 300)], [], 400],
    ["a long task was under way", 400, [task(300, 700)], [], 700],
    ["the last of several", 400, [task(500, 600), task(900, 1_100)], [], 1_100],
    ["not the one after five quiet seconds", 400, [task(500, 600), task(5_700, 6_000)], [], 600],
    ["two requests do no harm", 400, [task(6_000, 6_200)], [task(500, 5_900), task(500, 5_900)], 400],
    [
      "three do: it is not quiet yet",
      400,
      [task(6_000, 6_200)],
      [task(500, 2_000), task(500, 2_000), task(500, 1_500)],
      6_200,
    ],
  ])("%s", (_, firstContent, longTasks, requests, expected) => {
    expect(timeToInteractive(firstContent, longTasks, requests)).toBe(expected);
  });
});

describe("what a page needs", () => {
  const manifest = {
    "index.html": { file: "a/index.js", isEntry: true, imports: ["_shared.js"], css: ["a/index.css"] },
    "_shared.js": { file: "a/shared.js" },
    "_sheet.js": { file: "a/sheet.js", imports: ["_shared.js"] },
    "today.tsx": {
      file: "a/today.js",
      src: "today.tsx",
      imports: ["_shared.js", "_sheet.js"],
      css: ["a/today.css"],
    },
    "people.tsx": { file: "a/people.js", src: "people.tsx", imports: ["index.html"] },
  };

  it("is what it and the entry import, each once, and no other page", () => {
    expect(neededBy("today.tsx", manifest)).toEqual({
      scripts: ["a/index.js", "a/shared.js", "a/today.js", "a/sheet.js"],
      styles: ["a/index.css", "a/today.css"],
    });
  });

  it("is refused for a page that is not there", () => {
    expect(() => neededBy("nowhere.tsx", manifest)).toThrow("no chunk of nowhere.tsx");
  });
});
