import { describe, expect, it } from "vitest";
import { namedPattern, type NamedBy } from "./named.ts";

const JALE: NamedBy = {
  names: [{ fullName: "Dr. Jale Merz", givenName: "Jale", familyName: "Merz" }],
  keys: ["merz jale"],
  emails: ["jale.merz@hafen.example"],
  phones: ["+494088997766"],
  linkedinUrls: ["https://www.linkedin.com/in/jale-merz"],
};

describe("what somebody is found by in the words of others", () => {
  it.each([
    "With Jale Merz at noon",
    "With JALE  MERZ's friend",
    "Merz, Jale",
    "to jale.merz@hafen.example.",
    "+49 40 8899 7766",
    "0049/40-88997766",
    "(040) 8899.7766",
    "+49 (0)40 88997766",
    "https://linkedin.com/in/jale-merz",
  ])("%j names them", (text) => expect(finds(JALE, text)).toBe(true));

  it.each([
    "Jale said so",
    "Anna Merz",
    "Jale Merzig",
    "xjale.merz@hafen.example",
    "494088997766",
    "1040889977661",
    "jaleXmerz@hafen.example",
  ])("%j is somebody else's, or a number", (text) => expect(finds(JALE, text)).toBe(false));

  it("is nothing where there is one name alone: anybody may have it", () => {
    const one = { fullName: "Jale", givenName: null, familyName: null };
    expect(
      namedPattern({ names: [one], keys: ["jale"], emails: [], phones: [], linkedinUrls: [] }),
    ).toBeNull();
  });
});

/** As PostgreSQL reads it, but for how it writes letters and digits. */
function finds(by: NamedBy, text: string): boolean {
  const pattern = namedPattern(by)?.replaceAll("[[:alnum:]]", String.raw`[\p{L}\p{N}]`);
  return pattern !== undefined && new RegExp(pattern, "iu").test(text);
}
