import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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
let link: string;
let sourceId: string;
let askId: string;

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
  rep = await visitAs(b, cookie, { size: "phone" });
  sourceId = await made("/people", { fullName: "Anna Albers", emails: ["anna@hafen.example"] });
  const target = await made("/people", { fullName: "Ben Moss" });
  askId = await made("/asks", { sourceId, targetPersonId: target, outcome: "will-think" });
});
afterAll(() => b?.close());

it("is made by the rep from what is known, and handed over as a link", async () => {
  const { page } = rep;
  await page.goto(`/asks/${askId}`);
  await page.getByRole("button", { name: "Make Anna a page" }).click();
  expect(await page.getByLabel("What you ask Anna").inputValue()).toContain(
    "Would you introduce me to Ben Moss?",
  );
  await page.getByLabel("Whom to picture").fill("Ben Moss, who plans the shifts");
  await expectNothing(page);
  await page.getByRole("button", { name: "Make the page" }).click();
  link = (await page.locator("code").innerText()).trim();
  const mail = await page.getByRole("link", { name: "Open in my mail program" }).getAttribute("href");
  expect(mail).toMatch(/^mailto:anna@hafen\.example\?subject=/);
  expect(mail).toContain(encodeURIComponent(link));
  await page.getByText("Nothing was said on it yet.").waitFor();
  await expectNothing(page);
  expect(rep.complaints).toEqual([]);
});

it("says nothing to what fetches its address, and keeps no trace of the link", async () => {
  const fetched = await fetch(here(link).split("#")[0] as string);
  const html = await fetched.text();
  expect(fetched.status).toBe(200);
  expect(html).not.toMatch(/Anna|Mia|Ben|Nordlicht/);
  expect(html).toContain('name="robots" content="noindex');
  expect(html).toContain('name="referrer" content="no-referrer"');
});

