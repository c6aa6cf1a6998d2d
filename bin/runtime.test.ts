import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import { isNewEnough } from "./runtime.mjs";

const RUNTIME = JSON.stringify(new URL("runtime.mjs", import.meta.url).href);
const children: ChildProcess[] = [];

afterEach(() => children.splice(0).forEach((child) => child.kill("SIGKILL")));

it.each([
  ["v18.0.0", false],
  ["v20.20.2", false],
  ["v23.11.0", false],
  ["v24.0.0", true],
  ["v26.1.0", true],
])("Node %s is new enough: %s", (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

describe("a program run in the launcher's place", () => {
  it.each([
    ["process.exit(7)", 7],
    ["process.kill(process.pid, 'SIGKILL')", 137],
    ["process.exit(0)", 0],
  ])("passes on how it ends: %s", (program, code) => {
    expect(spawnSync(process.execPath, ["--input-type=module", "-e", inPlace(program)]).status).toBe(code);
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("gets %s, once, and is waited for", async (signal) => {
    const program = `
      let got = 0;
      process.on("${signal}", () => { got++; setTimeout(() => process.exit(40 + got), 200); });
      setInterval(() => {}, 1000);
      console.log("up");
    `;
    const launcher = await started(inPlace(program));
    launcher.kill(signal);
    expect(await once(launcher, "exit")).toEqual([41, null]);
  });
});

it("a watched parent that is killed is noticed", async () => {
  const watcher = `
    import { watchParent } from ${RUNTIME};
    watchParent(process.ppid, () => { console.log("gone"); process.exit(); });
    setInterval(() => {}, 1000);
    console.log("up");
  `;
  const parent = spawn(
    process.execPath,
    [
      "-e",
      `require("node:child_process").spawn(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(watcher)}], { stdio: "inherit" })`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  children.push(parent);
  const said: string[] = [];
  for await (const line of createInterface({ input: parent.stdout })) {
    said.push(line);
    if (line === "up") parent.kill("SIGKILL");
  }
  expect(said).toEqual(["up", "gone"]);
});

function inPlace(program: string): string {
  return `
    import { runUnder } from ${RUNTIME};
    process.exitCode = await runUnder(process.execPath, ["-e", ${JSON.stringify(program)}]);
  `;
}

async function started(program: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}
