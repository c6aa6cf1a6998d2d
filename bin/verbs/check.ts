import { add, runChecks, runTests } from "../checks.ts";

export const help = `
askwell check

The checks for between two edits: format, lint, types, the floor plan and the tests that need no database.
Ends with one line: N passed, N failed.
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  if (args.length > 0) {
    console.error(`askwell check takes no "${args[0]}". For some of the tests: askwell test NAME.`);
    return 2;
  }
  const checks = await runChecks(["format", "lint", "types"], say);
  const total = add(checks, await runTests(["--project", "unit"], null));
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
