import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import {
  findingsOn,
  firstVisit,
  openBrowserHouse,
  visitAs,
  type BrowserHouse,
  type Visit,
} from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie: string;
let rep: Visit;
let accountId: string;
let personId: string;
let cardId: string;
let link: string;
let count = 0;

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
  rep = await visitAs(b, cookie, { size: "phone" });
});
afterAll(() => b?.close());
beforeEach(async () => {
  count += 1;
  accountId = (await made("/accounts", { name: `Hafen Logistik ${count}`, kind: "client" })).id;
  personId = (
    await made("/people", {
      fullName: `Anna Albers ${count}`,
      accountId,
      emails: [`anna${count}@hafen.example`],
    })
  ).id;
  const card = await made("/report-cards", { personId, language: "en" });
  cardId = card.id;
  link = card.link;
});

it("is answered with a finger on a phone, saved as they go, and counted once it is handed in", async () => {
  const anna = await b.visit({ size: "phone", touch: true });
  const { page } = anna;
  await page.goto(here(link));
  await page.getByRole("heading", { name: "How are we doing?" }).waitFor();
  expect(await page.title()).toContain("How are we doing?");
  await expectNothing(page);
  await page.getByRole("button", { name: "Hand it in" }).tap();
  await page.getByText("Choose a number from 0 to 10 first; all else may stay open.").waitFor();
  await page.getByRole("radio", { name: "9 of 10" }).locator("..").tap();
  await page.getByLabel("Why this number?").fill("You saved us a week each month.");
  await page
    .getByRole("group", { name: /We did what we promised/ })
    .getByRole("radio", { name: "5 of 5" })
    .locator("..")
    .tap();
  await page.getByText("Most of it").tap();
  await page.getByLabel(/glad to introduce us/).fill("If it works in the harbour, too.");
  await page.getByText(/4 of 7 answered Saved\./).waitFor();
  await expectNothing(page);
  expect((await get(`/report-cards/${cardId}`)).answered).toBe(4);
  await page.getByRole("button", { name: "Hand it in" }).tap();
  await page.getByRole("heading", { name: "Thank you. It is handed in." }).waitFor();
  await page.getByText("If it works in the harbour, too.").waitFor();
  await expectNothing(page);
  expect(await get(`/report-cards/${cardId}`)).toMatchObject({ state: "handed-in", score: 9 });
  await page.getByRole("button", { name: "Change an answer" }).tap();
  await page.getByText("each change counts at once").waitFor();
  await page.getByRole("radio", { name: "10 of 10, certainly" }).locator("..").tap();
  await page.getByText("Saved.").waitFor();
  expect(await get(`/report-cards/${cardId}`)).toMatchObject({ score: 10 });
  await page.getByRole("button", { name: "Done" }).tap();
  await page.getByRole("button", { name: "Take it back" }).tap();
  await page.getByText("It is taken back and does not count.").waitFor();
  expect(await get(`/report-cards/${cardId}`)).toMatchObject({ state: "open", score: null, answered: 4 });
  expect(anna.complaints).toEqual([]);
});

it("goes on where they were on another device, by the same link", async () => {
  const phone = await b.visit({ size: "phone" });
  await phone.page.goto(here(link));
  await phone.page.getByRole("radio", { name: "7 of 10" }).check({ force: true });
  await phone.page.getByLabel("Why this number?").fill("Good, and slow.");
  await phone.page.getByText("Saved.").waitFor();
  await phone.context.close();
  const desk = await b.visit({ size: "desk", dark: true });
  await desk.page.goto(here(link));
  await desk.page.getByText("1 of 7 answered").waitFor();
  expect(await desk.page.getByRole("radio", { name: "7 of 10" }).isChecked()).toBe(true);
  expect(await desk.page.getByLabel("Why this number?").inputValue()).toBe("Good, and slow.");
  await expectNothing(desk.page);
  await desk.page.getByLabel(/do better/).fill("Answer faster.");
  await desk.page.getByRole("button", { name: "Hand it in" }).click();
  await desk.page.getByRole("heading", { name: "Thank you. It is handed in." }).waitFor();
  expect(await get(`/report-cards/${cardId}`)).toMatchObject({ score: 7, answered: 2 });
  await desk.context.close();
});

