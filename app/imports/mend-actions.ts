import type { Tx } from "#lib/storage/database.ts";
import { isFault } from "./csv-record.ts";
import { getImport } from "./import-actions.ts";
import { openFile } from "./import-file-reader.ts";
import { rowsAfter } from "./import-row-store.ts";
import { mendHead, mendLine } from "./mend-file.ts";

const AT_ONCE = 5_000;

export interface MendFile {
  /** "contacts to mend.csv" */
  name: string;
  text: string;
}

/** The rows that did not go in, as they stood, each with what is to be mended. Throws Problem not-found. */
export async function mendFile(tx: Tx, importId: string): Promise<MendFile> {
  const one = await getImport(tx, importId);
  const reasons = await badLines(tx, importId);
  const { table } = await openFile(tx, importId);
  const lines = [mendHead(table.titles, table.separator)];
  for await (const batch of table.batches) {
    for (const record of batch) {
      const reason = reasons.get(record.line);
      if (reason === undefined) continue;
      const bad = isFault(record) ? { cells: record.cells, raw: record.raw } : { cells: record.cells };
      lines.push(mendLine({ ...bad, reasons: [reason] }, table.titles.length, table.separator));
    }
  }
  return { name: `${one.fileName.replace(/\.\w+$/, "")} to mend.csv`, text: lines.join("") };
}

async function badLines(tx: Tx, importId: string): Promise<Map<number, string>> {
  const reasons = new Map<number, string>();
  for (let after = 0; ;) {
    const rows = await rowsAfter(tx, importId, { actions: ["bad"], after, most: AT_ONCE });
    const last = rows.at(-1);
    if (!last) return reasons;
    for (const { line, reason } of rows) reasons.set(line, reason ?? "");
    after = last.line;
  }
}
