import { describe, expect, it } from "vitest";
import { fullName, splitName } from "./person-name.ts";

describe("a name", () => {
  it.each([
    ["Ann Lee", ["", "Ann", "", "Lee", ""]],
    ["  Ann   B.  Lee ", ["", "Ann", "B.", "Lee", ""]],
    ["Dr. Ann Lee", ["Dr.", "Ann", "", "Lee", ""]],
    ["Herr Dr. Karl-Heinz Groß", ["Herr Dr.", "Karl-Heinz", "", "Groß", ""]],
    ["John Smith Jr.", ["", "John", "", "Smith", "Jr."]],
    ["John Smith, PhD, MBA", ["", "John", "", "Smith", "PhD MBA"]],
    ["Kennedy, John F.", ["", "John", "F.", "Kennedy", ""]],
    ["KENNEDY JR, JOHN F", ["", "JOHN", "F", "KENNEDY", "JR"]],
    ["Kennedy, John F., III", ["", "John", "F.", "Kennedy", "III"]],
    ["Ludwig van Beethoven", ["", "Ludwig", "", "van Beethoven", ""]],
    ["María de la Cruz", ["", "María", "", "de la Cruz", ""]],
    ["van der Berg, Jan", ["", "Jan", "", "van der Berg", ""]],
    ['Shaquille "Big Aristotle" O\'Neal', ["", "Shaquille", "", "O'Neal", ""]],
    ["Elizabeth (Liz) Taylor", ["", "Elizabeth", "", "Taylor", ""]],
    ["Yo-Yo Ma", ["", "Yo-Yo", "", "Ma", ""]],
    ["Li Do", ["", "Li", "", "Do", ""]],
    ["Madonna", ["", "Madonna", "", "", ""]],
    ["Dr. No", ["Dr.", "No", "", "", ""]],
    ["山田 太郎", ["", "山田", "", "太郎", ""]],
    ["", ["", "", "", "", ""]],
    [",", ["", "", "", "", ""]],
  ])("%j is split into %j", (text, [prefix, given, middle, family, suffix]) => {
    expect(splitName(text)).toEqual({ prefix, given, middle, family, suffix });
  });

  it("is shown without form of address and degrees", () => {
    expect(fullName(splitName("Kennedy, Dr. John F., PhD"))).toBe("John F. Kennedy");
    expect(fullName({ given: "Ann", family: "" })).toBe("Ann");
  });
});
