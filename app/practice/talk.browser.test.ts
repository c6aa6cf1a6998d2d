import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { completes, openStandIn, refuses, type StandIn } from "#demo/stand-in-endpoint.ts";
import { NOON } from "#demo/test-house.ts";
import { RUBRIC_FRAME } from "./library/frame.ts";
import { englishTalks } from "./persona-talks/en.ts";

const SCENARIO = "/practice/ask-delivered-controller?way=talk";

let b: BrowserHouse;
let cast: Cast;
let standIn: StandIn;

beforeAll(async () => {
  standIn = await openStandIn();
  b = await openBrowserHouse();
  cast = await seatCast(b.test.database, NOON);
});
afterAll(async () => {
  await b?.close();
  await standIn?.close();
});

async function visit(
  options: Parameters<BrowserHouse["visit"]>[0] = {},
  who: "rep" | "leader" = "rep",
): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  visitor.page.setDefaultTimeout(30_000);
  return visitor;
}

const lines = (page: Page) => page.getByRole("log").getByRole("listitem");

async function sayAll(page: Page, said: readonly string[]): Promise<void> {
  for (const words of said) {
    const before = await lines(page).count();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await lines(page)
      .nth(before + 1)
      .waitFor();
  }
}

it("is talked through on a phone with the keyboard alone: begun again, ended with an introduction, reviewed and scored", async () => {
  const { page, complaints } = await visit({ size: "phone" });
  await page.goto(SCENARIO);
  const field = page.getByLabel("What you say to Ilse Brandt");
  await field.focus();
  expect(await lines(page).count()).toBe(1);
  // Who sits opposite leaves room on a phone for the talk itself.
  await page.evaluate(() => scrollTo(0, 0));
  expect((await page.getByRole("log").boundingBox())?.y).toBeLessThan(600);
  await page.getByText("The situation, and how it begins").click();
  await page.getByText("Your project has been running for eight weeks").waitFor();
  await field.focus();
  expect(await findingsOn(page)).toEqual([]);

  await sayAll(page, ["Sorry to bother you, do you maybe know anyone who needs this?"]);
  await page.getByText("Ilse Brandt is on guard.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Ilse Brandt waits for what is coming.").waitFor();
  expect(await lines(page).count()).toBe(1);
  await page.getByRole("button", { name: "Back to the talk before" }).press("Enter");
  expect(await lines(page).count()).toBe(3);
  await page.keyboard.press("Tab");
  await field.focus();
  await page.keyboard.press("Escape");

  const good = englishTalks.find(
    ({ persona, ends }) => persona === "ask-delivered-controller" && ends === "introduces",
  );
  await sayAll(page, good?.said ?? []);
  await page.getByText("They will introduce you.").waitFor();
  await page.getByRole("heading", { name: "What moved them" }).waitFor();
  await page.getByText("You recalled what they had gained.").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);

  // Back from the sheet it stands as it was left.
  await page.getByRole("button", { name: "Score it" }).press("Enter");
  await page.getByText("How was it? You first").waitFor();
  await page.getByRole("button", { name: "Back to the rehearsal" }).press("Enter");
  await page.getByText("They will introduce you.").waitFor();
  await page.getByRole("button", { name: "Score it" }).press("Enter");
  await page.getByText("How was it? You first").waitFor();
  const count = page.getByRole("button", { name: "Count it" });
  if (await count.isDisabled())
    for (const key of ["1", "2", "3", "4", "5", "6", "7", "8"]) await page.keyboard.press(key);
  await count.press("Enter");
  await page.getByRole("heading", { name: /^Kept \d of 8$/ }).waitFor();
  expect(complaints).toEqual([]);
});

it("offers to listen only where the words are made on the device", async () => {
  const { page } = await visit();
  await page.addInitScript(() => {
    class Here extends EventTarget {
      static available = () => Promise.resolve("available");
      get processLocally() {
        return true;
      }
      set processLocally(_local: boolean) {
        // It is always so.
      }
      start() {
        const heard = Object.assign(new Event("result"), { results: [[{ transcript: "Good morning" }]] });
        setTimeout(() => {
          this.dispatchEvent(heard);
          this.dispatchEvent(new Event("end"));
        }, 50);
      }
      abort() {
        this.dispatchEvent(new Event("end"));
      }
    }
    Object.assign(globalThis, { SpeechRecognition: Here });
  });
  await page.goto(SCENARIO);
  await page.getByRole("button", { name: "Speak" }).click();
  await expect.poll(() => page.getByLabel("What you say to Ilse Brandt").inputValue()).toBe("Good morning");

  const far = await visit();
  await far.page.addInitScript(() => {
    class Far extends EventTarget {
      start() {
        Object.assign(globalThis, { sentAway: true });
      }
    }
    Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: Far });
  });
  await far.page.goto(SCENARIO);
  await far.page.getByText(/would send your voice away/).waitFor();
  expect(await far.page.getByRole("button", { name: "Speak" }).count()).toBe(0);
  expect(await far.page.evaluate(() => "sentAway" in globalThis)).toBe(false);
});

