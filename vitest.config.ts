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
    projects: [
      {
        test: {
          name: "unit",
          include: [`${folders}/*.test.{ts,tsx}`],
          exclude: needsRooms,
        },
      },
      {
        test: {
          name: "rooms",
          include: needsRooms,
          globalSetup: "bin/test-setup.ts",
        },
      },
    ],
  },
});
