import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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
let body = "";
const server = createServer((_request, response) => {
  response.writeHead(body === "" ? 404 : 200, { "content-type": "text/calendar" }).end(body);
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  link = `http://calendar.test:${port}/private/basic.ics`;
  const reach = {
    resolve: async () => ["127.0.0.1"],
    allows: (address: string, at: number) => address === "127.0.0.1" && at === port,
  };
  b = await openBrowserHouse({ reach });
  cookie = await firstVisit(b);
  rep = await visitAs(b, cookie, { size: "phone" });
});
afterAll(async () => {
  server.close();
  await b?.close();
});

const event = (uid: string, start: string, address: string) =>
  [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTART:${start}`,
    "DURATION:PT1H",
    `ATTENDEE:mailto:${address}`,
    "END:VEVENT",
  ].join("\r\n");

it("is read from its link; what is noticed can be taken back and noticed again", async () => {
  const { page } = rep;
  const source = await made("/people", { fullName: "Jale Merz", emails: ["jale@hafen.example"] });
  const contact = await made("/people", { fullName: "Veit Reimers", emails: ["veit@weser.example"] });
  await made("/referrals", { sourceId: source, contactId: contact, level: 2, day: "2026-11-16" });
  body = [
    "BEGIN:VCALENDAR",
    "X-WR-CALNAME:Mia at work",
    event("one", "20261117T090000Z", "jale@hafen.example"),
    event("two", "20261124T133000Z", "veit@weser.example"),
    "END:VCALENDAR",
  ].join("\r\n");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Your calendar" }).click();
  await page.getByRole("heading", { name: "Let your calendar do the logging" }).waitFor();
  await page.getByText("Nothing yet. People are known by").waitFor();
  await expectNothing(page);
  await page.getByLabel("The private link to your calendar").fill("my calendar");
  await page.getByRole("button", { name: "Read my calendar" }).click();
  await page.getByText("this is no link; it begins with https://", { exact: false }).waitFor();
  await page.getByLabel("The private link to your calendar").fill(link);
  await page.getByRole("button", { name: "Read my calendar" }).click();
  await page.getByRole("heading", { name: "Mia at work" }).waitFor();
  await page.getByRole("link", { name: "a meeting" }).waitFor();
  await page.getByText("a contact").waitFor();
  await expectNothing(page);
  await page.getByRole("button", { name: "Take back Jale Merz" }).click();
  await page
    .getByText("Jale Merz, Tue 17 Nov: taken back, and not noticed again.", { exact: true })
    .waitFor();
  await page.getByRole("button", { name: "Notice again: Jale Merz" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Take back Jale Merz" }).waitFor();
  const all = await page.getByRole("button", { name: "Take back all" }).boundingBox();
  expect((all?.x ?? 0) + (all?.width ?? 0)).toBeLessThanOrEqual((page.viewportSize()?.width ?? 0) - 16);
  await page.getByRole("button", { name: "Take back all" }).click();
  await page.getByText("Two events taken back, and not noticed again.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Take back Jale Merz" }).waitFor();
  await page.getByRole("link", { name: "a meeting" }).click();
  await page.getByRole("heading", { name: "Veit Reimers" }).waitFor();
  expect(await page.innerText("main")).toContain("14:30");
});

it("goes on reading the one there is until another link that was given could be read", async () => {
  const { page } = rep;
  await page.goto("/settings/calendar");
  await page.getByRole("button", { name: "Give another link" }).click();
  await page.getByLabel("The private link to your calendar").fill("https://inside.test/other.ics");
  await expectNothing(page);
  await page.getByRole("button", { name: "Read this one" }).click();
  await page.getByRole("heading", { name: "The link you gave since" }).waitFor();
  await page.getByText("It could not be read: inside.test").waitFor();
  await page.getByRole("heading", { name: "Mia at work" }).waitFor();
  await expectNothing(page);
  await page.getByRole("button", { name: "Forget it" }).click();
  await page.getByRole("heading", { name: "The link you gave since" }).waitFor({ state: "detached" });
  expect((await b.send("GET", "/my-calendar", undefined, { cookie })).body).toMatchObject({
    link: { trouble: null },
    next: null,
  });
});

it("says in words what is wrong with it, and is forgotten when it is stopped", async () => {
  const { page } = rep;
  body = "";
  await page.goto("/settings/calendar");
  await page.getByRole("button", { name: "Read it now" }).click();
  await page.getByText("It could not be read: there is nothing at this link any more").waitFor();
  await expectNothing(page);
  await page.getByRole("button", { name: "Stop and forget the link" }).click();
  await page.getByRole("heading", { name: "Let your calendar do the logging" }).waitFor();
  await page.getByRole("link", { name: "a meeting" }).waitFor();
  expect(rep.complaints.filter((each) => !/status of 422/.test(each))).toEqual([]);
});

it("is brought as a file, and handed out by a link of its own", async () => {
  const desk = await visitAs(b, cookie, { dark: true });
  const { page } = desk;
  await page.goto("/settings/calendar");
  await page.getByLabel("Choose an .ics file").setInputFiles({
    name: "old.ics",
    mimeType: "text/calendar",
    buffer: Buffer.from(
      `BEGIN:VCALENDAR\r\n${event("old", "20261012T090000Z", "jale@hafen.example")}\r\nEND:VCALENDAR`,
    ),
  });
  await page.getByText("One event in old.ics: one contact noticed.", { exact: true }).waitFor();
  await page.getByText(/^brought today at \d\d:\d\d, one event$/).waitFor();
  await page.getByRole("button", { name: /^Take back old\.ics, brought today at/ }).click();
  await page.getByText("old.ics: one event taken back, and not noticed again.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /^Take back old\.ics/ }).waitFor();
  await page.getByRole("button", { name: "Make the link" }).click();
  const feed = await page.locator("code").innerText();
  await expectNothing(page);
  const fetched = await fetch(`${b.address}${new URL(feed).pathname}`);
  const handedOut = await fetched.text();
  expect(handedOut).toContain("END:VCALENDAR");
  expect(handedOut).not.toContain("SUMMARY:Veit Reimers");
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await page.getByRole("button", { name: "Make the link" }).waitFor();
  expect((await fetch(`${b.address}${new URL(feed).pathname}`)).status).toBe(404);
  expect(desk.complaints).toEqual([]);
});

async function made(path: string, what: object): Promise<string> {
  const answer = await b.send("POST", path, what, { cookie });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function expectNothing(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