it("is talked through in another skill, to a good end, and fills the sheet with what was heard alone", async () => {
  const { page, complaints } = await visit({ size: "phone" });
  await page.goto("/practice/report-nothing-came?way=talk");
  await page.getByLabel("What you say to Anneliese Vogt").focus();
  const good = englishTalks.find(({ persona }) => persona === "report-nothing-came");
  await sayAll(page, good?.said.slice(0, 3) ?? []);
  await page.getByRole("heading", { name: "They would introduce you again." }).waitFor();
  expect(await page.getByText(/you would log as/).count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Score it" }).press("Enter");
  await page.getByText("How was it? You first").waitFor();
  // Whether it was told plainly, and whether nothing was asked for, is for the rep to say.
  expect(await page.getByRole("button", { name: "Count it" }).isDisabled()).toBe(true);
  expect(complaints).toEqual([]);
});

/** A scenario of a skill that the team added itself: no rule hears what its points ask for. */
async function giveOwnSkill(): Promise<string> {
  const { page } = await visit({}, "leader");
  await page.goto("/practice");
  const post = async (path: string, data: object): Promise<string> => {
    const headers = { origin: new URL(page.url()).origin, "idempotency-key": crypto.randomUUID() };
    const answer = await page.request.post(`/api/v1${path}`, { data, headers });
    expect(answer.status()).toBe(201);
    return ((await answer.json()) as { key: string }).key;
  };
  const points = ["Greets", "Listens", "Leaves"].map((act) => ({ act, why: "" }));
  const language = "en";
  const rubric = await post("/practice-rubrics", { language, name: "A visit", points });
  return post("/practice-scenarios", {
    language,
    rubric,
    mood: "friendly",
    name: "At the door",
    who: "Marek Zielinski, head of maintenance",
    situation: "He opens the door himself.",
    opening: "Yes?",
  });
}

it("says so where nobody made up can listen", async () => {
  const own = await giveOwnSkill();
  const { page } = await visit();
  await page.goto(`/practice/${own}?way=talk`);
  await page.getByRole("heading", { name: "Nobody made up sits here" }).waitFor();
  expect(await page.getByLabel(/^What you say/).count()).toBe(0);
});

it("may be played from elsewhere, clearly marked, and goes on here from the sentence at which the other falls silent", async () => {
  const { page: settings } = await visit({ size: "phone" }, "leader");
  await settings.goto("/settings/practice-endpoint");
  await settings.getByRole("heading", { name: "Personas are played on the device alone" }).waitFor();
  await settings.getByLabel("Address").fill(standIn.url);
  await settings.getByLabel("Model").fill("small");
  await settings.getByLabel("Key", { exact: true }).fill("sk-of-the-test");
  await settings.getByLabel("Switched on").check();
  await settings.getByRole("button", { name: "Save" }).click();
  await settings.getByRole("heading", { name: /^127\.0\.0\.1:\d+ may play a persona$/ }).waitFor();
  await settings.getByRole("button", { name: "Try it" }).click();
  await settings.getByText("It works. It said: “Good morning.”").waitFor();
  expect(await settings.getByLabel("Key", { exact: true }).inputValue()).toBe("");
  expect(await findingsOn(settings)).toEqual([]);

  const { page } = await visit({ size: "phone" });
  await page.goto(SCENARIO);
  const asked = standIn.asked.length;
  const field = page.getByLabel("What you say to Ilse Brandt");
  await field.focus();
  await sayAll(page, ["You said the month was closed in three days."]);
  expect(standIn.asked.length).toBe(asked);

  await page.getByRole("button", { name: /^Let 127\.0\.0\.1:\d+ play Ilse Brandt$/ }).click();
  await page.getByText(/^Your words go to 127\.0\.0\.1:\d+\.$/).waitFor();
  standIn.answersWith(completes('{"says": "I still cannot believe it!", "end": null}'));
  await field.focus();
  await sayAll(page, ["Thank you for carrying it through."]);
  await page.getByText("I still cannot believe it!").waitFor();
  expect(standIn.asked.at(-1)?.body.messages.at(-1)?.content).toBe("Thank you for carrying it through.");
  expect(await findingsOn(page)).toEqual([]);

  standIn.answersWith(refuses(429));
  await sayAll(page, ["Would you introduce me to Herr Tietjen at the sister plant?"]);
  await page
    .getByText(
      /did not answer: .*too many questions.*The Ilse Brandt of this device goes on; nothing is lost\./,
    )
    .waitFor();
  await page
    .getByText("I don't know whether Tietjen even has time for something like that.")
    .last()
    .waitFor();
  expect(await lines(page).count()).toBe(7);

  // Its end is what counts, whatever the rules of this device think of it; and the yes and no say whose they are.
  await page.goto(SCENARIO);
  await page.getByRole("button", { name: /^Let 127\.0\.0\.1:\d+ play Ilse Brandt$/ }).click();
  standIn.answersWith(completes('{"says": "I will call Tietjen tomorrow.", "end": "introduces"}'));
  await field.fill("Hello.");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "They will introduce you." }).waitFor();
  await page.getByText(/^127\.0\.0\.1:\d+ ended it so\./).waitFor();
  expect(await page.getByText("You ended it here.").count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  const points = Object.fromEntries(RUBRIC_FRAME.ask.points.map((key) => [key, key === "whom"]));
  standIn.answersWith(completes(JSON.stringify({ kept: points })));
  await page.getByRole("button", { name: "Score it" }).click();
  await page.getByText(/^These answers are from 127\.0\.0\.1:\d+\. Look them over: yours count\.$/).waitFor();
  await page.getByRole("button", { name: "Count it" }).click();
  await page.getByRole("heading", { name: "Kept 1 of 8" }).waitFor();

  // What no rule hears can be played all the same.
  standIn.answersWith(completes('{"says": "Signed? Wonderful.", "end": "introduces"}'));
  await page.goto(`/practice/${await giveOwnSkill()}?way=talk`);
  await page.getByLabel("What you say to Marek Zielinski").fill("Frau Pohl has signed.");
  await page.keyboard.press("Enter");
  await page.getByText("Signed? Wonderful.").waitFor();
  await page.getByRole("button", { name: "Score it" }).click();
  await page.getByText("How was it? You first").waitFor();
});

