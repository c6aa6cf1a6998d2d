import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";
import { SIZES } from "#demo/test-browser.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";

let b: BrowserHouse;
let box: Mailbox;

beforeAll(async () => {
  box = await openMailbox();
  b = await openBrowserHouse({ smtpUrl: box.url });
});
afterAll(async () => {
  await b?.close();
  await box?.close();
});

it("members say whether and when the day's mail comes, and have it sent at once", async () => {
  const cookie = await firstVisit(b);
  const { page, complaints } = await visitAs(b, cookie, { size: "phone" });
  const setting = async () => (await b.send("GET", "/my-digest", undefined, { cookie })).body;
  await page.goto("/account");
  await page.getByRole("button", { name: "Send me today’s now" }).click();
  await page.getByText(/The last one went out today at/).waitFor();
  expect(box.letters).toHaveLength(1);
  for (const dark of [false, true]) {
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    for (const size of [SIZES.desk, SIZES.phone]) {
      await page.setViewportSize(size);
      expect(await findingsOn(page)).toEqual([]);
    }
  }
  await page.getByLabel("At", { exact: true }).selectOption("09:15");
  await page.getByText("That is changed.").first().waitFor();
  await expect.poll(async () => (await setting()).atTime).toBe("09:15");
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect.poll(async () => (await setting()).atTime).toBe("07:30");
  await page.getByLabel("Send me the day").click();
  await expect.poll(async () => (await setting()).wanted).toBe(false);
  expect(complaints).toEqual([]);
});
