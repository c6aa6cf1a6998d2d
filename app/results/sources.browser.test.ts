import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";

const WEDNESDAY = new Date("2026-11-18T10:00:00Z");

let b: BrowserHouse;
let cast: Cast;
let deal: string;

beforeAll(async () => {
  b = await openBrowserHouse({ now: WEDNESDAY });
  cast = await seatCast(b.test.database, WEDNESDAY);
});
afterAll(() => b?.close());

type Who = "rep" | "colleague" | "manager" | "leader";

async function visit(who: Who, options: Parameters<BrowserHouse["visit"]>[0] = {}): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], WEDNESDAY);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(60_000);
  return visitor;
}

async function send(who: Who, method: string, path: string, body?: unknown) {
  const answer = await b.send(method, path, body, { authorization: `Bearer ${cast.keys[who]}` });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function tellChain(): Promise<void> {
  const ids: string[] = [];
  for (const fullName of ["Jale Demir", "Ben Bader", "Cleo Conrad"])
    ids.push((await send("rep", "POST", "/people", { fullName })).id);
  const [jale, ben, cleo] = ids;
  await send("rep", "POST", "/referrals", { sourceId: jale, contactId: ben, level: 3, day: "2026-04-01" });
  const { id } = await send("rep", "POST", "/referrals", {
    sourceId: ben,
    contactId: cleo,
    level: 4,
    day: "2026-05-04",
  });
  const made = await send("rep", "POST", "/deals", {
    name: "Shift plan",
    accountName: "Käufer AG",
    referralId: id,
    amount: { minor: 9_000_00, currency: "EUR" },
    openedOn: "2026-06-01",
  });
  deal = made.id;
  await send("rep", "PUT", `/deals/${deal}/outcome`, { outcome: "won", day: "2026-11-16" });
}

it("says on a phone with whom it began, opens to the deals, and hides amounts on this device", async () => {
  const { page, complaints } = await visit("leader", { size: "phone" });
  await page.goto("/results/sources");
  await page.getByText("Nobody stands at the beginning of a deal won in these weeks yet").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await tellChain();
  await page.reload();
  await page
    .getByText("Jale Demir stands at the beginning of two people and of one won deal: €9,000.")
    .waitFor();
  await page.getByText("The one deal won by referral begins with a source we know").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Begun with Jale Demir: €9,000" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("Won deals that begin with Jale Demir come to €9,000.").waitFor();
  await sheet.getByText("It began with them, two sources in all: €3,000 of €9,000.").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  const other = await page.context().newPage();
  await other.goto("/results/sources");
  await other.getByText("€9,000").first().waitFor();
  await page.getByLabel("Hide amounts").check({ force: true });
  for (const each of [page, other]) {
    await each.getByText("Jale Demir stands at the beginning of two people and of one won deal.").waitFor();
    expect(await each.getByText("€9,000").count()).toBe(0);
  }
  expect(await page.getByRole("link", { name: "CSV" }).getAttribute("href")).toContain("amounts=hidden");
  await page.reload();
  await page.getByText("•••").first().waitFor();
  expect(await page.getByText("€9,000").count()).toBe(0);
  expect(complaints).toEqual([]);
});

it("lets a leader set another rule, whose words everybody reads", async () => {
  const { page, complaints } = await visit("leader");
  await page.goto("/results/sources");
  await page.getByText("each one before has half of what the next one has").first().waitFor();
  await page.getByRole("button", { name: "Change the rule …" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("The first").check({ force: true });
  await sheet.getByRole("button", { name: "Set it" }).click();
  await sheet.getByText("say why").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await sheet.getByLabel("Why").fill("Who opens the first door opens the others.");
  await sheet.getByRole("button", { name: "Set it" }).click();
  await page.getByText("Version 2 holds for deals that are won from now on.").first().waitFor();
  await page.getByText("All of it counts for the source with whom the chain began").first().waitFor();
  await page.getByText("Versions: 2").click();
  await page.getByText("Lena Fuchs, 18 November: Who opens the first door opens the others.").waitFor();
  await page.getByRole("button", { name: "Change the rule …" }).click();
  await sheet.getByLabel("The first").check({ force: true });
  await sheet.getByLabel("Why").fill("Said in other words.");
  await sheet.getByRole("button", { name: "Set it" }).click();
  await page.getByText("This is the rule that holds already: nothing was changed.").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(complaints).toEqual([expect.stringContaining("422")]);
});

it("shows on a deal's page to whom it is credited, takes a question, and shares to the cent", async () => {
  const asking = await visit("colleague", { size: "phone" });
  await asking.page.goto(`/deals/${deal}`);
  await asking.page.getByText("Version 1 of the rule.").waitFor();
  await asking.page.getByRole("button", { name: "This is not right …" }).click();
  await asking.page
    .getByRole("dialog")
    .getByLabel("Why it is not right")
    .fill("Ben called the buyer himself.");
  expect(await findingsOn(asking.page)).toEqual([]);
  await asking.page.getByRole("button", { name: "Raise it" }).click();
  await asking.page.getByText("Whoever leads Mia Sommer decides.").waitFor();
  expect(await findingsOn(asking.page)).toEqual([]);
  expect(asking.complaints).toEqual([]);
  await asking.context.close();

  const { page, complaints } = await visit("manager", { dark: true });
  await page.goto("/results/sources");
  await page.getByText("“Ben called the buyer himself.”").waitFor();
  await page.goto("/");
  await page.getByRole("heading", { name: "Credits to be decided" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "Look and decide" }).click();
  await page.getByRole("button", { name: "Decide …" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("is shared one by one").check({ force: true });
  await sheet.getByLabel("Jale Demir (EUR)").fill("1,000");
  await sheet.getByText("€2,000.00 is missing.").waitFor();
  await sheet.getByLabel("Ben Bader (EUR)").fill("8,000");
  await sheet.getByText("is missing").waitFor({ state: "detached" });
  await sheet.getByLabel("Why").fill("I have heard the buyer say so.");
  expect(await findingsOn(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Decide" }).click();
  await page.getByText("As Petra Lang decided.").waitFor();
  await page.getByRole("cell", { name: "€8,000" }).waitFor();
  await page.getByText("decided to whom “Shift plan” is credited").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByText("Credits to be decided").count()).toBe(0);
  await page.goBack();
  await page.getByRole("button", { name: "Take the decision back" }).click();
  await page.getByRole("cell", { name: "€6,000" }).waitFor();
  expect(complaints).toEqual([]);
});
