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
async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}

it("invites people one by one, from one's own mail, and notes what came of it", async () => {
  const me = (await b.send("GET", "/me", undefined, { cookie })).body.member;
  const account = await made("/accounts", { name: "Hafen Logistik", kind: "client", holderId: me.id });
  const person = (fullName: string, email: string) =>
    made("/people", { fullName, accountId: account, emails: [email] });
  const anna = await person("Anna Albers", "anna@hafen.example");
  await made("/asks", { sourceId: anna, day: "2026-08-01", channel: "call", outcome: "no" });
  const bruno = await person("Bruno Amsel", "bruno@hafen.example");
  await b.send("PUT", `/people/${bruno}/do-not-write`, { reach: "e-mail" }, { cookie });
  const { page, context, complaints } = await visitAs(b, cookie, { size: "phone" });

  await page.goto("/touches/occasions");
  await page.getByText("Nothing to invite to or to share yet.").waitFor();
  await expectNothingFrom(page);
  await page.getByRole("button", { name: "An event …" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("What it is called").fill("Harbour evening");
  await sheet.getByLabel("Day").fill("2026-11-18");
  await sheet.getByLabel("Time").fill("23:59");
  await sheet.getByLabel("Place").fill("Pier 3");
  await sheet.getByLabel("What they will get there").fill("Two yards show how they plan nights.");
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Harbour evening" }).waitFor();

  // From those who wait for a word, and by name.
  await page.getByRole("button", { name: "Choose Anna Albers" }).click();
  await page.getByRole("textbox", { name: "To Anna" }).waitFor();
  await page.getByRole("combobox", { name: "Person" }).fill("Bruno");
  await page.getByRole("option", { name: /Bruno Amsel/ }).click();
  await page.getByText("Bruno does not want our e-mails; call instead.").waitFor();
  expect(await page.getByRole("link", { name: "Open in my mail: Bruno" }).count()).toBe(0);
  await expectNothingFrom(page);

  // Words of one's own, the mail program, and one tap.
  const letter = page.getByRole("textbox", { name: "To Anna" });
  expect(await letter.inputValue()).toContain("Hello Anna,\n\nTwo yards show how they plan nights.");
  await letter.fill("Hello Anna, will you come?");
  const mail = page.getByRole("link", { name: "Open in my mail: Anna" });
  expect(decodeURIComponent((await mail.getAttribute("href")) ?? "")).toBe(
    "mailto:anna@hafen.example?subject=Harbour evening&body=Hello Anna, will you come?",
  );
  // look: occasion
  await page.getByRole("button", { name: "Sent to Anna" }).click();
  await page.getByText("Anna: noted as sent.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await letter.waitFor();
  expect(await letter.inputValue()).toBe("Hello Anna, will you come?");
  await page.getByRole("button", { name: "Sent to Anna" }).click();
  await page.getByRole("button", { name: "Anna is coming" }).click();
  await page.getByText("2 chosen, 1 sent, 1 coming.").waitFor();
  // Said of the wrong person, and not at once: it is cleared all the same.
  await page.reload();
  await page.getByRole("button", { name: "No answer after all: Anna" }).click();
  await page.getByText("2 chosen, 1 sent.").waitFor();
  await page.getByRole("button", { name: "Anna is coming" }).click();
  // Nobody came or stayed away before it began; another day is told to those who know the old one.
  await page.getByText("2 chosen, 1 sent, 1 coming.").waitFor();
  expect(await page.getByRole("button", { name: "Anna came" }).count()).toBe(0);
  await page.getByRole("button", { name: "Change it" }).click();
  await sheet.getByLabel("Day").fill("2026-11-19");
  await sheet.getByText("One person was told the old day: tell them the new one.").waitFor();
  await sheet.getByRole("button", { name: "Save" }).click();
  await page
    .getByText("Anna was invited for Wednesday 18 November, and does not know yet that it was moved.")
    .waitFor();
  await page.getByText("Harbour evening is not on Wednesday 18 November any more").waitFor();
  await expectNothingFrom(page);
  await page.getByRole("button", { name: "Anna knows the new day" }).click();
  await page.getByText("Anna: knows the new day.", { exact: true }).waitFor();
  await page.getByText("does not know yet").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("does not know yet").waitFor();
  await page.getByRole("button", { name: "Change it" }).click();
  await sheet.getByLabel("Day").fill("2026-11-18");
  await sheet.getByLabel("Time").fill("00:01");
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Anna came" }).click();
  await page.getByText("Anna: was there.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "What Anna said …" }).click();
  await page.getByRole("textbox", { name: "What Anna said" }).fill("The best talk of the year.");
  await page.getByRole("button", { name: "Note it" }).click();
  await page.getByText("“The best talk of the year.”").waitFor();
  await page.getByText("2 chosen, 1 sent, 1 came.").waitFor();
  await expectNothingFrom(page);
  // look: occasion-after

  // On her page, and as her last word.
  await page.goto(`/people/${anna}`);
  const there = page.getByRole("region", { name: "Events and articles" });
  await there.scrollIntoViewIfNeeded();
  await there.getByText("came: “The best talk of the year.”").waitFor();
  const contacts = page.getByRole("list", { name: "What they had from us" });
  await contacts.getByRole("link", { name: "Invitation to an event" }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
