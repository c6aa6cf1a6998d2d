import { z } from "@hono/zod-openapi";
import { describe, expect, it } from "vitest";
import { issueText } from "./issue-words.ts";
import { dayAsked, money } from "./shapes.ts";

const told = (schema: z.ZodType, sent: unknown) =>
  (schema.safeParse(sent).error?.issues ?? []).map((issue) => issueText(issue, sent));

describe("what is said of a field that does not fit", () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ["missing", z.uuid(), undefined, "it must be given"],
    ["null", z.uuid(), null, "it must be given"],
    ["a missing choice", z.enum(["yes", "no"]), undefined, "it must be given"],
    ["a missing number in an address", z.coerce.number(), undefined, "it must be given"],
    ["no id", z.uuid(), "x", "it must be an id, as lists and searches give it"],
    ["no such day", z.iso.date(), "2026-02-30", "it must be a day that there is, such as 2026-03-31"],
    ["no moment", z.iso.datetime(), "soon", "it must be a moment such as 2026-03-31T09:30:00Z"],
    ["no e-mail", z.email(), "ann", "it must be an e-mail address such as ann@example.com"],
    ["no address", z.url(), "x", "it must be an address such as https://example.com"],
    ["another pattern", z.string().regex(/x/), "y", "it must be written in another way"],
    ["not one of", z.enum(["yes", "no"]), "perhaps", "it must be one of yes, no"],
    ["not the one", z.literal("x"), "y", "it must be x"],
    ["not true or false", z.stringbool(), "perhaps", "it must be true or false"],
    ["empty", z.string().min(1), "", "it must not be empty"],
    ["too short", z.string().min(3), "ab", "it must have at least 3 characters"],
    ["too long", z.string().max(3), "abcd", "it must have at most 3 characters"],
    ["too few", z.array(z.string()).min(1), [], "it must not be empty"],
    ["too many", z.array(z.string()).max(1), ["a", "b"], "it must have at most 1 entry"],
    ["too little", z.coerce.number().min(1), "0", "it must be at least 1"],
    ["nothing or less", z.number().positive(), 0, "it must be more than 0"],
    ["too much", z.int().max(5), 9, "it must be at most 5"],
    ["no number", z.coerce.number(), "abc", "it must be a number"],
    ["no whole number", z.int(), 1.5, "it must be a whole number"],
    ["no multiple", z.number().multipleOf(2), 3, "it must be a multiple of 2"],
    ["another type", z.string(), 7, "it must be text"],
    ["no list", z.array(z.string()), "a", "it must be a list"],
    ["no record", z.record(z.string(), z.string()), 7, "it must be an object"],
    ["either", z.union([z.uuid(), z.literal("none")]), 7, "it must be text, or must be none"],
    ["a day out of reach", dayAsked, "1066-10-14", "it must be a day between 1900 and 2199"],
    ["our own refusal", z.string().refine(() => false, "not today"), "x", "it: not today"],
  ])("%s", (_what, schema, sent, text) => {
    expect(told(z.object({ it: schema }), { it: sent })).toEqual([text]);
  });

  it("names a field within another as it was given", () => {
    expect(told(z.object({ value: money }), { value: { minor: 1, currency: "euro" } })).toEqual([
      "value.currency must be a three-letter code such as EUR",
    ]);
    expect(told(z.object({ list: z.array(z.string()) }), { list: ["a", 5] })).toEqual([
      "list.1 must be text",
    ]);
  });

  it("names fields that there are not, and what is no object at all", () => {
    const shape = z.strictObject({ note: z.string().optional() });
    expect(told(shape, { colour: "red" })).toEqual(["there is no field colour here; leave it out"]);
    expect(told(shape, [])).toEqual(["what was sent must be an object"]);
    expect(told(shape, null)).toEqual(["what was sent must be an object"]);
  });
});
