import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findingsOn,
  firstVisit,
  visitAs,
  openBrowserHouse,
  type BrowserHouse,
  type Visit,
} from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie = "";
const ids: Record<string, string> = {};

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
  for (const [fullName, accountName] of [
    ["Anna Albers", "Hafen Logistik"],
    ["Anna Müller", "Kessler"],
    ["Bo Brandt", "Kessler"],
    ["Josef Huber", "Alpen Bau"],
  ] as const)
    ids[fullName] = (await api("POST", "/people", { fullName, accountName })).body.id;
});
afterAll(() => b?.close());

describe("a typed line", () => {
  it("is understood in English, corrected by the keyboard, written down with Enter and taken back", async () => {
    const { page, complaints } = await visit("desk");
    await page.goto(`/people/${ids["Anna Albers"]}`);
    await page.getByText("Never asked.").waitFor();
    const bar = await openBar(page);
    await bar.fill(
      "asked Anna intro to Bo Brandt at Kessler, will think, by e-mail, yesterday, liked the rollout",
    );
    const sheet = page.getByRole("dialog");
    await sheet.getByText("“Anna” may be Anna Müller or Anna Albers. Which one?").first().waitFor();
    expect(await chips(sheet)).toEqual([
      "Asked Anna?",
      "To meet Bo Brandt",
      "At Kessler",
      "Said will think",
      "How by e-mail",
      "Moment anytime",
      "Day yesterday",
    ]);
    await sheet.getByText("Kept as a note: “liked the rollout”").first().waitFor();
    await sheet.getByText("Call: people say yes to a voice.").first().waitFor();
    await expectNothingFrom(page);
    await bar.press("Enter");
    await sheet.getByRole("option", { name: "Anna Albers Hafen Logistik" }).waitFor();
    await expectNothingFrom(page);
    await bar.press("ArrowDown");
    await bar.press("Enter");
    await sheet.getByRole("option", { name: "Asked Anna Albers", exact: true }).waitFor();
    for (let at = 0; at < 6; at += 1) await bar.press("ArrowRight");
    await bar.press("ArrowLeft");
    await bar.press("Enter");
    await sheet.getByRole("option", { name: "In person" }).waitFor();
    await bar.press("Escape");
    const chosen = sheet.getByRole("option", { selected: true });
    expect(await chosen.innerText()).toMatch(/^Write down: asked Anna Albers/);
    await bar.press("ArrowRight");
    await bar.press("ArrowDown");
    expect((await chosen.innerText()).replace(/\s+/g, " ")).toBe("To meet Bo Brandt");
    await bar.press("Escape");
    expect(await chosen.innerText()).toMatch(/^Write down:/);
    // In what is typed the arrows move the caret.
    await bar.press("ArrowLeft");
    expect(
      await bar.evaluate((field: HTMLInputElement) => field.value.length - (field.selectionEnd ?? 0)),
    ).toBe(1);
    await bar.press("ArrowRight");
    expect(await chosen.innerText()).toMatch(/^Write down:/);
    await sheet.getByRole("option", { name: "How by e-mail" }).click();
    await sheet.getByRole("option", { name: "By phone" }).click();
    await sheet.getByRole("option", { name: "How by phone" }).waitFor();
    await bar.press("Enter");
    await page.getByText("Anna Albers: noted.").first().waitFor();
    await page.getByRole("main").getByText("will think", { exact: true }).waitFor();
    expect((await api("GET", "/asks")).body.items).toMatchObject([
      {
        sourceName: "Anna Albers",
        targetPersonName: "Bo Brandt",
        targetAccountName: "Kessler",
        outcome: "will-think",
        channel: "call",
        day: "2026-11-17",
      },
    ]);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").first().waitFor();
    await page.getByText("Never asked.").waitFor();
    expect((await api("GET", "/asks")).body.items).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("is understood in German on a phone, by a nickname, and stands on the person's page", async () => {
    const { page, complaints } = await visit("phone");
    await page.goto(`/people/${ids["Josef Huber"]}`);
    await page.getByRole("heading", { name: "Josef Huber" }).waitFor();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("button", { name: "Search" }).last().click();
    const bar = page.getByRole("combobox");
    const sheet = page.getByRole("dialog").last();
    await bar.fill("Sepp gefragt, Intro zu einem Werkleiter, nicht jetzt, am Telefon, gestern");
    await sheet.getByText("Say until when").first().waitFor();
    await expectNothingFrom(page);
    await sheet.getByRole("option", { name: "Ask again when?" }).click();
    await sheet.getByRole("option", { name: "In a month" }).click();
    await sheet.getByRole("option", { name: /^Write down: asked Josef Huber/ }).click();
    await page.getByText("Josef Huber: noted.").first().waitFor();
    await page
      .getByText(/not now, until/)
      .first()
      .waitFor();
    expect((await api("GET", "/asks")).body.items).toMatchObject([
      { sourceName: "Josef Huber", forWhom: "einem Werkleiter", outcome: "not-now", channel: "call" },
    ]);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").first().waitFor();
    expect((await api("GET", "/asks")).body.items).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("offers to add whoever is not there, and keeps the line when the server refuses it", async () => {
    const { page } = await visit("desk");
    await page.goto("/");
    const bar = await openBar(page);
    const sheet = page.getByRole("dialog");
    await bar.fill("asked Petra Neu, no answer yet");
    await sheet.getByText("Nobody called “Petra Neu” here yet.").first().waitFor();
    await bar.press("Enter");
    await sheet.getByRole("option", { name: "Add “Petra Neu” as a new person" }).click();
    await sheet.getByRole("option", { name: "Asked Petra Neu", exact: true }).waitFor();
    const refusal = "Asked by Jonas Weber 12 days ago; said: later.";
    await page.route("**/api/v1/asks", async (route) => {
      if (route.request().method() !== "POST") return await route.continue();
      await route.fulfill({
        status: 409,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 409, title: "Conflict", detail: refusal }),
      });
    });
    await bar.press("Enter");
    await sheet.getByText(refusal).first().waitFor();
    expect(await bar.inputValue()).toBe("asked Petra Neu, no answer yet");
    await page.unroute("**/api/v1/asks");
    await bar.press("Enter");
    await page.getByText("Petra Neu: noted.").first().waitFor();
    await (await openBar(page)).fill("asked Bo Brandt, gave me a name");
    await page.getByRole("combobox").press("Enter");
    await page.getByRole("heading", { name: "Whom did Bo name?" }).waitFor();
    await expectNothingFrom(page);
  });
});

async function openBar(page: Page): Promise<Locator> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("/");
  const bar = page.getByRole("combobox");
  await bar.waitFor();
  return bar;
}

async function chips(sheet: Locator): Promise<string[]> {
  const lines = await sheet.getByRole("option").allInnerTexts();
  return lines.slice(1).map((text) => text.replace(/\s+/g, " ").trim());
}

async function visit(size: "phone" | "desk"): Promise<Visit> {
  const visit = await visitAs(b, cookie, { size });
  return visit;
}

async function api(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { cookie });
}

/** What axe finds wrong with the page as it stands. */
async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