/** The stand-in is asked and stays silent until the test lets it speak. */
function answersLate(content: string): { letGo: () => void } {
  const held = Promise.withResolvers<void>();
  standIn.answersWith((response) => void held.promise.then(() => completes(content)(response)));
  return { letGo: held.resolve };
}

async function sayAndWait(page: Page, words: string): Promise<void> {
  await page.getByLabel("What you say to Ilse Brandt").fill(words);
  await page.keyboard.press("Enter");
  await page.getByText("Ilse Brandt is thinking.").waitFor();
}

it("may be ended, or go on here, while the other is waited for", async () => {
  const { page } = await visit({ size: "phone" });
  await page.goto(SCENARIO);
  await page.getByRole("button", { name: /^Let 127\.0\.0\.1:\d+ play Ilse Brandt$/ }).click();
  const late = answersLate('{"says": "Too late to be heard.", "end": null}');
  await sayAndWait(page, "You said the month was closed in three days.");
  await page.getByRole("button", { name: "Talk with the Ilse Brandt of this device" }).click();
  // Nobody is left without an answer.
  await expect.poll(() => lines(page).count()).toBe(3);
  late.letGo();

  await page.getByRole("button", { name: /^Let 127\.0\.0\.1:\d+ play Ilse Brandt$/ }).click();
  const later = answersLate('{"says": "Much too late to be heard.", "end": null}');
  await sayAndWait(page, "Thank you for carrying it through.");
  await page.getByRole("button", { name: "End it here" }).click();
  await page.getByRole("heading", { name: "You ended it here." }).waitFor();
  const answered = page.waitForResponse("**/practice-answers");
  later.letGo();
  await answered;
  await page.waitForTimeout(300);
  await page.getByRole("heading", { name: "You ended it here." }).waitFor();
  expect(await page.getByText("late to be heard").count()).toBe(0);
  await page.getByRole("button", { name: "Begin again" }).click();
});
