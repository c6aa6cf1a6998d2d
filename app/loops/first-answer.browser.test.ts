import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import { findingsOn, openBrowserHouse, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { NOON } from "#demo/test-house.ts";

let b: BrowserHouse;
let box: Mailbox;
let cast: Cast;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  box = await openMailbox();
  b = await openBrowserHouse({ smtpUrl: `${box.url}?from=post@nordlicht.example` });
  cast = await seatCast(b.test.database, NOON);
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast.rep, NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visit = await b.visit({ size: "phone" });
  ({ page, complaints } = visit);
  const [name = "", ...value] = cookie.split("=");
  await visit.context.addCookies([{ name, value: value.join("="), url: b.address }]);
});
afterAll(async () => {
  await b?.close();
  await box?.close();
});

it("waits until they agreed, survives a refusal with its words, goes out once and can be read afterwards", async () => {
  const cora = await made("/people", { fullName: "Cora Carl", emails: ["cora@carl.example"] });
  const dirk = await made("/people", {
    fullName: "Dirk Dahl",
    country: "DE",
    emails: ["dirk@dahl.example"],
    phones: ["+49 40 123456"],
  });
  const referralId = await made("/referrals", {
    sourceId: cora,
    contactId: dirk,
    level: 2,
    day: "2026-11-18",
  });
  await page.goto("/");
  await page.getByRole("button", { name: "Write to Dirk Dahl" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("By the law of Germany Dirk agrees first").waitFor();
  expect(await sheet.getByRole("button", { name: "Open in my mail program" }).isDisabled()).toBe(true);
  expect(await sheet.getByRole("button", { name: "Copy" }).count()).toBe(0);
  expect(await sheet.getByRole("button", { name: "Send it now" }).count()).toBe(0);
  expect(await sheet.getByRole("link", { name: "Call Dirk" }).getAttribute("href")).toBe("tel:+4940123456");
  await expectNothing();

  await sheet.getByRole("button", { name: "They agreed on the phone" }).click();
  await sheet.getByText("Dirk agreed on the phone on 18 November.").waitFor();
  const address = await sheet.getByRole("link", { name: "Open in my mail program" }).getAttribute("href");
  expect(address).toMatch(
    /^mailto:dirk@dahl\.example\?bcc=cora@carl\.example&subject=Vorgestellt%20von%20Cora%20Carl/,
  );
  const text = sheet.getByLabel("What you write");
  expect(await sheet.getByLabel("Language").inputValue()).toBe("de");
  await sheet.getByText("Ihren Namen und Ihre Adresse habe ich von Cora Carl").waitFor();
  await text.fill(`${await text.inputValue()}\n\nPS: by the way.`);
  box.refuse(550);
  await sheet.getByRole("button", { name: "Send it now" }).click();
  await sheet
    .getByText("Your letter could not be sent: the mail server refused the letter (550 not here).")
    .waitFor();
  expect(await text.inputValue()).toContain("PS: by the way.");
  await expectNothing();

  box.refuse(null);
  await sheet.getByRole("button", { name: "Send it now" }).click();
  await page.getByRole("region", { name: "Last change" }).getByText("Sent to Dirk Dahl.").waitFor();
  await page.getByRole("button", { name: "Write to Dirk Dahl" }).waitFor({ state: "detached" });
  await expect
    .poll(() => box.letters.map(({ to }) => to[0]))
    .toEqual(["dirk@dahl.example", "cora@carl.example"]);

  await page.goto(`/referrals/${referralId}`);
  await page.getByText("Sent to dirk@dahl.example on 18 November").waitFor();
  await page.getByText("wrote to Dirk Dahl").waitFor();
  expect(await page.getByRole("button", { name: "What was written" }).count()).toBe(1);
  await page.getByRole("button", { name: "What was written to Dirk Dahl" }).click();
  await page.getByRole("dialog").getByText("PS: by the way.").waitFor();
  await expectNothing();
  await page.keyboard.press("Escape");

  expect((await send("DELETE", `/referrals/${referralId}/state`)).status).toBe(200);
  await page.reload();
  await page.getByText("The letter has left: nothing brings it back.").waitFor();
  await page.goto(`/people/${dirk}`);
  await page.getByText("May be written to: agreed on the phone on 18 November").waitFor();
  await page.getByText("wrote to Dirk Dahl").waitFor();
  await page.getByRole("button", { name: "What was written" }).waitFor();
  await page.getByRole("button", { name: "More about writing to Dirk Dahl" }).click();
  await page.getByRole("button", { name: "They want no e-mail from us" }).click();
  await page.getByText("Wants no e-mail from us: said on 18 November").waitFor();
  expect(await page.getByRole("link", { name: "dirk@dahl.example" }).count()).toBe(0);
  await expectNothing();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("link", { name: "dirk@dahl.example" }).waitFor();
  expect(complaints).toEqual([]);
});

it("says what it does not know, notes it there, and lets nothing go that the law or the source would miss", async () => {
  const cora = await made("/people", { fullName: "Cora Carl", emails: ["cora@carl.example"] });
  const contact = { fullName: "Elif Enz" };
  const referralId = await made("/referrals", { sourceId: cora, contact, level: 2, reason: "Late figures" });
  const { contactId } = (await send("GET", `/referrals/${referralId}`)).body;
  await page.goto(`/people/${contactId}`);
  await page.getByText("Introduced by Cora Carl today: Late figures").waitFor();
  await page.getByText("answer by 18:00 today").waitFor();
  await page.getByRole("link", { name: "Ask Elif" }).waitFor();
  expect(await mainButtons()).toEqual(["I answered"]);
  await expectNothing();
  await page.getByRole("link", { name: "Waits for your answer" }).click();
  await page.getByRole("heading", { name: "Waits for our answer" }).waitFor();
  await page.getByText("answer by 18:00 today").waitFor();
  expect(await mainButtons()).toEqual(["I answered"]);
  await page.getByRole("button", { name: "Write to Elif" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("We do not know in which country Elif is").waitFor();
  await expectNothing();
  await sheet.getByLabel("In which country is Elif?").selectOption("Canada");
  await sheet.getByText("Law of Canada:").waitFor();
  await sheet.getByLabel("E-mail of Elif").fill("elif@enz.example");
  await sheet.getByRole("button", { name: "Note it" }).click();
  await sheet.getByText("To elif@enz.example").waitFor();
  await sheet.getByText("Law of Canada:").waitFor();
  expect(await sheet.getByRole("button", { name: "Send it now" }).count()).toBe(0);
  await sheet.getByText("Your postal address has to stand in it").waitFor();
  const settings = await b.send("GET", "/workspace", undefined, leader());
  const { slug: _slug, recount: _recount, ...rest } = settings.body;
  await b.send("PUT", "/workspace", { ...rest, postalAddress: "Am Kai 3, 20457 Hamburg" }, leader());
  await page.reload();
  await page.getByRole("button", { name: "Write to Elif" }).click();
  await sheet.getByRole("button", { name: "Send it now" }).waitFor();

  const text = sheet.getByLabel("What you write");
  expect(await text.inputValue()).toContain("I move you to bcc");
  await sheet.getByLabel("Cora gets it in bcc").uncheck();
  expect(await text.inputValue()).toMatch(/^Elif, Cora Carl thought/);
  await text.fill("I move you to bcc, so that our messages do not fill your day. Hi.");
  await sheet.getByText("It says that Cora Carl is in bcc").waitFor();
  expect(await sheet.getByRole("button", { name: "Send it now" }).count()).toBe(0);
  await text.fill("Hi Elif, short one.");
  await sheet.getByLabel("Language").selectOption("de");
  expect(await text.inputValue()).toContain("Guten Tag Elif Enz, Cora Carl meinte");
  await sheet.getByLabel("Language").selectOption("en");
  expect(await text.inputValue()).toBe("Hi Elif, short one.");
  await expectNothing();
  box.letters.length = 0;
  await sheet.getByRole("button", { name: "Send it now" }).click();
  await expect.poll(() => box.letters.length).toBe(1);
  const [letter] = box.letters;
  for (const part of [
    "Hi Elif, short one.",
    "because Cora Carl referred you to",
    "Am Kai 3",
    "rather not hear",
  ])
    expect(letter?.message.replaceAll(/=\r?\n|\r?\n/g, " ").replaceAll(/ +/g, " ")).toContain(part);
  await page.getByRole("region", { name: "Last change" }).getByText("Sent to Elif Enz.").waitFor();
  await page.goto(`/people/${contactId}`);
  await page.getByRole("link", { name: "Ask Elif" }).waitFor();
  await expect.poll(mainButtons).not.toContain("I answered");
  expect(complaints).toEqual([]);
});

it("lets whoever sees to an introduction instead answer it on its page", async () => {
  const id = await made(
    "/referrals",
    { sourceId: await made("/people", { fullName: "Ole Ohm" }), contact: { fullName: "Pia Pohl" }, level: 2 },
    cast.keys.colleague,
  );
  await page.goto(`/referrals/${id}`);
  await page.getByRole("heading", { name: "Waits for our answer" }).waitFor();
  await page.getByText("answer by 18:00 today").waitFor();
  expect(await page.getByRole("button", { name: "I answered" }).count()).toBe(0);
  await b.send("PUT", `/referrals/${id}/passed`, { toId: cast.rep }, key(cast.keys.colleague));
  await page.reload();
  await page.getByText("You see to it.").waitFor();
  await page.getByRole("button", { name: "I answered" }).click();
  await page.getByRole("heading", { name: "Answered" }).waitFor();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("button", { name: "Write to Pia Pohl" }).waitFor();
  await expectNothing();
  expect(complaints).toEqual([]);
});

const mainButtons = () => page.locator('main [data-variant="primary"]').allInnerTexts();
const key = (of: string) => ({ authorization: `Bearer ${of}` });
const leader = () => key(cast.keys.leader);

async function send(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, key(cast.keys.rep));
}

async function made(path: string, body: object, by = cast.keys.rep): Promise<string> {
  const answer = await b.send("POST", path, body, key(by));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function expectNothing(): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
