import { describe, expect, it } from "vitest";
import {
  addressFor,
  addressOf,
  day,
  flag,
  insideOnly,
  maybeOneOf,
  oneOf,
  parseSearch,
  stringifySearch,
  text,
  valuesFrom,
} from "./filters.ts";

const filters = {
  q: text(),
  kind: maybeOneOf("client", "prospect"),
  by: oneOf("week", "month"),
  from: day(),
  mine: flag(),
};
const ordinary = { q: "", kind: undefined, by: "week", from: undefined, mine: false };

describe("filters", () => {
  it.each([
    [{}, {}],
    [{ q: "12" }, { q: "12" }],
    [
      { kind: "client", by: "month" },
      { kind: "client", by: "month" },
    ],
    [{ kind: "'; drop table", by: "year" }, {}],
    [{ from: "2026-02-30" }, {}],
    [{ from: "0001-01-01" }, {}],
    [{ from: "9999-12-31" }, {}],
    [
      { from: "2026-02-28", mine: "true" },
      { from: "2026-02-28", mine: true },
    ],
    [{ mine: "yes", q: 7 }, {}],
  ])("reads %j, and nonsense as nothing", (address, expected) => {
    expect(valuesFrom(filters, address)).toEqual({ ...ordinary, ...expected });
  });

  it("writes only what differs from the ordinary, and reads it back", () => {
    const values = { q: "a b&c", kind: "client", by: "week", from: undefined, mine: true } as const;
    expect(addressFor(filters, values)).toEqual({ q: "a b&c", kind: "client", mine: "true" });
    const address = addressOf("/people", filters, values);
    expect(address).toBe("/people?q=a+b%26c&kind=client&mine=true");
    expect(valuesFrom(filters, parseSearch(address.split("?")[1] ?? ""))).toEqual(values);
    expect(addressOf("/people", filters, ordinary as typeof values & typeof ordinary)).toBe("/people");
  });
});

describe("the address bar", () => {
  it.each([{}, { q: "12" }, { q: "true" }, { q: '{"a":1}' }, { next: "/people?q=1&x=2" }])(
    "keeps %j as plain text",
    (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual(search);
    },
  );
});

describe("insideOnly", () => {
  it.each([
    ["/people?q=1", "/people?q=1"],
    ["/", "/"],
    ["//elsewhere.example", "/"],
    ["/\\elsewhere.example", "/"],
    ["https://elsewhere.example", "/"],
    ["javascript:alert(1)", "/"],
    [undefined, "/"],
  ])("%s leads to %s", (address, expected) => {
    expect(insideOnly(address)).toBe(expected);
  });
});
