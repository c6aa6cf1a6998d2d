import { expect, it } from "vitest";
import { asOfText } from "./as-of-words.ts";

it.each([
  ["2026-11-23T03:03:00Z", "2026-11-23", "As it stood today at 04:03."],
  ["2026-11-22T23:30:00Z", "2026-11-23", "As it stood today at 00:30."],
  ["2026-11-22T03:03:00Z", "2026-11-23", "As it stood on 22 November at 04:03."],
])("says of %s on %s: %s", (at, today, said) => {
  expect(asOfText(new Date(at), today, "Europe/Berlin")).toBe(
    `${said} Lists behind the numbers are as of now.`,
  );
});
