import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minorDigits } from "#lib/kernel/money.ts";
import { xlsxFile, type SheetCell } from "./xlsx-out.ts";

describe("a workbook", () => {
  it("holds text as text, whatever it looks like, and not one formula", async () => {
    const naughty = [
      "=1+1",
      "+1+1",
      "-2+3",
      "@SUM(A1)",
      "=cmd|' /C calc'!A0",
      "\t=1",
      "＝1",
      "<f>1</f>",
      "a&b",
    ];
    const files = filesIn(
      await xlsxFile([{ name: "All: [one]", widths: [20], rows: naughty.map((text) => [{ text }]) }]),
    );
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect([...sheet.matchAll(/<c [^>]*t="s"/g)]).toHaveLength(naughty.length);
    for (const text of files.values()) expect(text).not.toMatch(/<f[ >]/);
    const kept = textsIn(files);
    expect(kept).toEqual(naughty.map((text) => (/^[<a]/.test(text) ? text : `'${text}`)));
    expect(files.get("xl/workbook.xml")).toContain('name="All   one"');
  });

  it("holds any amount to its last digit", async () => {
    const currency = fc.constantFrom("EUR", "JPY", "KWD");
    const minor = fc.oneof(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: -1e12, max: 1e12 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(minor, currency), { minLength: 1, maxLength: 30 }),
        async (drawn) => {
          const rows = drawn.map(([amount, of]): SheetCell[] => [{ money: { minor: amount, currency: of } }]);
          const sheet = filesIn(await xlsxFile([{ name: "x", widths: [], rows }])).get(
            "xl/worksheets/sheet1.xml",
          );
          const back = [...(sheet ?? "").matchAll(/<v>([^<]*)<\/v>/g)].map((match) => match[1] ?? "");
          expect(back.map((text, at) => minorOf(text, drawn[at]?.[1] ?? ""))).toEqual(
            drawn.map(([amount]) => amount),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("holds days as days, counted from 30 December 1899", async () => {
    const files = filesIn(await xlsxFile([{ name: "x", widths: [], rows: [[{ day: "2026-11-18" }, null]] }]));
    expect(files.get("xl/worksheets/sheet1.xml")).toContain("<v>46344</v>");
  });
});

/** Decimal digits, read without floating point. */
function minorOf(text: string, currency: string): number {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const digits = minorDigits(currency);
  expect(fraction.length).toBeLessThanOrEqual(digits);
  const minor = Number(whole + fraction.padEnd(digits, "0"));
  return text.startsWith("-") ? -minor : minor;
}

function textsIn(files: Map<string, string>): string[] {
  const shared = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<t[^>]*>([^<]*)<\/t>/g)];
  return shared.map((match) => plain(match[1] ?? ""));
}

function plain(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** The files of a ZIP by its central directory (PKWARE APPNOTE 4.3.12). */
function filesIn(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const name = zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    files.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
