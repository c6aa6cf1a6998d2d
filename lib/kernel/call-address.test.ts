import { expect, it } from "vitest";
import { callAddress } from "./call-address.ts";
import { phoneKey } from "./phone-key.ts";

it.each([
  ["+493012345678", "tel:+493012345678"],
  ["+493012345678;ext=12", "tel:+493012345678;ext=12"],
  ["+49 (0)40 123456", "tel:+4940123456"],
  ["0049 (0)40 / 12 34 56", "tel:+4940123456"],
  ["(040) 12 34-56", "tel:040123456"],
  ["(0)40 123456", "tel:040123456"],
  ["*31#", null],
  ["*131#", "tel:*131#"],
  ["ask at the desk", null],
  ["12", null],
  ["", null],
])("%j is called at %j", (typed, address) => {
  expect(callAddress(typed)).toBe(address);
});

it.each(["+49 (0)40 123456", "0049 40 123456", "+44 (0)20 7946 0958", "+1 (415) 555-2671"])(
  "dials of %j what is kept of it",
  (typed) => {
    expect(callAddress(typed)).toBe(`tel:${phoneKey(typed)}`);
  },
);
