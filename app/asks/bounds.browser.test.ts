import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

let b: BrowserHouse;
let cast: Cast;
let mia: Visit;
let petra: Visit;

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
  mia = await visitAs("rep", "phone");
  petra = await visitAs("manager", "desk");
});
afterAll(() => b?.close());

describe("a source whom a colleague asked", () => {
  it("is not asked again: the sheet says whose ask it is, and keeps only what has happened", async () => {
    const clara = await person("Clara Clausen");
    await ask("colleague", clara, { day: "2026-11-06", outcome: "not-now", untilDay: "2026-12-03" });
    const { page } = mia;
    await page.goto(`/people/${clara}`);
    await page.getByText("may be asked from 18 December").first().waitFor();
    await page.getByRole("button", { name: "I asked Clara …" }).click();
    const sheet = page.getByRole("dialog");
    await sheet
      .getByText("Jonas Weber asked them 12 days ago; they said: not now, until 3 December.")
      .waitFor();
    expect(await sheet.getByText("Ask Petra Lang for a permit.").isVisible()).toBe(true);
    expect(await sheet.getByRole("button", { name: "Named someone" }).isDisabled()).toBe(true);
    await expectNothingFrom(page);
    await sheet.getByRole("button", { name: "It has happened already" }).click();
    await sheet.getByRole("button", { name: "No", exact: true }).click();
    await sheet.waitFor({ state: "hidden" });
    expect((await asksOf(clara))[0]).toMatchObject({ memberId: cast.rep, against: "open-ask" });
  });

  it("tells the slower of two the same, when both had the sheet open", async () => {
    const dora = await person("Dora Dietz");
    const { page } = mia;
    await page.goto(`/people/${dora}`);
    await page.getByRole("button", { name: "I asked Dora …" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Nobody has asked them before.").waitFor();
    await ask("colleague", dora, { outcome: "will-think" });
    await sheet.getByRole("button", { name: "No", exact: true }).click();
    await sheet.getByText("Jonas Weber asked them today; they said: will think.").waitFor();
    await sheet.getByRole("button", { name: "Named someone", disabled: true }).waitFor();
    expect(await asksOf(dora)).toHaveLength(1);
  });

  it("is kept from the typed line too when it has happened already, in one more press", async () => {
    const gita = await person("Gita Groß");
    await ask("colleague", gita, { outcome: "will-think" });
    const { page } = mia;
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("/");
    const bar = page.getByRole("combobox");
    await bar.fill("asked Gita, no, in person");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("option", { name: "Asked Gita Groß", exact: true }).waitFor();
    const offer = sheet.getByRole("option", { name: "It has happened already" });
    expect(await offer.count()).toBe(0);
    await bar.press("Enter");
    await sheet.getByText("Jonas Weber asked them today; they said: will think.").first().waitFor();
    expect(await offer.innerText()).toContain("It is written down nevertheless");
    await expectNothingFrom(page);
    await bar.press("ArrowDown");
    await bar.press("Enter");
    await page.getByText("Gita Groß: noted.").first().waitFor();
    expect(await asksOf(gita)).toMatchObject([
      { memberId: cast.rep, outcome: "no", channel: "in-person", against: "open-ask" },
      { memberId: cast.colleague },
    ]);
  });

  it("is let be asked by a manager, with a reason and the way back; the report shows it", async () => {
    const emil = await person("Emil Ernst");
    await ask("colleague", emil, { day: "2026-11-12", outcome: "no" });
    const { page } = petra;
    await page.goto(`/people/${emil}`);
    await page.getByRole("button", { name: "Permit it …" }).click();
    await page.getByLabel("Why may they be asked nevertheless?").fill("He called us.");
    const permit = page.getByRole("button", { name: "Permit it", exact: true });
    expect(await permit.isDisabled()).toBe(true);
    await page.getByLabel("Who may ask them?").selectOption({ label: "Mia Sommer" });
    await expectNothingFrom(page);
    await permit.click();
    await page.getByText("Mia Sommer may ask this once.").first().waitFor();
    await page.getByText("You let Mia Sommer ask once until 2 December").waitFor();
    await page.getByText("“He called us.”").first().waitFor();
    expect(await mayAsk(emil)).toBe(true);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("You let Mia Sommer ask once until 2 December").waitFor({ state: "detached" });
    expect(await mayAsk(emil)).toBe(false);
    await page.goto("/asks/load");
    await page.getByRole("heading", { name: "How our sources are asked" }).waitFor();
    await page.getByText("Mia Sommer asked Clara Clausen").waitFor();
    await expectNothingFrom(page);
    expect([...mia.complaints.filter((each) => !/409/.test(each)), ...petra.complaints]).toEqual([]);
  });

  it("is asked by a colleague once whoever must agree lets them", async () => {
    const ivo = await person("Ivo Imhof");
    const wish = {
      channel: null,
      mostPerQuarter: null,
      bestWeekday: null,
      note: null,
      approverId: cast.manager,
    };
    expect((await b.send("PUT", `/people/${ivo}/preference`, wish, as("leader"))).status).toBe(200);
    expect(await mayAsk(ivo)).toBe(false);
    const { page } = petra;
    await page.goto(`/people/${ivo}`);
    await page.getByRole("button", { name: "Let a colleague ask …" }).click();
    await page.getByLabel("Who may ask them?").selectOption({ label: "Mia Sommer" });
    await page.getByLabel("Why may they be asked nevertheless?").fill("She knows his plant.");
    await expectNothingFrom(page);
    await page.getByRole("button", { name: "Permit it", exact: true }).click();
    await page.getByText("You let Mia Sommer ask once").first().waitFor();
    expect(await mayAsk(ivo)).toBe(true);
  });

  it("rests after a reference too, which is taken back", async () => {
    const frida = await person("Frida Falk");
    const { page } = mia;
    await page.goto(`/people/${frida}`);
    await page.getByRole("button", { name: "They gave a reference …" }).click();
    await page.getByLabel("For whom they vouched").fill("the crane deal");
    await expectNothingFrom(page);
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByText("may be asked from 18 December").first().waitFor();
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByText("A reference for the crane deal").waitFor({ state: "detached" });
    const { items } = (await b.send("GET", `/people/${frida}/references`, undefined, as("rep"))).body;
    expect(items).toEqual([]);
  });
});

async function visitAs(who: "rep" | "manager", size: "phone" | "desk"): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const [name = "", ...value] = cookie.split("=");
  const visit = await b.visit({ size });
  await visit.context.addCookies([{ name, value: value.join("="), url: b.address }]);
  return visit;
}

const as = (who: "rep" | "colleague" | "leader") => ({ authorization: `Bearer ${cast.keys[who]}` });

async function person(fullName: string): Promise<string> {
  return (await b.send("POST", "/people", { fullName }, as("leader"))).body.id;
}

async function ask(who: "colleague", sourceId: string, more: object): Promise<void> {
  expect((await b.send("POST", "/asks", { sourceId, ...more }, as(who))).status).toBe(201);
}

async function mayAsk(id: string): Promise<boolean> {
  return (await b.send("GET", `/people/${id}/askable`, undefined, as("rep"))).body.refusal === null;
}

async function asksOf(id: string): Promise<unknown[]> {
  return (await b.send("GET", `/asks?source=${id}`, undefined, as("rep"))).body.items;
}

async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
