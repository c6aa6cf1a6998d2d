import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "#lib/http/csv-out.ts";
import { csvRecords } from "./csv-reader.ts";
import type { CsvRecord } from "./csv-record.ts";

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, separator = ",", size = 1000): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of csvRecords(cut(text, size), separator)) records.push(...batch);
  return records;
}

const cellsOf = (records: CsvRecord[]) => records.map((record) => record.cells);
const UNCLOSED = "a quotation mark is opened in this line and never closed";

describe("records of a CSV file", () => {
  it.each<[string, string, string[][]]>([
    [
      "line ends of every kind",
      "a,b\r\n1,2\n3,4\r5,6",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
    ],
    [
      "quoted separators, quotes and line ends",
      'a,"b, c","d ""e""","f\r\ng"\n',
      [["a", "b, c", 'd "e"', "f\r\ng"]],
    ],
    ["blanks around quotes", 'a, "b, c" ,d\n', [["a", "b, c", "d"]]],
    ["quotes within a cell", 'a,5" pipe,say "hi"\n', [["a", '5" pipe', 'say "hi"']]],
    ["quotes that are not doubled", 'a,"he said "hi" to",b\n', [["a", '"he said "hi" to"', "b"]]],
    [
      "blank lines and NULs",
      "a,b\n\n\r\n1,\0x\n",
      [
        ["a", "b"],
        ["1", "x"],
      ],
    ],
    ["nothing", "", []],
    ["nothing but line ends", "\n\r\n", []],
  ])("reads %s", async (_name, text, expected) => {
    for (const size of [1, 2, 1000]) expect(cellsOf(await read(text, ",", size))).toEqual(expected);
  });

  it("counts the lines of the file, those within cells included", async () => {
    const records = await read('a,b\r\n\r\n1,"x\r\ny\r\nz"\n2,3\n');
    expect(records.map(({ line }) => line)).toEqual([1, 3, 6]);
  });

  it.each([
    ["that would swallow the next record", '1,"abc\n2,d\n3,"x, y"\n4,5\n', 1],
    ["that would swallow half of a quoted one", '"a","b\n"c","d"\n', 1],
    ["that would swallow the rest of the file", 'a,b\n1,"abc\n2,d\n', 2],
    ["in the last line", 'a,b\n1,"abc', 2],
  ])("loses one line to a quote %s", async (_name, text, line) => {
    for (const size of [1, 1000]) {
      const records = await read(text, ",", size);
      const bad = text.split("\n")[line - 1];
      expect(records.filter((record) => "problem" in record)).toEqual([
        { line, problem: UNCLOSED, raw: bad },
      ]);
      const good = text.split("\n").filter((each, index) => each !== "" && index !== line - 1);
      expect(records.length).toBe(good.length + 1);
    }
  });

  it("comes through 3,000 lines of which every second one opens a quote", async () => {
    const lines = Array.from({ length: 3000 }, (_, index) =>
      index % 2 ? `${index},"open` : `${index},fine`,
    );
    const records = await read(lines.join("\n"), ",", 65_536);
    expect(records.length).toBe(3000);
    expect(records.filter((record) => "problem" in record).length).toBe(1500);
  });

  it("gives up on a quoted cell of more than a megabyte after one line", async () => {
    const long = `a,b\n1,"${"x,y\n".repeat(300_000)}`;
    const records = await read(long, ",", 65_536);
    expect(records.filter((record) => "problem" in record)).toHaveLength(1);
    expect(records).toHaveLength(2 + 299_999);
  });

  it("reads a field as long as Salesforce's longest", async () => {
    const text = "lorem ipsum, dolor\n".repeat(6900);
    expect(cellsOf(await read(csvLine(["1", text, "2"]), ",", 65_536))).toEqual([["1", text, "2"]]);
  });

  it("gives batches, so that a long file is never held whole", async () => {
    const sizes: number[] = [];
    for await (const batch of csvRecords(cut("1,2,3,4\n".repeat(100_000), 65_536), ","))
      sizes.push(batch.length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(100_000);
    expect(Math.max(...sizes)).toBeLessThan(10_000);
  });

  it("reads back whatever was written, cut anywhere", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", "漢", "1", ",", ";", '"', "\n", "\r", " ", "'", "x"),
      maxLength: 8,
    });
    const rows = fc.array(
      fc.array(
        cell.map((text) => text || "-"),
        { minLength: 2, maxLength: 4 },
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(",", ";", "\t", "|"),
        fc.integer({ min: 1, max: 30 }),
        async (drawn, separator, size) => {
          const text = drawn
            .map((row) => `${row.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator)}\r\n`)
            .join("");
          expect(cellsOf(await read(text, separator, size))).toEqual(drawn);
        },
      ),
    );
  });

  it("never throws and never loses its way on any text", async () => {
    const any = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "b", " "), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(any, fc.integer({ min: 1, max: 20 }), async (text, size) => {
        const records = await read(text, ",", size);
        const lines = records.map(({ line }) => line);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        expect(records).toEqual(await read(text, ",", 1000));
      }),
      { numRuns: 500 },
    );
  });
});
