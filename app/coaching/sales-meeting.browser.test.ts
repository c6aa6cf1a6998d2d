import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Day } from "#lib/kernel/days.ts";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

// It is Monday, 2026-11-23; the meeting is over the week of the sixteenth.
const NOW = new Date("2026-11-23T08:00:00Z");
const WEEK = "2026-11-16";

let b: BrowserHouse;
let cast: Cast;
let now = new Date("2026-11-16T08:00:00Z");

type Who = "rep" | "colleague" | "manager" | "southRep" | "leader";

beforeAll(async () => {
  b = await openBrowserHouse({ clock: { now: () => now } });
  cast = await seatCast(b.test.database, now);
  await tell();
  now = NOW;
}, 240_000);
afterAll(() => b?.close());

async function send(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const at = (day: Day) => {
  now = new Date(`${day}T09:00:00Z`);
};

/** A week with something in every part: a chain of three that ended in a deal, and praise for it. */
async function tell(): Promise<void> {
  const person = async (fullName: string) =>
    (await send("rep", "POST", "/people", { fullName })).id as string;
  const [anna, otto, jale] = [
    await person("Anna Albers"),
    await person("Otto Karg"),
    await person("Jale Merz"),
  ];
  const promises = [
    { kind: "ask", personId: anna },
    { kind: "ask", personId: jale },
    { kind: "own", words: "Sleep before I call" },
  ];
  await send("rep", "PUT", `/weeks/${WEEK}/plan`, { promises });
  await send("colleague", "PUT", `/weeks/${WEEK}/plan`, {
    promises: [{ kind: "count", measure: "people-asked", count: 1 }],
  });
  at("2026-11-17");
  const ask = await send("rep", "POST", "/asks", {
    sourceId: anna,
    forWhom: "the head of controlling at one of her sister plants",
    note: "Whom would you call first if the line stood still tonight?",
    wordings: ["en.anytime.grace.mind"],
  });
  const first = { sourceId: anna, askId: ask.id, contact: { fullName: "Bo Krug" }, level: 3 };
  const came = await send("rep", "POST", "/referrals", first);
  at("2026-11-18");
  const second = { sourceId: came.contactId, contact: { fullName: "Cem Dal" }, level: 5 };
  const grown = await send("rep", "POST", "/referrals", second);
  await send("colleague", "POST", "/asks", { sourceId: otto, outcome: "will-think" });
  at("2026-11-19");
  const account = await send("leader", "POST", "/accounts", { name: "Dal Werke", kind: "prospect" });
  const deal = await send("rep", "POST", "/deals", {
    name: "Night shift at Dal",
    accountId: account.id,
    personId: grown.contactId,
    referralId: grown.id,
    amount: { minor: 2_580_000, currency: "EUR" },
  });
  await send("rep", "PUT", `/deals/${deal.id}/outcome`, { outcome: "won" });
  const { items } = await send("colleague", "GET", `/timeline?of=${anna}`);
  const factId = items.find(({ verb }: { verb: string }) => verb === "ask.made").id;
  await send("colleague", "POST", "/praise", { factId, words: "She asked in the lift." });
  at("2026-11-20");
  const duties = await send("rep", "GET", `/duties?referral=${grown.id}`);
  const owed = (duties.items as { id: string; kind: string }[]).filter(({ kind }) => kind === "report-close");
  if (owed.length > 0)
    await send("rep", "POST", "/settlements", { duties: owed.map(({ id }) => id), how: "call" });
  at("2026-11-23");
  await send("colleague", "PUT", "/weeks/2026-11-23/plan", {
    promises: [{ kind: "ask", personId: jale }],
  });
}

async function visit(who: Who, options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], now);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(40_000);
  return visitor;
}

const PARTS = [
  "Two of four promises kept",
  "Two people asked, two introductions",
  "Mia Sommer asked Anna Albers",
  "Two introductions from two sources",
  "From Anna Albers to Cem Dal in two steps",
  "One deal won through introductions, €25,800",
];

