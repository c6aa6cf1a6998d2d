import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findingsOn,
  firstVisit,
  openBrowserHouse,
  type BrowserHouse,
  type Visit,
} from "#demo/browser-house.ts";

let b: BrowserHouse;
let mia: Visit;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
  mia = await b.visit({ size: "phone" });
  const [name = "", ...value] = cookie.split("=");
  await mia.context.addCookies([{ name, value: value.join("="), url: b.address }]);
});
afterAll(() => b?.close());

const NAMES = [
  "Ana Roth, Telia",
  "Bert Brand",
  "Cora Carl, Hafen Logistik",
  "Dirk Dahl",
  "Eva Engel, Telia",
  "Finn Falk",
  "Gesa Groth, Weser Pumpen",
  "Hauke Hein",
  "Ida Ihde, Nordbank",
  "Jan Jansen",
  "Kira Kern",
  "Lars Lund, Fjord Foods",
];

describe("whom do I know, on a phone", () => {
  it("writes twelve people down with one key each beyond their names", async () => {
    const { page } = mia;
    await page.goto("/people/whom-do-i-know");
    await page.getByText("0 of 100 names").waitFor();
    await expectNothingFrom(page);
    const keys = await countKeys(page);
    for (const name of NAMES) {
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
    }
    await page.getByText("12 of 100 names").waitFor();
    expect((await keys()) - NAMES.join("").length).toBe(NAMES.length);
    const { body } = await api("GET", "/people?limit=50");
    expect(body.items).toHaveLength(12);
    expect(
      body.items.filter((each: { accountName: string | null }) => each.accountName === "Telia"),
    ).toHaveLength(2);
    const origins = await api("GET", `/people/${body.items[0].id}/origins`);
    expect(origins.body.items[0]).toMatchObject({ cameFrom: "typed", detail: "“Whom do I know?”, clients" });
    await expectNothingFrom(page);
  });

  it("shows who is known already, and takes the last one back with one key", async () => {
    const { page } = mia;
    await page.keyboard.type("ana roth, telia ab");
    await page.keyboard.press("Enter");
    await page.getByText("Known already:").waitFor();
    await page.getByText("12 of 100 names · 1 known already").waitFor();
    await page.keyboard.press("ArrowUp");
    await page.getByText("Known already:").waitFor({ state: "detached" });
    expect(await page.getByLabel("Name, company").inputValue()).toBe("ana roth, telia ab");
    await page.getByLabel("Name, company").fill("");
    await page.keyboard.press("ArrowUp");
    await page.getByRole("link", { name: "Lars Lund" }).waitFor({ state: "detached" });
    await page.getByText("11 of 100 names").waitFor();
    expect((await api("GET", "/people?limit=50")).body.items).toHaveLength(11);
    await page.keyboard.press("Enter");
    await page.getByText("12 of 100 names").waitFor();
    // Taken back and typed again in one breath: there once, and new.
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByText("taking back…").waitFor({ state: "detached" });
    await page.getByText("12 of 100 names").waitFor();
    expect((await api("GET", "/people?limit=50")).body.items).toHaveLength(12);
  });

  it("keeps what could not be saved, and saves it when the network is back", async () => {
    const { page, context } = mia;
    await page.getByRole("button", { name: "Next: clients of old" }).click();
    await context.setOffline(true);
    await page.keyboard.type("Mona Meer");
    await page.keyboard.press("Enter");
    await page.getByText("Not saved yet.").waitFor();
    await page.getByRole("button", { name: "Try again: Mona Meer" }).waitFor();
    await expectNothingFrom(page);
    await context.setOffline(false);
    await page.getByText("13 of 100 names").waitFor();
    const { body } = await api("GET", "/people?q=mona");
    const standing = await api("GET", `/people/${body.items[0].id}/standing`);
    expect(standing.body.acquaintances).toMatchObject([{ kind: "former-client" }]);
  });
});

describe("somebody as a source, on a phone", () => {
  it("is given a part in buying in two presses, and it is taken back", async () => {
    const { page } = mia;
    const { body } = await api("GET", "/people?q=ana");
    await page.goto(`/people/${body.items[0].id}`);
    const section = page.getByRole("region", { name: "As a source" });
    const presses = await countPresses(page);
    await section.getByRole("button", { name: "Their part in buying" }).click();
    await expectNothingFrom(page);
    await page.getByRole("dialog").getByRole("button", { name: "Champion" }).click();
    await section.getByText("speaks for us when we are not there").waitFor();
    expect(await presses()).toBe(2);
    await page.getByRole("button", { name: "Undo" }).click();
    await section.getByText("speaks for us when we are not there").waitFor({ state: "detached" });
  });

  it("is not to be asked in three presses, and may be again in two", async () => {
    const { page } = mia;
    const section = page.getByRole("region", { name: "As a source" });
    const presses = await countPresses(page);
    await section.getByRole("button", { name: /^More about Ana .* as a source$/ }).click();
    await section.getByRole("button", { name: "They said stop" }).click();
    await expectNothingFrom(page);
    await page.getByRole("dialog").getByRole("button", { name: "They said stop" }).click();
    await section.getByText("No: they said stop").waitFor();
    await expectNothingFrom(page);
    await section.getByRole("button", { name: "May be asked" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "They may be asked again" }).click();
    await section.getByText("No: they said stop").waitFor({ state: "detached" });
    expect(await presses()).toBe(5);
  });

  it("has earned the right in their own words; a company's open issue shows with everybody there", async () => {
    const { page } = mia;
    const section = page.getByRole("region", { name: "As a source" });
    await section.getByRole("button", { name: "What they said it was worth" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "They said so" }).click();
    await sheet.getByText("it is how the ask begins").waitFor();
    await sheet.getByLabel("What they said it was worth").fill("You saved us two weeks.");
    await expectNothingFrom(page);
    await sheet.getByRole("button", { name: "They said so" }).click();
    await section.getByText("“You saved us two weeks.”").waitFor();
    const { body } = await api("GET", "/people?q=ana");
    await api("PATCH", `/accounts/${body.items[0].accountId}`, { kind: "client" });
    await page.goto(`/accounts/${body.items[0].accountId}`);
    await page.getByRole("button", { name: "Raise an issue" }).click();
    await sheet.getByLabel("What is wrong?").fill("Down for a week");
    await sheet.getByRole("button", { name: "Raise it" }).click();
    await page.getByText("Nobody at Telia is asked while this is open").waitFor();
    await expectNothingFrom(page);
    await page.goto(`/people/${body.items[0].id}`);
    await section.getByText("an open issue of their company").waitFor();
    await section.getByRole("button", { name: /^Open issue/ }).click();
    await sheet.getByRole("button", { name: "It is settled" }).click();
    await section.getByText("an open issue of their company").waitFor({ state: "detached" });
    expect(mia.complaints.filter((each) => !each.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  });
});

function api(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { cookie });
}

async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    const counts = dataset["presses"] !== undefined;
    dataset["presses"] = "";
    if (!counts) document.addEventListener("pointerdown", () => (dataset["presses"] += "|"), true);
  });
  return async () => page.evaluate(() => (document.documentElement.dataset["presses"] ?? "").length);
}

async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset["keys"] = "0";
    addEventListener(
      "keydown",
      () => {
        const { dataset } = document.documentElement;
        dataset["keys"] = String(Number(dataset["keys"]) + 1);
      },
      true,
    );
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset["keys"]));
}

async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
