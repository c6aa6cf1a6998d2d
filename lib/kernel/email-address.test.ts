import { describe, expect, it } from "vitest";
import { emailKey, isEmailAddress } from "./email-address.ts";

describe("the key of an e-mail address", () => {
  it("is its lower case", () => expect(emailKey(" Ann.Lee@Example.COM ")).toBe("ann.lee@example.com"));

  it.each([
    "",
    "ann",
    "ann@",
    "@x.example",
    "ann@x",
    "a b@x.example",
    "ann@x..example",
    ".ann@x.example",
    "ann@-x.example",
    "ann@1.2.3.4",
    `${"a".repeat(65)}@x.example`,
  ])("is none for %j", (text) => expect(emailKey(text)).toBeNull());

  it.each(["o'neil+x@sub.example.co.uk", "müller@müller.example", "a_b-c@x1.example", "1@2.example"])(
    "%s is an address",
    (text) => expect(isEmailAddress(text)).toBe(true),
  );
});
