import type { Locator } from "playwright-core";
import type { Hand } from "./hand.ts";
import type { Job } from "./walked.ts";

/** What a rep's Monday begins with, and what was done in it: to be looked for where it must have gone. */
export interface RepMonday {
  /** An ask of theirs that somebody wants to think about. */
  open: { id: string; sourceName: string };
  /** In the workspace's time zone it becomes half past five. */
  untilEvening(): void;
  chosen: string[];
  letGo: string;
  /** Taken over from last week. */
  kept: string;
  topics: string;
  first: string;
  /** The address behind "Call". */
  number: string;
  introduced: { source: string; contact: string }[];
  lines: string;
  /** What was on the clipboard. */
  copied: string;
  second: string;
  met: string[];
}

const NAMED = "Ruth Ohlsen";
const NEWCOMER = "Volker Tietjen";
const TOPICS = "The two days a month they save. Who else still plans on paper.";

export function beginRepMonday(facts: Pick<RepMonday, "open" | "untilEvening">): RepMonday {
  const nobody = { letGo: "", kept: "", first: "", second: "", number: "", lines: "", copied: "" };
  return { ...facts, ...nobody, topics: TOPICS, chosen: [], introduced: [], met: [] };
}

/** The daily work of a rep on a phone, in the order of a Monday. It begins on Today. */
export const REP_MONDAY: readonly Job<RepMonday>[] = [
  { key: "choose", name: "choose three to ask", walk: chooseThree },
  { key: "why-not", name: "say why not, of last week", most: { taps: 1, fields: 0 }, walk: sayWhyNot },
  { key: "plan", name: "write down the week", walk: planTheWeek },
  { key: "talk", name: "open the talk, read it to its end", walk: readTheTalk },
  { key: "call", name: "call", most: { taps: 1, fields: 0 }, walk: callThem },
  { key: "log", name: "log the ask", most: { taps: 2, fields: 0 }, walk: logTheAsk },
  { key: "introduction", name: "… and whom they named", walk: logWhomTheyNamed },
  { key: "blurb", name: "copy the lines to pass on", most: { taps: 1, fields: 0 }, walk: copyTheBlurb },
  { key: "next", name: "open the next talk", walk: openTheNextTalk },
  { key: "log-until", name: "log the ask, and until when they think", walk: logUntilWhen },
  { key: "person", name: "open somebody planned", walk: openSomebodyPlanned },
  {
    key: "log-person",
    name: "log an ask from their page",
    most: { taps: 2, fields: 0 },
    walk: logFromThePage,
  },
  { key: "log-typed", name: "log an ask by a typed line", most: { fields: 1 }, walk: typeALine },
  { key: "answer", name: "log an answer that came back", walk: logAnAnswer },
  { key: "unprompted", name: "log an introduction nobody asked for", walk: logAnIntroduction },
  { key: "held", name: "say that a meeting was held", most: { taps: 1, fields: 0 }, walk: sayHeld },
  { key: "meeting", name: "log a meeting that was in no calendar", walk: logAMeeting },
  { key: "close", name: "close the day", walk: closeTheDay },
];

async function chooseThree(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  const proposed = page.getByRole("region", { name: "Whom you might ask" });
  await hand.tap(page.getByRole("main").locator('a[href="/asks/week"]'), proposed);
  while (monday.chosen.length < 3) {
    const name = await nameOn(proposed.getByRole("region").first());
    await hand.tap(proposed.getByRole("button", { name: `Plan ${name}` }));
    await page.getByRole("region", { name: "To ask" }).getByRole("heading", { name }).waitFor();
    await proposed.getByRole("heading", { name, exact: true }).waitFor({ state: "detached" });
    monday.chosen.push(name);
  }
}

async function sayWhyNot(hand: Hand, monday: RepMonday): Promise<void> {
  const card = hand.page.getByRole("region", { name: "Planned and not asked" }).getByRole("region").first();
  monday.letGo = await nameOn(card);
  await hand.tap(card.getByRole("button", { name: "No time" }));
  await hand.page.getByRole("heading", { name: monday.letGo, exact: true }).waitFor({ state: "detached" });
}

async function planTheWeek(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  const left = page.getByRole("region", { name: "Planned and not asked" }).getByRole("region").first();
  monday.kept = await nameOn(left);
  const toAsk = page.getByRole("region", { name: "To ask" });
  await hand.tap(left.getByRole("button", { name: "This week" }));
  await toAsk.getByRole("heading", { name: monday.kept }).waitFor();
  const sheet = page.getByRole("dialog");
  const topics = sheet.getByLabel("What will you talk about?");
  const card = toAsk.getByRole("region", { name: monday.chosen[0]! });
  await hand.tap(card.getByRole("button", { name: "Write it down" }), topics);
  await hand.type(topics, monday.topics);
  await hand.tap(sheet.getByRole("button", { name: "Write it down" }));
  await card.getByText(monday.topics).waitFor();
}

