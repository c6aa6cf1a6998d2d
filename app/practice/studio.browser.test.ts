import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse, type Visit } from "#demo/browser-house.ts";
import { giveAccount, seatCast, type Cast } from "#demo/cast.ts";
import { madeUpDevices } from "#demo/made-up-devices.ts";
import { NOON } from "#demo/test-house.ts";

const SCENARIO = "/practice/ask-delivered-controller?way=mirror";
const NOTES = "Ilse, you told me the month end has become calmer.\nWhom at your sister plant should I meet?";

const folder = mkdtempSync(join(tmpdir(), "askwell-studio-"));
const takesFolder = join(folder, "takes");
const devices = madeUpDevices(folder);
let b: BrowserHouse;
let cast: Cast;
let mia: Visit;

beforeAll(async () => {
  b = await openBrowserHouse({ devices, dataFolder: folder });
  cast = await seatCast(b.test.database, NOON);
});
afterAll(async () => {
  await b?.close();
  rmSync(folder, { recursive: true });
});

/** Somebody of the cast whose browser may use camera and microphone, or only what is named. */
async function visit(
  who: "rep" | "colleague",
  {
    allowed = ["camera", "microphone"],
    ...options
  }: Parameters<BrowserHouse["visit"]>[0] & { allowed?: string[] } = {},
): Promise<Visit> {
  const userId = await giveAccount(b.test.database, cast.workspaceId, cast[who], NOON);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const visitor = await visitAs(b, cookie, options);
  await visitor.context.grantPermissions(allowed);
  visitor.page.setDefaultTimeout(30_000);
  await visitor.page.addInitScript(() => {
    const all: MediaStreamTrack[] = [];
    Object.assign(globalThis, { tracks: all });
    const media = navigator.mediaDevices;
    const ask = media.getUserMedia.bind(media);
    media.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      all.push(...stream.getTracks());
      return stream;
    };
  });
  return visitor;
}

