import { expect, it } from "vitest";
import { answerByText } from "./referral-words.ts";

it.each([
  ["2026-11-18T10:00:00Z", "answer by 18:00 today"],
  ["2026-11-17T10:00:00Z", "answer by 18:00 tomorrow"],
  ["2026-11-15T10:00:00Z", "answer by 18:00 on Wednesday"],
  ["2026-11-18T17:00:00Z", "answer by 18:00 today"],
  ["2026-11-18T17:00:01Z", "was due today 18:00"],
  ["2026-11-18T23:30:00Z", "was due yesterday 18:00"],
  ["2026-11-22T10:00:00Z", "was due 4 days ago 18:00"],
])("says at %s: %s", (now, says) => {
  expect(answerByText("2026-11-18T17:00:00.000Z", new Date(now), "Europe/Berlin")).toBe(says);
});
