import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Result, RunOptions } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP localhost 127.0.0.1",
  // The last list holds, so those that Playwright switches off stand here again. The last three draw a search box above each
  // window, in a renderer of its own, also where there is no window to be seen.
  `--disable-features=${[
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "PreconnectToSearch",
    "WebUIOmniboxPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxAimPopup",
  ].join(",")}`,
];

export const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 860 } };

/** What a made-up camera shows (.y4m or .mjpeg) and a made-up microphone hears (.wav), over and over; null: there is none. */
export interface Devices {
  picture: string | null;
  sound: string | null;
}

let shared: Promise<Browser> | undefined;

/**
 * One Chromium for all test files of a worker, since to start one takes seconds; it ends with the worker. Whoever asks opens
 * contexts of their own in it, and closes them.
 */
export async function testBrowser(): Promise<Browser> {
  const running = await shared?.catch(() => undefined);
  if (running?.isConnected() === true) return running;
  shared = launchChromium();
  return shared;
}

/** One of its own for who needs devices: they are the whole browser's. Whoever asks closes it. Pages still ask for permission. */
export async function browserWithDevices({ picture, sound }: Devices): Promise<Browser> {
  return launchChromium([
    "--use-fake-device-for-media-stream",
    ...(picture === null ? [] : [`--use-file-for-fake-video-capture=${picture}`]),
    ...(sound === null ? [] : [`--use-file-for-fake-audio-capture=${sound}`]),
  ]);
}

/** A Chromium of one's own, as tests and measurements start it. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["ASKWELL_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [...FLAGS, ...more],
  });
}

// Made small: a page takes a third of the time to read it.
const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const AXE_OPTIONS: RunOptions = {
  // Style sheets are not fetched once more, which no rule of ours asks for and a page without network refuses.
  preload: false,
  // To describe what is right too takes as long as a quarter of the rules.
  resultTypes: ["violations"],
  selectors: false,
};

/** What axe finds on the page as it stands; empty is right. */
export async function axeFindingsOn(page: Page): Promise<string[]> {
  // Run as it is: the builder for Playwright reads the rules into each page twice, for frames, of which there is none in any of ours.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE);
  const violations = await page.evaluate<Result[]>(
    `axe.run(document, ${JSON.stringify(AXE_OPTIONS)}).then(({ violations }) => violations)`,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" · ")}`,
  );
}
