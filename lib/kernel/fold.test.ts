import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, searchWords } from "./fold.ts";

describe("folding", () => {
  it.each([
    ["Müller", "muller"],
    ["  Dr. Anna-Lena  O’Brien ", "dr anna lena obrien"],
    ["STRASSE Straße", "strasse strasse"],
    ["Łukasz Żółć", "lukasz zolc"],
    ["İstanbul ışık", "istanbul isik"],
    ["Søren Kierkegård", "soren kierkegard"],
    ["anna.mueller@hafen-logistik.example", "anna mueller hafen logistik example"],
    ["Иванов Алексе́й", "иванов алексеи"],
    ["山田 太郎", "山田 太郎"],
    ["Müller & Söhne GmbH & Co. KG", "muller sohne gmbh co kg"],
    ["ﬁrma ℡", "firma tel"],
    ["100 % _wild\\card%", "100 wild card"],
    ["…", ""],
  ])("%s is searched as %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("changes nothing the second time, and leaves neither wildcards nor doubled blanks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        expect(once).not.toMatch(/[%_\\|'"]| {2}|^ | $/);
      }),
    );
  });

  it.each([
    ["Müller", ["muller", "mueller"]],
    ["Mueller", ["mueller", "muller"]],
    ["Muller", ["muller"]],
    ["Jörg Groß", ["jorg", "gross", "joerg"]],
    ["Søren Ångström", ["soren", "angstrom", "soeren", "aangstroem"]],
    ["Anna Anna", ["anna"]],
  ])("%s is found by %s", (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });
});
