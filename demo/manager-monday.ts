import type { Locator } from "playwright-core";
import type { Hand } from "./hand.ts";
import type { Job } from "./walked.ts";

/** What a manager does on a Monday, to be looked for where it must have gone. */
export interface ManagerMonday {
  /** A rep of theirs whom they meet today. */
  rep: { id: string; name: string };
  topic: string;
  note: string;
  number: number;
  commitment: string;
  /** The scenario chosen for the meeting. */
  drill: string;
  praise: string;
  /** What was praised, as the wall says it. */
  praised: string;
  goals: number;
}

export function beginManagerMonday(rep: ManagerMonday["rep"]): ManagerMonday {
  return {
    rep,
    topic: "The two who named nobody: what did they hear?",
    note: "Quiet today.",
    number: 4,
    commitment: "Name one person in every ask",
    drill: "",
    praise: "That took nerve.",
    praised: "",
    goals: 0,
  };
}

/** A manager prepares the week and holds one 1:1, at a desk. It begins on Today. */
export const MANAGER_MONDAY: readonly Job<ManagerMonday>[] = [
  { key: "due", name: "see who is due for a 1:1", most: { taps: 1, fields: 0 }, walk: seeWhoIsDue },
  {
    key: "one-on-one",
    name: "open one, and read what the data say",
    most: { taps: 1, fields: 0 },
    walk: readTheirs,
  },
  { key: "prepare", name: "say what you bring", most: { taps: 2, fields: 1 }, walk: sayWhatYouBring },
  { key: "note", name: "a note for yourself", most: { taps: 2, fields: 1 }, walk: noteForYourself },
  {
    key: "agreed",
    name: "write down what was agreed",
    most: { taps: 5, fields: 2 },
    walk: writeDownWhatWasAgreed,
  },
  {
    key: "meeting",
    name: "read the sales meeting, all of it",
    most: { taps: 1, fields: 0 },
    walk: readTheMeeting,
  },
  { key: "drill", name: "choose another drill", most: { taps: 1, fields: 0 }, walk: chooseADrill },
  {
    key: "room",
    name: "see the first slide in the room",
    most: { taps: 2, fields: 0 },
    walk: lookIntoTheRoom,
  },
  { key: "promises", name: "read the team's promises", most: { taps: 2, fields: 0 }, walk: readThePromises },
  { key: "praise", name: "praise somebody on the wall", most: { taps: 5, fields: 1 }, walk: praiseSomebody },
  { key: "goals", name: "read and accept fair goals", most: { taps: 3, fields: 0 }, walk: acceptTheGoals },
];

/** Parts of a 1:1 that are there to be written in, or to look something up. */
const WRITTEN = /^(For the next time|Private note|Held so far)$/;

async function seeWhoIsDue(hand: Hand): Promise<void> {
  const coached = hand.page.getByRole("table", { name: "Whom you coach" });
  await hand.tap(inBar(hand, "Coaching"), coached);
  await hand.read(coached);
}

async function readTheirs(hand: Hand, { rep }: ManagerMonday): Promise<void> {
  const { page } = hand;
  const row = page.getByRole("table", { name: "Whom you coach" }).getByRole("link", { name: rep.name });
  await hand.tap(row, page.getByRole("heading", { name: `1:1 with ${rep.name}` }));
  await page.getByRole("heading", { name: "The five KPIs" }).waitFor();
  const told = page.getByRole("main").getByRole("region");
  for (let at = 0; at < (await told.count()); at += 1) {
    const part = told.nth(at);
    if (!WRITTEN.test(await part.getByRole("heading").first().innerText())) await hand.read(part);
  }
}

async function sayWhatYouBring(hand: Hand, { topic }: ManagerMonday): Promise<void> {
  const { page } = hand;
  const field = page.getByLabel("What do you want to talk about?");
  await hand.type(field, topic);
  await hand.tap(page.getByRole("button", { name: "Save what is prepared" }));
  await page.getByText("Prepared.", { exact: true }).waitFor();
}

async function noteForYourself(hand: Hand, { note }: ManagerMonday): Promise<void> {
  const { page } = hand;
  await hand.type(page.getByLabel("For yourself"), note);
  await hand.tap(page.getByRole("button", { name: "Keep the note" }));
  await page.getByText("Kept.", { exact: true }).waitFor();
}

