import { describe, expect, it } from "vitest";
import { cleanEmail, cleanName, isEmail } from "./contact.ts";

describe("an address", () => {
  it.each(["a@b.de", "mia.sommer+x@sub.nordlicht.example", "jörg@müller.example"])("may be %s", (text) => {
    expect(isEmail(text)).toBe(true);
  });
  it.each([
    "",
    "mia",
    "mia@",
    "@b.de",
    "mia@nordlicht",
    "a b@c.de",
    "a@b.de,c@d.de",
    "<a@b.de>",
    "a@b.",
    `${"a".repeat(320)}@b.de`,
  ])("cannot be %s", (text) => expect(isEmail(text)).toBe(false));
  it("is kept trimmed and in lower case, or refused at its field", () => {
    expect(cleanEmail(" Mia@Nordlicht.Example ")).toBe("mia@nordlicht.example");
    expect(() => cleanEmail("mia")).toThrow(expect.objectContaining({ field: "email" }));
  });
});

describe("a name", () => {
  it("is kept without what cannot be seen", () => {
    expect(cleanName("  Mia\u0000 \n Sommer ")).toBe("Mia Sommer");
  });
  it.each(["", "  ", "x".repeat(121)])("cannot be %j", (text) => {
    expect(() => cleanName(text)).toThrow(expect.objectContaining({ field: "name" }));
  });
});
