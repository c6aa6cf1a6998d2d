import { describe, expect, it } from "vitest";
import { wordsOf } from "../typed-words.ts";
import type { Language } from "./language.ts";
import { LANGUAGES } from "./languages.ts";

describe.each(LANGUAGES.map((language) => [language.code, language] as const))(
  "the words of %s",
  (_, language) => {
    it("are all words, of one unbroken phrase each", () => {
      for (const phrase of phrasesOf(language)) {
        const words = wordsOf(phrase);
        expect(words.length, phrase).toBeGreaterThan(0);
        expect(
          words.slice(1).some((word) => word.broken),
          phrase,
        ).toBe(false);
      }
    });

    it("have one meaning each", () => {
      const plain = phrasesOf(language).map((phrase) =>
        wordsOf(phrase)
          .map((word) => word.plain)
          .join(" "),
      );
      expect(plain.filter((phrase, at) => plain.indexOf(phrase) !== at)).toEqual([]);
    });

    it("name seven days and twelve months", () => {
      expect(language.dates.weekdays).toHaveLength(7);
      expect(language.dates.months).toHaveLength(12);
    });

    it("tell one thing each of what else is told", () => {
      for (const side of ["behind", "before"] as const) {
        const plain = Object.values(language.facts)
          .flatMap((each) => each[side])
          .map((phrase) =>
            wordsOf(phrase)
              .map((word) => word.plain)
              .join(" "),
          );
        expect(plain.filter((phrase, at) => plain.indexOf(phrase) !== at)).toEqual([]);
        expect(plain.every((phrase) => phrase !== "")).toBe(true);
      }
    });
  },
);

function phrasesOf({ asking, introduction, at, outcomes, silence, channels, moments }: Language): string[] {
  return [asking, outcomes, channels, moments]
    .flatMap((record) => Object.values<readonly string[]>(record).flat())
    .concat(introduction, at, silence);
}