/** How many devices are in use, their light on. */
const lights = (page: Page) =>
  page.evaluate(
    () =>
      (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.filter(
        (each) => each.readyState === "live",
      ).length,
  );

async function openMirror(page: Page): Promise<void> {
  await page.goto(SCENARIO);
  await page.getByRole("button", { name: "Open the mirror" }).click();
  await page.getByRole("dialog", { name: /^Mirror/ }).waitFor();
}

const sealed = () =>
  existsSync(join(takesFolder, cast.workspaceId)) ? readdirSync(join(takesFolder, cast.workspaceId)) : [];

describe("the mirror, on a phone", () => {
  it("shows oneself mirrored, fills the screen, and stands the notes so that they are read at arm's length", async () => {
    mia = await visit("rep", { size: "phone" });
    const { page } = mia;
    await page.goto(SCENARIO);
    await page.getByLabel("Your notes").fill(NOTES);
    expect(await findingsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Open the mirror" }).click();
    const picture = page.getByLabel("Yourself, mirrored");
    await expect
      .poll(() => picture.evaluate((video) => (video as HTMLVideoElement).videoWidth))
      .toBeGreaterThan(0);
    const seen = await picture.evaluate((video) => {
      const { width, height } = video.getBoundingClientRect();
      return { width, height, mirrored: new DOMMatrix(getComputedStyle(video).transform).a };
    });
    expect(seen).toEqual({ width: 390, height: 844, mirrored: -1 });
    const notes = page.getByRole("region", { name: "Notes" });
    // A capital of two thirds of this is 4.2 mm on a phone of 6 pixels a millimetre.
    expect(
      await notes.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize)),
    ).toBeGreaterThanOrEqual(38);
    expect(await notes.evaluate((words) => words.scrollWidth - words.clientWidth)).toBe(0);
    expect(await findingsOn(page)).toEqual([]);
    expect(await lights(page)).toBe(2);
  });

  it("rolls the notes, and makes letters larger and the rolling faster by keys", async () => {
    const { page } = mia;
    const notes = page.getByRole("region", { name: "Notes" });
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    expect(await notes.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize))).toBe(46);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Hold" }).waitFor();
    await expect.poll(() => notes.evaluate((words) => words.scrollTop)).toBeGreaterThan(5);
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Roll" }).waitFor();
    const stands = await notes.evaluate((words) => words.scrollTop);
    await page.waitForTimeout(300);
    expect(await notes.evaluate((words) => words.scrollTop)).toBe(stands);
  });

  it("takes three takes with one key, keeps the good one, and throws the others away with a way back", async () => {
    const { page } = mia;
    await page.keyboard.press("r");
    const begin = page.getByRole("button", { name: "Begin again" });
    await begin.waitFor();
    await page.waitForTimeout(1_500);
    await page.keyboard.press("r");
    await page.waitForTimeout(1_500);
    await expect.poll(() => page.getByText("Recording: 0:0").count()).toBe(1);
    await begin.click();
    await page.waitForTimeout((devices.seconds + 1) * 1_000);
    await page.keyboard.press("s");
    const heard = page.getByRole("dialog").getByText(/^You spoke/);
    await heard.waitFor();
    const [, spoken = "", whole = "", pauses = "", pace = ""] =
      /^You spoke 0:(\d\d) of 0:(\d\d); .*; (\d+) pauses over half a second; about ([\d.]+) syllables a second/.exec(
        await heard.innerText(),
      ) ?? [];
    // What it plays comes round again, so one pause more may be in it.
    expect(Number(pauses)).toBeGreaterThanOrEqual(devices.pauses);
    expect(Number(pauses)).toBeLessThanOrEqual(devices.pauses + 2);
    expect(Number(pace)).toBeGreaterThan(4);
    expect(Number(pace)).toBeLessThan(5.6);
    expect(Number(spoken)).toBeLessThan(Number(whole));
    await page.keyboard.press("k");
    await page.getByText("Kept. The 2 others are thrown away.", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Close the mirror" }).click();
    expect(await lights(page)).toBe(0);
    const here = page.getByRole("region", { name: "Takes on this device" }).getByRole("listitem");
    await expect.poll(() => here.count()).toBe(1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => here.count()).toBe(3);
    await here
      .filter({ hasText: "not kept yet" })
      .first()
      .getByRole("button", { name: /^Throw/ })
      .click();
    await expect.poll(() => here.count()).toBe(2);
    await here
      .filter({ hasText: "not kept yet" })
      .getByRole("button", { name: /^Throw/ })
      .click();
    await expect.poll(() => here.count()).toBe(1);
    expect(await here.innerText()).toMatch(/0:1\d · \d+(\.\d)? (KB|MB)/);
    await here.getByRole("button", { name: /^Watch/ }).click();
    await expect
      .poll(() => here.locator("video").evaluate((video) => (video as HTMLVideoElement).currentTime))
      .toBeGreaterThan(0.3);
    await here.getByRole("button", { name: /^Close/ }).click();
    expect(await findingsOn(page)).toEqual([]);
  });

  it("is scored by the rep first, and one take is shared: the partner sees it and scores it; withdrawn, it is gone from the disk", async () => {
    const { page } = mia;
    await page.getByRole("button", { name: "Score it" }).click();
    await scoreAll(page, "Count it");
    await page.getByText("Done for today").waitFor();
    const sessionId = await page.evaluate(async () => {
      const answer = await fetch("/api/v1/practice-sessions?limit=1");
      return (await answer.json()).items[0].id as string;
    });
    await page.goto(`/practice/sessions/${sessionId}`);
    const share = page.getByRole("button", { name: /^Share the take/ });
    await share.click();
    await page.getByLabel("Jonas").check();
    // The connection is lost over the first piece, and comes again.
    await page.route("**/pieces?*", (route) => route.abort("internetdisconnected"), { times: 1 });
    await page.getByRole("button", { name: /^Share [\d.]+ (KB|MB)/ }).click();
    await page.getByText("All of it has arrived.").waitFor();
    expect(sealed().length).toBe(1);
    expect(await findingsOn(page)).toEqual([]);

    const jonas = await visit("colleague", { size: "desk", dark: true });
    await jonas.page.goto(`/practice/sessions/${sessionId}`);
    const shown = jonas.page.locator("video");
    await expect
      .poll(() => shown.evaluate((video) => (video as HTMLVideoElement).readyState))
      .toBeGreaterThan(0);
    await jonas.page.getByText(/^They spoke/).waitFor();
    expect(await findingsOn(jonas.page)).toEqual([]);
    await scoreAll(jonas.page, "That is what I saw");
    await jonas.page.goto("/practice/takes");
    await expect.poll(() => jonas.page.locator("video").count()).toBe(1);

    await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
    await page
      .getByText(/^Withdrawn/)
      .first()
      .waitFor();
    expect(sealed()).toEqual([]);
    await jonas.page.reload();
    await jonas.page.getByText("No take yet.").waitFor();
    // It is on the device still.
    await page.goto("/practice/takes");
    await expect.poll(() => page.getByRole("button", { name: /^Share the take/ }).count()).toBe(1);
    // The connection that was cut on purpose, and a player that was still fetching what was withdrawn.
    const lost = /ERR_INTERNET_DISCONNECTED|ERR_CONTENT_LENGTH_MISMATCH/;
    expect([...mia.complaints, ...jonas.complaints].filter((each) => !lost.test(each))).toEqual([]);
    await jonas.context.close();
  });
});

