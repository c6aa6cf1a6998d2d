import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isFault } from "./csv-record.ts";
import { openTable } from "./csv-table-reader.ts";
import { textOf } from "./csv-text.ts";

const FOLDER = new URL("../../../shared/data/4-csv-crm/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: the foreign CSV files, because ${FOLDER.pathname} is not there.`);

interface Shape {
  encoding: string;
  delimiter: string;
  records_including_header: number;
  first_record: string[];
}

async function read(path: string) {
  const source = textOf(createReadStream(new URL(path, FOLDER)));
  const table = await openTable(source.pieces);
  const rows: string[][] = [];
  const faults: string[] = [];
  for await (const batch of table.batches) {
    for (const record of batch) {
      if (isFault(record)) faults.push(record.problem);
      else rows.push(record.cells);
    }
  }
  return { ...table, rows, faults, encoding: source.encoding() };
}

describe.skipIf(missing)("csv-spectrum (npm csv-spectrum 2.0.0)", () => {
  // Its location_coordinates.json tells of another phone number than its CSV.
  const names = (missing ? [] : readdirSync(new URL("csv-spectrum/csvs/", FOLDER)))
    .map((file) => file.replace(".csv", ""))
    .filter((name) => name !== "location_coordinates");
  it.each(names)("%s", async (name) => {
    const { headers, rows, faults } = await read(`csv-spectrum/csvs/${name}.csv`);
    const expected = JSON.parse(
      readFileSync(new URL(`csv-spectrum/json/${name}.json`, FOLDER), "utf8"),
    ) as unknown;
    expect(faults).toEqual([]);
    expect(
      rows.map((cells) => Object.fromEntries(headers.map((header, index) => [header, cells[index]]))),
    ).toEqual(expected);
  });
});

describe.skipIf(missing)("the shape of every CSV file there (CPython csv)", () => {
  const shapes = (
    missing ? {} : JSON.parse(readFileSync(new URL("csv-shape.expected.json", FOLDER), "utf8"))
  ) as Record<string, Shape>;
  it.each(Object.entries(shapes))("%s", async (path, shape) => {
    const { titles, separator, rows, encoding } = await read(path);
    expect(titles).toEqual(shape.first_record);
    expect(rows.length).toBe(shape.records_including_header - 1);
    expect(separator).toBe(shape.delimiter);
    expect(encoding).toBe(shape.encoding === "utf-8" ? "utf-8" : "windows-1252");
  });
});
