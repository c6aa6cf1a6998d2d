import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";
import { SIZES } from "#demo/test-browser.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";
import { readMail } from "#lib/mail/read-mail.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import { queueDigests } from "./digest-actions.ts";
import { elsewhere } from "./digest-compose.ts";
import { writeDigest, type LetterFacts } from "./digest-letter.ts";
import type { About, DigestSection, Shown } from "./digest-line.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin, and the clock runs.
const TODAY = "2026-11-18";
let b: BrowserHouse;
let box: Mailbox;
let cast: Cast;
let cookie = "";
let page: Page;
let complaints: string[];
const opened: string[] = [];

beforeAll(async () => {
  box = await openMailbox();
  b = await openBrowserHouse({
    named: true,
    smtpUrl: `${box.url}?from=askwell@nordlicht.example`,
    mailAddress: "askwell@in.nordlicht.example",
  });
  cast = await seatCast(b.test.database, NOON);
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  cookie = (await b.house.signIn.start(userId, new Headers())).split(";")[0] ?? "";
  // No session in this browser: whoever reads mail on a phone is signed in nowhere.
  ({ page, complaints } = await b.visit({ size: "phone" }));
  page.on("request", (request) => void opened.push(new URL(request.url()).pathname));
});
afterAll(async () => {
  await b?.close();
  await box?.close();
});

