import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";
import type { IncomingMail } from "#lib/mail/incoming.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";

let b: BrowserHouse;
let box: Mailbox;
let cookie = "";
beforeAll(async () => {
  box = await openMailbox();
  b = await openBrowserHouse({
    smtpUrl: `${box.url}?from=post@nordlicht.example`,
    mailAddress: "askwell@in.nordlicht.example",
  });
  cookie = await firstVisit(b);
});
afterAll(async () => {
  await b?.close();
  await box?.close();
});

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}
const whole = (message: string) => message.replaceAll("=\r\n", "").replaceAll(/\r\n[ \t]+/g, " ");
const SHOTS = process.env["ASKWELL_SHOTS"];

it("writes a letter, looks at it, sends it, sees who answers, and lets them unsubscribe", async () => {
  const workspace = (await b.send("GET", "/workspace", undefined, { cookie })).body;
  await b.send("PUT", "/workspace", { ...workspace, postalAddress: "Kai 1, 20457 Hamburg" }, { cookie });
  const account = await made("/accounts", { name: "Harbour Works", kind: "client", country: "US" });
  const [anna] = [
    await made("/people", { fullName: "Anna Albers", emails: ["anna@harbour.example"], accountId: account }),
    await made("/people", {
      fullName: "Bruno Berg",
      emails: ["bruno@harbour.example"],
      accountId: account,
      country: "DE",
    }),
  ];
  const { page, context, complaints } = await visitAs(b, cookie, { size: "phone" });
  const shot = async (name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };

  await page.goto("/letters");
  await page.getByText("One letter a month keeps people from forgetting you.").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Write a letter" }).click();

  // Typed, seen, saved; also without a network, and over a closed window.
  await page.getByLabel("Subject").fill("What we learned in November");
  await page
    .getByLabel("Letter", { exact: true })
    .fill(
      "# Shifts\n\nThree plants **share** them. <script>alert(1)</script> [read on](https://nordlicht.example/a)",
    );
  await page.getByRole("heading", { name: "Shifts" }).waitFor();
  await page.getByText("<script>alert(1)</script>").last().waitFor();
  await page.getByText("Saved.", { exact: true }).waitFor();
  await context.setOffline(true);
  await page.getByLabel("Subject").fill("What we learned this month");
  await page.getByText("No connection: kept on this device").waitFor();
  await context.setOffline(false);
  await page.getByText("Saved.", { exact: true }).waitFor();

  // One long link tears nothing sideways, and the preview shows lists as they arrive.
  const long = `https://nordlicht.example/${"a".repeat(220)}`;
  await page
    .getByLabel("Letter", { exact: true })
    .fill(
      `# Shifts\n\nThree plants **share** them.\n\n- one\n- two\n\n> said\n\n${long} [read on](https://nordlicht.example/a)`,
    );
  await page.getByRole("listitem").filter({ hasText: /^one$/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const drawn = (path: string) =>
    page.locator(`[class*="preview"] ${path}`).evaluate((node) => {
      const { listStyleType, marginBlockStart, marginInlineStart } = getComputedStyle(node);
      return [listStyleType, marginBlockStart, marginInlineStart];
    });
  expect((await drawn("ul")).slice(0, 2)).toEqual(["disc", "16px"]);
  expect((await drawn("blockquote"))[2]).toBe("40px");
  await page.getByText("Saved.", { exact: true }).waitFor();

  // Who gets it, and who not, and why.
  await page
    .getByText("1 person gets it, 1 do not.")
    .or(page.getByText(/gets it,/))
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Anna Albers" }).waitFor();
  await page.getByText("The law of the United States lets one write until they say no").waitFor();
  await page.getByText("Do not", { exact: true }).click();
  await page.getByText("Has not agreed, which the law of Germany wants first").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await shot("write-390");

  // Nothing goes out before a look at it.
  const send = page.getByRole("button", { name: "Send it to" });
  await page.getByText("Send a test to yourself first").waitFor();
  expect(await send.isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Send me a test" }).click();
  await page.getByText("It is in your mailbox: look at it, and at its links.").waitFor();
  expect(box.letters.map(({ to }) => to)).toEqual([["mia@nordlicht.example"]]);
  await shot("tested-390");
  await send.click();
  await page.getByRole("heading", { name: "It has gone out" }).waitFor();
  expect(box.letters.map(({ to }) => to)).toEqual([["mia@nordlicht.example"], ["anna@harbour.example"]]);
  expect(await findingsOn(page)).toEqual([]);

  // She answers: on the letter, on Today, on her page.
  const { message } = box.letters[1]!;
  const answers = /^Message-ID: *(<.*>)\r$/im.exec(whole(message))![1] as string;
  const mail: IncomingMail = {
    messageId: "<answer@harbour.example>",
    answers: [answers],
    from: { name: "Anna Albers", address: "anna@harbour.example" },
    to: [],
    cc: [],
    recipients: [],
    subject: "Re: What we learned this month",
    text: "Come by.",
    date: null,
    nature: "personal",
    reports: [],
    returnedId: null,
    isProven: true,
    carries: null,
  };
  expect(await b.house.takeMail(mail, { now: new Date("2026-11-18T10:10:00Z") })).toBe(true);
  await page.reload();
  await page.getByRole("heading", { name: "Who answered" }).waitFor();
  await page.getByText("“Re: What we learned this month”").first().waitFor();
  await shot("sent-390");
  await page.goto("/");
  const today = page.getByRole("region", { name: "They answered your letter" });
  await today.waitFor();
  await shot("today-390");
  expect(await findingsOn(page)).toEqual([]);
  await today.getByRole("button", { name: "Anna Albers: I called" }).click();
  await today.waitFor({ state: "detached" });
  await page.goto(`/people/${anna}`);
  const letters = page.getByRole("region", { name: "Letters", exact: true });
  await letters.scrollIntoViewIfNeeded();
  await letters.getByRole("link", { name: "What we learned this month" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await shot("person-390");

  // The link at its end, without signing in, in the language of the country in which the letter began.
  const link = /for#(l\.[\w-]{64})/.exec(whole(message).replaceAll("=3D", "="))![1] as string;
  const outside = await b.visit({ size: "phone" });
  await outside.page.goto(`/for#${link}`);
  await outside.page
    .getByRole("heading", { name: "Der Rundbrief von Nordlicht Systeme kommt zu Ihnen" })
    .waitFor();
  expect(await findingsOn(outside.page)).toEqual([]);
  if (SHOTS) await outside.page.screenshot({ path: `${SHOTS}/unsubscribe-390.png` });
  await outside.page.getByRole("button", { name: "Abbestellen" }).click();
  await outside.page
    .getByRole("heading", { name: "Sie bekommen keine Rundbriefe von Nordlicht Systeme" })
    .waitFor();
  expect(await findingsOn(outside.page)).toEqual([]);
  await page.reload();
  await letters.getByText("Wants no newsletter.").waitFor();
  await outside.page.getByRole("button", { name: "Ich möchte ihn doch" }).click();
  await outside.page.getByRole("button", { name: "Abbestellen" }).waitFor();

  const desk = await visitAs(b, cookie, { size: "desk" });
  for (const [path, heading] of [
    ["/letters", "One person has answered the last letter"],
    ["/settings/letters", "When letters leave"],
  ] as const) {
    await desk.page.goto(path);
    await desk.page.getByRole("heading", { name: heading }).waitFor();
    expect(await findingsOn(desk.page)).toEqual([]);
    if (SHOTS) await desk.page.screenshot({ path: `${SHOTS}${path}-1280.png`, fullPage: true });
  }
  expect(
    [...complaints, ...outside.complaints].filter((each) => !/ERR_INTERNET_DISCONNECTED/.test(each)),
  ).toEqual([]);
}, 240_000);
