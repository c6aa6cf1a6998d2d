import { describe, expect, it } from "vitest";
import { cleanEmail, cleanName } from "./contact.ts";

describe("an address", () => {
  it("is kept trimmed and in lower case, or refused at its field", () => {
    expect(cleanEmail(" Mia@Nordlicht.Example ")).toBe("mia@nordlicht.example");
    for (const none of ["", "mia", "mia@nordlicht", "a@b.de,c@d.de", "<a@b.de>"])
      expect(() => cleanEmail(none)).toThrow(expect.objectContaining({ field: "email" }));
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
