import { describe, expect, it } from "vitest";
import { isMissingPart } from "./missing-part.ts";

describe("a page that was not fetched", () => {
  it.each([
    [new TypeError("Failed to fetch dynamically imported module: https://a/b.js"), true],
    [new TypeError("error loading dynamically imported module: https://a/b.js"), true],
    [new TypeError("Importing a module script failed."), true],
    [new Error("Unable to preload CSS for /assets/spiffs-page.css"), true],
    [new TypeError("Cannot read properties of undefined"), false],
    ["Importing a module script failed.", false],
  ])("%s: %s", (error, is) => {
    expect(isMissingPart(error)).toBe(is);
  });
});