async function writeDownWhatWasAgreed(hand: Hand, monday: ManagerMonday): Promise<void> {
  const { page } = hand;
  await choose(hand, page.getByLabel("One number"), "People asked");
  await hand.type(page.getByLabel("How many"), String(monday.number));
  await hand.tap(page.getByRole("button", { name: /^Take “.*”, as proposed$/ }));
  await hand.type(page.getByLabel("One commitment, in a line"), monday.commitment);
  await hand.tap(page.getByRole("button", { name: "We met and agreed on this" }));
  const last = page.getByRole("region", { name: "What came of last time" });
  await last.getByText(monday.commitment).waitFor();
}

async function readTheMeeting(hand: Hand): Promise<void> {
  const { page } = hand;
  const open = page.getByRole("button", { name: "Open in the room" });
  await hand.tap(page.getByRole("main").getByRole("link", { name: "Sales meeting" }), open);
  await page.getByText("Two minutes together", { exact: true }).first().waitFor();
  await hand.read(page.getByRole("main"));
}

async function chooseADrill(hand: Hand, monday: ManagerMonday): Promise<void> {
  const { page } = hand;
  const drills = page.getByLabel("Rehearse something else");
  monday.drill = (await drills.locator("option").nth(2).getAttribute("value")) ?? "";
  await choose(hand, drills, { value: monday.drill });
  await page.getByText("Chosen for this week.", { exact: true }).waitFor();
}

async function lookIntoTheRoom(hand: Hand): Promise<void> {
  const { page } = hand;
  const room = page.getByRole("dialog", { name: /^Sales meeting of / });
  await hand.tap(page.getByRole("button", { name: "Open in the room" }), room);
  await hand.read(room.getByRole("heading", { level: 1 }));
  await hand.tap(room.getByRole("button", { name: "Leave" }));
  await room.waitFor({ state: "detached" });
}

async function readThePromises(hand: Hand): Promise<void> {
  const { page } = hand;
  const promises = page.getByRole("main").locator('a[href="/week/team"]');
  await hand.tap(inBar(hand, "My week"), promises.first());
  await hand.tap(promises.first(), page.getByRole("heading", { level: 1, name: /promised/ }));
  await hand.read(page.getByRole("table").first());
}

async function praiseSomebody(hand: Hand, monday: ManagerMonday): Promise<void> {
  const { page } = hand;
  const praise = { name: /^Praise .* for this$/ };
  const card = page
    .getByRole("main")
    .getByRole("region")
    .filter({ has: page.getByRole("button", praise) })
    .first();
  await hand.tap(inBar(hand, "Coaching"), page.getByRole("table", { name: "Whom you coach" }));
  await hand.tap(page.getByRole("main").getByRole("link", { name: "Wall" }), card);
  await hand.read(card);
  monday.praised = (await card.getByRole("heading").first().innerText()).replaceAll(/\s+/g, " ");
  await hand.tap(card.getByRole("button", praise));
  const sheet = page.getByRole("dialog");
  await hand.type(sheet.getByLabel("What was good about it"), monday.praise);
  await hand.tap(sheet.getByRole("button", { name: /^Praise/ }));
  await page.getByText(monday.praise).first().waitFor();
}

async function acceptTheGoals(hand: Hand, monday: ManagerMonday): Promise<void> {
  const { page } = hand;
  const accept = page.getByRole("button", { name: /^Accept these \d+ goals$/ });
  const goals = page.getByRole("main").getByRole("link", { name: "Goals", exact: true });
  await hand.tap(inBar(hand, "Programme"), goals);
  await hand.tap(goals, accept);
  for (const part of await page.getByRole("table").all()) await hand.read(part);
  monday.goals = Number(/\d+/.exec(await accept.innerText())?.[0]);
  await hand.tap(accept);
  await page.getByRole("button", { name: "Undo" }).waitFor();
}

/** A list of the browser's own: one press opens it, and what is chosen in it is another. */
async function choose(hand: Hand, list: Locator, what: string | { value: string }): Promise<void> {
  await hand.tap(list);
  await list.selectOption(what);
  await hand.page.keyboard.press("Escape");
}

function inBar(hand: Hand, name: string): Locator {
  return hand.page
    .getByRole("navigation", { name: "Rooms" })
    .getByRole("link", { name, exact: true })
    .filter({ visible: true });
}
