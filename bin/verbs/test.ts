import { alone } from "../alone.ts";
import { bundleInOrder, ensureBundle } from "../bundle.ts";
import { add, runChecks, runTests, type Count } from "../checks.ts";
import { ensureChromium, NO_CHROMIUM } from "../chromium.ts";
import { ensureDovecot, NO_DOVECOT } from "../dovecot.ts";

export const help = `
askwell test [NAME…] [VITEST OPTION…]

Runs every check (format, lint, types, unused code) and every test, and ends with one line: N passed, N failed.
Brings the packages, the screens, a PostgreSQL, a Chromium and, where Debian's can be had, an IMAP server to order first.
With a name, such as app/asks, only the tests whose path contains it.

Settings, from the environment:
  ASKWELL_TEST_DATABASE_URL   a PostgreSQL 15 or newer to test on, as a superuser of it; else one is started
  ASKWELL_CHROMIUM            the path of the Chromium for the browser tests; else one is looked for, or fetched
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  const screens = await buildScreens(say);
  const chromium = await alone(() => ensureChromium(say), say);
  if (chromium === null) say(`chromium   FAILED\n${NO_CHROMIUM}`);
  if ((await alone(() => ensureDovecot(say), say)) === null) say(`dovecot    left out\n${NO_DOVECOT}`);
  const browser = { passed: 0, failed: chromium === null ? 1 : 0 };
  const checks = await runChecks(args.length > 0 ? [] : ["format", "lint", "types", "unused"], say);
  const total = add(screens, browser, checks, await runTests(args, chromium));
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** One that cannot be built is a failure among others: the tests that need none still run. */
async function buildScreens(say: (line: string) => void): Promise<Count> {
  try {
    if (!bundleInOrder()) await alone(() => ensureBundle(say), say);
    return { passed: 0, failed: 0 };
  } catch (error) {
    say(`screens    FAILED\n${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}
