import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leftText, NOT_STARTED, pause, spentInAll, spentOn, start, turnTo } from "./sales-meeting-timer.ts";
import { PARTS } from "./sales-meeting.ts";

describe("the meeting's clock", () => {
  it("goes on where a part was left", () => {
    let timer = start(turnTo(NOT_STARTED, "promises", 0), 0);
    timer = turnTo(timer, "scoreboard", 60_000);
    timer = turnTo(timer, "promises", 90_000);
    expect(spentOn(timer, "promises", 100_000)).toBe(70_000);
    expect(spentOn(timer, "scoreboard", 100_000)).toBe(30_000);
    expect(spentInAll(timer, 100_000)).toBe(100_000);
  });
  it("stands still while it is paused, and before it is started", () => {
    let timer = turnTo(NOT_STARTED, "promises", 0);
    expect(spentInAll(timer, 50_000)).toBe(0);
    timer = start(timer, 50_000);
    timer = pause(timer, 60_000);
    timer = turnTo(timer, "chain", 80_000);
    expect(spentInAll(timer, 90_000)).toBe(10_000);
    timer = start(timer, 90_000);
    expect(spentOn(timer, "chain", 95_000)).toBe(5_000);
  });
  it("loses nothing and makes nothing up, whatever is pressed", () => {
    const press = fc.record({ after: fc.nat(100_000), what: fc.constantFrom("start", "pause", ...PARTS) });
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        let timer = turnTo(NOT_STARTED, "promises", 0);
        let [now, running] = [0, 0];
        for (const { after, what } of presses) {
          if (timer.since !== null) running += after;
          now += after;
          if (what === "start") timer = start(timer, now);
          else if (what === "pause") timer = pause(timer, now);
          else timer = turnTo(timer, what, now);
        }
        expect(spentInAll(timer, now)).toBe(running);
      }),
    );
  });
  it.each([
    [0, 4, "4:00 left"],
    [1, 4, "4:00 left"],
    [1_000, 4, "3:59 left"],
    [239_001, 4, "0:01 left"],
    [240_000, 4, "0:00 left"],
    [240_999, 4, "0:00 left"],
    [241_000, 4, "0:01 over"],
    [305_000, 4, "1:05 over"],
  ])("says of %i ms on %i minutes: %s", (spent, minutes, text) => {
    expect(leftText(spent, minutes)).toEqual({ text, over: text.endsWith("over") });
  });
});
