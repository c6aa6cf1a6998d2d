import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringerIn, type Bringer } from "#demo/bring-file.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { PersonView } from "#people/person-view.ts";

let t: TestHouse;
let rep: Bringer;
let leader: Bringer;
beforeAll(async () => {
  t = await openTestHouse();
  rep = bringerIn(t, "rep");
  leader = bringerIn(t, "leader");
});
afterAll(() => t?.close());

const ROWS = 20_000;
const FIRST = ["Anna", "Björn", "Cécile", "Dörte", "Emil", "Frédéric", "Grzegorz", "Håkon", "Inès", "José"];

/** Every hundredth row says an earlier one again: capitals in the e-mail, another spelling of the name, a phone besides. */
function manyPeople(): string {
  const lines = ["First Name,Last Name,E-mail,Phone,Company,City"];
  for (let at = 1; at <= ROWS; at++) {
    const of = at % 100 === 0 ? at - 37 : at;
    const first = FIRST[of % 10] as string;
    const email = `person${of}@firma${of % 500}.example`;
    const phone = at % 100 === 0 ? "" : `+49 30 ${String(1_000_000 + at)}`;
    const name = at % 100 === 0 ? `${first[0]}.,NAME${of}` : `${first},Name${of}`;
    lines.push(
      `${name},${at % 100 === 0 ? email.toUpperCase() : email},${phone},Firma ${of % 500} GmbH,Ort ${of % 90}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

describe("20,000 people", () => {
  it("come in with their planted duplicates found, and a server killed in the middle leaves nothing half-done", async () => {
    const one = await rep.bring("many.csv", manyPeople());
    const mapped = await rep.map(one, one.suggestion as object);
    expect(mapped.counts).toEqual({
      rows: ROWS,
      create: ROWS - ROWS / 100,
      update: 0,
      same: 0,
      skip: ROWS / 100,
      bad: 0,
      accounts: 495,
    });
    expect((await t.put("rep", `/imports/${one.id}/application`, {})).status).toBe(202);
    const watcher = new pg.Client({ connectionString: t.test.ownerUrl });
    watcher.on("error", () => {});
    await watcher.connect();
    const running = t.runJobs();
    const count = async () => Number((await watcher.query("select count(*) from person")).rows[0].count);
    const kill = `
      select pg_terminate_backend(a.pid) from pg_stat_activity a
       where a.datname = current_database() and a.pid <> pg_backend_pid()
         and exists (select from pg_locks l where l.pid = a.pid and l.relation = 'person'::regclass and l.mode = 'RowExclusiveLock')`;
    let killed = 0;
    while (killed < 1) killed += (await watcher.query(kill)).rowCount ?? 0;
    expect(await count()).toBe(0);
    await running;
    if ((await rep.find(one.id)).state === "applying") {
      await watcher.query("update job_ticket set due_at = '2026-01-01'");
      await t.runJobs();
    }
    const done = await rep.find(one.id);
    expect(done).toMatchObject({ state: "applied", counts: mapped.counts });
    expect(await count()).toBe(ROWS - ROWS / 100);
    const { rows } = await watcher.query(
      "select count(*) as keys from (select key from person_key where key like 'e:%' group by key having count(*) > 1) as twice",
    );
    expect(Number(rows[0].keys)).toBe(0);
    await watcher.end();
    expect(await t.mistakes()).toEqual([]);
  }, 240_000);

  it("are the same when they come again, and gone after the undo", async () => {
    const again = await rep.bring("many.csv", manyPeople());
    expect(again.counts).toMatchObject({
      same: ROWS - ROWS / 100,
      skip: ROWS / 100,
      create: 0,
      update: 0,
      accounts: 0,
    });
    const [first] = (await t.get("rep", "/imports")).body.items.slice(-1);
    expect(await rep.undo(first)).toMatchObject({ state: "undone", kept: 0 });
    expect((await t.get("rep", "/people")).body.items).toEqual([]);
    expect((await t.get("rep", "/accounts")).body.items).toEqual([]);
    const fresh = await rep.map(again, again.mapping as object);
    expect(fresh.counts).toMatchObject({ create: ROWS - ROWS / 100, accounts: 495 });
  }, 240_000);
});

describe("accounts from a file", () => {
  it("know how many work there, fill what is not known, and give it back", async () => {
    const known = (await t.post("rep", "/accounts", { name: "Seilerei Nord", employees: 12 })).body;
    const bare = (await t.post("rep", "/accounts", { name: "Seilerei Ost" })).body;
    const file =
      "Firma;Branche;Mitarbeiter\nSeilerei Nord;Taue;14\nSeilerei Ost;Taue;320\nSeilerei West;Taue;\n";
    const one = await rep.bring("seilereien.csv", file);
    const done = await rep.apply(
      one.state === "unmapped" ? await rep.map(one, one.suggestion as object) : one,
    );
    const of = async (id: string) => (await t.get("rep", `/accounts/${id}`)).body;
    expect([(await of(known.id)).employees, (await of(bare.id)).employees]).toEqual([12, 320]);
    const [west] = (await t.get("rep", "/accounts?q=seilerei west")).body.items;
    expect(west).toMatchObject({ employees: null, note: null });
    expect(await rep.undo(done)).toMatchObject({ state: "undone" });
    expect(await of(bare.id)).toMatchObject({ employees: null, industry: null });
  });
});

async function closed(whose: string): Promise<number[]> {
  const { body } = await t.get("leader", `/scorecard?by=week&from=2026-11-02&to=2026-11-15&${whose}`);
  return body.items.map((week: { dealsClosed: { count: number } }) => week.dealsClosed.count);
}

async function previewed(who: Bringer, csv: string) {
  const one = await who.bring("deals.csv", csv);
  return one.state === "unmapped" ? who.map(one, one.suggestion as object) : one;
}

describe("deals from a file", () => {
  const HEAD = "Deal Name,Account Name,Amount,Stage,Close Date,Lead Source,Owner,Status\n";
  const deal = (name: string, owner: string, status = "Won", day = "2026-11-03") =>
    `${HEAD}${name},Werft Nord,"1,500.00",Closing,${day},Referral,${owner},${status}\n`;
  it("count for their owner in the week they were won, make a client, and follow a correction and its undo", async () => {
    const first = await previewed(leader, deal("Dock 4", "jonas@nordlicht.example", "Open", "2026-12-01"));
    expect(first.counts).toMatchObject({ create: 1, accounts: 1 });
    await leader.apply(first);
    expect(await closed(`member=${t.cast.colleague}`)).toEqual([0, 0]);
    const second = await previewed(leader, deal("Dock 4", "Jonas Weber"));
    expect((await leader.rows(second, "action=update"))[0]?.reason).toContain("outcome");
    const won = await leader.apply(second);
    expect(await closed(`member=${t.cast.colleague}`)).toEqual([1, 0]);
    expect(await closed(`team=${t.cast.teams.north}`)).toEqual([1, 0]);
    expect((await previewed(leader, deal("Dock 4", "Jonas Weber"))).counts).toMatchObject({
      same: 1,
      update: 0,
    });
    expect(await leader.undo(won)).toMatchObject({ state: "undone", kept: 0 });
    expect(await closed("")).toEqual([0, 0]);
    expect((await t.get("leader", "/deals")).body.items[0]).toMatchObject({
      outcome: "open",
      origin: "referral",
    });
    expect(await t.mistakes()).toEqual([]);
  });

  it("of a colleague are left out for a rep, with the reason", async () => {
    const one = await previewed(rep, deal("Kran 9", "Jonas Weber"));
    expect(one.counts).toMatchObject({ skip: 1, create: 0 });
    expect((await rep.rows(one))[0]?.reason).toContain("belongs to Jonas Weber");
  });

  it("that were changed by hand since stay when the import is taken back", async () => {
    const done = await rep.apply(await previewed(rep, deal("Kai 2", "Mia Sommer")));
    const [row] = await rep.rows(done, "action=create");
    await t.patch("rep", `/deals/${row?.subjectId}`, { stage: "Signed" });
    expect(await rep.undo(done)).toMatchObject({ kept: 1 });
    expect(await closed(`member=${t.cast.rep}`)).toEqual([1, 0]);
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("a file", () => {
  it("is refused with a sentence when it is empty, too large, or nothing to read", async () => {
    expect((await t.as("rep", "POST", "/imports?name=x.csv", "")).body).toMatchObject({
      kind: "invalid",
      detail: "this file is empty",
    });
    const large = await t.as("rep", "POST", "/imports?name=x.csv", "a,b\n", {
      "content-length": "200000001",
    });
    expect(large.status).toBe(413);
    expect((await t.as("rep", "POST", "/imports", "a,b\n")).status).toBe(422);
  });

  it("waits to be mapped when nobody knows its columns, and says what is missing", async () => {
    const one = await rep.bring("C:\\fakepath\\odd.csv", "foo,bar\n1,2\n");
    expect(one).toMatchObject({
      state: "unmapped",
      fileName: "odd.csv",
      headers: ["foo", "bar"],
      samples: [["1", "2"]],
    });
    const map = (body: object) => t.put("rep", `/imports/${one.id}/mapping`, body);
    expect((await map({ kind: "people", columns: { city: ["foo"] } })).body.detail).toBe(
      "Choose the column that holds the name or the e-mail address.",
    );
    expect((await map({ kind: "people", columns: { fullName: ["baz"] } })).body.detail).toContain(
      'no column "baz"',
    );
    expect((await map({ kind: "people", columns: { shoe: ["foo"] } })).body.detail).toContain(
      'no field "shoe"',
    );
    expect((await t.put("rep", `/imports/${one.id}/application`, {})).status).toBe(409);
    expect((await t.del("rep", `/imports/${one.id}/application`)).status).toBe(409);
  });

  it("with one Idempotency-Key is brought once", async () => {
    const send = () =>
      t.as("rep", "POST", "/imports?name=once.csv", "Name,E-mail,Company\nUlf Voss,,\n", {
        "idempotency-key": "once-1",
      });
    const [one, two] = [await send(), await send()];
    expect(two.body.id).toBe(one.body.id);
    await t.runJobs();
  });

  it("is gone on with by whoever brought it, their manager or a leader, and seen by all of the workspace", async () => {
    const brought = await rep.bring("mine.csv", "Name,E-mail,Company\nWim Xaver,wim@xaver.example,\n");
    const one = await rep.map(brought, brought.suggestion as object);
    expect((await t.get("colleague", `/imports/${one.id}`)).status).toBe(200);
    expect((await t.put("colleague", `/imports/${one.id}/application`, {})).status).toBe(403);
    expect(
      (await t.put("southRep", `/imports/${one.id}/mapping`, { kind: "people", columns: {} })).status,
    ).toBe(403);
    expect((await bringerIn(t, "manager").apply(one)).state).toBe("applied");
    const { body } = await t.get("rep", "/people?q=Wim+Xaver");
    expect((body.items[0] as PersonView).fullName).toBe("Wim Xaver");
    expect((await t.del("colleague", `/imports/${one.id}/application`)).status).toBe(403);
  });

  it("is nothing to a stranger", async () => {
    const [one] = (await t.get("rep", "/imports")).body.items;
    for (const path of ["", "/rows", "/mend.csv"])
      expect((await t.get("stranger", `/imports/${one.id}${path}`)).status).toBe(404);
    expect((await t.put("stranger", `/imports/${one.id}/application`, {})).status).toBe(404);
    expect((await t.del("stranger", `/imports/${one.id}/application`)).status).toBe(404);
    expect((await t.del("stranger", `/imports/${one.id}`)).status).toBe(404);
    const columns = { kind: "people", columns: { fullName: ["Name"] } };
    expect((await t.put("stranger", `/imports/${one.id}/mapping`, columns)).status).toBe(404);
    expect((await t.get("stranger", "/imports")).body.items).toEqual([]);
    expect((await rep.find(one.id)).state).toBe(one.state);
  });
});