it("a rep's whole day goes from the mail alone: pressed, confirmed, undone, answered in plain words", async () => {
  const bruno = await made("/people", { fullName: "Bruno Amsel", phones: ["+49 40 123456"] });
  await made("/asks", { sourceId: bruno, day: "2026-11-03", outcome: "not-now", untilDay: "2026-11-17" });
  const cora = await made("/people", { fullName: "Cora Carl" });
  const referral = await made("/referrals", {
    sourceId: cora,
    contact: { fullName: "Dirk Dahl", accountName: "Dahl Bau" },
    level: 2,
    day: TODAY,
    reason: "He plans shifts on paper.",
  });
  const veit = await made("/people", { fullName: "Veit Reimers" });
  const meeting = await made("/meetings", { personId: veit, day: TODAY, time: "09:00" });
  const ilka = await made("/people", { fullName: "Ilka Uhlig" });
  await made("/meetings", { personId: ilka, day: TODAY, time: "15:00" });
  const before = await scorecard();

  await b.test.database.write(cast.workspaceId, (tx) =>
    queueDigests(tx, {
      now: NOON,
      today: TODAY,
      workspace: {
        id: cast.workspaceId,
        slug: "nordlicht",
        name: "Nordlicht",
        timeZone: "Europe/Berlin",
        currency: "EUR",
        calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
      },
      member: null,
    }),
  );
  await letters(1);
  await openMail(0);
  await page.getByRole("heading", { name: "Good morning Mia." }).waitFor();
  for (const dark of [false, true]) {
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    for (const size of [SIZES.desk, SIZES.phone]) {
      await page.setViewportSize(size);
      await expectNothing();
    }
  }
  expect(await height(SIZES.desk)).toBeLessThanOrEqual(SIZES.desk.height);
  expect(await height(SIZES.phone)).toBeLessThanOrEqual(SIZES.phone.height);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await page.getByRole("link", { name: "Call Bruno" }).getAttribute("href")).toBe("tel:+4940123456");
  expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual([
    "You meet today",
    "Talk to",
    "Owed",
  ]);

  // Opened, it says what it will write down, and has written nothing down.
  await press(0, "I answered: Dirk Dahl");
  await page.getByText("Write down that you answered Dirk Dahl.").waitFor();
  await expectNothing();
  expect((await get(`/referrals/${referral}`)).state).toBe("introduced");
  await page.getByRole("button", { name: "I answered" }).click();
  await page.getByText("Written down. Dirk Dahl: I answered").waitFor();
  expect((await get(`/referrals/${referral}`)).state).toBe("responded");
  await expectNothing();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Write down that you answered Dirk Dahl.").waitFor();
  expect((await get(`/referrals/${referral}`)).state).toBe("introduced");
  await page.getByRole("button", { name: "I answered" }).click();
  await page.getByText("Written down. Dirk Dahl: I answered").waitFor();

  await press(0, "Asked: Bruno Amsel");
  await page.getByRole("button", { name: "Write it down" }).click();
  await page.getByText("Choose one of these.").waitFor();
  await page.getByLabel("Not now, ask again").check();
  await page.getByLabel("When to ask again").selectOption({ index: 0 });
  await expectNothing();
  await page.getByLabel("Will think about it").check();
  await page.getByLabel("In their words (if you like)").fill("After the audit.");
  await page.getByRole("button", { name: "Write it down" }).click();
  await page.getByText("Written down. Bruno Amsel: asked (will think)").waitFor();

  await press(0, "How it went: Veit Reimers");
  await page.getByLabel("We met").check();
  await page.getByRole("button", { name: "Write it down" }).click();
  await page.getByText("Written down. Veit Reimers: we met").waitFor();
  expect((await get(`/meetings/${meeting}`)).outcome).toBe("held");

  await press(0, "Done: Cora Carl");
  await page.getByLabel("I called").check();
  await page.getByRole("button", { name: "Write it down" }).click();
  await page.getByText("Written down. Cora Carl: done (I called)").waitFor();

  // The same button again, from another place: it is done.
  await press(0, "Asked: Bruno Amsel");
  await page.getByText("Written down. Bruno Amsel: asked (will think)").waitFor();

  await reply(0, [
    "asked Cora for a head of logistics, no",
    "meeting with Dirk on Friday at 10:00",
    "asked Karla, will think",
  ]);
  await letters(2);
  await openMail(1);
  await page.getByRole("heading", { name: "Mia, this is what I made of your lines." }).waitFor();
  await expectNothing();
  await page.getByRole("heading", { name: "Asked Cora Carl" }).waitFor();
  await page.getByRole("heading", { name: "Meeting with Dirk Dahl" }).waitFor();
  await page.getByText("I know nobody called “Karla”").waitFor();
  await reply(1, ["1"]);
  await letters(3);
  await openMail(2);
  await page.getByRole("heading", { name: "Asked Karla" }).waitFor();
  await page.getByRole("link", { name: "Undo: Karla" }).click();
  await page.getByText("Written down. Asked Karla").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });

  const after = await scorecard();
  expect(after).toEqual({
    peopleAsked: before.peopleAsked + 2,
    meetingsScheduled: before.meetingsScheduled + 1,
    meetingsHeld: before.meetingsHeld + 1,
  });
  expect(box.letters).toHaveLength(3);
  // The application itself was never opened.
  const beside = /^\/(assets\/|icon\.svg|api\/v1\/digest-line)/;
  expect(new Set(opened.filter((path) => !beside.test(path)))).toEqual(new Set(["/for"]));
  expect(complaints.filter((each) => !each.includes("422"))).toEqual([]);
}, 180_000);

// What stands in records may be long, wide, without blanks, or of any alphabet.
it.each([
  ["short words", "Anna Albers", "they plan every shift on paper and Bo is tired of it "],
  ["long words", "Maximiliane Freifrau von Hohenlohe", "Donaudampfschifffahrtsgesellschaftskapitän "],
  ["words of half a line", "Abcdefghijklmno Pqrstuvwxyz", "abcdefghijklmnopqrstuvwx "],
  ["wide letters", "WOLFGANG WWWWWWW", "WWWW MMMM "],
  ["Chinese", "王小明", "这是一个很长的句子"],
  ["Arabic", "أحمد", "يخططون كل وردية على الورق "],
  ["pictures", "🎉 Bo", "👩‍👩‍👧‍👦🎉"],
])("a full day of %s is one screen of a phone, and of a desk", async (_, name, words) => {
  await page.goto("about:blank");
  await page.setContent(writeDigest(fullDay(name, words.repeat(20))).html);
  expect(await page.getByRole("heading", { level: 3 }).count()).toBeGreaterThanOrEqual(6);
  for (const size of [SIZES.desk, SIZES.phone]) {
    expect(await height(size)).toBeLessThanOrEqual(size.height);
    await expectNothing();
  }
});

