import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

const TUESDAY = new Date("2026-11-17T08:00:00Z");
const LONG =
  "What the first quarter saved them, in their own words, and whom in the circle they would call first. ".repeat(
    15,
  );

let b: BrowserHouse;
let cast: Cast;

beforeAll(async () => {
  b = await openBrowserHouse({ clock: { now: () => TUESDAY } });
  cast = await seatCast(b.test.database, TUESDAY);
  for (const fullName of ["Anna Albers", "Ben Ask"]) await send("rep", "POST", "/people", { fullName });
});
afterAll(() => b?.close());

type Who = "rep" | "colleague" | "manager" | "leader";

async function send(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

async function visit(who: Who, options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], TUESDAY);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

it("is prepared by the rep on a phone, whose private note stays theirs", async () => {
  const { page, complaints } = await visit("rep", { size: "phone" });
  await page.goto("/coaching");
  await page.getByRole("heading", { name: "You and Petra have not had a 1:1 yet" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "Prepare it" }).click();
  await page.getByRole("heading", { name: "Your 1:1", exact: true }).waitFor();
  // On a phone the three questions come before all that they are talked about over.
  const topOf = async (name: string) => (await page.getByRole("region", { name }).boundingBox())?.y ?? 0;
  expect(await topOf("For the next time")).toBeLessThan(await topOf("The five KPIs"));
  await page.getByLabel("What do you want to talk about?").fill("How to ask Anna.");
  await page.getByLabel("A name").fill("anna");
  await page.getByRole("option", { name: "Anna Albers" }).click();
  await page.getByLabel("In writing").fill("The saved hour.");
  await page.getByRole("button", { name: "Save what is prepared" }).click();
  await page.getByText("Prepared.", { exact: true }).waitFor();
  await page.getByLabel("For yourself").fill("Not about the tender.");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await page.getByText("Kept.", { exact: true }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  // Nobody writes down that they were coached.
  expect(await page.getByRole("button", { name: "We met and agreed on this" }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

it("is held by the manager, undone and held again, and stands on Today until then", async () => {
  const { page, complaints } = await visit("manager", { dark: true });
  await page.goto("/");
  const onToday = page.getByRole("region", { name: "1:1s" });
  await onToday.getByText(/^Mia Sommer/).waitFor();
  await page.goto("/coaching");
  await page.getByRole("heading", { name: "Both are due for a 1:1" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("table", { name: "Whom you coach" }).getByRole("link", { name: "Mia Sommer" }).click();
  await page.getByRole("heading", { name: "1:1 with Mia Sommer" }).waitFor();
  await page.getByText("How to ask Anna.").first().waitFor();
  expect(await page.getByLabel("For yourself").inputValue()).toBe("");
  await page.getByLabel("One number").selectOption("People asked");
  await page.getByLabel("How many").fill("4");
  await page.getByLabel("One skill").selectOption("Taking a no with grace");
  await page.getByLabel("One commitment, in a line").fill("Name one person in every ask");
  const met = page.getByRole("button", { name: "We met and agreed on this" });
  await met.click();
  await page.getByRole("heading", { name: "What came of last time" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "What came of last time" }).waitFor({ state: "detached" });
  expect(await page.getByLabel("One commitment, in a line").inputValue()).toBe(
    "Name one person in every ask",
  );
  await met.click();
  const last = page.getByRole("region", { name: "What came of last time" });
  await last.getByText("Ask 4 people").waitFor();
  await last.getByText("not asked yet").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.goto("/coaching");
  await page.getByRole("heading", { name: "One of two is due for a 1:1" }).waitFor();
  await page
    .getByRole("table", { name: "Who was coached" })
    .getByText("Taking a no with grace · Ask 4 people")
    .waitFor();
  expect(complaints).toEqual([]);
});

it("is prepared in two windows at once, and nothing of either is lost", async () => {
  const [petra, mia] = [await visit("manager"), await visit("rep", { size: "phone" })];
  for (const { page } of [petra, mia]) {
    await page.goto(`/coaching/${cast.rep}`);
    await page.getByRole("button", { name: "Save what is prepared" }).waitFor();
  }
  await petra.page.getByLabel("In writing").fill("The saved hour, and who else has night shifts.");
  await petra.page.getByLabel("Introductions").fill("3");
  await petra.page.getByLabel("One commitment, in a line").fill("Three cards by Friday");
  await petra.page.getByRole("button", { name: "Save what is prepared" }).click();
  await petra.page.getByText("Prepared.", { exact: true }).waitFor();
  // Her window is of before: she writes her own words, and in the same line as Petra.
  await mia.page.getByLabel("What do you want to talk about?").fill("My mornings.");
  const commitment = mia.page.getByLabel("One commitment, in a line");
  await commitment.fill("Two calls");
  await mia.page.getByRole("button", { name: "Save what is prepared" }).click();
  await mia.page.getByText("“Three cards by Friday” stands here now: read it, then save again").waitFor();
  await mia.page.getByText("Here stands meanwhile: “Three cards by Friday”.").waitFor();
  expect(await mia.page.getByLabel("In writing").inputValue()).toContain("The saved hour");
  expect(await commitment.inputValue()).toBe("Two calls");
  expect(await findingsOn(mia.page)).toEqual([]);
  await mia.page.getByRole("button", { name: "Take that" }).click();
  expect(await commitment.inputValue()).toBe("Three cards by Friday");
  await mia.page.getByRole("button", { name: "Save what is prepared" }).click();
  await mia.page.getByText("Prepared.", { exact: true }).waitFor();
  await petra.page.getByLabel("In writing").fill("The audit.");
  await petra.page.getByRole("button", { name: "Save what is prepared" }).click();
  await petra.page.getByText("My mornings.").first().waitFor();
  await petra.page.getByRole("button", { name: "Undo" }).click();
  await petra.page.getByText("Undone.", { exact: true }).first().waitFor();
  const { next } = (await send("rep", "GET", `/members/${cast.rep}/coaching`)).body;
  expect(next.prepared).toMatchObject({
    memberWords: "My mornings.",
    topics: "The saved hour, and who else has night shifts.",
    expects: 3,
    commitment: "Three cards by Friday",
  });
  expect(mia.complaints.filter((each) => !each.includes("409"))).toEqual([]);
});

it("becomes a promise of the rep's week in one press", async () => {
  const { page, complaints } = await visit("rep");
  await page.goto("/coaching");
  await page.getByRole("button", { name: "Promise it for this week" }).click();
  await page.getByText("It stands in your week.", { exact: true }).waitFor();
  const last = page.getByRole("region", { name: "What came of last time" });
  await last.getByText("promised for the week of").waitFor();
  await page.goto("/week");
  await page.getByText("Name one person in every ask").waitFor();
  await page.getByText("Anna Albers").first().waitFor();
  expect(complaints).toEqual([]);
});

it("is one sheet of A4, however much was written", async () => {
  const people: string[] = [];
  for (let at = 0; at < 10; at += 1) {
    const fullName = `Maximiliane Oberhausen-Wiesengrund ${at}`;
    people.push((await send("rep", "POST", "/people", { fullName })).body.id);
  }
  const all = { personIds: people, topics: LONG, expects: 9, commitment: LONG.slice(0, 299) };
  await send("manager", "POST", `/members/${cast.colleague}/one-on-ones`, {
    ...all,
    day: "2026-11-03",
    number: { measure: "referrals-received", count: 9 },
    scenario: "no-not-now",
  });
  await send("manager", "PATCH", `/members/${cast.colleague}/coaching/next`, { ...all, words: LONG });
  await send("colleague", "PATCH", `/members/${cast.colleague}/coaching/next`, { words: LONG });
  await send("manager", "PUT", `/members/${cast.colleague}/coaching/note`, { words: "For my eyes alone." });
  const { page } = await visit("manager");
  await page.goto(`/coaching/${cast.colleague}`);
  await page.getByRole("heading", { name: "1:1 with Jonas Weber" }).waitFor();
  await page.getByText("What came of last time").waitFor();
  await page.emulateMedia({ media: "print" });
  const paper = page.getByRole("article", { includeHidden: true });
  expect(await paper.innerText()).toContain("What came of 3 November");
  expect(await paper.innerText()).not.toContain("For my eyes alone");
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

it("tells a leader who was coached, when and on what", async () => {
  const { page, complaints } = await visit("leader", { size: "phone", dark: true });
  await page.goto("/coaching");
  await page.getByRole("heading", { name: "2 of 4 people were coached in the last four weeks" }).waitFor();
  await page.getByText("North 2 of 3").waitFor();
  await page.getByRole("table", { name: "Who was not coached" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByLabel("Looking back").selectOption("13 weeks");
  await page.getByRole("heading", { name: "2 of 4 people were coached in the last 13 weeks" }).waitFor();
  await page.getByLabel("Whose").selectOption("North");
  await page.getByRole("table", { name: "Whom you coach" }).getByText("Mia Sommer").waitFor();
  expect(complaints).toEqual([]);
});
