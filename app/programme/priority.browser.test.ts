import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

// Wednesday, 2026-11-18.
const NOON = new Date("2026-11-18T10:00:00Z");

let b: BrowserHouse;
let cast: Cast;
beforeAll(async () => {
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
  const { id: sourceId } = (await send("rep", "POST", "/people", { fullName: "Anna Albers" })).body;
  await send("rep", "POST", "/asks", { sourceId, day: "2026-11-10", channel: "e-mail" });
  const contact = { fullName: "Bo Birk" };
  const { body } = await send("rep", "POST", "/referrals", {
    sourceId,
    contact,
    level: 3,
    day: "2026-11-11",
  });
  const meeting = {
    personId: body.contactId,
    referralId: body.id,
    scheduledOn: "2026-11-11",
    day: "2026-11-12",
  };
  const { id } = (await send("rep", "POST", "/meetings", meeting)).body;
  await send("rep", "PUT", `/meetings/${id}/outcome`, { outcome: "held" });
  await send("manager", "POST", `/members/${cast.rep}/one-on-ones`, { day: "2026-11-13" });
});
afterAll(() => b?.close());

/** The browser notes a refusal that the form itself has shown. */
const isNoRefusal = (complaint: string) => !complaint.includes("422");

type Who = "rep" | "manager" | "leader";