it("keeps the form where somebody writes while it is handed in on another device", async () => {
  const [first, second] = [await b.visit({ size: "phone" }), await b.visit({ size: "desk" })];
  for (const { page } of [first, second]) await page.goto(here(link));
  const better = second.page.getByLabel(/do better/);
  await better.waitFor();
  await first.page.getByRole("radio", { name: "8 of 10" }).check({ force: true });
  await first.page.getByRole("button", { name: "Hand it in" }).click();
  await first.page.getByRole("heading", { name: "Thank you. It is handed in." }).waitFor();
  await better.pressSequentially("Answer");
  await second.page.getByText("each change counts at once").waitFor();
  await better.pressSequentially(" faster.");
  expect(await better.inputValue()).toBe("Answer faster.");
  await expectNothing(second.page);
  await second.page.getByRole("button", { name: "Done" }).click();
  await second.page.getByRole("heading", { name: "Thank you. It is handed in." }).waitFor();
  await second.page.getByText("Answer faster.").waitFor();
  expect(await get(`/report-cards/${cardId}`)).toMatchObject({ score: 8, answered: 2 });
  await first.context.close();
  await second.context.close();
});

it("is answered with the keyboard alone", async () => {
  const { page, context } = await b.visit({ size: "desk" });
  await page.goto(here(link));
  await page.getByRole("heading", { name: "How are we doing?" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  for (let step = 0; step < 8; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Kept every word ");
  await page.waitForTimeout(1_200);
  await page.keyboard.type("of it.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  const focused = () => page.evaluate<string>("document.activeElement.textContent");
  for (let step = 0; step < 12 && (await focused()) !== "Hand it in"; step += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Thank you. It is handed in." }).waitFor();
  const { score, said } = await get(`/report-cards/${cardId}`);
  expect(score).toBe(8);
  expect(
    said.map(({ questionId, score: n, words }: Record<string, unknown>) => [questionId, n, words]),
  ).toEqual([
    ["promised", 1, null],
    ["recommend", 8, "Kept every word of it."],
  ]);
  await context.close();
});

it("loses nothing when the network goes in the middle, also when the page is put away", async () => {
  const { page, context } = await b.visit({ size: "phone" });
  await page.goto(here(link));
  await page.getByRole("radio", { name: "8 of 10" }).check({ force: true });
  await page.getByText("Saved.").waitFor();
  await context.setOffline(true);
  await page.getByLabel(/do better/).fill("Written in a tunnel.");
  await page.getByText(/Your answers are kept on this device/).waitFor();
  await page.getByRole("button", { name: "Hand it in" }).click();
  await page.getByText("There is no network just now.").waitFor();
  await expectNothing(page);
  expect((await get(`/report-cards/${cardId}`)).answered).toBe(1);
  await context.setOffline(false);
  await page.getByText("Saved.").waitFor();
  expect((await get(`/report-cards/${cardId}`)).answered).toBe(2);
  // Put away before it could be sent.
  await context.setOffline(true);
  await page.getByLabel(/expect from us/).fill("A plan for the night shift.");
  await page.getByText(/Your answers are kept on this device/).waitFor();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(here(link));
  expect(await again.getByLabel(/expect from us/).inputValue()).toBe("A plan for the night shift.");
  await expect.poll(async () => (await get(`/report-cards/${cardId}`)).answered).toBe(3);
  expect(await again.evaluate<number>("localStorage.length")).toBe(0);
  await context.close();
});

it("explains itself where it is withdrawn or no link of ours, and says whom to turn to", async () => {
  await put(`/report-cards/${cardId}/withdrawal`);
  const visit = await b.visit({ size: "phone" });
  const { page, context } = visit;
  await page.goto(here(link));
  await page.getByRole("heading", { name: "This report card was withdrawn" }).waitFor();
  await page.getByText(/If you have something to say, tell/).waitFor();
  await expectNothing(page);
  await page.goto(here(`${link.slice(0, -3)}abc`));
  await page.getByRole("heading", { name: /not one of ours/ }).waitFor();
  await expectNothing(page);
  expect(visit.complaints.filter((each) => !each.includes("404"))).toEqual([]);
  await context.close();
});

it("is sent by the rep from the client's page, and its low number waits on Today", async () => {
  const other = (await made("/people", { fullName: `Bruno Amsel ${count}`, accountId })).id;
  const { page } = rep;
  await page.goto(`/accounts/${accountId}`);
  await page.getByRole("button", { name: `Send a card to Bruno Amsel ${count}` }).click();
  await expectNothing(page);
  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("button", { name: "Make the link" }).click();
  const sent = (await page.locator("code").innerText()).trim();
  await expectNothing(page);
  await page.getByRole("button", { name: "Done" }).click();
  const bruno = await b.visit({ size: "phone" });
  await bruno.page.goto(here(sent));
  await bruno.page.getByRole("radio", { name: "2 von 10" }).check({ force: true });
  await bruno.page.getByLabel("Warum diese Zahl?").fill("Die Nachtschicht stand still.");
  await expectNothing(bruno.page);
  await bruno.page.getByRole("button", { name: "Abgeben" }).click();
  await bruno.page.getByRole("heading", { name: "Vielen Dank. Es ist abgegeben." }).waitFor();
  expect(await bruno.page.evaluate<string>("document.documentElement.lang")).toBe("de");
  await page.goto("/");
  await page.getByText("To be looked at by").waitFor();
  await page.getByRole("heading", { name: /then you are done$/ }).waitFor();
  await page.getByText("“Die Nachtschicht stand still.”").waitFor();
  expect(await page.getByRole("heading", { name: "Done for today" }).count()).toBe(0);
  await expectNothing(page);
  await page.getByRole("button", { name: `I saw to it: Bruno Amsel ${count}` }).click();
  await page.getByText("Noted that you saw to it.").first().waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("To be looked at by").waitFor();
  await page.getByRole("link", { name: `Bruno Amsel ${count}` }).click();
  await page.getByText("Die Nachtschicht stand still.").waitFor();
  expect(await page.getByRole("button", { name: "Earned the right to ask" }).count()).toBe(0);
  await expectNothing(page);
  const glad = await b.visit({ size: "phone" });
  await glad.page.goto(here(link));
  await glad.page.getByRole("radio", { name: "9 of 10" }).check({ force: true });
  await glad.page.getByLabel("Why this number?").fill("A week each month.");
  await glad.page.getByRole("button", { name: "Hand it in" }).click();
  await glad.page.getByRole("heading", { name: "Thank you. It is handed in." }).waitFor();
  await page.goto(`/report-cards/${cardId}`);
  await page.getByRole("button", { name: "Earned the right to ask" }).click();
  await page.getByText("earned the right", { exact: true }).waitFor();
  await expectNothing(page);
  await page.goto(`/people/${other}`);
  await page.getByRole("link", { name: "Report card" }).first().waitFor();
  await expectNothing(page);
  await page.goto("/report-cards");
  await page
    .getByText(/^\d answers; from 20 on there is a number$/)
    .first()
    .waitFor();
  await expectNothing(page);
  await page.getByRole("link", { name: "1 detractor" }).click();
  await page.getByRole("heading", { name: "The cards behind it" }).waitFor();
  await page.getByRole("link", { name: "Note it" }).click();
  await page.getByRole("button", { name: `Note their part: Bruno Amsel ${count}` }).click();
  await expectNothing(page);
  await page.getByRole("button", { name: /^User: / }).click();
  await page.getByText("Bruno's part in buying is noted.").first().waitFor();
  await page
    .getByRole("cell", { name: "User" })
    .or(page.getByRole("rowheader", { name: "User" }))
    .first()
    .waitFor();
  expect(rep.complaints).toEqual([]);
});

it("asks what a leader wants asked, from now on", async () => {
  const { page } = rep;
  await page.goto("/settings/report-cards");
  await page.getByRole("button", { name: "Change: Every six months, English" }).click();
  await expectNothing(page);
  await page.getByLabel("Question 7", { exact: true }).fill("What should we stop doing?");
  await page.getByRole("button", { name: "One more question" }).click();
  await page.getByRole("button", { name: "Ask this from now on" }).click();
  await page.getByText("write the question").waitFor();
  await page.getByRole("button", { name: "Leave it out: question 8" }).click();
  await page.getByRole("button", { name: "Ask this from now on" }).click();
  await page.getByText("Cards from now on ask this.").first().waitFor();
  await page.getByText("What should we stop doing?").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("What should we stop doing?").waitFor({ state: "detached" });
  expect(rep.complaints.filter((each) => !each.includes("422"))).toEqual([]);
});

// The house knows itself by another address than the one at which the browser finds it.
function here(address: string): string {
  return `${b.address}/for${address.slice(address.indexOf("#"))}`;
}

async function expectNothing(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}

// oxlint-disable-next-line typescript/no-explicit-any
async function made(path: string, body: unknown): Promise<any> {
  const answer = await b.send("POST", path, body, { cookie });
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
// oxlint-disable-next-line typescript/no-explicit-any
async function get(path: string): Promise<any> {
  return (await b.send("GET", path, undefined, { cookie })).body;
}
async function put(path: string): Promise<void> {
  await b.send("PUT", path, {}, { cookie });
}
