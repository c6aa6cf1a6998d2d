import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, visitAs, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
});
afterAll(() => b?.close());

it("gives an introduction on a phone: from what two people need and offer to one more on the scorecard", async () => {
  const hanna = await made("/people", {
    fullName: "Hanna Horn",
    title: "Owner",
    accountName: "Horn Events",
    emails: ["hanna@horn.example"],
  });
  const gerd = await made("/people", { fullName: "Gerd Graf", accountName: "Graf Catering" });
  await made("/referrals", { sourceId: hanna, contact: { fullName: "Veit Reimers" }, level: 2 });
  await made("/needs-and-offers", { personId: gerd, what: "offer", line: "catering for up to 300 guests" });
  const { page, complaints, done } = await signedIn();

  // Two lines typed one after the other.
  await page.goto(`/people/${hanna}`);
  const needs = page.getByRole("region", { name: "What Hanna needs and offers" });
  const line = needs.getByLabel("What Hanna needs");
  await line.fill("a caterer for a party in June");
  await line.press("Enter");
  await needs.getByText("a caterer for a party in June").first().waitFor();
  await expect.poll(() => line.inputValue()).toBe("");
  await line.pressSequentially("a hall for 200");
  await line.press("Enter");
  await needs.getByText("a hall for 200").first().waitFor();
  await page.getByText("You gave Hanna 0 and received 1.").waitFor();
  await expectNothingFrom(page);

  // At the moment of asking.
  await page.getByRole("button", { name: "I asked Hanna …" }).click();
  await page.getByRole("dialog").getByText("It is your turn to give: whom could Hanna use?").waitFor();
  await page.getByRole("dialog").getByText("“a caterer for a party in June”").waitFor();
  await expectNothingFrom(page);
  await page.keyboard.press("Escape");

  // Proposed, with the reason; one of them wants to be asked first.
  await page.getByLabel("Ask Hanna first").check();
  const wish = async () =>
    (await b.send("GET", `/people/${hanna}/introduction-wish`, undefined, { cookie })).body;
  await expect.poll(async () => (await wish()).askFirst).toBe(true);
  await page.goto("/giving");
  await page.getByRole("heading", { name: "You gave 0 and received 1" }).waitFor();
  await page
    .getByText(
      "Hanna Horn needs “a caterer for a party in June”; Gerd Graf offers “catering for up to 300 guests”.",
    )
    .waitFor();
  await page.getByText("Hanna wants to be asked first.").waitFor();
  await expectNothingFrom(page);
  await page.getByRole("button", { name: "Not these two: Hanna Horn and Gerd Graf" }).click();
  await page.getByRole("button", { name: "Not now" }).click();
  await page.getByText("Nobody just now.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Introduce them: Hanna Horn and Gerd Graf" }).click();

  // Each is asked before names are joined.
  await page.getByText("Hanna would like to be asked before names are joined.").waitFor();
  await page.getByRole("button", { name: "What to write to Hanna Horn" }).click();
  const letter = page.getByLabel("The letter");
  expect(await letter.inputValue()).toContain("May I introduce you?");
  expect(await letter.inputValue()).not.toContain("Gerd");
  await expectNothingFrom(page);
  expect(await given()).toBe(0);
  await page
    .getByRole("group", { name: "What Hanna Horn said" })
    .getByRole("button", { name: "Agreed" })
    .click();
  await page.getByText("So far: one was asked, the other not yet.").waitFor();
  await page
    .getByRole("group", { name: "What Gerd Graf said" })
    .getByRole("button", { name: "Agreed" })
    .click();
  await page.getByRole("heading", { name: "Both agreed: introduce them" }).waitFor();
  const href = await page.getByRole("link", { name: "Open in my mail program" }).getAttribute("href");
  expect(decodeURIComponent(href ?? "")).toContain(
    "mailto:hanna@horn.example?subject=Hanna Horn, meet Gerd Graf",
  );
  for (const noted of ["a caterer for a party", "catering for up to 300"])
    expect(decodeURIComponent(href ?? "")).not.toContain(noted);
  expect(await given()).toBe(0);
  await page.getByRole("button", { name: "I introduced them" }).click();
  await page.getByRole("heading", { name: "You introduced Hanna Horn and Gerd Graf" }).waitFor();
  expect(await given()).toBe(1);
  await expectNothingFrom(page);

  // What came of it, in one tap.
  await page.goto("/giving");
  await page.getByRole("heading", { name: "You gave 1 and received 1" }).waitFor();
  await page.getByRole("button", { name: "Came to business" }).click();
  await page.getByText("Hanna Horn and Gerd Graf: it came to business.").first().waitFor();
  await expectNothingFrom(page);

  // From Log: somebody outside.
  await page.getByRole("button", { name: "Log", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "I introduced somebody" }).click();
  await sheet.getByLabel("Whom did you help?").fill("Hanna");
  await sheet.getByRole("option", { name: /Hanna Horn/ }).click();
  await sheet.getByLabel("To whom did you introduce Hanna?").fill("Kanzlei Reuter");
  await sheet.getByRole("option", { name: /Somebody outside/ }).click();
  await sheet.getByLabel("What they do").fill("a lawyer");
  await sheet.getByLabel("Vouched for them to each other").check();
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "Save" }).click();
  await sheet.waitFor({ state: "hidden" });
  expect(await given()).toBe(2);
  await page.goto("/scorecard");
  await page.getByRole("rowheader", { name: "Referrals given" }).waitFor();
  await expectNothingFrom(page);
  expect(complaints).toEqual([]);
  await done();
});

async function given(): Promise<number> {
  const { body } = await b.send("GET", "/scorecard?by=week&from=2026-11-18&to=2026-11-18", undefined, {
    cookie,
  });
  return body.items[0].referralsGiven.count;
}

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

async function signedIn() {
  const { page, context, complaints } = await visitAs(b, cookie, { size: "phone" });
  return { page, complaints, done: () => context.close() };
}

async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
