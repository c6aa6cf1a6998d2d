import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const folders = "{app,lib,bin,demo,bench}/**";
// A name with one of these ends says that the test needs more than itself: a database, a server, a browser.
const needsRooms = [
  "-routes.test.ts",
  "-store.test.ts",
  ".db.test.ts",
  ".browser.test.ts",
  ".foreign.test.ts",
].map((end) => `${folders}/*${end}`);

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // As patient as the browser: a busy machine answers late.
    expect: { poll: { timeout: 60_000 } },
    // A test file waits for its database or its browser most of the time.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: "unit",
          include: [`${folders}/*.test.{ts,tsx}`],
          exclude: needsRooms,
          // To read the code anew for each file took as long as half of the tests; who stubs something takes it back.
          isolate: false,
        },
      },
      {
        test: {
          name: "rooms",
          include: needsRooms,
          // Each file has a database and a house of its own; to read the house's code anew for each took a third of the time.
          isolate: false,
          globalSetup: "bin/test-setup.ts",
        },
      },
    ],
  },
});
