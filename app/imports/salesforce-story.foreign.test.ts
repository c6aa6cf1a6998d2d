import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountView } from "#accounts/account-view.ts";
import type { DealView } from "#deals/deal-view.ts";
import { bringerIn, type Bringer } from "#demo/bring-file.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { ScorecardRowView } from "#scorecard/scorecard-view.ts";

const FOLDER = "../shared/data/4-csv-crm/salesforce-dataloader/samples-data/";
const there = existsSync(`${FOLDER}accountData.csv`);
if (!there)
  console.info(
    "left out: ../shared/data/4-csv-crm is not here, so Salesforce's own files are not brought in",
  );

const ACCOUNTS = "accountData.csv";
const DEALS = "opportunityData.csv";

function rowsOf(name: string): Record<string, string>[] {
  return parse(readFileSync(FOLDER + name, "latin1"), { columns: true });
}

describe.skipIf(!there)("Salesforce's own sample files", () => {
  let t: TestHouse;
  let leader: Bringer;
  beforeAll(async () => {
    t = await openTestHouse();
    leader = bringerIn(t, "leader");
  });
  afterAll(() => t?.close());

  const preview = (name: string) => leader.bring(name, readFileSync(FOLDER + name));
  const accounts = (query = "") => leader.all<AccountView>(`/accounts?${query}`);
  const deals = (query = "") => leader.all<DealView>(`/deals?${query}`);
  const clientNames = async () => (await accounts("kind=client")).map((one) => one.name);
  const closed = async (by: string, from: string, to: string) => {
    const { body } = await t.get("leader", `/scorecard?by=${by}&from=${from}&to=${to}`);
    return (body.items as ScorecardRowView[]).flatMap(({ period, dealsClosed }) =>
      dealsClosed.count > 0 ? [[period.start, dealsClosed.count, dealsClosed.money[0]?.minor]] : [],
    );
  };

  const ids: string[] = [];
  let customers: string[] = [];

  it("are recognised, previewed and brought in: 423 accounts with their accents, 38 deals on the right ones", async () => {
    const first = await preview(ACCOUNTS);
    expect(first).toMatchObject({
      state: "previewed",
      format: "salesforce-accounts",
      kind: "accounts",
      counts: { rows: 423, create: 423, update: 0, same: 0, skip: 0, bad: 0 },
    });
    expect(await accounts()).toEqual([]);
    expect(await leader.apply(first)).toMatchObject({ state: "applied", counts: { create: 423 } });
    customers = await clientNames();
    expect(customers.length).toBe(rowsOf(ACCOUNTS).filter((row) => row["TYPE"] === "Customer").length);
    const names = (await accounts()).map((one) => one.name);
    expect([names.length, new Set(names).size]).toEqual([423, 422]);
    expect(names).toEqual(expect.arrayContaining(["Crédito Inmobiliario Terras", "Pébéo of America"]));

    const second = await preview(DEALS);
    expect(second).toMatchObject({
      format: "salesforce-opportunities",
      counts: { rows: 38, create: 38, accounts: 0 },
    });
    expect(await leader.apply(second)).toMatchObject({ state: "applied", counts: { create: 38 } });
    ids.push(first.id, second.id);
    const brought = await deals();
    const won = brought.filter((deal) => deal.outcome === "won");
    expect([brought.length, won.length]).toEqual([38, 8]);
    expect(won.reduce((sum, deal) => sum + (deal.amount?.minor ?? 0), 0)).toBe(2_200_000_00);
    const nameOf = new Map(rowsOf(ACCOUNTS).map((row) => [row["ID"], row["NAME"]]));
    const expected = rowsOf(DEALS).map((row) => `${row["NAME"]} @ ${nameOf.get(row["ACCOUNTID"])}`);
    expect(brought.map((deal) => `${deal.name} @ ${deal.accountName}`).toSorted()).toEqual(
      expected.toSorted(),
    );
    const referred = brought.filter((deal) => deal.origin === "referral").map((deal) => `${deal.originText}`);
    expect(referred.toSorted()).toEqual([
      ...Array(4).fill("External Referral"),
      ...Array(4).fill("Word of mouth"),
    ]);
    expect(await t.mistakes()).toEqual([]);
  });

  it("make clients of the accounts that bought, and count nothing that no referral brought", async () => {
    const won = await deals("outcome=won");
    const clients = await clientNames();
    for (const deal of won) expect(clients).toContain(deal.accountName);
    expect(won.map((deal) => deal.originText)).toEqual(Array(8).fill("Advertisement"));
    expect(await closed("quarter", "2005-01-03", "2008-12-31")).toEqual([]);
  });

  it("change nothing when they are brought again", async () => {
    const again = await preview(ACCOUNTS);
    expect(again.counts).toMatchObject({ same: 423, create: 0, update: 0, skip: 0 });
    await leader.apply(again);
    const dealsAgain = await preview(DEALS);
    expect(dealsAgain.counts).toMatchObject({ same: 38, create: 0, update: 0, skip: 0, accounts: 0 });
    expect((await leader.apply(dealsAgain)).counts).toMatchObject({ same: 38, create: 0, update: 0 });
    await leader.undo(dealsAgain);
    await leader.undo(again);
    expect([(await accounts()).length, (await deals()).length]).toEqual([423, 38]);
  });

  it("say on an account's timeline which file it came in with", async () => {
    const [account] = (await t.get("leader", "/accounts?limit=1")).body.items;
    const lines = (await t.get("leader", `/timeline?of=${account.id}`)).body.items;
    expect(lines).toEqual([
      expect.objectContaining({ verb: "import.brought", detail: { file: ACCOUNTS }, undone: false }),
    ]);
  });

  it("are taken back in one click each, every number with them", async () => {
    expect(await leader.undo(await leader.find(ids[1] as string))).toMatchObject({
      state: "undone",
      kept: 0,
    });
    expect(await deals()).toEqual([]);
    expect(await clientNames()).toEqual(customers);
    expect(await leader.undo(await leader.find(ids[0] as string))).toMatchObject({
      state: "undone",
      kept: 0,
    });
    expect(await accounts()).toEqual([]);
    expect(await t.mistakes()).toEqual([]);
  });

  it("bring deals whose accounts are not here only as rows to mend", async () => {
    const early = await preview(DEALS);
    expect(early.counts).toMatchObject({ bad: 38, create: 0 });
    const [row] = await leader.rows(early, "action=bad");
    expect(row?.reason).toContain("bring the accounts first");
  });

  it("count deals won by referral in the week they were closed, until they are taken back", async () => {
    expect((await leader.apply(await preview(ACCOUNTS))).counts).toMatchObject({ create: 423 });
    const text = readFileSync(FOLDER + DEALS, "latin1").replaceAll('"Advertisement"', '"External Referral"');
    const referred = await leader.apply(await leader.bring("referred.csv", Buffer.from(text, "latin1")));
    expect(await closed("week", "2005-10-31", "2005-11-20")).toEqual([["2005-11-07", 8, 2_200_000_00]]);
    expect(await t.mistakes()).toEqual([]);
    expect(await leader.undo(referred)).toMatchObject({ state: "undone", kept: 0 });
    expect(await closed("week", "2005-10-31", "2005-11-20")).toEqual([]);
    expect(await clientNames()).toEqual(customers);
    expect(await t.mistakes()).toEqual([]);
  });
});
