import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";
import { SIZES } from "#demo/test-browser.ts";

let b: BrowserHouse;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
});
afterAll(() => b?.close());

it("shows five lines below the card, of every kind one, and the others behind one press", async () => {
  const me = (await b.send("GET", "/me", undefined, { cookie })).body.member.id;
  for (const [name, day] of [
    ["Albers", "2026-08-18"],
    ["Brandt", "2026-08-19"],
    ["Carl", "2026-08-20"],
  ] as const) {
    const accountId = await made("/accounts", { name: `${name} GmbH`, kind: "client", holderId: me });
    const sourceId = await made("/people", { fullName: `Ina ${name}`, accountId });
    // Clients hear from us every ninety days, and the last word counts.
    await made("/asks", { sourceId, day, outcome: "no" });
  }
  const accountId = await made("/accounts", { name: "Dahl Bau", kind: "client", holderId: me });
  const dirk = await made("/people", { fullName: "Dirk Dahl", accountId });
  const review = await made("/account-reviews", { accountId, personIds: [dirk], day: "2026-11-18" });
  for (const words of ["Send the plan", "Call the plant"])
    await made(`/account-reviews/${review}/commitments`, { words, dueOn: "2026-11-18" });
  await made("/asks", { sourceId: dirk, day: "2026-11-17", outcome: "will-think" });
  await sayOnPage(dirk);

  const { page, complaints } = await visitAs(b, cookie, { size: "phone" });
  await page.goto("/");
  await page.getByRole("button", { name: "2 more", exact: true }).waitFor();
  const lines = (title: string) => page.getByRole("region", { name: title }).getByRole("listitem").count();
  const counts = async () => [
    await lines("Said on their pages"),
    await lines("Account reviews"),
    await lines("Let them hear from you"),
  ];
  expect(await counts()).toEqual([1, 2, 2]);
  for (const size of [SIZES.desk, SIZES.phone]) {
    await page.setViewportSize(size);
    expect(await findingsOn(page)).toEqual([]);
  }
  // What is done makes room for another.
  await page.getByRole("button", { name: "Seen: Dirk Dahl" }).click();
  await page.getByRole("button", { name: "1 more", exact: true }).waitFor();
  expect(await counts()).toEqual([0, 3, 2]);
  await page.getByRole("button", { name: "1 more", exact: true }).click();
  expect(await counts()).toEqual([0, 3, 3]);
  expect(await page.getByRole("button", { name: /^\d+ more$/ }).count()).toBe(0);

  // Mails that wait for a word are one line, to where they are.
  const { address } = (await b.send("POST", "/mail-address", {}, { cookie })).body;
  const mail = ["From: mia@nordlicht.example", "To: who@else.example", "Message-ID: <1@n>", "", "Hello"];
  await b.takeMail(mail.join("\r\n"), [address]);
  await page.reload();
  await page.getByRole("link", { name: "One mail waits with a question" }).click();
  await page.getByRole("heading", { name: "Mail that logs itself" }).waitFor();
  await page.getByRole("button", { name: /^Let it be/ }).click();
  await page.getByText("You let it be.").waitFor();
  await page.goBack();
  await page.getByRole("region", { name: "Account reviews" }).waitFor();
  expect(await page.getByText("waits with a question").count()).toBe(0);
  expect(complaints).toEqual([]);
});

/** Somebody answers on a page that was made for them. */
async function sayOnPage(sourceId: string): Promise<void> {
  const targetPersonId = await made("/people", { fullName: "Ella Ernst" });
  const askId = await made("/asks", { sourceId, targetPersonId, outcome: "will-think" });
  const words = { language: "en", asked: "?", whom: "Ella", reason: "x", subject: "x", blurb: "x" };
  const { body } = await b.send("POST", "/shared-pages", { askId, ...words }, { cookie });
  const link = { "askwell-link": body.link.split("#")[1] };
  const said = { answer: "not-now", untilDay: "2027-01-04" };
  expect((await b.send("POST", "/visited-page/answers", said, link)).status).toBe(200);
}

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body.id;
}
