import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin.
let b: BrowserHouse;
let cast: Cast;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
});
afterAll(() => b?.close());

it("is a tap away on the day, names the source, and says what to ask them with one tap to write it down", async () => {
  const { page, complaints, done } = await visit("phone");
  const anna = await made("/people", { fullName: "Anna Albers", phones: ["+49 40 1234567"] });
  const bo = await made("/people", {
    fullName: "Bo Brandt",
    title: "Plant manager",
    accountName: "Brandt Werke",
  });
  const referral = await made("/referrals", { sourceId: anna, contactId: bo, level: 3, day: "2026-11-16" });
  const soon = { personId: bo, referralId: referral, day: "2026-11-18", scheduledOn: "2026-11-17" };
  const meeting = await made("/meetings", { ...soon, time: "14:30" });

  await page.goto("/");
  await page.getByRole("link", { name: /^14:30 Bo Brandt/ }).click();
  await page.getByRole("heading", { name: "Bo Brandt, 18 November, 14:30", level: 1 }).waitFor();
  await page.getByText("“Anna Albers told you about us.").waitFor();
  await page.getByText("Anna put in a word for us: begin with Anna, not with us.").waitFor();
  await page.getByRole("link", { name: "+49 40 1234567" }).waitFor();
  await page.getByText("No number yet.").waitFor();
  await page.getByText("Ask Anna how they know Bo.").waitFor();
  await nothingFrom(page);
  expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThan(2 * 844);

  await page.getByRole("button", { name: "Write it down: How they know each other" }).click();
  await page.getByRole("textbox", { name: "How they know each other" }).fill("Sailed together for ten years");
  await page.keyboard.press("Enter");
  await page.getByText("Sailed together for ten years").waitFor();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByText("Ask Anna how they know Bo.").waitFor();

  await page.goto(`/referrals/${referral}`);
  await page.getByRole("link", { name: "Brief", exact: true }).click();
  await page.getByRole("heading", { name: "Bo Brandt, 18 November, 14:30", level: 1 }).waitFor();
  await page.goto("/meetings");
  await page.getByRole("link", { name: /^Brief/ }).click();
  await page.getByRole("link", { name: "The meeting", exact: true }).click();
  await page.getByRole("link", { name: /^Brief/ }).waitFor();
  expect((await send("GET", `/meetings/${meeting}/brief`)).body.introduction.howKnown).toBeNull();
  expect(complaints).toEqual([]);
  await done();
});

it("goes on one sheet of paper, A4 or Letter, however much is known, in black on white and without the rooms", async () => {
  const meeting = await fullMeeting();
  for (const [size, dark] of [
    ["desk", false],
    ["phone", true],
  ] as const) {
    const { page, done } = await visit(size, dark);
    await page.goto(`/meetings/${meeting}/brief`);
    await page.getByText("Donaudampfschifffahrtsgesellschaft").first().waitFor();
    await page.getByText("Maximiliane ruled out").waitFor();
    await nothingFrom(page);
    // Who introduced is never cut off: their number stands at its end.
    expect(await page.getByRole("link", { name: "+49 851 1234567" }).evaluate(inSight)).toBe(true);
    for (const format of ["A4", "Letter"]) {
      const pdf = await page.pdf({ format, printBackground: true });
      expect([size, format, pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length]).toEqual([
        size,
        format,
        1,
      ]);
    }
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    const colours = await page.evaluate(() => {
      const inside = [...document.querySelectorAll("article *")].map((each) => getComputedStyle(each));
      return [
        getComputedStyle(document.body).backgroundColor,
        ...new Set(inside.map(({ color, backgroundColor }) => `${color} on ${backgroundColor}`)),
      ];
    });
    expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0) on rgba(0, 0, 0, 0)"]);
    await done();
  }
});

function inSight(at: Element): boolean {
  const box = at.getBoundingClientRect();
  at.scrollIntoView();
  const { x, y, width, height } = at.getBoundingClientRect();
  return box.height > 0 && at.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}

/** Everything is known of it, at length. */
async function fullMeeting(): Promise<string> {
  const long =
    "Wir haben ihr versprochen, uns vorher zu melden und nichts zu verschicken, was sie nicht gesehen hat. ";
  const name = "Dr.-Ing. Maximiliane von Hohenstein-Oberwallmenach";
  const oben = await made("/people", { fullName: "Clara Obermüller-Lüdenscheidt" });
  const anna = await made("/people", {
    fullName: name,
    title: "Leiterin der Betriebsinstandhaltung und Ersatzteilbeschaffung",
    accountName: "Donaudampfschifffahrtsgesellschaft Obernzell-Passau mbH & Co. KG",
    phones: ["+49 851 1234567"],
    city: "Obernzell",
  });
  await made("/referrals", { sourceId: oben, contactId: anna, level: 5, day: "2026-09-01" });
  const topics = [
    "Preise des letzten Angebots",
    "Rail",
    "Die Übernahme der Werft in Deggendorf",
    "Personalfragen",
  ];
  for (const topic of topics) await made(`/people/${anna}/no-goes`, { topic, words: long.slice(0, 80) });
  const bo = await made("/people", {
    fullName: "Bartholomäus Wigand-Schönbrunner",
    title: "Geschäftsführer Technik",
    accountName: "Wigand Hydraulik",
    phones: ["+43 1 5123456"],
    city: "Linz an der Donau",
  });
  const ask = await made("/asks", { sourceId: anna, day: "2026-11-10", forWhom: long, note: long.repeat(5) });
  const referral = await made("/referrals", {
    sourceId: anna,
    contactId: bo,
    askId: ask,
    level: 4,
    day: "2026-11-12",
    reason: long.repeat(9),
    howKnown: long.repeat(2),
    promised: long.repeat(9),
    note: long.repeat(30),
  });
  for (const day of ["2026-11-13", "2026-11-14", "2026-11-15", "2026-11-16"])
    await made("/meetings", { personId: bo, day, outcome: "held", note: long.repeat(20) });
  return made("/meetings", {
    personId: bo,
    referralId: referral,
    day: "2026-11-20",
    time: "09:15",
    about: long.repeat(2),
    note: long.repeat(40),
  });
}

async function visit(size: "phone" | "desk", dark = false) {
  const { page, context, complaints } = await b.visit({ size, dark });
  const [name = "", ...value] = cookie.split("=");
  await context.addCookies([{ name, value: value.join("="), url: b.address }]);
  return { page, complaints, done: () => context.close() };
}

async function send(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { authorization: `Bearer ${cast.keys.rep}` });
}

async function made(path: string, body: object): Promise<string> {
  const answer = await send("POST", path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function nothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
