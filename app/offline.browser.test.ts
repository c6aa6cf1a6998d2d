import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { layWire, type Wire } from "#demo/airplane.ts";
import { findingsOn, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

// A phone in the car park of a client, where there is no network: what was written down there arrives once, and only once.
let b: BrowserHouse;
let cast: Cast;
let wire: Wire;
const ids: Record<string, string> = {};
/** Whom the rep may name: the lists that Today keeps. */
const WHOM = ["/people", "/search"];

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
  wire = await layWire(b.address);
  for (const name of ["Anna Albers", "Bo Brandt", "Cora Carl", "Dirk Dahl"])
    ids[name] = (await as("rep", "POST", "/people", { fullName: name, holderId: cast.rep })).id;
});
afterEach(() => wire.mend());
afterAll(async () => {
  await b?.close();
  await wire?.close();
});

describe("without a network", () => {
  it("opens, takes down what was said, and sends each of it once when the network is back", async () => {
    const { page, context } = await onAPhone("rep");
    await page.goto(wire.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole("button", { name: "I asked" }).click();
    await page.getByRole("dialog").getByText("Anna Albers").waitFor();
    await page.keyboard.press("Escape");
    await kept(page, WHOM);

    await airplane(context, true);
    await page.reload();
    await page.getByText("What is kept to be sent later says so, and goes out by itself").waitFor();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await logAsk(page, "Anna Albers", "Will think");
    await page.getByText("Anna Albers: will think. Kept on this device").first().waitFor();
    await page.keyboard.press("/");
    await page.getByRole("combobox").fill("asked Bo Brandt intro to their cfo, will think, call");
    await page
      .getByRole("option", { name: /Bo Brandt/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Two notes wait on this device" }).waitFor();
    expect(await findingsOn(page)).toEqual([]);

    // The window is closed, and opened again: still in the air.
    await page.close();
    const again = await context.newPage();
    await again.goto(wire.address);
    await again.getByRole("button", { name: "Two notes wait on this device" }).click();
    await again.getByRole("dialog").getByText("Bo Brandt: will think.").waitFor();
    await again.keyboard.press("Escape");
    expect(await asksOf("rep")).toEqual([]);

    await airplane(context, false);
    await again.getByText("Two notes have gone out.").first().waitFor();
    await expect.poll(async () => await again.getByText("on this device").count()).toBe(0);
    expect((await asksOf("rep")).toSorted()).toEqual([
      "Anna Albers: will-think 1",
      "Bo Brandt: will-think 1",
    ]);
    await again.reload();
    await again.getByRole("heading", { level: 1 }).waitFor();
    await again.waitForTimeout(500);
    expect(await asksOf("rep")).toHaveLength(2);
    await context.close();
  });

  it("has words for a talk that was never opened here, with somebody whose page was", async () => {
    const { page, context } = await onAPhone("rep");
    await page.goto(`${wire.address}/people/${ids["Dirk Dahl"]}`);
    await page.getByRole("heading", { name: "Dirk Dahl", level: 1 }).waitFor();
    await kept(page, [`/people/${ids["Dirk Dahl"]}`]);
    await airplane(context, true);
    await page.goto(`${wire.address}/people/${ids["Dirk Dahl"]}/ask`);
    await page.getByRole("heading", { name: "Ask Dirk Dahl" }).waitFor();
    const words = page.getByRole("button", { name: /^Change: Ask for permission/ });
    await words.waitFor();
    expect(await words.count()).toBe(1);
    await airplane(context, false);
    await context.close();
  });

  it("arrives once where the answer was lost on the way", async () => {
    const { page, context } = await onAPhone("rep");
    await page.goto(wire.address);
    await page.getByRole("button", { name: "I asked" }).click();
    await page.getByRole("dialog").getByText("Dirk Dahl").first().click();
    wire.swallowAnswers();
    await page.getByRole("dialog").getByRole("button", { name: "No", exact: true }).click();
    await expect
      .poll(async () => (await asksOf("rep")).includes("Dirk Dahl: no 1"), { timeout: 15_000 })
      .toBe(true);
    await page.getByText("Dirk Dahl: no. Kept on this device").first().waitFor();
    wire.mend();
    await page.getByText("Sent: Dirk Dahl: no.").first().waitFor();
    expect(await asksOf("rep")).toContain("Dirk Dahl: no 1");
    await context.close();
  });

  it("shows a person what stands against it, and lets them decide", async () => {
    const { page, context } = await onAPhone("rep");
    await page.goto(wire.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await kept(page, WHOM);
    await airplane(context, true);
    await logAsk(page, "Cora Carl", "Will think");
    await page.getByRole("button", { name: "One note waits on this device" }).waitFor();
    await as("colleague", "POST", "/asks", {
      sourceId: ids["Cora Carl"],
      outcome: "not-now",
      untilDay: "2026-12-01",
    });
    await airplane(context, false);
    await page.getByRole("button", { name: "One note was not taken: look" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText(/Jonas Weber/).waitFor();
    await sheet.getByRole("button", { name: "It has happened already" }).click();
    await page.getByText("All has gone out.").waitFor();
    expect(await asksOf("rep")).toContain("Cora Carl: will-think 1");
    await context.close();
  });

  it("is taken back before it has gone out, and never goes out as somebody else", async () => {
    const { page, context } = await onAPhone("southRep");
    await page.goto(wire.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await kept(page, WHOM);
    await airplane(context, true);
    await logNew(page, "Eva Ernst");
    await page.getByRole("button", { name: "Two notes wait on this device" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "One note waits on this device" }).waitFor();
    await page.getByRole("button", { name: "I asked" }).click();
    await page.getByRole("dialog").getByRole("combobox").fill("eva");
    await page.getByRole("option", { name: "Eva Ernst" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Will think", exact: true }).click();
    await page.getByRole("button", { name: "Two notes wait on this device" }).waitFor();
    await signIn(context, "colleague");
    await airplane(context, false);
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForTimeout(1_000);
    expect(await page.getByText("on this device").count()).toBe(0);
    expect(await asksOf("southRep")).toEqual([]);
    await signIn(context, "southRep");
    await page.reload();
    await expect
      .poll(async () => await asksOf("southRep"), { timeout: 20_000 })
      .toEqual(["Eva Ernst: will-think 1"]);
    await context.close();
  });
});

type Who = "rep" | "colleague" | "southRep";

async function onAPhone(who: Who): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await b.visit({ size: "phone", installs: true });
  await signIn(context, who);
  return { page, context };
}

async function signIn(context: BrowserContext, who: Who): Promise<void> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const [name = "", ...value] = cookie.split("=");
  await context.addCookies([{ name, value: value.join("="), url: wire.address }]);
}

async function airplane(context: BrowserContext, on: boolean): Promise<void> {
  if (on) wire.cut();
  else wire.mend();
  await context.setOffline(on);
}

/** Waits until the device has the app, and of these paths the lists that are there before any screen has asked. */
async function kept(page: Page, lists: string[]): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForLoadState("networkidle");
  await expect.poll(() => page.evaluate(pathsKept)).toEqual(expect.arrayContaining(lists));
}

/** In the browser: of which paths something is kept; of a list, only when all of it is. */
async function pathsKept(): Promise<string[]> {
  const keys = await new Promise<IDBValidKey[]>((done, failed) => {
    const opening = indexedDB.open("askwell");
    opening.addEventListener("error", () => failed(opening.error as Error));
    opening.addEventListener("success", () => {
      const asked = opening.result.transaction("reads").objectStore("reads").getAllKeys();
      asked.addEventListener("success", () => {
        opening.result.close();
        done(asked.result);
      });
    });
  });
  const parts = keys.map((key) => JSON.parse(key as string) as [string, unknown, string?]);
  return parts.flatMap(([path, , all]) => (path === "/people" && all !== "all" ? [] : [path]));
}

async function logAsk(page: Page, name: string, answer: string): Promise<void> {
  await page.getByRole("button", { name: "I asked" }).click();
  await page.getByRole("dialog").getByText(name).first().click();
  await page.getByRole("dialog").getByRole("button", { name: answer, exact: true }).click();
}

async function logNew(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "I asked" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("combobox").fill(name);
  await sheet.getByRole("option", { name: `Add “${name}” as a new person` }).click();
  await sheet.getByRole("button", { name: `Add ${name}` }).click();
  await sheet.getByRole("button", { name: "Will think", exact: true }).click();
}

async function as(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
}

/** Each ask of theirs with its outcome and the number of its conversations. */
async function asksOf(who: Who): Promise<string[]> {
  const { items } = await as(who, "GET", `/asks?member=${cast[who]}`);
  return Promise.all(
    items.map(async (ask: { id: string; sourceName: string; outcome: string }) => {
      const whole = await as(who, "GET", `/asks/${ask.id}`);
      return `${ask.sourceName}: ${ask.outcome} ${whole.conversations.length}`;
    }),
  );
}
