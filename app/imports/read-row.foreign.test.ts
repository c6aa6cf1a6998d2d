import { createReadStream, existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { newEvidence, settle, weighRow } from "./assumptions.ts";
import { isFault } from "./csv-record.ts";
import { openTable } from "./csv-table-reader.ts";
import { textOf } from "./csv-text.ts";
import { salesforceId } from "./formats/salesforce-id.ts";
import { readRow } from "./read-row.ts";
import { isKnownHeader, recognise } from "./recognise.ts";
import { planReading } from "./row-cells.ts";

const FOLDER = new URL("../../../shared/data/4-csv-crm/salesforce-dataloader/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: Salesforce's own files, because ${FOLDER.pathname} is not there.`);

async function recordsIn(path: string) {
  const table = await openTable(textOf(createReadStream(new URL(path, FOLDER))).pieces, isKnownHeader);
  const rows: string[][] = [];
  for await (const batch of table.batches)
    rows.push(...batch.flatMap((each) => (isFault(each) ? [] : [each.cells])));
  const { format, mapping } = recognise(table.headers)!;
  const evidence = newEvidence(table.headers, mapping);
  for (const cells of rows) weighRow(evidence, cells);
  const workplace = { currency: "USD", timeZone: "UTC" };
  const plan = planReading(table.headers, mapping, settle(evidence, "day-first"), workplace);
  const readings = rows.map((cells) => readRow(plan, cells));
  const records = readings.flatMap((each) => ("record" in each ? [each.record] : []));
  const others = readings.filter((each) => !("record" in each) || each.notes.length > 0);
  const accounts = records.filter((each) => each.type === "account");
  const deals = records.filter((each) => each.type === "deal");
  return { format, accounts, deals, others };
}

describe.skipIf(missing)("what Salesforce's Data Loader wrote", () => {
  it("holds 423 accounts of 422 names, their accents right", async () => {
    const { format, accounts, others } = await recordsIn("samples-data/accountData.csv");
    expect({ format, others }).toEqual({ format: "salesforce-accounts", others: [] });
    expect(accounts.length).toBe(423);
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(422);
    expect(new Set(accounts.map(({ externalId }) => externalId)).size).toBe(423);
    for (const { externalId } of accounts) expect(salesforceId(externalId!.slice(0, 15))).toBe(externalId);
    expect(accounts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Crédito Inmobiliario Terras", "Pébéo of America"]),
    );
    expect(accounts.find(({ name }) => name === "Famanet Group")?.street).toContain("Nº 77");
    expect(accounts.filter(({ accountKind }) => accountKind === "prospect").length).toBe(3);
  });

  it("holds 38 deals on those accounts, 8 won worth 2,200,000, 8 of them referred", async () => {
    const { accounts } = await recordsIn("samples-data/accountData.csv");
    const known = new Set(accounts.map(({ externalId }) => externalId));
    const { format, deals, others } = await recordsIn("samples-data/opportunityData.csv");
    expect({ format, others }).toEqual({ format: "salesforce-opportunities", others: [] });
    expect(deals.length).toBe(38);
    expect(deals.filter(({ accountExternalId }) => !known.has(accountExternalId))).toEqual([]);
    const won = deals.filter(({ outcome }) => outcome === "won");
    expect(won.length).toBe(8);
    expect(won.reduce((sum, { amount }) => sum + amount!.minor, 0)).toBe(220_000_000);
    const referred = deals.filter(({ origin }) => origin === "referral").map(({ originText }) => originText);
    expect(Object.groupBy(referred, (text) => text!)).toMatchObject({
      "External Referral": { length: 4 },
      "Word of mouth": { length: 4 },
    });
    expect(referred.length).toBe(8);
  });

  it.each([
    ["samples-status/error0413060133.csv", 11],
    ["samples-status/success0413060133.csv", 9],
  ])("recognises its own report of an import, %s", async (path, count) => {
    const { format, deals } = await recordsIn(path);
    expect({ format, count: deals.length }).toEqual({ format: "salesforce-opportunities", count });
  });
});
