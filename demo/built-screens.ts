import { access, mkdir, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PATIENCE_MS = 180_000;

/**
 * The folder of the built screens, of ASKWELL_TEST_SCREENS, the same for all test files of one run: the first to come builds
 * them, the others wait.
 */
export async function builtScreens(): Promise<string> {
  const shared = process.env["ASKWELL_TEST_SCREENS"];
  if (!shared) throw new Error("no folder for the screens: run the tests with `npm test` or vitest");
  const folder = join(shared, "screens");
  const done = join(shared, "done");
  const begun = join(shared, "begun");
  const isFirst = await mkdir(begun).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      await buildAsShipped(folder);
    } catch (failure) {
      // The next file then tries, and says the same, rather than waiting for what will not come.
      await rmdir(begun);
      throw failure;
    }
    await writeFile(done, "");
    return folder;
  }
  for (let waited = 0; !(await exists(done)); waited += 200) {
    if (!(await exists(begun))) return builtScreens();
    if (waited > PATIENCE_MS) throw new Error("another test file began to build the screens and did not end");
    await sleep(200);
  }
  return folder;
}

/** The test runner's own NODE_ENV would bring in React's development half. */
async function buildAsShipped(folder: string): Promise<void> {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      root: ROOT,
      configFile: join(ROOT, "vite.config.ts"),
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    process.env["NODE_ENV"] = before;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
