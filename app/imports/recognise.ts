import type { Columns, ImportKind, Mapping } from "./fields.ts";
import { fieldsOf } from "./fields.ts";
import { addressBookFormats } from "./formats/address-books.ts";
import type { Format } from "./formats/format.ts";
import { hubspotFormats } from "./formats/hubspot.ts";
import { pipedriveFormats } from "./formats/pipedrive.ts";
import { salesforceFormats } from "./formats/salesforce.ts";
import { plainHeader } from "./headers.ts";

export const FORMATS: Format[] = [
  ...salesforceFormats,
  ...hubspotFormats,
  ...pipedriveFormats,
  ...addressBookFormats,
];

export interface Recognised {
  /** The id of the format, for instance "salesforce-opportunities". */
  format: string;
  label: string;
  kind: ImportKind;
  mapping: Mapping;
  /** "likely" when only the file's name or the form of its ids decided. */
  confidence: "certain" | "likely";
  /** For the person: what gave it away. */
  why: string;
}

/**
 * Which program wrote a file with these columns, and what they mean; null when none of the known ones did.
 * Order, case and extra columns do not matter. `rows` are some first rows, for the form of their ids.
 */
export function recognise(
  headers: string[],
  hint: { fileName?: string; rows?: string[][] } = {},
): Recognised | null {
  const file = columnsOf(headers);
  const sure = FORMATS.filter((format) => answers(file, format.needs, format.lacks));
  const likely = sure.length > 0 ? [] : FORMATS.filter((format) => isHinted(file, format, hint));
  const [best] = [...sure, ...likely].toSorted((a, b) => knownIn(file, b) - knownIn(file, a));
  if (!best) return null;
  const named = best.needs.flatMap((group) => group.flatMap((wanted) => file.find(wanted).slice(0, 1)));
  const seen = named.slice(0, 4).map((header) => `"${header}"`);
  return {
    format: best.id,
    label: best.label,
    kind: best.kind,
    mapping: { kind: best.kind, system: best.system, columns: columnsFor(best, file) },
    confidence: sure.length > 0 ? "certain" : "likely",
    why: sure.length > 0 ? `It has the columns ${seen.join(", ")}.` : hintedWhy(file, best, hint),
  };
}

/** True for a row of names that one of the known programs writes as its header. */
export function isKnownHeader(cells: string[]): boolean {
  const file = columnsOf(cells);
  return FORMATS.some((format) => answers(file, format.needs, format.lacks));
}

interface FileColumns {
  headers: string[];
  /** The headers that a plain header with `#` for numbers stands for, in the order of the file. */
  find(wanted: string): string[];
}

function columnsOf(headers: string[]): FileColumns {
  const plain = headers.map((header) =>
    plainHeader(header)
      .replace(/ \(\d+\)$/, "")
      .replace(/^organisation\b/, "organization"),
  );
  const byPlain = new Map<string, string[]>();
  const byPattern = new Map<string, string[]>();
  plain.forEach((name, index) => {
    add(byPlain, name, headers[index]!);
    if (/\d/.test(name)) add(byPattern, name.replace(/\d+/, "#"), headers[index]!);
  });
  return { headers, find: (wanted) => (wanted.includes("#") ? byPattern : byPlain).get(wanted) ?? [] };
}

function add(map: Map<string, string[]>, key: string, header: string): void {
  map.set(key, [...(map.get(key) ?? []), header]);
}

function answers(file: FileColumns, needs: string[][], lacks: string[] = []): boolean {
  return (
    needs.every((group) => group.some((wanted) => file.find(wanted).length > 0)) &&
    !lacks.some((unwanted) => file.find(unwanted).length > 0)
  );
}

function isHinted(
  file: FileColumns,
  format: Format,
  hint: { fileName?: string; rows?: string[][] },
): boolean {
  if (!format.withHint || !answers(file, format.withHint.needs, format.lacks)) return false;
  return format.withHint.fileName.test(hint.fileName ?? "") || idsFit(file, format, hint.rows);
}

function idsFit(file: FileColumns, format: Format, rows: string[][] = []): boolean {
  const index = file.headers.indexOf(file.find("id")[0] ?? "");
  const ids = rows.map((cells) => cells[index] ?? "").filter((id) => id !== "");
  return ids.length > 0 && ids.every((id) => format.withHint!.id.test(id));
}

function hintedWhy(
  file: FileColumns,
  format: Format,
  hint: { fileName?: string; rows?: string[][] },
): string {
  return idsFit(file, format, hint.rows)
    ? "The ids in it have the form of Salesforce's."
    : `The file is called "${hint.fileName ?? ""}".`;
}

function knownIn(file: FileColumns, format: Format): number {
  const known = [...Object.values(format.fields).flat(), ...(format.alsoKnown ?? [])];
  return new Set(known.flatMap((wanted) => file.find(wanted))).size;
}

function columnsFor(format: Format, file: FileColumns): Columns {
  const fields = fieldsOf(format.kind);
  const columns: Columns = {};
  for (const [field, wanted] of Object.entries(format.fields)) {
    const found = [...new Set(wanted.flatMap((header) => file.find(header)))];
    if (found.length > 0 && fields[field]) columns[field] = found;
  }
  return columns;
}
