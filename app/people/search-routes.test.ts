import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
  for (const [fullName, title, accountName, email] of [
    ["Anna Müller", "Leiterin Einkauf", "Hafen Logistik GmbH", "anna.m@hafen.example"],
    ["Anton Mueller", "CFO", "Nordwerk AG", "toni@nordwerk.example"],
    ["Jens Muller", "Sales Manager", "Bergmann Bau", "jens@bergmann.example"],
    ["Bernd Zimmermann", "Geschäftsführer", "Müllerei Brot KG", "b.z@brot.example"],
    ["Şebnem Yılmaz", "Head of IT", "Öztürk Teknik", "sebnem@oztek.example"],
    ["Siobhán O’Connor", "Partner", "O'Connor & Söhne", "siobhan@oconnor.example"],
    ["Luc Wiese", "Berater", "Çelik Stahl", "luc@celik.example"],
    ["Иван Петров", "Директор", "Завод Север", "ivan@sever.example"],
    ["山田 太郎", "部長", "東京電機", "yamada@tokyo.example"],
    ["Ludwig van Beethoven", "Composer", "Wien Musik", "lvb@musik.example"],
  ] as const) {
    await t.post("rep", "/people", { fullName, title, accountName, emails: [email] });
  }
});
afterAll(() => t?.close());

const people = async (q: string) =>
  (await t.get("rep", `/search?q=${encodeURIComponent(q)}`)).body.people.map(
    (each: { fullName: string }) => each.fullName,
  );
const accounts = async (q: string) =>
  (await t.get("rep", `/search?q=${encodeURIComponent(q)}`)).body.accounts.map(
    (each: { name: string }) => each.name,
  );

const find = (workspaceId: string, of: "find_people" | "find_accounts") =>
  t.test.database.read(workspaceId, async (tx) => {
    const { rows } =
      of === "find_people"
        ? await sql<{
            id: string;
          }>`select id from find_people('{b}', '{}', '{}', 1000, null, null, null)`.execute(tx.tables())
        : await sql<{
            id: string;
          }>`select id from find_accounts('{b}', '{}', '{}', 1000, null, null, null)`.execute(tx.tables());
    return rows.map((row) => row.id);
  });

describe("typed search finds people", () => {
  it.each([
    ["Müller", ["Anna Müller", "Jens Muller", "Anton Mueller", "Bernd Zimmermann"]],
    ["muller", ["Anna Müller", "Jens Muller", "Anton Mueller", "Bernd Zimmermann"]],
    ["Mueller", ["Anton Mueller", "Anna Müller", "Bernd Zimmermann"]],
    ["m", ["Anton Mueller", "Anna Müller", "Jens Muller"]],
    ["an", ["Anton Mueller", "Anna Müller"]],
    ["müller anna", ["Anna Müller"]],
    ["anna mü", ["Anna Müller"]],
    ["ull jens", ["Jens Muller"]],
    ["hafen müll", ["Anna Müller"]],
    ["einkauf", ["Anna Müller"]],
    ["geschaeftsfuehrer", ["Bernd Zimmermann"]],
    ["anna.m@hafen", ["Anna Müller"]],
    ["toni@", ["Anton Mueller"]],
    ["beethoven", ["Ludwig van Beethoven"]],
    ["van beet", ["Ludwig van Beethoven"]],
    ["YILMAZ", ["Şebnem Yılmaz"]],
    ["sebnem ozturk", ["Şebnem Yılmaz"]],
    ["oconnor", ["Siobhán O’Connor"]],
    ["o'connor", ["Siobhán O’Connor"]],
    ["петров", ["Иван Петров"]],
    ["ИВАН", ["Иван Петров"]],
    ["ivan petrov", ["Иван Петров"]],
    ["завод петров", ["Иван Петров"]],
    ["山", ["山田 太郎"]],
    ["東京 太郎", ["山田 太郎"]],
  ])("by %s", async (q, found) => {
    const names = await people(q);
    expect(names.slice(0, found.length)).toEqual(found);
  });

  it.each([
    ["zimemrmann", "Bernd Zimmermann"],
    ["Zimmerman", "Bernd Zimmermann"],
    ["Zimermann", "Bernd Zimmermann"],
    ["Zimmermanns", "Bernd Zimmermann"],
    ["Simmermann", "Bernd Zimmermann"],
    ["weise", "Luc Wiese"],
    ["Wiesse", "Luc Wiese"],
    ["betehoven", "Ludwig van Beethoven"],
    ["beethofen ludwig", "Ludwig van Beethoven"],
    ["hafn logisitk", "Anna Müller"],
    ["nordwrek anton", "Anton Mueller"],
    ["yilmas", "Şebnem Yılmaz"],
    ["siobahn", "Siobhán O’Connor"],
    ["Питров", "Иван Петров"],
  ])("in spite of the slip in %s", async (q, found) => {
    expect((await people(q))[0]).toBe(found);
  });

  it.each(["%", "_", "%%%", "'; drop table person; --", "\\", "x".repeat(200), "qqqqzzzz", "…"])(
    "and nothing for %s",
    async (q) => {
      expect(await people(q)).toEqual([]);
    },
  );
});

