import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, visitAs, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
});
afterAll(() => b?.close());

it("says whom to ask and why; one is refused in a tap and another comes, one is planned in a tap", async () => {
  const me = (await b.send("GET", "/me", undefined, { cookie })).body.member.id;
  for (const name of ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"]) {
    const accountId = await made("/accounts", { name, kind: "client", holderId: me });
    await made("/people", {
      fullName: `Ina ${name}`,
      title: "Controller",
      accountId,
      phones: ["+49 40 1234567"],
    });
  }
  const visit = await visitAs(b, cookie, { size: "phone" });
  const { page } = visit;
  await page.goto("/");
  await page.getByRole("heading", { name: "Three conversations, then you are done" }).waitFor();
  const cards = page.getByRole("region", { name: "Talk to" }).getByRole("region");
  const names = () => cards.getByRole("heading", { level: 3 }).allInnerTexts();
  const first = await names();
  await cards.first().getByText("Not asked by anybody yet.").waitFor();
  await cards.first().getByRole("link", { name: "Call Ina" }).waitFor();
  expect(await cards.first().locator("blockquote").innerText()).toMatch(/^“.*”$/);
  expect(await findingsOn(page)).toEqual([]);

  await cards
    .first()
    .getByRole("button", { name: `Not this one: ${first[0]}` })
    .click();
  await cards
    .first()
    .getByRole("textbox", { name: "Why not Ina, in your words" })
    .fill("She left the project.");
  await cards.first().getByRole("button", { name: "They are unhappy" }).click();
  const sheet = page.getByRole("dialog", { name: "What is Ina unhappy about?" });
  await sheet.getByRole("button", { name: "Raise it" }).waitFor();
  await page.keyboard.press("Escape");
  await cards.getByRole("heading", { name: first[0]! }).waitFor({ state: "detached" });
  const second = await names();
  expect(second).toHaveLength(3);
  expect(second.slice(1)).toEqual(first.slice(1));
  await page.getByRole("button", { name: /^Undo/ }).click();
  await cards.getByRole("heading", { name: first[0]! }).waitFor();
  expect(await names()).toEqual(first);

  await page.getByRole("button", { name: `Plan ${first[1]}` }).click();
  await page.getByText("Planned: Ina – 0 asked").waitFor();
  await cards.getByRole("heading", { name: first[1]! }).waitFor({ state: "detached" });
  expect(await names()).toEqual([first[0], first[2]]);
  expect(visit.complaints).toEqual([]);
});

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, path).toBe(201);
  return answer.body.id;
}
