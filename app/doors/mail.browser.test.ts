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

async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}

async function person(fullName: string, email: string): Promise<string> {
  const { status, body } = await b.send("POST", "/people", { fullName, emails: [email] }, { cookie });
  expect(status).toBe(201);
  return body.id;
}

it("logs a member's mail from their own address, puts to them what is not surely theirs, and takes all of it back", async () => {
  await person("Anna Albers", "anna@albers.example");
  const { page, context, complaints } = await visitAs(b, cookie, { size: "phone" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);

  // From nothing to an address.
  await page.goto("/settings");
  await page.getByRole("link", { name: "Mail that logs itself" }).click();
  await page.getByText("Nothing came in yet.").waitFor();
  await expectNothingFrom(page);
  await page.getByRole("button", { name: "Give me an address" }).click();
  const address = (await page.getByText(/^askwell\+[a-z0-9]{12}@in\.example\.com$/).textContent()) ?? "";
  // A long address breaks within what it stands in.
  const cut = `[...document.querySelectorAll("main *")].filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1
    && getComputedStyle(each).display !== "inline").map((each) => each.outerHTML.slice(0, 120))`;
  expect(await page.evaluate(cut)).toEqual([]);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(address);
  await page.getByRole("region", { name: "Last change" }).getByText("Here is your address.").waitFor();

  // A copy of what Mia wrote.
  const mia = "From: Mia Sommer <mia@nordlicht.example>";
  const copy = [mia, "To: anna@albers.example", "Subject: Our offer", "Message-ID: <1@n>", "", "Dear Anna"];
  await b.takeMail(copy.join("\r\n"), [address]);
  await page.reload();
  await page.getByText("Our offer").waitFor();
  await expectNothingFrom(page);
  await page.getByRole("link", { name: "You wrote to Anna Albers" }).click();
  await page.getByRole("heading", { name: "Anna Albers" }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Take back: “Our offer”" }).click();
  await page.getByText("You wrote to Anna Albers: taken back").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "You wrote to Anna Albers" }).waitFor();

  // What nobody vouches for.
  const unproven = [mia, "To: anna@albers.example", "Subject: Later", "Message-ID: <2@n>", "", "x"].join(
    "\r\n",
  );
  await b.takeMail(unproven, [address], { isProven: false });
  await page.reload();
  await page.getByText("Did you send it? It would be logged with Anna Albers.").waitFor();
  await expectNothingFrom(page);
  await page.getByRole("button", { name: "Let it be: “Later”" }).click();
  await page.getByText("You let it be.").waitFor();

  // An introduction that Anna made by mail: one tap, and the proposed answers are right.
  const introduction = [
    "From: Anna Albers <anna@albers.example>",
    "To: Mia Sommer <mia@nordlicht.example>, Karl Kern <karl@kern.example>",
    "Subject: Mia, meet Karl",
  ].join("\r\n");
  const forwarded = [
    mia,
    `To: ${address}`,
    "Subject: Fwd: Mia, meet Karl",
    "Message-ID: <3@n>",
    "",
    introduction,
  ];
  await b.takeMail(forwarded.join("\r\n"), [address]);
  await page.reload();
  await page.getByRole("button", { name: "Add Karl Kern" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("karl@kern.example").waitFor();
  expect(await sheet.getByLabel("Name").inputValue()).toBe("Karl Kern");
  await expectNothingFrom(page);
  await sheet.getByRole("button", { name: "Add them" }).click();
  await page.getByRole("link", { name: "Karl Kern was introduced to you" }).click();
  await page.getByText("waits for our answer").first().waitFor();
  const { body } = await b.send("GET", "/referrals", undefined, { cookie });
  expect(body.items).toMatchObject([{ sourceName: "Anna Albers", contactName: "Karl Kern", level: 1 }]);

  // The words are kept only while Mia wants them.
  await page.goto("/settings/mail");
  await page.getByLabel(/^Keep the words of my mail/).check();
  await expect
    .poll(async () => (await b.send("GET", "/mail-address", undefined, { cookie })).body.keepsWords)
    .toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});