const look = async (page: Page, name: string) => {
  const folder = process.env["ASKWELL_LOOK"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};

/** Every text that can be seen in the room, with its computed size. */
function smallTexts(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const found: string[] = [];
    const room = document.querySelector("dialog[open]");
    if (room === null) return ["no room"];
    const walker = document.createTreeWalker(room, NodeFilter.SHOW_TEXT);
    let seen = 0;
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (parent === null || !textContent?.trim() || parent.closest(".only-heard")) continue;
      seen += 1;
      const px = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (px < size) found.push(`${px}: ${textContent}`);
    }
    return seen === 0 ? ["nothing to read"] : found;
  }, least);
}

it("is opened by one press, and shows every part with what opens from it", async () => {
  const { page, complaints } = await visit("manager");
  await page.goto("/sales-meeting");
  for (const title of PARTS) await page.getByRole("heading", { name: title, exact: true }).first().waitFor();
  expect(page.url()).toBe(`${b.address}/sales-meeting/${cast.teams.north}/${WEEK}`);
  const text = await page.locator("main").innerText();
  expect(text).toContain("Whom would you call first if the line stood still tonight?");
  expect(text).toContain("It brought Bo Krug (level 3).");
  expect(text).not.toContain("Sleep before");
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "2 People asked, North" }).click();
  const facts = page.getByRole("dialog", { name: "People asked" });
  await facts.getByText("Anna Albers", { exact: false }).waitFor();
  expect(await facts.getByRole("listitem").count()).toBe(2);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "How long each part takes" }).click();
  await page.getByLabel("Chain of the week").fill("6");
  await page.getByText("34 minutes: take 4 away, people want to go and ask.").waitFor();
  expect(await page.getByRole("button", { name: "Keep these times" }).isDisabled()).toBe(true);
  expect(await findingsOn(page)).toEqual([]);
  await page.getByLabel("Chain of the week").fill("0");
  await page.getByRole("button", { name: "Keep these times" }).click();
  await page.getByText("Settled.", { exact: true }).waitFor();
  await expect.poll(() => page.getByText("From Anna Albers to Cem Dal").count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: PARTS[4] as string }).waitFor();

  await page.getByLabel("Rehearse something else").selectOption("no-policy");
  await page.getByText("Chosen for this week.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "We met over it today" }).click();
  await page.getByText("held on 23 November", { exact: false }).waitFor();
  await page.getByRole("button", { name: "It was not held" }).click();
  await page.getByText("not held yet").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

it("fills a room at 1920 by 1080 with letters of 28 pixels at least, and is led by the keyboard", async () => {
  for (const dark of [false, true]) {
    const { page, complaints } = await visit("manager", { dark });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto(`/sales-meeting/${cast.teams.north}/${WEEK}`);
    await page.getByRole("button", { name: "Open in the room" }).click();
    const room = page.getByRole("dialog", { name: "Sales meeting of North" });
    const heading = room.getByRole("heading", { level: 1 });
    await heading.waitFor();
    const told: string[] = [];
    for (;;) {
      told.push(await heading.innerText());
      await look(page, `room-1920-${dark ? "dark" : "light"}-${told.length}`);
      expect(await smallTexts(page, 28)).toEqual([]);
      const slide = page.locator("[data-slide]");
      expect(await slide.evaluate((body) => body.scrollHeight - body.clientHeight)).toBeLessThanOrEqual(1);
      expect(await findingsOn(page)).toEqual([]);
      if (await room.getByRole("button", { name: "Next" }).isDisabled()) break;
      await page.keyboard.press(told.length % 2 === 0 ? "ArrowRight" : "Space");
      await expect.poll(() => heading.innerText()).not.toBe(told.at(-1));
    }
    expect(told).toEqual(expect.arrayContaining(PARTS));
    expect(told[0]).toBe(PARTS[0]);
    expect(told.at(-1)).toBe("One promise for the week ahead");
    await page.keyboard.press("Home");
    await expect.poll(() => heading.innerText()).toBe(PARTS[0]);
    await page.keyboard.press("End");
    await expect.poll(() => heading.innerText()).toBe("One promise for the week ahead");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => heading.innerText()).toBe("Taking a no with grace");
    await page.keyboard.press("Escape");
    await expect.poll(() => room.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

it("keeps the time of each part, says calmly when it is over, and can be paused", async () => {
  const { page } = await visit("manager");
  await page.clock.install({ time: NOW });
  await page.goto(`/sales-meeting/${cast.teams.north}/${WEEK}`);
  await page.getByRole("button", { name: "Open in the room" }).click();
  const room = page.getByRole("dialog", { name: "Sales meeting of North" });
  await room.getByText("4:00 left").waitFor();
  await page.clock.runFor(65_000);
  await room.getByText("2:55 left").waitFor();
  await page.keyboard.press("p");
  await page.clock.runFor(60_000);
  await room.getByRole("button", { name: "Go on" }).waitFor();
  await room.getByText("2:55 left").waitFor();
  await page.keyboard.press("p");
  await page.keyboard.press("ArrowRight");
  await room.getByText("3:00 left").waitFor();
  await page.clock.runFor(10_000);
  await page.keyboard.press("ArrowLeft");
  await room.getByText("2:55 left").waitFor();
  await page.clock.runFor(240_000);
  await room.getByText("1:05 over").waitFor();
  await room.getByText(/· 5 of 30 min/).waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await room.getByRole("button", { name: "Start two minutes" }).click();
  await page.clock.runFor(30_000);
  await room.getByText("1:30 left").waitFor();
  await page.clock.runFor(95_000);
  await room.getByText("Stop, and say yes or no").waitFor();
  expect(await room.getByText(/· 7 of 30 min/).count()).toBe(1);
  // Left by accident, it goes on where it was; time away is not its time.
  await page.keyboard.press("Escape");
  await page.clock.runFor(600_000);
  await page.getByRole("button", { name: "Back to the room" }).click();
  await room.getByRole("heading", { level: 1, name: "Taking a no with grace" }).waitFor();
  await room.getByText(/· 7 of 30 min/).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "From the beginning" }).click();
  await room.getByText(/^1 of \d+ · 0 of 30 min/).waitFor();
  await page.context().close();
});

it("is read on a phone by whoever was away, at the same address, after signing in; other teams' is not found", async () => {
  const address = `/sales-meeting/${cast.teams.north}/${WEEK}`;
  const away = await visit("colleague", { size: "phone", dark: true });
  await away.page.goto(address);
  await away.page
    .getByRole("heading", { name: PARTS[0] as string })
    .first()
    .waitFor();
  expect(await away.page.getByRole("button", { name: "We met over it today" }).count()).toBe(0);
  expect(await away.page.getByLabel("Tell of another").count()).toBe(0);
  expect(await findingsOn(away.page)).toEqual([]);
  await away.page.getByRole("button", { name: "Open in the room" }).click();
  const room = away.page.getByRole("dialog", { name: "Sales meeting of North" });
  const next = room.getByRole("button", { name: "Next" });
  for (let slide = 1; ; slide += 1) {
    await room.getByText(new RegExp(`^${slide} of \\d+ · `)).waitFor();
    await look(away.page, `room-390-${slide}`);
    expect(await smallTexts(away.page, 15)).toEqual([]);
    expect(await findingsOn(away.page)).toEqual([]);
    if (await next.isDisabled()) break;
    await next.click();
  }
  await room.getByRole("button", { name: "Leave" }).click();
  expect(away.complaints).toEqual([]);
  await away.context.close();

  const { page } = await b.visit({ size: "phone" });
  await page.goto(address);
  await page.waitForURL(/sign-in\?next=/);
  expect(new URL(page.url()).searchParams.get("next")).toBe(address);
  await page.context().close();

  const other = await visit("southRep");
  await other.page.goto(address);
  await other.page.getByText("No such team here", { exact: false }).first().waitFor();
  await other.context.close();
});

it("is printed on A4, within two sheets", async () => {
  const { page } = await visit("rep");
  await page.goto(`/sales-meeting/${cast.teams.north}/${WEEK}`);
  await page
    .getByRole("heading", { name: PARTS[0] as string })
    .first()
    .waitFor();
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const folder = process.env["ASKWELL_LOOK"];
  if (folder) await (await import("node:fs/promises")).writeFile(`${folder}/meeting.pdf`, bytes);
  const pdf = bytes.toString("latin1");
  const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  const sheets = pdf.match(/\/Type ?\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("article").innerText();
  for (const title of PARTS) expect(text).toContain(title);
  await page.context().close();
});
