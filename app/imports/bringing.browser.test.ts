import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { SIZES } from "#demo/test-browser.ts";

let b: BrowserHouse;
let mia: Visit;

beforeAll(async () => {
  b = await openBrowserHouse();
  const entered = await b.send("POST", "/sign-in/first-visit", {
    name: "Mia Sommer",
    email: "mia@nordlicht.example",
    password: "drei Birnen am Zaun",
    workspace: {
      name: "Nordlicht Systeme",
      timeZone: "Europe/Berlin",
      currency: "EUR",
      calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
      defaultCountry: "DE",
    },
  });
  const [name = "", ...value] = (entered.headers.getSetCookie()[0] ?? "").split(";")[0]?.split("=") ?? [];
  mia = await b.visit({ size: "phone" });
  await mia.context.addCookies([{ name, value: value.join("="), url: b.address }]);
});
afterAll(() => b?.close());

const CSV =
  "wer,wo erreichbar,Firma\nAnke Boll,anke@boll.example,Boll & Söhne\nBodo Cramer,keine,Cramer AG\n,,Dorn KG\n";

function choose(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  return page.locator('input[type="file"]').setInputFiles(file);
}

describe("bringing a file, on a phone", () => {
  it("asks what unknown columns mean, shows what will happen, and does it", async () => {
    const { page } = mia;
    await page.goto("/imports");
    await page.getByText("No file yet.").waitFor();
    await expectNothingFrom(page);
    await choose(page, "leute.csv", CSV);
    await page.getByRole("heading", { name: "What do the columns mean?" }).waitFor();
    await page.getByText("Anke Boll · Bodo Cramer").waitFor();
    await page.getByLabel("The rows are").selectOption({ label: "People" });
    await page.getByLabel("wer", { exact: true }).selectOption({ label: "Full name" });
    await page.getByLabel("wo erreichbar").selectOption({ label: "E-mail" });
    await expectNothingFrom(page);
    await page.getByRole("button", { name: "Show what will happen" }).click();
    await page.getByRole("heading", { name: "Ready: 2 new people" }).waitFor();
    await page.getByText("2 accounts are added because rows name them.").waitFor();
    await page.getByText('"keine" is not an e-mail address').waitFor();
    await expectNothingFrom(page);
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByRole("heading", { name: "2 people are in" }).waitFor();
    await page.getByRole("link", { name: "Anke Boll" }).click();
    await page.getByText("leute.csv").first().waitFor();
    expect(mia.complaints).toEqual([]);
  });

  it("hands out the rows to mend, takes the file back, and knows its columns the next time", async () => {
    const { page } = mia;
    await page.goto("/imports");
    await page.getByRole("link", { name: "leute.csv" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Rows to mend" }).click();
    expect((await coming).suggestedFilename()).toMatch(/to.mend\.csv$/);
    await page.getByRole("button", { name: "Take the whole file back" }).click();
    await page.getByRole("heading", { name: "Taken back, as if it had never come" }).waitFor();
    await page.setViewportSize(SIZES.desk);
    await page.goto("/people");
    await page.getByRole("heading").first().waitFor();
    expect(await page.getByText("Anke Boll").count()).toBe(0);
    await page.goto("/imports");
    await page.getByText("taken back").waitFor();
    await expectNothingFrom(page);
    await choose(page, "leute.csv", CSV);
    await page.getByRole("heading", { name: "Ready: 2 new people" }).waitFor();
    expect(mia.complaints).toEqual([]);
  });
});

/** What axe finds wrong with the page as it stands. */
async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}
