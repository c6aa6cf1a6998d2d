import { describe, expect, it } from "vitest";
import { isHeadCount, MOST_EMPLOYEES, sizeBandOf } from "./account-size.ts";

describe("the size of a company", () => {
  it.each([
    [null, null],
    [1, "1-9"],
    [9, "1-9"],
    [10, "10-49"],
    [49, "10-49"],
    [50, "50-249"],
    [249, "50-249"],
    [250, "250-more"],
    [MOST_EMPLOYEES, "250-more"],
  ])("of %s employees is %s", (employees, band) => expect(sizeBandOf(employees)).toBe(band));

  it.each([0, -1, 2.5, MOST_EMPLOYEES + 1, Number.NaN])("%s is no number of people", (employees) =>
    expect(isHeadCount(employees)).toBe(false),
  );
});
