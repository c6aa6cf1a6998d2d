import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typedSearch } from "./typed-search.ts";

describe("what was typed", () => {
  it.each(["", "   ", "%%%", "…", "'"])("%j is nothing to search for", (text) => {
    expect(typedSearch(text)).toBeNull();
  });

  it("is taken apart into words, the longest first, each once", () => {
    const typed = typedSearch("Mül hafen  MÜL logistik");
    expect(typed).toMatchObject({ whole: "mul hafen mul logistik", words: ["logistik", "hafen", "mul"] });
    expect(typed?.swappedToo).toEqual(["% hafen%", "% ahfen%", "% hfaen%", "% haefn%", "% hafne%"]);
  });

  it("never lets a wildcard through but the two that stand around a word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const typed = typedSearch(text);
        for (const word of typed?.words ?? []) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        for (const pattern of [...(typed?.swapped ?? []), ...(typed?.swappedToo ?? [])])
          expect(pattern).toMatch(/^% [^%_\\]*%$/);
        expect(typed?.words.length ?? 0).toBeLessThanOrEqual(6);
      }),
    );
  });
});