async function send(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

async function visit(who: Who, options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

it("says what comes first, hands out an area, and lets its owner show it on Today", async () => {
  const { page, complaints } = await visit("leader");
  await page.goto("/programme");
  await page.getByText("Nobody has said yet what comes first.", { exact: false }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Say what comes first" }).click();
  await page.getByLabel("In your own words").fill("Introductions first, mine too.");
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Say it", exact: true }).click();
  await page.getByText("Introductions first, mine too.").waitFor();
  await page.getByText("Lena Fuchs, 18 November").waitFor();
  // Undone, nobody has said anything; said again it stays.
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Nobody has said yet what comes first.", { exact: false }).waitFor();
  await send("leader", "POST", "/priority/statements", { words: "Introductions first, mine too." });

  await page.getByRole("button", { name: "Change Meetings" }).click();
  const sheet = page.getByRole("dialog", { name: "Meetings" });
  await sheet.getByLabel("Who sees to it").selectOption("Petra Lang");
  await sheet.getByLabel("By when").fill("2026-11-20");
  expect(await findingsOn(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Keep" }).click();
  await page.getByText("Petra Lang, by 20 November").waitFor();

  const manager = await visit("manager", { size: "phone", dark: true });
  await manager.page.goto("/");
  const mine = manager.page.getByRole("region", { name: "Yours in the programme" });
  await mine.getByText("Meetings").waitFor();
  expect(await findingsOn(manager.page)).toEqual([]);
  await mine.getByRole("link", { name: "Say what shows it" }).click();
  const own = manager.page.getByRole("dialog", { name: "Meetings" });
  expect(await own.getByLabel("Who sees to it").isDisabled()).toBe(true);
  await own.getByLabel("It follows what comes first").check();
  await own.getByRole("button", { name: "Keep" }).click();
  await own.getByText("say in a sentence what shows it", { exact: false }).waitFor();
  await own.getByLabel("What shows it").fill("The meeting opens with promises.");
  await own.getByRole("button", { name: "Keep" }).click();
  await manager.page.getByRole("heading", { name: /One of the six areas follows it/ }).waitFor();
  expect(await findingsOn(manager.page)).toEqual([]);
  expect([...complaints, ...manager.complaints].filter(isNoRefusal)).toEqual([]);
});

it("answers a leader's three questions, each open to its facts", async () => {
  const { page, complaints } = await visit("leader");
  await page.goto("/programme?month=this");
  await page.getByRole("heading", { name: "One introduction in November" }).waitFor();
  await page.getByRole("button", { name: "1 introductions, November" }).click();
  await page
    .getByRole("dialog", { name: "Referrals received" })
    .getByText("Bo Birk", { exact: false })
    .first()
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "1 of 3 reps" }).click();
  const coached = page.getByRole("dialog", { name: "Who was coached, November" });
  await coached.getByText("Fri 13 Nov · Petra Lang").waitFor();
  expect(await coached.getByText("no 1:1").count()).toBe(2);
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "1 of 1 meetings held, November" }).click();
  await page
    .getByRole("dialog", { name: "Meetings held, November" })
    .getByText("introduced by Anna Albers")
    .waitFor();
  expect(complaints).toEqual([]);
});

it("shows what stands in the way, opens a figure, and sets a mark that can be undone", async () => {
  const { page, complaints } = await visit("leader");
  await page.goto("/programme/barriers");
  await page.getByRole("heading", { name: /in the way$/ }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByText("Two measures: asked by voice", { exact: false }).click();
  expect(await findingsOn(page)).toEqual([]);
  await page
    .getByRole("button", { name: /Asked by voice$/ })
    .first()
    .click();
  const facts = page.getByRole("dialog", { name: "Asked by voice" });
  await facts.getByText("There is none in this time.").waitFor();
  await facts.getByText("In writing").click();
  await facts.getByText("Anna Albers").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Mark: at least 80 % of Asked by voice" }).click();
  const mark = page.getByRole("dialog", { name: /The mark of/ });
  await mark.getByLabel("Percent, at least").fill("60");
  await mark.getByRole("button", { name: "Set the mark" }).click();
  await mark.getByText("say why", { exact: false }).waitFor();
  await mark.getByLabel("Why this mark").fill("Two clients want it in writing.");
  expect(await findingsOn(page)).toEqual([]);
  await mark.getByRole("button", { name: "Set the mark" }).click();
  await page.getByRole("button", { name: "Mark: at least 60 % of Asked by voice" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Mark: at least 80 % of Asked by voice" }).waitFor();
  const phone = await visit("manager", { size: "phone" });
  await phone.page.goto("/programme/barriers");
  await phone.page.getByText("North, thirteen weeks", { exact: false }).waitFor();
  expect(await findingsOn(phone.page)).toEqual([]);
  expect([...complaints, ...phone.complaints].filter(isNoRefusal)).toEqual([]);
});

it("begins the ninety days, ticked by the data, and writes a job description in two languages", async () => {
  const { page, complaints } = await visit("leader", { size: "phone" });
  await page.goto("/programme/roll-out");
  await page.getByRole("button", { name: "Set the first day" }).click();
  await page.getByLabel("They begin on").fill("2026-11-09");
  await page.getByRole("button", { name: "Set it" }).click();
  await page.getByRole("heading", { name: /^Day 10 of 90/ }).waitFor();
  await page.getByText("1 of 3. Missing: Jonas Weber, Tariq Aziz.").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.goto("/programme/job");
  await page.getByText("At least 5 introductions a month", { exact: false }).waitFor();
  const amount = page.getByLabel("Introductions");
  for (const odd of ["0", "-3", "2.5", "99999999999", ""]) {
    await amount.fill(odd);
    await page.getByText("Write how many introductions you expect", { exact: false }).waitFor();
    expect(await page.getByText("At least 5 introductions", { exact: false }).count()).toBe(0);
  }
  await amount.fill("5");
  await page.getByText("Deutsch").click();
  await page.getByText("Mindestens 5 persönliche Empfehlungen je Monat", { exact: false }).waitFor();
  await page.getByText("Interview", { exact: true }).click();
  await page.getByText("Eine gute Antwort enthält:").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it("hides from a rep what is for whoever leads", async () => {
  const { page, complaints } = await visit("rep", { size: "phone" });
  await page.goto("/programme");
  await page.getByText("Introductions first, mine too.").waitFor();
  expect(await page.getByRole("link", { name: "Barriers" }).count()).toBe(0);
  expect(await page.getByText("Three answers").count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