/** Three to talk to, three things owed, nine meetings and everything that can wait elsewhere. */
function fullDay(name: string, words: string): LetterFacts {
  const below = words.slice(0, 100);
  const why = words.slice(0, 180);
  const line = (section: DigestSection, about: About, more: Partial<Shown> = {}) => ({
    about,
    shown: { section, name, heading: name, below, why, say: null, phone: null, ...more },
  });
  const three = [1, 2, 3];
  const said = { say: why, phone: "tel:+4940123456" };
  const lines = [
    ...three.map(() => line("meet", { kind: "meeting", meetingId: "m", personId: "p" })),
    ...three.map(() => line("talk", { kind: "suggestion", suggestionId: "s", personId: "p" }, said)),
    ...three.map(() => line("owed", { kind: "meeting", meetingId: "m", personId: "p" })),
    ...three.map(() => line("hear", { kind: "touch", personId: "p" })),
    ...(["decide", "news", "unhappy", "answers", "mail"] as const).map((what) =>
      elsewhere({ what, many: 12 }),
    ),
    line("foot", { kind: "stop" }),
  ];
  return {
    kind: "day",
    called: "Maximiliane",
    today: TODAY,
    openUntil: "2026-11-25",
    answered: true,
    url: b.address,
    lines: lines.map((each, at) => ({ ...each, id: String(at), undoable: false })),
    linkOf: (id, act) => `${b.address}/for#d.${id}.${act}`,
  };
}

async function height(size: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(size);
  return page.evaluate<number>("document.documentElement.scrollHeight");
}

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function get(path: string) {
  return (await b.send("GET", path, undefined, { cookie })).body;
}

async function scorecard() {
  const { items } = await get(`/scorecard?by=week&from=${TODAY}&to=${TODAY}&member=${cast.rep}`);
  const { peopleAsked, meetingsScheduled, meetingsHeld } = items[0];
  return {
    peopleAsked: peopleAsked.count,
    meetingsScheduled: meetingsScheduled.count,
    meetingsHeld: meetingsHeld.count,
  };
}

async function letters(many: number): Promise<void> {
  await expect.poll(() => box.letters.length, { timeout: 30_000 }).toBe(many);
}

/** The HTML of a mail, as a mail program shows it. */
async function openMail(at: number): Promise<void> {
  await page.goto("about:blank");
  await page.setContent(decoded(at, "text/html"));
}

async function press(at: number, name: string): Promise<void> {
  await openMail(at);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** What a mail program sends, read as it comes in. */
async function reply(at: number, lines: readonly string[]): Promise<void> {
  const [, id = ""] =
    /Message-ID: (<[^>]+>)/.exec(box.letters[at]?.message.replaceAll(/\r\n\s+/g, " ") ?? "") ?? [];
  const raw = [
    "From: Mia Sommer <mia@nordlicht.example>",
    "To: Askwell <askwell@in.nordlicht.example>",
    "Subject: Re: the day",
    `Message-ID: <${at}.reply@nordlicht.example>`,
    `In-Reply-To: ${id}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    ...lines,
    "",
    "On Wed, 18 Nov 2026 at 07:30, Askwell <askwell@nordlicht.example> wrote:",
    "> Good morning Mia.",
  ].join("\r\n");
  const { mail } = await readMail(Buffer.from(raw), ["askwell@in.nordlicht.example"]);
  if (mail === null) throw new Error("the reply could not be read");
  expect(await b.house.takeMail({ ...mail, isProven: true }, { now: NOON })).toBe(true);
}

async function expectNothing(): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}

function decoded(at: number, type: string): string {
  const parts = (box.letters[at]?.message ?? "").split(/\r\n--[^\r\n]+/);
  const [, ...body] = (parts.find((each) => each.includes(type)) ?? "").split("\r\n\r\n");
  const bytes = body
    .join("\r\n\r\n")
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
