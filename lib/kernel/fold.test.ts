import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, inAscii, searchWords } from "./fold.ts";

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

  it("says the same of plain ASCII as of what it is within any other text", () => {
    const plain = fc.string({ unit: "binary-ascii" });
    fc.assert(
      fc.property(plain, (text) => {
        expect(`${fold(text)} ж`.trim()).toBe(fold(`${text} Ж`));
      }),
    );
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

  it("finds every script by ASCII alone, and the beginning of a word by its beginning", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const word of searchWords(text)) expect(word).toMatch(/^[a-z0-9]+$/);
        expect(inAscii(fold(text))).toMatch(/^[a-z0-9 ]*$/);
      }),
    );
    expect(inAscii("山田太郎".slice(0, 2))).toBe(inAscii("山田"));
    expect(inAscii("山田太郎")).toContain(inAscii("太"));
    expect(inAscii("山")).not.toBe(inAscii("田"));
  });

  it.each([
    ["Müller", ["muller", "mueller"]],
    ["Mueller", ["mueller", "muller"]],
    ["Muller", ["muller"]],
    ["Jörg Groß", ["jorg", "gross", "joerg"]],
    ["Søren Ångström", ["soren", "angstrom", "soeren", "aangstroem"]],
    ["Anna Anna", ["anna"]],
    ["Иванов Алексей Щукин", ["ivanov", "aleksei", "shchukin"]],
    ["Αθήνα", ["athina"]],
  ])("%s is found by %s", (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });
});