it("lets the source copy lines, answer, take it back, and say that they introduced us", async () => {
  const anna = await b.visit({ size: "phone" });
  const { page, context } = anna;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(here(link));
  await page.getByRole("heading", { name: "Anna, would you introduce Mia?" }).waitFor();
  await expectNothing(page);
  await page.getByLabel("Lines you can pass on").fill("Ben, meet Mia.");
  await page.getByRole("button", { name: "Copy the lines" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Ben, meet Mia.");
  await page.reload();
  expect(await page.getByLabel("Lines you can pass on").inputValue()).toBe("Ben, meet Mia.");

  await page.getByRole("button", { name: "Not now" }).click();
  await page.getByRole("button", { name: "Ask again on 18 December 2026" }).click();
  await page.getByText("Noted: not now.").waitFor();
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("button", { name: "Not now" }).waitFor();

  await page.getByRole("button", { name: "I have introduced you" }).click();
  expect(await page.getByLabel("Whom did you introduce?").inputValue()).toBe("Ben Moss");
  await page.getByLabel("I passed on the lines").check();
  await page.getByLabel("Their e-mail address").fill("ben@");
  await expectNothing(page);
  await page.getByRole("button", { name: "Tell Mia" }).click();
  await page.getByText("it is not complete").waitFor();
  await page.getByLabel("Their e-mail address").fill("");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Tell Mia" }).click();
  await page.getByText("No connection. Nothing is lost").waitFor();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Tell Mia" }).dblclick();
  await page.getByText("Thank you! Mia gets in touch with Ben Moss by the next working day").waitFor();
  const { items } = (await send("GET", `/referrals?source=${sourceId}`)).body;
  expect(items).toMatchObject([{ contactName: "Ben Moss", level: 2, state: "introduced" }]);
  await expectNothing(page);
  // The browser notes what it could not fetch, and what was refused at a field.
  expect(anna.complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED|status of 422/.test(each))).toEqual([]);
});

it("lets the source ask first, and the contact say yes on a page that names nobody else", async () => {
  const anna = await b.visit({ dark: true });
  await anna.page.goto(here(link));
  await anna.page.getByRole("button", { name: "Let me ask them first" }).click();
  await anna.page.getByRole("heading", { name: "You ask them first" }).waitFor();
  await expectNothing(anna.page);
  const text = await anna.page.locator("pre").innerText();
  const contactLink = /http\S+/.exec(text)?.[0] ?? "";
  const greta = await b.visit({ size: "phone", dark: true });
  await greta.page.goto(here(contactLink));
  await greta.page
    .getByRole("heading", { name: "Anna Albers would like to introduce you to Mia Sommer" })
    .waitFor();
  expect(await greta.page.innerText("main")).not.toContain("Ben Moss, who plans");
  await expectNothing(greta.page);
  await greta.page.getByRole("button", { name: "No, thank you" }).click();
  await greta.page.getByText("Thank you. Nobody is told").waitFor();
  await anna.page.reload();
  await anna.page.getByText("No answer yet.").waitFor();
  await greta.page.reload();
  await greta.page.getByRole("button", { name: "Yes, put us in touch" }).click();
  await greta.page.getByLabel("Your name").fill("Greta Uhlig");
  await greta.page.getByLabel("Your phone number").fill("+49 40 123456");
  await expectNothing(greta.page);
  await greta.page.getByRole("button", { name: "Put us in touch" }).click();
  await greta.page.getByText("Mia Sommer gets in touch with you").waitFor();
  await anna.page.reload();
  await anna.page.getByText("Greta Uhlig said yes.").waitFor();
  expect([...anna.complaints, ...greta.complaints]).toEqual([]);
});

it("brings the news to Today, and tells the source what became of it in the words of the rep", async () => {
  const { page } = rep;
  await page.goto("/");
  await page.getByText("“Greta Uhlig said yes and wants to be put in touch”").waitFor();
  await expectNothing(page);
  await page.getByRole("button", { name: "Seen: Anna Albers" }).first().click();
  await page.getByText("“Greta Uhlig said yes").waitFor({ state: "detached" });
  const { items } = (await send("GET", `/referrals?source=${sourceId}`)).body;
  const ben = items.find((each: { contactName: string }) => each.contactName === "Ben Moss");
  await page.goto(`/referrals/${ben.id}`);
  await page.getByRole("button", { name: "Tell what became of Ben Moss" }).click();
  await page.getByLabel("And a word from you, if you like").fill("We meet on Monday.");
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Put it on the page" }).click();
  await page.getByText("Anna can read it now.", { exact: true }).waitFor();
  const { items: duties } = (await send("GET", `/duties?referral=${ben.id}`)).body;
  expect(duties.find(({ kind }: { kind: string }) => kind === "report")).toMatchObject({
    state: "done",
    settled: { how: "message" },
  });

  // Whoever has the app on their device still gets the page, and not the app.
  const installed = await b.visit({ size: "phone", installs: true });
  await installed.page.goto("/sign-in");
  await installed.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await installed.page.goto(here(link));
  await installed.page.getByRole("heading", { name: "Anna, this is what became of it" }).waitFor();
  await installed.page.getByText("We meet on Monday.").waitFor();
  await expectNothing(installed.page);

  await page.goto(`/asks/${askId}`);
  await page.getByRole("button", { name: "Withdraw the page" }).click();
  await page.getByText("Withdrawn: its link opens nothing.").waitFor();
  await installed.page.reload();
  await installed.page.getByRole("heading", { name: "This page was withdrawn." }).waitFor();
  await installed.page.getByText("Ask Mia Sommer of Nordlicht Systeme for a new one").waitFor();
  await expectNothing(installed.page);
  await installed.page.goto(`${here(link).slice(0, -3)}AAA`);
  await installed.page.reload();
  await installed.page.getByRole("heading", { name: "This link is not complete" }).waitFor();
});

function here(made: string): string {
  return `${b.address}/for#${made.split("#")[1] ?? ""}`;
}

async function send(method: string, path: string, body?: unknown) {
  return b.send(method, path, body, { cookie });
}

async function made(path: string, body: object): Promise<string> {
  const answer = await send("POST", path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function expectNothing(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
