import { describe, expect, it } from "vitest";
import { lateText, minutesText } from "./loop-words.ts";

describe("after an introduction, in words", () => {
  it.each([
    [0.2, "a minute"],
    [1, "one minute"],
    [45.4, "45 minutes"],
    [89, "89 minutes"],
    [90, "two hours"],
    [60 * 20, "20 hours"],
    [60 * 48, "two days"],
  ])("%d minutes are %s", (minutes, says) => {
    expect(minutesText(minutes)).toBe(says);
  });

  it("names who is late, the latest of all first", () => {
    expect(lateText([of("Mia")])).toBe("One duty: Mia 1");
    expect(lateText(["Ann", "Mia", "Mia", "Ben", "Cora", "Dirk"].map(of))).toBe(
      "Six duties: Mia 2, Ann 1, Ben 1 and two others",
    );
  });
});

function of(name: string) {
  return { responsible: { name } };
}
