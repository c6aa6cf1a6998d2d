import { describe, expect, it } from "vitest";
import { add, countIn } from "./checks.ts";

describe("what a test report counts", () => {
  const passed = { status: "passed", assertionResults: [{ status: "passed" }] };
  const failed = { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] };
  const broken = { status: "failed", assertionResults: [] };

  it.each([
    ["a clean run", [passed], 1, 0, true, { passed: 1, failed: 0 }],
    ["a failed test once, not its file as well", [passed, failed], 2, 1, false, { passed: 2, failed: 1 }],
    ["a file that could not be loaded", [passed, broken], 1, 0, false, { passed: 1, failed: 1 }],
    ["a fault outside of every test", [passed], 1, 0, false, { passed: 1, failed: 1 }],
    ["a run without any test", [], 0, 0, false, { passed: 0, failed: 1 }],
  ])("%s", (_name, testResults, numPassedTests, numFailedTests, clean, expected) => {
    expect(countIn({ numPassedTests, numFailedTests, testResults }, clean)).toEqual(expected);
  });

  it("adds up", () => {
    expect(add({ passed: 1, failed: 2 }, { passed: 10, failed: 20 })).toEqual({ passed: 11, failed: 22 });
  });
});