async function readTheTalk(hand: Hand, monday: RepMonday): Promise<void> {
  monday.first = await openATalk(hand);
  const parts = hand.page.getByRole("dialog").locator("ol > li");
  await parts.first().waitFor();
  await hand.tap(parts.getByRole("button", { name: /^Other words/ }).first());
  for (let at = 0; at < (await parts.count()); at += 1) await hand.lookAt(parts.nth(at));
}

async function callThem(hand: Hand, monday: RepMonday): Promise<void> {
  // Nobody is called: the number is there, and is pressed.
  await hand.page.evaluate(() =>
    document.addEventListener("click", (event) => {
      if ((event.target as Element).closest('a[href^="tel:"]')) event.preventDefault();
    }),
  );
  const call = hand.page.getByRole("dialog").getByRole("link", { name: /^Call / });
  await hand.tap(call);
  monday.number = (await call.getAttribute("href")) ?? "";
}

async function logTheAsk(hand: Hand): Promise<void> {
  const { page } = hand;
  const answer = page.getByRole("button", { name: "Named someone" });
  await hand.tap(page.getByRole("button", { name: "How did it go?" }), answer);
  await hand.tap(answer, page.getByRole("heading", { name: /^Whom did .* name\?$/ }));
}

async function logWhomTheyNamed(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  await sayToWhom(hand, page.getByRole("dialog").last(), NAMED);
  await page.getByRole("heading", { name: /to pass on$/ }).waitFor();
  monday.introduced.push({ source: monday.first, contact: NAMED });
}

async function copyTheBlurb(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  await hand.tap(page.getByRole("button", { name: "Copy" }));
  await page.getByRole("button", { name: "Copied ✓" }).waitFor();
  monday.lines = await page.getByLabel("The lines").inputValue();
  monday.copied = await page.evaluate(async () => navigator.clipboard.readText());
}

async function openTheNextTalk(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  await hand.tap(page.getByRole("button", { name: "Done", exact: true }));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  monday.second = await openATalk(hand, monday.first);
}

async function logUntilWhen(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  const answer = page.getByRole("button", { name: "Will think …" });
  const until = page.getByRole("button", { name: "In two weeks" });
  await hand.tap(page.getByRole("button", { name: "How did it go?" }), answer);
  await hand.tap(answer, until);
  await hand.tap(until);
  await noted(hand, monday.second);
}

async function openSomebodyPlanned(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  const name = monday.chosen[1]!;
  await toToday(hand);
  const whom = page.getByRole("main").getByRole("link", { name, exact: true });
  await hand.tap(page.getByRole("main").locator('a[href="/asks/week"]'), whom);
  await hand.tap(whom, page.getByRole("heading", { name, level: 1 }));
}

async function logFromThePage(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  const answer = page.getByRole("dialog").getByRole("button", { name: "Will think", exact: true });
  await hand.tap(page.getByRole("button", { name: /^I asked .* …$/ }).first(), answer);
  await hand.tap(answer);
  await noted(hand, monday.chosen[1]!);
}

async function typeALine(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  const name = monday.chosen[2]!;
  const line = page.getByRole("combobox", { name: "Search, or say what to do" });
  await inMore(hand, page.getByRole("button", { name: "Search" }), line);
  await hand.type(line, `asked ${name}, will think, call`);
  await page.getByRole("option", { name: `Write down: asked ${name}, will think, by phone` }).waitFor();
  await hand.enter();
  await noted(hand, name);
}

async function logAnAnswer(hand: Hand, { open }: RepMonday): Promise<void> {
  const { page } = hand;
  const row = page.getByRole("main").locator(`a[href="/asks/${open.id}"]`);
  await inMore(hand, page.getByRole("link", { name: "Asked", exact: true }), row.first());
  const answered = page.getByRole("button", { name: "They answered …" });
  const no = page.getByRole("dialog").getByRole("button", { name: "No", exact: true });
  await hand.tap(row.first(), answered);
  await hand.tap(answered, no);
  await hand.tap(no);
  await noted(hand, open.sourceName);
}

async function logAnIntroduction(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  const sheet = page.getByRole("dialog").last();
  await toLog(hand, "I was introduced", sheet.getByLabel("Who introduced you?"));
  const source = await chooseLately(hand, sheet, "Who introduced you?");
  await sayToWhom(hand, sheet, NEWCOMER);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  monday.introduced.push({ source, contact: NEWCOMER });
}

/** The app is opened again in the evening; that is no tap in it. */
async function sayHeld(hand: Hand, monday: RepMonday): Promise<void> {
  monday.untilEvening();
  await hand.page.goto(new URL("/", hand.page.url()).href);
  await sayItWasHeld(hand, monday, hand.page.getByRole("button", { name: /^Held: / }).first());
}

