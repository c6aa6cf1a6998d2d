import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { seatCast, type Cast } from "#demo/cast.ts";
import { madeUpDevices } from "#demo/made-up-devices.ts";
import { launchChromium } from "#demo/test-browser.ts";
import { heading, printTable, scaleAsked } from "./measure.ts";
import { openPhone } from "./screens.ts";
import { withScratch, withServer, type RunningServer, type Scratch } from "./scratch.ts";
import { signIn } from "./session.ts";

const SCENARIO = "/practice/ask-delivered-controller?way=mirror";
const MINUTES = 10;
const SAMPLES = 10;
const AIM_MB = 300;

const scale = scaleAsked();
heading(
  `A recording of ${(MINUTES * scale).toFixed(1)} minutes before the mirror, 720p at 25 pictures a second`,
  scale,
);
let cast: Cast | undefined;
const now = new Date();
await withScratch({ name: "studio", fill }, (scratch) =>
  withServer(scratch, (server) => run(scratch, server), { screens: true }),
);

async function fill(scratch: Scratch): Promise<void> {
  cast = await seatCast(scratch.database, now);
}

async function run(scratch: Scratch, server: RunningServer): Promise<void> {
  if (cast === undefined)
    throw new Error("a kept folder does not say who is in it: unset ASKWELL_BENCH_FOLDER");
  const cookie = await signIn(scratch, server, { workspaceId: cast.workspaceId, memberId: cast.rep });
  const { picture, sound } = madeUpDevices(scratch.folder, { width: 1280, height: 720 });
  const browser = await launchChromium([
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    `--use-file-for-fake-video-capture=${picture}`,
    `--use-file-for-fake-audio-capture=${sound}`,
  ]);
  try {
    const context = await openPhone(browser, server, cookie);
    await context.grantPermissions(["camera", "microphone"]);
    const page = await context.newPage();
    await page.goto(server.url + SCENARIO);
    await page.getByRole("button", { name: "Open the mirror" }).waitFor();
    tell(await measured(browser, page));
  } finally {
    await browser.close();
  }
}

interface Sample {
  at: string;
  /** Megabytes: of the page's own process, and of all that the browser runs. */
  page: number;
  all: number;
  /** Seconds of processor that all of them have used. */
  cpu: number;
}

async function measured(browser: Browser, page: Page): Promise<{ samples: Sample[]; take: string }> {
  const samples = [await sampleOf(browser, "before")];
  await page.getByRole("button", { name: "Open the mirror" }).click();
  await page.getByRole("button", { name: "Record" }).waitFor();
  await sleep(3_000);
  samples.push(await sampleOf(browser, "mirror"));
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "Begin again" }).waitFor();
  for (let at = 1; at <= SAMPLES; at++) {
    await sleep((MINUTES * scale * 60_000) / SAMPLES);
    samples.push(await sampleOf(browser, `${((MINUTES * scale * at) / SAMPLES).toFixed(1)} min`));
  }
  await page.keyboard.press("s");
  await page
    .getByText(/^You spoke/)
    .first()
    .waitFor();
  await page.keyboard.press("k");
  await page.keyboard.press("Escape");
  await sleep(3_000);
  samples.push(await sampleOf(browser, "closed"));
  const take = await page
    .getByRole("region", { name: "Takes on this device" })
    .getByRole("listitem")
    .first()
    .innerText();
  return { samples, take: take.split("\n").slice(0, 3).join(" ") };
}

async function sampleOf(browser: Browser, at: string): Promise<Sample> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const mb = (type?: string) =>
    processInfo
      .filter((each) => type === undefined || each.type === type)
      .map(({ id }) => proportionalMb(id))
      .reduce((sum, each) => sum + each, 0);
  return {
    at,
    page: mb("renderer"),
    all: mb(),
    cpu: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
  };
}

/** What a process holds, pages that several share counted in parts (PSS); Linux alone says it. */
function proportionalMb(id: number): number {
  try {
    const [, kb = "0"] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8")) ?? [];
    return Number(kb) / 1_024;
  } catch {
    return 0;
  }
}

function tell({ samples, take }: { samples: readonly Sample[]; take: string }): void {
  const [before] = samples as [Sample];
  printTable(
    ["", "page, MB", "whole browser, MB", "more than before", "processor, s"],
    samples.map(({ at, page, all, cpu }) => [
      at,
      page.toFixed(0),
      all.toFixed(0),
      (all - before.all).toFixed(0),
      (cpu - before.cpu).toFixed(0),
    ]),
  );
  console.log(`kept: ${take}`);
  const most = Math.max(...samples.map(({ page }) => page));
  const more = Math.max(...samples.map(({ all }) => all - before.all));
  console.log(
    `the page at most ${most.toFixed(0)} MB, ${(most / AIM_MB).toFixed(2)} of the ${AIM_MB} MB aimed at; the mirror and the recording together ${more.toFixed(0)} MB more than before`,
  );
  if (most > AIM_MB || more > AIM_MB) process.exitCode = 1;
}
