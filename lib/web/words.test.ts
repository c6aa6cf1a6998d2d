import { describe, expect, it } from "vitest";
import { capital, counted, countedIn, hundredthsText, inWords, rateText } from "./words.ts";

describe("numbers in sentences", () => {
  it.each([
    [0, "no people"],
    [1, "one person"],
    [3, "three people"],
    [12, "twelve people"],
    [13, "13 people"],
    [1204, "1,204 people"],
  ])("%i", (count, expected) => {
    expect(counted(count, "person", "people")).toBe(expected);
  });
  it("say when a list goes on", () => {
    expect(countedIn({ items: [1, 2], nextCursor: null }, "person", "people")).toBe("two people");
    expect(countedIn({ items: [1, 2], nextCursor: "on" }, "person", "people")).toBe("2 or more people");
  });
  it("begin a sentence", () => {
    expect(capital(inWords(4))).toBe("Four");
  });
});

describe("a share with where it likely is", () => {
  it.each([
    [3, { kind: "too-early", n: 12 }, "3 of 12: too early to say"],
    [
      31,
      { kind: "rate", n: 120, value: 0.258, low: 0.189, high: 0.343 },
      "31 of 120: 19 to 34 % (95 % interval)",
    ],
    [
      114_285,
      { kind: "rate", n: 142_940, value: 0.7995, low: 0.7974, high: 0.8016 },
      "114,285 of 142,940: 79.7 to 80.2 % (95 % interval)",
    ],
  ] as const)("%i of %o", (count, rate, said) => expect(rateText(count, rate)).toBe(said));

  it("is told with a digit more only where whole ones would not tell its ends apart", () => {
    expect(hundredthsText({ low: 0.364, high: 0.366 })).toBe("36 to 37");
    expect(hundredthsText({ low: 0.366, high: 0.374 })).toBe("36.6 to 37.4");
  });
});