describe("typed search finds accounts", () => {
  it.each([
    ["hafen", ["Hafen Logistik GmbH"]],
    ["logistik haf", ["Hafen Logistik GmbH"]],
    ["ozturk", ["Öztürk Teknik"]],
    ["oeztuerk", ["Öztürk Teknik"]],
    ["celik", ["Çelik Stahl"]],
    ["o'con", ["O'Connor & Söhne"]],
    ["nordwrek", ["Nordwerk AG"]],
    ["b", ["Bergmann Bau"]],
  ])("by %s", async (q, found) => {
    expect((await accounts(q)).slice(0, found.length)).toEqual(found);
  });
});

describe("search", () => {
  it("offers for nothing typed the people whom one dealt with last, and nobody else's", async () => {
    const { items } = (await t.get("rep", "/people?q=beethoven")).body;
    await t.patch("colleague", `/people/${items[0].id}`, { city: "Wien" });
    expect(
      (await t.get("colleague", "/search")).body.people.map((each: { fullName: string }) => each.fullName),
    ).toEqual(["Ludwig van Beethoven"]);
    expect((await t.get("stranger", "/search")).body).toEqual({ people: [], accounts: [] });
  });

  it("follows an account that gets another name, and a person who gets another employer", async () => {
    const account = (await t.get("rep", "/search?q=wien&only=accounts")).body.accounts[0];
    await t.patch("rep", `/accounts/${account.id}`, { name: "Salzburg Klang" });
    await t.runJobs();
    expect(await people("salzburg")).toEqual(["Ludwig van Beethoven"]);
    expect(await people("wien")).not.toContain("Ludwig van Beethoven");
    const { items } = (await t.get("rep", "/people?q=beethoven")).body;
    await t.patch("rep", `/people/${items[0].id}`, { accountName: "Bonn Oper" });
    expect(await people("oper beethoven")).toEqual(["Ludwig van Beethoven"]);
    expect(await people("salzburg")).toEqual([]);
  });

  it("pages through what it found without losing or repeating any", async () => {
    for (let n = 0; n < 12; n += 1)
      await t.post("rep", "/people", {
        fullName: `Kette Glied${n % 3} ${n}`,
        title: n % 2 ? "Kettler" : null,
      });
    const whole = (await t.get("rep", "/people?q=kett&limit=100")).body.items.map(
      (each: { id: string }) => each.id,
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await t.get("rep", `/people?q=kett&limit=5${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...page.body.items.map((each: { id: string }) => each.id));
      cursor = page.body.nextCursor;
      await t.post("colleague", "/people", { fullName: "Aaron Aal" });
    } while (cursor);
    expect(whole).toHaveLength(12);
    expect(seen).toEqual(whole);
  });
});

describe("the owner's search functions", () => {
  it("see one workspace and no other", async () => {
    await t.post("stranger", "/people", { fullName: "Bernd Fremd", accountName: "Bau Fern AG" });
    for (const of of ["find_people", "find_accounts"] as const) {
      const ours = await find(t.cast.workspaceId, of);
      const theirs = await find(t.cast.stranger.workspaceId, of);
      expect(ours.length).toBeGreaterThan(1);
      expect(theirs).toHaveLength(1);
      expect(ours).not.toContain(theirs[0]);
    }
    expect((await t.get("stranger", "/search?q=muller")).body).toEqual({ people: [], accounts: [] });
    expect((await t.get("rep", "/search?q=fremd")).body.people).toEqual([]);
  });

  it("see nothing at all outside a workspace, and answer no role but the server's", async () => {
    const client = await t.test.database.pool.connect();
    try {
      const { rows } = await client.query(
        "select id from find_people('{b}', '{}', '{}', 1000, null, null, null)",
      );
      expect(rows).toEqual([]);
      const { rows: rights } = await client.query(
        `select has_function_privilege('public', p.oid, 'execute') as anybody, p.prosecdef as definer, p.proconfig::text as set
           from pg_proc p where p.proname in ('find_people', 'find_accounts')`,
      );
      expect(rights).toHaveLength(2);
      for (const right of rights) {
        expect(right).toMatchObject({ anybody: false, definer: true });
        expect(right.set).toContain("search_path=public");
      }
    } finally {
      client.release();
    }
  });
});
