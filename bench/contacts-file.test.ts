import { describe, expect, it } from "vitest";
import { makeContactsFile } from "./contacts-file.ts";

const known = Array.from({ length: 30 }, (_, n) => ({
  given: "Ada",
  family: `Known${n}`,
  company: "Hafen GmbH",
  email: `ada.known${n}@hafen.example`,
  phone: `+49 30 2000${String(n).padStart(4, "0")}`,
}));

describe("a file of contacts", () => {
  const file = makeContactsFile(400, known, ["Hafen GmbH", "Weser AG"]);
  const lines = file.text.trimEnd().split("\r\n");

  it("has as many rows as are wanted, and a tenth planted", () => {
    expect(file.rows).toBe(400);
    expect(lines).toHaveLength(401);
    expect(file.planted.size).toBe(40);
    expect([...file.planted].every((line) => line >= 2 && line <= 401)).toBe(true);
  });

  it("plants who is known, and otherwise only who stands further up", () => {
    const fresh = new Set<string>();
    for (const [at, line] of lines.entries()) {
      if (at === 0) continue;
      const family = line.split(",")[1]!.toLowerCase();
      const isKnown = family.startsWith("known");
      expect(file.planted.has(at + 1), line).toBe(isKnown || fresh.has(family));
      if (!isKnown) fresh.add(family);
    }
    expect(fresh.size).toBe(360);
  });

  it("is the same every time", () => {
    expect(makeContactsFile(400, known, ["Hafen GmbH", "Weser AG"])).toEqual(file);
  });
});
