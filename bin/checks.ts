import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run, secondsSince } from "./runtime.mjs";

export interface Count {
  passed: number;
  failed: number;
}

export type CheckName = "format" | "lint" | "types" | "unused";

const CHECKS: Record<CheckName, string[]> = {
  format: ["oxfmt/bin/oxfmt", "--check"],
  lint: ["oxlint/bin/oxlint", "--quiet"],
  types: ["typescript/bin/tsc", "-p", "."],
  unused: ["knip/bin/knip.js"],
};

// They are for the server that a person runs; a test that starts one says itself what it gets.
const NOT_FOR_TESTS = [
  "ASKWELL_DATA",
  "ASKWELL_URL",
  "ASKWELL_PARENT",
  "DATABASE_URL",
  "SMTP_URL",
  "MAIL_ADDRESS",
  "SMTP_LISTEN",
  "IMAP_URL",
  "MAIL_AUTH_SERVER",
  "PORT",
  "HOST",
];

/** Each prints one line, and what it found when it found something. */
export async function runChecks(names: CheckName[], say: (line: string) => void): Promise<Count> {
  const count = { passed: 0, failed: 0 };
  for (const name of names) {
    const began = Date.now();
    const [script = "", ...args] = CHECKS[name];
    const { code, output } = await run(process.execPath, [join(root, "node_modules", script), ...args]);
    say(`${name.padEnd(11)}${code === 0 ? "clean" : "FAILED"} (${secondsSince(began)} s)`);
    if (code === 0) count.passed++;
    else {
      count.failed++;
      say(output.trim());
    }
  }
  return count;
}

/** Vitest with these arguments, its own output shown as it comes. */
export async function runTests(args: string[], chromium: string | null): Promise<Count> {
  const report = join(root, ".askwell", `tests-${process.pid}.json`);
  mkdirSync(join(root, ".askwell"), { recursive: true });
  const env: NodeJS.ProcessEnv = { ...process.env, ...(chromium !== null && { ASKWELL_CHROMIUM: chromium }) };
  for (const name of NOT_FOR_TESTS) delete env[name];
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run(process.execPath, [vitest, "run", ...reporters, ...args], {
    env,
    stdio: "inherit",
  });
  try {
    return countIn(JSON.parse(readFileSync(report, "utf8")) as Report, code === 0);
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
}

export function add(...counts: Count[]): Count {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A file that fails before or beside its tests is one failure, and so is a run that fails outside of all files. */
export function countIn({ numPassedTests, numFailedTests, testResults }: Report, clean: boolean): Count {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  ).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: clean ? failed : Math.max(failed, 1) };
}