/** Yes to the first point, no to the others. */
async function scoreAll(page: Page, button: string): Promise<void> {
  const yes = page.getByRole("radio", { name: "Yes" });
  await yes.first().waitFor();
  const count = await yes.count();
  for (let at = 0; at < count; at++)
    await page
      .getByRole("radio", { name: at === 0 ? "Yes" : "No" })
      .nth(at)
      .check({ force: true });
  await page.getByRole("button", { name: button }).click();
}

describe("the light of the camera", () => {
  it("goes out with the mirror, the page, and a way back", async () => {
    const { page } = mia;
    await page.goto(SCENARIO);
    await page.getByRole("link", { name: "People", exact: true }).first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Open the mirror" }).click();
    await expect.poll(() => lights(page)).toBe(2);
    await page.keyboard.press("Escape");
    await expect.poll(() => lights(page)).toBe(0);
    await page.getByRole("button", { name: "Open the mirror" }).click();
    await expect.poll(() => lights(page)).toBe(2);
    await page.keyboard.press("r");
    await page.getByRole("button", { name: "Begin again" }).waitFor();
    await page.waitForTimeout(1_200);
    // Within the app: the page itself stays, and with it what it holds.
    await page.goForward();
    await expect.poll(() => lights(page)).toBe(0);
  });

  it("leaves what was recorded until then, also where the page was closed over it", async () => {
    const { page } = mia;
    await openMirror(page);
    await page.getByRole("button", { name: "Record" }).click();
    await page.getByRole("button", { name: "Begin again" }).waitFor();
    await page.waitForTimeout(2_500);
    await page.goto(SCENARIO);
    await expect.poll(() => page.getByText("not kept yet").count()).toBe(2);
  });
});

