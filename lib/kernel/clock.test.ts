import { expect, it } from "vitest";
import { frozenClock } from "./clock.ts";

it("a frozen clock stands still, whatever is done to the dates it was given and gives", () => {
  const at = new Date("2026-11-22T08:00:00Z");
  const clock = frozenClock(at);
  at.setFullYear(1999);
  clock.now().setFullYear(1999);
  expect(clock.now()).toEqual(new Date("2026-11-22T08:00:00Z"));
});
