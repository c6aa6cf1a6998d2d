import { describe, expect, it } from "vitest";
import { needsOf, type Source } from "./needs.ts";

const source = (imports: string[], lazily: string[] = [], text = ""): Source => ({ imports, lazily, text });

const graph = new Map<string, Source>([
  ["/index.html", source(["/web.tsx"])],
  ["/web.tsx", source(["/a/today-pages.ts", "/b/b-sections.ts", "/lib/door.tsx"], ["/b/b-phrases.tsx"])],
  ["/a/today-pages.ts", source([], ["/a/today-page.tsx", "/a/other-page.tsx"])],
  ["/a/today-page.tsx", source(["/lib/card.tsx"], [], '<Parts on="today last" id={id} />')],
  ["/a/other-page.tsx", source(["/lib/card.tsx", "/lib/timeline.tsx"], ["/a/sheet.tsx"])],
  ["/a/sheet.tsx", source(["/lib/form.tsx"])],
  [
    "/b/b-sections.ts",
    source(
      [],
      ["/b/b-today.tsx", "/b/b-here.tsx"],
      `{ on: "today last", load: async () => (await import("./b-today.tsx")).B },
       { on: "b", load: async () => (await import("./b-here.tsx")).B },`,
    ),
  ],
  ["/b/b-today.tsx", source(["/b/b.ts"], [], '<Parts on="b" id={id} seldom />')],
  ["/b/b-here.tsx", source(["/lib/card.tsx"])],
  ["/b/b-phrases.tsx", source(["/b/b.ts"])],
  ["/lib/door.tsx", source([], ["/lib/command-bar.tsx"])],
  ["/for.html", source(["/for.tsx"])],
  ["/for.tsx", source([], ["/c/visited-page.tsx"])],
  ["/c/visited-page.tsx", source(["/b/b.ts"])],
  ...["/lib/card.tsx", "/lib/form.tsx", "/lib/timeline.tsx", "/lib/command-bar.tsx", "/b/b.ts"].map(
    (id): [string, Source] => [id, source([])],
  ),
]);

const START = new Set(["/a/today-pages.ts", "/b/b-sections.ts", "/index.html", "/lib/door.tsx", "/web.tsx"]);
/** Each page has it in the end. */
const BESIDE = ["/lib/command-bar.tsx"];

const needs = needsOf(graph, "/index.html", "/for.html").map(
  ({ often, modules }) => [often, [...modules].filter((id) => !START.has(id)).toSorted()] as const,
);

describe("what browsers fetch at once", () => {
  it("is a page with what it imports, then with the sections of all rooms that stand on it and on these", () => {
    const page = ["/a/today-page.tsx", "/lib/card.tsx"];
    const sections = ["/b/b-here.tsx", "/b/b-today.tsx", "/b/b.ts"];
    expect(needs.slice(0, 2)).toEqual([
      [25, page],
      [25, [...page, ...sections, ...BESIDE].toSorted()],
    ]);
  });

  it("is another page the same, though not so often, with how lines of the journal read where it shows any", () => {
    const page = ["/a/other-page.tsx", "/lib/card.tsx", "/lib/timeline.tsx"];
    expect(needs.slice(2, 4)).toEqual([
      [1, page],
      [1, [...page, "/b/b-phrases.tsx", "/b/b.ts", ...BESIDE].toSorted()],
    ]);
  });

  it("is a page behind a link without the app", () => {
    expect(needs[4]).toEqual([100, ["/b/b.ts", "/c/visited-page.tsx", "/for.html", "/for.tsx"]]);
  });

  it("is what is opened on a page", () => {
    expect(needs.slice(5)).toEqual([[0.3, ["/a/sheet.tsx", "/lib/form.tsx"]]]);
  });
});
