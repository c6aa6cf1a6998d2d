import { describe, expect, it } from "vitest";
import { phoneKey } from "./phone-key.ts";

describe("the key of a phone number", () => {
  it.each([
    ["+49 (0)30 123456", undefined, "+4930123456"],
    ["0049 30 123456", undefined, "+4930123456"],
    ["030 / 12 34 56", "DE", "+4930123456"],
    ["(415) 555-2671", "US", "+14155552671"],
    ["415.555.2671 x12", "US", "+14155552671;ext=12"],
    ["+44 20 7946 0958", "US", "+442079460958"],
    ["(415) 555-2671", undefined, null],
    ["(415) 555-2671", "XX", null],
    ["12", "US", null],
    ["call Ann", "US", null],
    ["", "US", null],
  ])("%j dialled from %s is %j", (text, country, key) => expect(phoneKey(text, country)).toBe(key));
});
