import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowserHouse, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

let b: BrowserHouse;
let userId: string;
let leader: { authorization: string };
let clara: string;
beforeAll(async () => {
  b = await openBrowserHouse();
  const cast = await seatCast(b.test.database, NOON);
  userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  leader = { authorization: `Bearer ${cast.keys.leader}` };
  clara = await added("Clara Clausen");
  await added("Dora Dietz");
});
afterAll(() => b?.close());

describe("what stands far down the page of a person", () => {
  it("is read after what is seen first, without a touch, and nothing that was there moves", async () => {
    const { page } = await visit();
    const asked = readsOf(page);
    await page.goto(`/people/${clara}`);
    await page.getByText("Nobody has asked them before.").waitFor();
    expect(asked.some((of) => of.includes("/timeline"))).toBe(false);
    const before = await topOf(page, "As a source");
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    await page.getByText("wrote Clara Clausen down").waitFor();
    expect(await topOf(page, "As a source")).toBe(before);
    const near = asked.filter((of) => /\/standing|askable/.test(of)).join(" ");
    // In which request it travels depends on how soon its part is fetched; it may be the same one.
    const nth = (what: string) => asked.join(" ").indexOf(what);
    expect(nth("/match")).toBeGreaterThanOrEqual(0);
    expect(nth("/match")).toBeLessThan(nth("/timeline"));
    for (const far of ["/meetings", "/positions", "/timeline"]) expect(near).not.toContain(far);
    expect(asked.filter((of) => of.includes("/timeline"))).toHaveLength(1);
  });

  it("is read at once when it comes near, whatever is still on its way", async () => {
    const { page } = await visit();
    const held: Route[] = [];
    await page.route("**/api/v1/**", async (route) => {
      if (decodeURIComponent(route.request().url()).includes("/standing")) held.push(route);
      else await route.continue();
    });
    await page.goto(`/people/${clara}`);
    await page.getByText("As a source").waitFor();
    await page.waitForTimeout(1_000);
    expect(await page.getByRole("heading", { name: "What happened" }).count()).toBe(0);
    await scrollToEnd(page);
    await page.getByText("wrote Clara Clausen down").waitFor();
    expect(held.length).toBeGreaterThan(0);
    for (const route of held) await route.continue();
  });

  it("is there at once for who comes back, at the place where they left", async () => {
    const { page } = await visit();
    await page.goto(`/people/${clara}`);
    await page.getByText("wrote Clara Clausen down").waitFor();
    await scrollToEnd(page);
    await page.waitForTimeout(300);
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(400);
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href="/people"]')?.click());
    await page.getByText("Dora Dietz").waitFor();
    await page.goBack();
    await page.getByText("wrote Clara Clausen down").waitFor();
    await page.waitForTimeout(300);
    expect(Math.abs((await page.evaluate(() => scrollY)) - left)).toBeLessThan(100);
  });

  it("is read with the rest where the browser cannot tell what is near", async () => {
    const { page } = await visit();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "IntersectionObserver"));
    const asked = readsOf(page);
    await page.goto(`/people/${clara}`);
    await page.getByText("wrote Clara Clausen down").waitFor();
    expect(asked.find((of) => of.includes("/standing"))).toContain("/positions");
  });

  it("is read at once to print", async () => {
    const { page } = await visit();
    const held: Route[] = [];
    await page.route("**/api/v1/**", async (route) => {
      if (decodeURIComponent(route.request().url()).includes("/standing")) held.push(route);
      else await route.continue();
    });
    await page.goto(`/people/${clara}`);
    await page.getByText("As a source").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.getByText("wrote Clara Clausen down").waitFor();
    expect(held.length).toBeGreaterThan(0);
    for (const route of held) await route.continue();
  });
});

async function visit(): Promise<Visit> {
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const [name = "", ...value] = cookie.split("=");
  const visitor = await b.visit({ size: "phone" });
  await visitor.context.addCookies([{ name, value: value.join("="), url: b.address }]);
  return visitor;
}

async function added(fullName: string): Promise<string> {
  const person = { fullName, accountName: "Hafen Logistik", phones: ["+49 30 1234567"] };
  const made = await b.send("POST", "/people", person, leader);
  expect(made.status).toBe(201);
  return made.body.id;
}

/** What each request asks for, in the order in which they are sent. */
function readsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const url = decodeURIComponent(request.url());
    if (url.includes("/api/v1/")) asked.push(url);
  });
  return asked;
}

async function topOf(page: Page, heading: string): Promise<number> {
  return (await page.getByRole("heading", { name: heading }).boundingBox())?.y ?? NaN;
}

async function scrollToEnd(page: Page): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(50);
  }
}
