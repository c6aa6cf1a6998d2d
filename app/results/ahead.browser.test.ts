import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount } from "#demo/cast.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import { beginSaying } from "./said-range-jobs.ts";

// The told story, in a real browser. It is Wednesday, 2026-11-18.
let b: BrowserHouse;
let leaderId: string;
let workspaceId: string;

beforeAll(async () => {
  const test = await openToldDatabase();
  ({ workspaceId, leaderId } = test.told);
  b = await openBrowserHouse({ test, now: TOLD_AT });
  await b.test.database.write(workspaceId, (tx) => beginSaying(tx, "2026-11-16", TOLD_AT));
}, 600_000);
afterAll(() => b?.close());

async function visit(options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, workspaceId, leaderId, TOLD_AT);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(60_000);
  return visitor;
}

it("shows where it leaks, and opens each number to the people behind it", async () => {
  const { page, complaints } = await visit({ size: "phone", dark: true });
  await page.goto("/results/funnel");
  await page
    .getByText(/than in as many weeks before|than before|Too early to say/)
    .first()
    .waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page
    .getByRole("button", { name: /^Introductions that lead to a meeting: \d+ of \d+$/ })
    .first()
    .click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("link").first().waitFor();
  await sheet.getByText("Not, or not yet").click();
  await sheet.getByRole("link").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await sheet.getByRole("link").first().click();
  await page.waitForURL(/\/referrals\//);
  expect(complaints).toEqual([]);
});

it("says what comes next, and stays alive while it reckons", async () => {
  const { page, complaints } = await visit();
  await page.goto("/results/ahead");
  const sentence = page.getByText(
    /^By 17 February 2027: \d+ to \d+ introductions, .* in eight of ten such quarters\.$/,
  );
  await sentence.waitFor();
  let workers = 0;
  page.on("worker", () => (workers += 1));
  const before = await sentence.textContent();
  // How long the page was not there for a finger, at most, while the weeks are played.
  await page.evaluate(() => {
    const seen = { last: performance.now(), longest: 0 };
    Object.assign(globalThis, { seen });
    setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 20);
  });
  const more = page.getByRole("button", { name: "One more ask a week", exact: true });
  for (const _ of [1, 2, 3]) await more.click();
  await page.getByText(/^With three more asks a week from everybody: about \d+ more introductions/).waitFor();
  expect(await sentence.textContent()).not.toBe(before);
  const longest = await page.evaluate(
    () => (globalThis as unknown as { seen: { longest: number } }).seen.longest,
  );
  expect(longest).toBeLessThan(1_000);
  expect(workers).toBeGreaterThan(0);
  expect(new URL(page.url()).searchParams.get("more")).toBe("3");

  await page.getByLabel("New clients", { exact: true }).fill("60");
  await page.getByText(/^60 clients by 17 February 2027( take|:)/).waitFor();
  await page.getByText(/^Our ranges of four weeks have held \d+ of \d+ times/).waitFor();
  await page
    .getByText(/worked back later, from what was known then/)
    .first()
    .waitFor();
  await page
    .getByText(/recommend us/)
    .first()
    .waitFor();
  await page.getByText("How this is reckoned").first().click();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: /^Asks that bring an introduction: / }).click();
  await page.getByRole("dialog").getByRole("link").first().waitFor();
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: /, came: [1-9]/ })
    .first()
    .click();
  await page.getByRole("dialog").getByRole("link").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Said they would recommend us .*, introduced somebody: / }).click();
  await page.getByRole("dialog").getByRole("link").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
