import { describe, expect, it } from "vitest";
import { csvLine } from "#lib/http/csv-out.ts";
import { type CsvRecord, isFault } from "./csv-record.ts";
import { openTable, separatorOf } from "./csv-table-reader.ts";
import { mendHead, mendLine } from "./mend-file.ts";
import { isKnownHeader } from "./recognise.ts";

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function open(text: string, knows?: (cells: string[]) => boolean) {
  const { batches, ...table } = await openTable(once(text), knows);
  const records: CsvRecord[] = [];
  for await (const batch of batches) records.push(...batch);
  return { ...table, records, rows: records.map(({ cells }) => cells) };
}

describe("the separator", () => {
  it.each([
    [",", "a,b,c\n1,2,3\n"],
    [";", 'a;b;c\n1;"2,5";3\n1;2,5;3,5\n'],
    ["\t", "a\tb\n1,5\t2\n"],
    ["|", "a|b|c\nx, y|z|1\n"],
    [";", '"Name";"Umsatz"\n"Müller, Söhne";"1.234,50"\n"Schmidt, Partner";"2,50"\n'],
    [",", 'Name,Notes\nAnn,"one;two;three"\nBob,"four;five;six"\n'],
    [";", "sep in text;b\nDoe, Jane;1\nRoe, Rick;2\n"],
    [",", "Name\nAnn\nBob\n"],
    [",", ""],
  ])("is %j in %j", (separator, text) => expect(separatorOf(text)).toBe(separator));

  it.each([
    ["sep=;\r\na;b\r\n1,5;2\r\n", ";"],
    ["\uFEFFsep=\t\na\tb\n1\t2\n", "\t"],
    ['"sep=|"\na|b\n1|2\n', "|"],
    ["SEP=,\na,b\n1;5,2\n", ","],
  ])("is what Excel's first line says: %j", async (text, separator) => {
    const table = await open(text);
    expect(table).toMatchObject({ separator, headers: ["a", "b"], headerLine: 2 });
    expect(table.records[0]).toMatchObject({ line: 3 });
  });
});

describe("the header", () => {
  it("is found below LinkedIn's notes", async () => {
    const table = await open(
      'Notes:\n"When exporting your connection data, you may notice that some, of the addresses are missing."\n\n' +
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,u,,Acme,CEO,12 Mar 2024\n",
    );
    expect(table).toMatchObject({
      headerLine: 4,
      rows: [["Ann", "Lee", "u", "", "Acme", "CEO", "12 Mar 2024"]],
    });
    expect(table.preamble[0]).toBe("Notes:");
  });

  it("is found below notes without quotation marks, when it is known", async () => {
    const notes =
      "Notes:\nWhen exporting, you may notice, that some, of the, addresses, are, missing, here.\n\n";
    const table = await open(
      `${notes}First Name,Last Name,Connected On\nAnn,Lee,12 Mar 2024\n`,
      isKnownHeader,
    );
    expect(table).toMatchObject({ headerLine: 4, headers: ["First Name", "Last Name", "Connected On"] });
  });

  it("is the first row of a plain file, even of one column", async () => {
    expect(await open("Name\nAnn\nBob\n")).toMatchObject({ headers: ["Name"], rows: [["Ann"], ["Bob"]] });
  });

  it("gets unique names, and keeps the ones in the file", async () => {
    const table = await open("Name,Phone,Phone,phone,,\nAnn,1,2,3,4,\n");
    expect(table.headers).toEqual(["Name", "Phone", "Phone (2)", "phone (3)", "Column 5"]);
    expect(table.titles).toEqual(["Name", "Phone", "Phone", "phone", ""]);
  });

  it("has no trailing columns that nothing is in", async () => {
    expect(await open("a,b,,,\n1,2,,,\n")).toMatchObject({ headers: ["a", "b"], rows: [["1", "2"]] });
  });

  it("is not looked for further down than the first rows", async () => {
    const rows = "1,2,3\n".repeat(50);
    const table = await open(`a,b,c\n${rows}First Name,Last Name,Connected On\n`, isKnownHeader);
    expect(table).toMatchObject({ headers: ["a", "b", "c"], headerLine: 1 });
  });

  it("is missing in an empty file, and in one of faults", async () => {
    expect(await open("")).toMatchObject({ headers: [], rows: [] });
    expect((await open('"a,b')).headers).toEqual([]);
  });
});