describe("a device", () => {
  it("changes between its cameras, and leaves no light of the other", async () => {
    const { page, context } = await visit("rep");
    // The made-up camera is one: here it answers to two names.
    await page.addInitScript(() => {
      const media = navigator.mediaDevices;
      const [list, ask] = [media.enumerateDevices.bind(media), media.getUserMedia.bind(media)];
      media.enumerateDevices = async () => {
        const found = await list();
        const camera = found.find(({ kind }) => kind === "videoinput");
        const other = { kind: "videoinput", deviceId: "other", groupId: "", label: "The other one" };
        return camera === undefined
          ? found
          : [...found, { ...other, toJSON: () => other } as MediaDeviceInfo];
      };
      media.getUserMedia = async (wanted) => {
        const video = wanted?.video as MediaTrackConstraints | undefined;
        const isOther = JSON.stringify(video?.deviceId) === '{"exact":"other"}';
        const stream = await ask({ ...wanted, ...(isOther && { video: true }) });
        if (isOther) document.documentElement.dataset["camera"] = "other";
        return stream;
      };
    });
    await openMirror(page);
    const choice = page.getByLabel("Camera", { exact: true });
    await choice.waitFor();
    expect(await choice.locator("option").count()).toBe(2);
    await page.getByRole("button", { name: "Record" }).click();
    await page.getByRole("button", { name: "Begin again" }).waitFor();
    await page.waitForTimeout(1_500);
    await choice.selectOption({ label: "The other one" });
    await expect.poll(() => page.locator("html").getAttribute("data-camera")).toBe("other");
    await expect.poll(() => lights(page)).toBe(2);
    // The take of the first camera ended with it, and is there.
    await page
      .getByRole("dialog")
      .getByText(/^(You spoke|A take of|The microphone)/)
      .waitFor();
    await page.getByRole("button", { name: "Close the mirror" }).click();
    expect(await lights(page)).toBe(0);
    await context.close();
  });

  it("puts the light out when nobody looks for half a minute, and says so", async () => {
    const { page, context } = await visit("rep");
    await page.clock.install();
    await openMirror(page);
    await expect.poll(() => lights(page)).toBe(2);
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { configurable: true, value: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await page.clock.runFor(29_000);
    expect(await lights(page)).toBe(2);
    await page.clock.runFor(2_000);
    await expect.poll(() => lights(page)).toBe(0);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect.poll(() => lights(page)).toBe(2);
    await context.close();
  });

  it("that is full says so, keeps what was recorded until then, and loses nothing that was kept", async () => {
    const { page, context } = await visit("rep");
    await openMirror(page);
    await page.evaluate(() => {
      // oxlint-disable-next-line typescript/unbound-method -- called with its own store below.
      const { put } = IDBObjectStore.prototype;
      let pieces = 0;
      IDBObjectStore.prototype.put = function full(...args: Parameters<typeof put>) {
        pieces += this.name === "piece" ? 1 : 0;
        if (this.name === "piece" && pieces > 2) throw new DOMException("full", "QuotaExceededError");
        return put.apply(this, args);
      };
    });
    await page.getByRole("button", { name: "Record" }).click();
    await page.getByRole("alert").getByText("There is no room left on this device.").waitFor();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("button", { name: "Close the mirror" }).click();
    const here = page.getByRole("region", { name: "Takes on this device" }).getByRole("listitem");
    await expect.poll(() => here.count()).toBe(1);
    await here.getByRole("button", { name: /^Watch/ }).click();
    await expect
      .poll(() => here.locator("video").evaluate((video) => (video as HTMLVideoElement).currentTime))
      .toBeGreaterThan(0.3);
    await context.close();
  });
});

describe("without", () => {
  it.each([
    [["microphone"], "This page may not use the camera.", "Takes are recorded as sound alone.", true],
    [["camera"], "This page may not use the microphone.", "Takes are recorded without sound", true],
    [[], "This page may not use the camera and the microphone.", "You can rehearse all the same", false],
  ])("a permission but for %j says so, and goes on", async (allowed, says, goesOn, records) => {
    const { page, context } = await visit("rep", { size: "phone", allowed });
    await openMirror(page);
    await page.getByText(says, { exact: false }).waitFor();
    await page.getByText(goesOn, { exact: false }).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    expect(await page.getByRole("button", { name: "Record" }).count()).toBe(records ? 1 : 0);
    if (records) {
      await page.keyboard.press("r");
      await page.waitForTimeout(1_300);
      await page.keyboard.press("s");
      await page
        .getByRole("dialog")
        .getByText(/^(You spoke|A take of|The microphone)/)
        .waitFor();
    }
    await page.getByRole("button", { name: "Close the mirror" }).click();
    await page.getByRole("button", { name: "Score it" }).waitFor();
    await context.close();
  });
});
