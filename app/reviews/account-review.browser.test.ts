import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
});
afterAll(() => b?.close());

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}
const notes = (on: Page) => on.getByLabel("Notes: The next quarter", { exact: true });
async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}

it("goes from the promise to the next review: planned, gone through by two, held, told and printed", async () => {
  const me = (await b.send("GET", "/me", undefined, { cookie })).body.member;
  const account = await made("/accounts", {
    name: "Hafen Logistik",
    kind: "client",
    country: "DE",
    holderId: me.id,
  });
  const anna = await made("/people", {
    fullName: "Anna Albers",
    title: "Head of operations",
    accountId: account,
    emails: ["anna@hafen.example"],
  });
  await made("/people", { fullName: "Bruno Amsel", accountId: account });
  const said = "We look at it together each quarter.";
  await made("/seeds", { personId: anna, moment: "proposal", day: "2026-08-10", words: said });
  const deal = { name: "Night shift", accountId: account, origin: "existing-client", openedOn: "2026-08-01" };
  const won = await made("/deals", deal);
  await b.send("PUT", `/deals/${won}/outcome`, { outcome: "won", day: "2026-09-01" }, { cookie });
  const { page, context, complaints } = await visitAs(b, cookie, { size: "phone" });

  // Today says it; planned in three taps.
  await page.goto("/");
  const today = page.getByRole("region", { name: "Account reviews" });
  await today.getByText("None held so far; promised to Anna Albers, 10 August.").waitFor();
  await expectNothingFrom(page);
  await today.getByRole("link", { name: "Plan it" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("checkbox", { name: "Anna Albers" }).waitFor();
  expect(await sheet.getByRole("checkbox", { name: "Anna Albers" }).isChecked()).toBe(true);
  await sheet.getByRole("checkbox", { name: "Bruno Amsel" }).check();
  await sheet.getByLabel("Day").fill("2026-11-18");
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("heading", { name: "Review with Hafen Logistik" }).waitFor();
  await page.getByText("Won: Night shift (1 September).").first().waitFor();
  await page.getByText(`“${said}”`).waitFor();
  // look: review

  // A measure of theirs, a promise of ours.
  await page.getByRole("button", { name: "A measure of theirs …" }).click();
  await sheet.getByLabel("What they look at").fill("Shifts filled");
  await sheet.getByLabel("Unit").fill("%");
  await sheet.getByLabel("What they want").fill("98");
  await sheet.getByRole("button", { name: "Write it down" }).click();
  await page.getByRole("button", { name: "Note a value: Shifts filled" }).click();
  await sheet.getByLabel("Value in %").fill("97,5");
  await sheet.getByRole("button", { name: "Note it" }).click();
  await page.getByText("97.5 %; they want 98 %: not yet").first().waitFor();
  await page.getByRole("button", { name: "Write down a promise" }).click();
  await page.getByLabel("What is promised").fill("Send the shift plan");
  await expectNothingFrom(page);
  await page.getByRole("button", { name: "Write it down" }).click();
  await page.getByText(`${me.name}, until 2 December`).first().waitFor();

  // Two write at one point at once: nothing is lost.
  const other = await visitAs(b, cookie, { size: "desk" });
  await other.page.goto(page.url());
  await notes(other.page).fill("Budget in March.");
  await notes(page).fill("A second site.");
  await page.getByLabel("One more point").focus();
  await page.getByText(`Last by ${me.name}.`).waitFor();
  await other.page.getByLabel("One more point").focus();
  await other.page
    .getByText(`${me.name} wrote here meanwhile. Your words are still above; theirs are:`)
    .waitFor();
  // look other: conflict
  await expectNothingFrom(other.page);
  await other.page.getByRole("button", { name: "Keep both: The next quarter" }).click();
  await other.page
    .getByRole("button", { name: "Keep both: The next quarter" })
    .waitFor({ state: "detached" });
  await other.page
    .getByRole("button", { name: "Save the notes: The next quarter" })
    .waitFor({ state: "detached" });
  expect(await notes(other.page).inputValue()).toBe("A second site.\n\nBudget in March.");
  await page.reload();
  await notes(page).waitFor();
  expect(await notes(page).inputValue()).toBe("A second site.\n\nBudget in March.");

  // The place for the ask.
  await page.getByLabel("Who is asked").selectOption({ label: "Anna Albers" });
  const ask = page.getByRole("link", { name: "What to say to Anna" });
  expect(await ask.getAttribute("href")).toBe(`/people/${anna}/ask?moment=account-review`);

  // Held, with one of the two; the recap is German, where they are.
  await page.getByRole("button", { name: "It was held …" }).click();
  await sheet.getByRole("checkbox", { name: "Bruno Amsel" }).uncheck();
  await sheet.getByRole("button", { name: "It was held" }).click();
  await page.getByText("There: Anna Albers.").waitFor();
  const recap = page.getByRole("textbox", { name: "Recap" });
  expect(await recap.inputValue()).toContain("Guten Tag Anna Albers,");
  expect(await recap.inputValue()).toContain("- Send the shift plan");
  await page.getByLabel("Language").selectOption("en");
  expect(await recap.inputValue()).toContain("Hello Anna,");
  const href = (await page.getByRole("link", { name: "Open in my mail program" }).getAttribute("href")) ?? "";
  expect(decodeURIComponent(href)).toContain("mailto:anna@hafen.example?");
  await expectNothingFrom(page);

  // One sheet, and what is ours alone is not on it.
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(pdf.match(/\/MediaBox/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByText("5. The next quarter").filter({ visible: true }).count()).toBe(1);
  expect(await page.getByText("Whom else this may help").filter({ visible: true }).count()).toBe(0);
  // look: paper
  await page.emulateMedia({ media: "screen" });

  // The round, and the account.
  await page.goto("/account-reviews");
  await page.getByRole("heading", { name: "Every review is on its way" }).waitFor();
  await page.getByText(/Last one today; promised to Anna Albers, 10 August\./).waitFor();
  await expectNothingFrom(page);
  // look: rounds
  await page.goto(`/accounts/${account}`);
  const there = page.getByRole("region", { name: "Account reviews" });
  await there.getByRole("link", { name: "Review of 18 November" }).waitFor();
  await there.getByRole("button", { name: "Plan a review" }).waitFor();
  await expectNothingFrom(page);
  expect([...complaints, ...other.complaints].filter((each) => !each.includes("409"))).toEqual([]);
  await other.context.close();
  await context.close();
});
