import { sql } from "kysely";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, visitAs, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie = "";
let me: { member: { id: string }; workspace: { id: string } };

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
  me = (await b.send("GET", "/me", undefined, { cookie })).body;
});
afterAll(() => b?.close());

it("shows on a desk who led here and who grew from here, by keys alone", async () => {
  const anna = await person("Anna Weber");
  const ben = await person("Ben Roth");
  const cleo = await person("Cleo Marchetti-Vandenberghe-Oldenburg");
  const dan = await person("Dan Dorn");
  await introduced(anna, ben, 5, "2024-03-04");
  const first = await introduced(ben, cleo, 3, "2025-05-06");
  await introduced(ben, dan, 0, "2025-06-03");
  const deal = await made("/deals", {
    name: "Plan",
    accountName: "Käufer AG",
    personId: cleo,
    referralId: first,
    origin: "referral",
    amount: { minor: 1_200_000, currency: "EUR" },
    openedOn: "2026-03-02",
  });
  await b.send("PUT", `/deals/${deal}/outcome`, { outcome: "won", day: "2026-04-01" }, { cookie });

  const { page, complaints, done } = await visit("desk");
  await page.goto(`/deals/${deal}`);
  await page.getByRole("link", { name: "Where this came from, and what grew from it" }).click();
  await page.getByRole("heading", { name: /^Where Cleo .* came from$/, level: 1 }).waitFor();
  await page
    .getByText("Two introductions led here. Nobody grew from here yet; one person in this chain bought.")
    .waitFor();
  await page.goto(`/chain/person/${ben}`);
  const tree = page.getByRole("tree");
  await tree.getByRole("treeitem").first().waitFor();
  const heard = await tree
    .getByRole("treeitem")
    .evaluateAll((all) => all.map((each) => each.querySelector("text")?.textContent));
  expect(heard).toEqual([
    "Anna Weber, the first of this chain, one person introduced by them",
    "Ben Roth, introduced by Anna Weber in 2024, level 5, two people introduced by them",
    "Cleo Marchetti-Vandenberghe-Oldenburg, introduced by Ben Roth in 2025, level 3, won €12,000",
    "Dan Dorn, named by Ben Roth in 2025, a name only",
  ]);
  await expectNothingFrom(page);

  await tree.getByRole("treeitem", { name: /^Ben/ }).focus();
  const keys = [
    ["ArrowRight", "Cleo"],
    ["ArrowDown", "Dan"],
    ["ArrowDown", "Dan"],
    ["ArrowUp", "Cleo"],
    ["ArrowLeft", "Ben"],
    ["ArrowLeft", "Anna"],
    ["ArrowRight", "Ben"],
    ["-", "Ben"],
    ["Home", "Anna"],
  ] as const;
  for (const [key, name] of keys) {
    await page.keyboard.press(key);
    await page.waitForFunction((start) => document.activeElement?.textContent?.startsWith(start), name);
  }
  expect(await tree.getByRole("treeitem").count()).toBe(2);
  await page.getByText("and 2 more").waitFor();
  expect(await tree.getByRole("treeitem", { name: /^Ben/ }).getAttribute("aria-expanded")).toBe("false");
  await expectNothingFrom(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("+");
  await tree.getByRole("treeitem", { name: /^Dan/ }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Dan Dorn", level: 1 }).waitFor();
  expect(complaints).toEqual([]);
  await done();
});

it("runs down on a phone, and is a list for whoever would rather read, and on paper", async () => {
  const eva = await person("Eva Erb");
  const fritz = await person("Fritz Falk");
  const gesa = await person("Gesa Groß");
  await introduced(eva, fritz, 4, "2025-03-04");
  await introduced(fritz, gesa, 2, "2025-05-06");
  const { page, complaints, done } = await visit("phone");
  await page.goto(`/people/${fritz}`);
  await page.getByRole("link", { name: "Where this came from, and what grew from it" }).click();
  const tree = page.getByRole("tree");
  await tree.getByRole("treeitem", { name: /^Fritz/ }).focus();
  const top = async (name: RegExp) => (await tree.getByRole("treeitem", { name }).boundingBox())?.y ?? 0;
  expect(await top(/^Fritz/)).toBeGreaterThan(await top(/^Eva/));
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Gesa"));
  await expectNothingFrom(page);
  await page.emulateMedia({ media: "print" });
  await page.getByRole("link", { name: "introduced to Mia Sommer, 4 March 2025" }).waitFor();
  expect(await tree.count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
  await tree.waitFor();
  await page.getByText("As a list").click();
  await page
    .getByText("level 4, vouched for and arranged")
    .or(page.getByText("level 4, meeting arranged"))
    .first()
    .waitFor();
  await expectNothingFrom(page);

  const alone = await person("Hanno Hell");
  await page.goto(`/chain/person/${alone}`);
  await page.getByText("No chain leads through Hanno Hell yet.").waitFor();
  await page.getByRole("button", { name: "Hanno Hell introduced …" }).click();
  await page.getByRole("dialog").waitFor();
  expect(complaints).toEqual([]);
  await done();
});

it("draws of a thousand people only those in view, folded until they are wanted", async () => {
  const first = await largeChain(1_300);
  const { page, complaints, done } = await visit("desk");
  await page.goto(`/chain/person/${first}`);
  const items = page.getByRole("treeitem");
  await items.first().waitFor();
  await page.getByText("300 more grew from here.").waitFor();
  expect(await page.getByText(/^and \d+ more$/).count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Unfold all" }).click();
  await page.getByRole("button", { name: "Fold", exact: true }).waitFor();
  const most = await page.evaluate(async () => {
    const box = document.querySelector("[role=tree]")?.parentElement as HTMLElement;
    let drawn = 0;
    for (let at = 0; at <= 40; at += 1) {
      box.scrollTo(box.scrollWidth * Math.random(), (box.scrollHeight * at) / 40);
      await new Promise((next) => {
        requestAnimationFrame(() => requestAnimationFrame(next));
      });
      drawn = Math.max(drawn, document.querySelectorAll("[role=treeitem]").length);
    }
    return drawn;
  });
  expect(most).toBeLessThan(120);
  expect(most).toBeGreaterThan(3);
  await page.getByRole("treeitem").first().focus();
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Grown 0,"));
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Grown 1,"));
  await expectNothingFrom(page);
  expect(complaints).toEqual([]);
  await done();
});

const id = (kind: number, at: string) =>
  sql.raw(`('0192000${kind}-0000-7000-8000-' || lpad(to_hex(${at}), 12, '0'))::uuid`);

/** Everybody introduced three, generation by generation; answers the first. */
async function largeChain(count: number): Promise<string> {
  const { workspace, member } = me;
  await b.test.database.write(workspace.id, async (tx) => {
    await sql`
      insert into person (workspace_id, id, full_name, sort_key, spoken_key, search_text, created_at)
      select ${workspace.id}::uuid, ${id(1, "n")}, 'Grown ' || n, 'grown', 'grown', ' grown', now()
        from generate_series(0, ${sql.lit(count - 1)}::int) as n`.execute(tx.tables());
    await sql`
      insert into referral (workspace_id, id, member_id, source_id, contact_id, level, day, counts_from, state, state_day, created_at)
      select ${workspace.id}::uuid, ${id(2, "n")}, ${member.id}::uuid, ${id(1, "(n - 1) / 3")}, ${id(1, "n")}, 1 + n % 5,
             date '2020-01-01' + n, date '2020-01-01' + n, 'introduced', date '2020-01-01' + n, now()
        from generate_series(1, ${sql.lit(count - 1)}::int) as n`.execute(tx.tables());
  });
  return "01920001-0000-7000-8000-000000000000";
}

function person(fullName: string): Promise<string> {
  return made("/people", { fullName });
}

function introduced(sourceId: string, contactId: string, level: number, day: string): Promise<string> {
  return made("/referrals", { sourceId, contactId, level, day });
}

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

async function visit(size: "phone" | "desk", dark = false) {
  const { page, context, complaints } = await visitAs(b, cookie, { size, dark });
  return { page, complaints, done: () => context.close() };
}

async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
