import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "#lib/kernel/clock.ts";
import { findingsOn, openBrowserHouse, type BrowserHouse, type Visit } from "#demo/browser-house.ts";

let b: BrowserHouse;
let lena: Visit;
let link = "";
beforeAll(async () => {
  b = await openBrowserHouse({ clock: systemClock, named: true });
  lena = await b.visit({ size: "phone" });
});
afterAll(() => b?.close());

const PASSWORD = "drei Birnen am Zaun";

describe("arriving", () => {
  it("is led to the welcome first, told what to mend, and then inside", async () => {
    const { page } = lena;
    await page.goto("/");
    await page.getByRole("heading", { name: "You are the first one here" }).waitFor();
    await page.getByLabel("Your name").fill("Lena Fuchs");
    await page.getByLabel("Your e-mail address").fill("lena@nordlicht.example");
    await page.getByLabel("Name of the workspace").fill("Nordlicht Systeme");
    await page.getByLabel("A password").fill("short");
    await page.getByRole("button", { name: "Make the workspace" }).click();
    await page.getByText("use at least 10 characters").waitFor();
    expect(await page.getByLabel("A password").evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await expectNothingFrom(page);
    await page.getByLabel("A password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the workspace" }).click();
    await page.waitForURL(`${b.address}/`);
    await page.goto("/account");
    await page.getByRole("heading", { name: "Lena Fuchs" }).waitFor();
  });

  it("adds a passkey, signs out, and comes back in with it", async () => {
    const { page, context } = lena;
    const wire = await context.newCDPSession(page);
    await wire.send("WebAuthn.enable");
    const { authenticatorId } = await wire.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByRole("button", { name: "Add this device" }).click();
    await page.getByRole("status").filter({ hasText: "this device signs you in" }).waitFor();
    await expectNothingFrom(page);
    // Nobody touches the sensor while the page only offers it.
    await wire.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: false });
    await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
    await page.getByRole("heading", { name: "Good to see you" }).waitFor();
    await expectNothingFrom(page);
    await page.goto("/sign-in?next=%2Fteam");
    const button = page.getByRole("button", { name: "Use a passkey" });
    await button.waitFor();
    await wire.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: true });
    await button.click().catch(() => undefined);
    await page.waitForURL("**/team");
    await page.getByRole("button", { name: "Make a team" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/team");
  });

  it("makes a team, invites somebody into it and hands them the link", async () => {
    const { page } = lena;
    await page.getByRole("button", { name: "Make a team" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("North");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Invite somebody" }).first().click();
    const sheet = page.getByRole("dialog", { name: "Invite somebody" });
    await sheet.getByLabel("Name").fill("Mia Sommer");
    await sheet.getByLabel("E-mail address").fill("mia@nordlicht.example");
    await sheet.getByLabel("Team", { exact: true }).selectOption({ label: "North" });
    await expectNothingFrom(page);
    await sheet.getByRole("button", { name: "Make the invitation" }).click();
    link = await sheet.locator("code").innerText();
    await sheet.getByRole("button", { name: "Done" }).click();
    await page.getByRole("heading", { name: "One person in one team" }).waitFor();
    expect(link).toMatch(/\/invitation#[\w-]{107}$/);
    await expectNothingFrom(page);
  });

  it("brings the invited person in, who sees the team and may not change it", async () => {
    const { page, complaints } = await b.visit({ size: "desk" });
    await page.goto(link);
    await page.getByRole("heading", { name: "Lena Fuchs invites you to Nordlicht Systeme" }).waitFor();
    await expectNothingFrom(page);
    await page.getByLabel("A password").fill(PASSWORD);
    await page.getByRole("button", { name: "Come in" }).click();
    await page.waitForURL(`${b.address}/`);
    await page.goto("/team");
    await page.getByRole("rowheader", { name: "Mia Sommer" }).waitFor();
    expect(await page.getByRole("button", { name: /Invite|Change|Make a team/ }).count()).toBe(0);
    await page.goto(link);
    await page.getByRole("heading", { name: "This invitation opens nothing any more" }).waitFor();
    expect(complaints.filter((each) => !/status of (401|404)/.test(each))).toEqual([]);
  });

  it("sets a goal, another first day of the week, and takes both back", async () => {
    const { page, complaints } = lena;
    await page.goto("/settings/goals");
    await page.getByRole("button", { name: "Set the goal for people asked" }).click();
    await page.getByLabel("How many").fill("12");
    await page.getByRole("button", { name: "Set the goal", exact: true }).click();
    await page.getByRole("cell", { name: "12" }).waitFor();
    await expectNothingFrom(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("cell", { name: "12" }).waitFor({ state: "detached" });
    await page.goto("/settings");
    await page.getByLabel("Weeks begin on").selectOption({ label: "Sunday" });
    await expectNothingFrom(page);
    await page.getByRole("button", { name: "Save the settings" }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await expect.poll(async () => await firstDay(), { timeout: 10_000 }).toBe(7);
    expect(complaints.filter((each) => !/status of (401|422)/.test(each))).toEqual([]);
  });
});

async function firstDay(): Promise<number> {
  const { page } = lena;
  return page.evaluate(async () => {
    const answer = await fetch("/api/v1/workspace");
    return ((await answer.json()) as { calendar: { firstDay: number } }).calendar.firstDay;
  });
}

/** What axe finds wrong with the page as it stands. */
async function expectNothingFrom(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}