async function logAMeeting(hand: Hand, monday: RepMonday): Promise<void> {
  const sheet = hand.page.getByRole("dialog").last();
  await toLog(hand, "A meeting", sheet.getByLabel("With whom?"));
  monday.met.push(await chooseLately(hand, sheet, "With whom?"));
  await hand.tap(sheet.getByRole("button", { name: "Today", exact: true }));
  await hand.tap(sheet.getByRole("button", { name: "It was held" }));
  await hand.page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Answers are given, meetings told; what is left is let go or stays for later in the week. */
async function closeTheDay(hand: Hand, monday: RepMonday): Promise<void> {
  const { page } = hand;
  const main = page.getByRole("main");
  const button = (name: string | RegExp) => main.getByRole("button", { name }).first();
  const owed = main.getByRole("region", { name: "Owed" }).getByRole("button").first();
  const done = main.getByRole("heading", { name: /^Done for today$|more things?, then/, level: 1 });
  await main.getByRole("heading", { level: 1 }).waitFor();
  while (!(await done.isVisible())) {
    if (await button(/^I answered/).isVisible()) await tapAway(hand, button(/^I answered/));
    else if (await button(/^Held: /).isVisible()) await sayItWasHeld(hand, monday, button(/^Held: /));
    else if (await owed.isVisible()) await tapAway(hand, owed);
    else if (await button("Next week").isVisible()) await tapAway(hand, button("Next week"));
    else {
      await hand.tap(button("Let it go"));
      await tapAway(hand, button("Not the moment"));
    }
  }
}

async function sayItWasHeld(hand: Hand, monday: RepMonday, held: Locator): Promise<void> {
  await held.waitFor();
  monday.met.push(((await held.getAttribute("aria-label")) ?? "").replace("Held: ", ""));
  await tapAway(hand, held);
}

/** What is tapped goes, and what it stood on. */
async function tapAway(hand: Hand, target: Locator): Promise<void> {
  const there = await target.elementHandle();
  await hand.tap(target);
  await there?.waitForElementState("hidden");
}

/** From the first conversation on Today to its words. */
async function openATalk(hand: Hand, spokenTo?: string): Promise<string> {
  const { page } = hand;
  await toToday(hand);
  const talkTo = page.getByRole("region", { name: "Talk to" });
  if (spokenTo !== undefined)
    await talkTo.getByRole("heading", { name: spokenTo, exact: true }).waitFor({ state: "detached" });
  const talk = { name: /^(What to say|Ask) / };
  const card = talkTo
    .getByRole("region")
    .filter({ has: page.getByRole("link", talk) })
    .first();
  const name = await nameOn(card);
  await hand.tap(card.getByRole("link", talk), page.getByRole("button", { name: "How did it go?" }));
  return name;
}

/** Who was named, what the source did for it, and that it is kept. */
async function sayToWhom(hand: Hand, sheet: Locator, name: string): Promise<void> {
  await hand.type(sheet.getByLabel("To whom?"), name);
  await hand.tap(sheet.getByRole("option", { name: `Write down “${name}”` }));
  await hand.tap(sheet.getByText(`Told ${name.split(" ")[0]} to expect us`, { exact: true }));
  await hand.tap(sheet.getByRole("button", { name: "Save" }));
}

/** Whoever stands first among those dealt with lately when the tap comes down; the list may just be read anew. */
async function chooseLately(hand: Hand, sheet: Locator, field: string): Promise<string> {
  const lately = sheet.getByRole("list", { name: "Lately" });
  await hand.tap(lately.getByRole("button").first());
  await lately.waitFor({ state: "detached" });
  return sheet.getByLabel(field).inputValue();
}

function toToday(hand: Hand): Promise<void> {
  const { page } = hand;
  return hand.tap(
    inBar(hand, "link", "Today"),
    page.getByRole("main").getByRole("region", { name: "Talk to" }),
  );
}

async function toLog(hand: Hand, what: string, opens: Locator): Promise<void> {
  const choice = hand.page.getByRole("button", { name: what, exact: true });
  await hand.tap(inBar(hand, "button", "Log"), choice);
  await hand.tap(choice, opens);
}

async function inMore(hand: Hand, entry: Locator, opens: Locator): Promise<void> {
  const shown = entry.filter({ visible: true }).last();
  await hand.tap(inBar(hand, "button", "More"), shown);
  await hand.tap(shown, opens);
}

function inBar(hand: Hand, role: "link" | "button", name: string): Locator {
  return hand.page
    .getByRole("navigation", { name: "Rooms" })
    .getByRole(role, { name, exact: true })
    .filter({ visible: true });
}

async function noted({ page }: Hand, name: string): Promise<void> {
  await page.getByText(`${name}: noted.`).first().waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function nameOn(card: Locator): Promise<string> {
  return card.getByRole("heading").first().innerText();
}