const names = (rows: (string[] | undefined)[]) => rows.map((row) => row?.[0]);

describe("the rows", () => {
  it("are filled up when short, and left out when empty", async () => {
    expect((await open("a,b,c\n1\n,,\n  , ,\n4,5,6\n")).rows).toEqual([
      ["1", "", ""],
      ["4", "5", "6"],
    ]);
  });

  it("leave out the header where a second export was put below the first", async () => {
    expect((await open("a,b\n1,2\na,b\n3,4\n")).rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("are faults when they say more than the header names", async () => {
    const { records } = await open("a,b\n1,2,3\n4,5,,,\n");
    expect(records).toEqual([
      {
        line: 2,
        problem:
          '3 cells where the header names 2 columns: is there a "," in a cell without quotation marks?',
        raw: "1,2,3",
        cells: ["1", "2", "3"],
      },
      { line: 3, cells: ["4", "5"] },
    ]);
  });

  it("end before the footer of a Salesforce report", async () => {
    const report =
      '"Account Name","Type","Phone"\n"Acme","Customer","1"\n"Only A Name","",""\n"Zeta","","2"\n\n\n"Clients in Europe"\n' +
      '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n"Confidential Information - Do Not Distribute"\n' +
      '"Generated By:  Ann Lee  11/22/2026 9:00 AM"\n"Acme Inc"\n';
    expect(names((await open(report)).rows)).toEqual(["Acme", "Only A Name", "Zeta"]);
    const fromExcel = report.replace(/^("[^",\n]*")$/gm, "$1;;").replaceAll('","', '";"');
    expect(names((await open(fromExcel)).rows)).toEqual(["Acme", "Only A Name", "Zeta"]);
  });

  it("stay, all in their order, when they hold only a name", async () => {
    const companies = Array.from({ length: 100 }, (_, index) => `Company ${index}`);
    const { rows } = await open(`Name,City,Phone\n${companies.map((name) => `${name},,`).join("\n")}\n`);
    expect(names(rows)).toEqual(companies);
  });
});

describe("a file to mend that comes back", () => {
  const titles = ["Name", "=Formula", "Note"];
  const bad = [
    ["Acme", "=1+1", "-x"],
    ["'=kept", "+49 30 123456", "-12.50"],
  ];
  const file =
    mendHead(titles, ";") + bad.map((cells) => mendLine({ cells, reasons: ["no account"] }, 3, ";")).join("");

  it("has its cells defused and says what to mend", () => {
    expect(file).toBe(
      "\uFEFFName;'=Formula;Note;Askwell: what to mend\r\nAcme;'=1+1;'-x;no account\r\n''=kept;+49 30 123456;-12.50;no account\r\n",
    );
  });

  it("is read as the original was", async () => {
    const table = await open(file.slice(1));
    expect(table).toMatchObject({ isBroughtBack: true, headers: titles, rows: bad });
  });

  it("keeps everything of a row that was too long or could not be told apart", async () => {
    const long = mendLine({ cells: ["1", "2", "3", "4"], reasons: ["too long", "no name"] }, 3, ";");
    expect(long).toBe('1;2;"3;4";too long; no name\r\n'.replace("too long; no name", '"too long; no name"'));
    expect(mendLine({ raw: '1;"open', reasons: ["open"] }, 3, ";")).toBe('"1;""open";;;open\r\n');
  });

  it("leaves the apostrophes of other files alone", async () => {
    expect((await open("a,b\n'=1+1,2\n")).rows).toEqual([["'=1+1", "2"]]);
  });

  it("comes through any cells unchanged", async () => {
    const cells = ["=a", "'=a", "''=a", "-1", "'-1", "\t=x", "@x", "a", "DDE (x)", " =1", "1\n2"];
    const { records } = await open(
      csvLine([...cells.keys()].map(String).concat("Askwell: what to mend")) +
        mendLine({ cells, reasons: [] }, cells.length, ","),
    );
    expect(records.filter(isFault)).toEqual([]);
    expect(records[0]?.cells).toEqual(cells);
  });
});
