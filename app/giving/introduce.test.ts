import { describe, expect, it } from "vitest";
import { askFirstLetter, introductionLetter, letterAddress, namesThem } from "./introduce.ts";
import { givenSentence } from "./words.ts";

const hanna = { name: "Hanna Horn", title: "Owner", accountName: "Horn Events", email: "hanna@horn.example" };
const gerd = { name: "Dr. Gerd Graf", title: null, accountName: "Graf Catering", email: null };
const why = "Hanna plans a party for 200 in June";

describe("the letter to both", () => {
  it("says who each is, by the names they go by", () => {
    const { subject, text } = introductionLetter(hanna, gerd, "Mia Sommer");
    expect(subject).toBe("Hanna Horn, meet Dr. Gerd Graf");
    expect(text).toContain("Dear Hanna, dear Gerd,");
    expect(text).toContain("Hanna, Gerd works at Graf Catering. Gerd, Hanna is Owner at Horn Events.");
    expect(text).toContain("I think that you will have something to say to each other.");
    expect(text.endsWith("Mia Sommer")).toBe(true);
  });
  it("opens in a mail program with every address there is", () => {
    const letter = introductionLetter(hanna, { ...gerd, email: "g+x@graf.example" }, "Mia");
    const both = letterAddress(["hanna@horn.example", "g+x@graf.example"], letter);
    expect(
      both.startsWith("mailto:hanna@horn.example,g%2Bx@graf.example?subject=Hanna%20Horn%2C%20meet"),
    ).toBe(true);
    expect(decodeURIComponent(both)).toContain("Dear Hanna, dear Gerd,\r\n\r\n");
    expect(letterAddress([null, null], letter).startsWith("mailto:?subject=")).toBe(true);
  });
});

describe("the letter to one, before names are joined", () => {
  it.each([
    [hanna, gerd],
    [gerd, hanna],
  ])("says nothing of who the other is", (to, other) => {
    const { subject, text } = askFirstLetter(to, other, `${other.name} can help`, "Mia Sommer");
    for (const part of [...other.name.split(" "), other.accountName, "Graf", "Horn"].filter(
      (each) => !to.name.includes(each),
    ))
      expect(`${subject} ${text}`).not.toContain(part);
    expect(text).toContain("If you would rather not");
  });
  it("says why where that names nobody", () => {
    expect(askFirstLetter(gerd, hanna, "A party for 200 in June", "Mia").text).toContain(
      "A party for 200 in June.",
    );
    expect([namesThem(why, hanna), namesThem(why, gerd), namesThem("horn events", hanna)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("what we did", () => {
  it("has a sentence a level", () => {
    const sentences = ([0, 1, 2, 3, 4, 5] as const).map((level) => givenSentence(level, "Anna", "Bo"));
    expect(new Set(sentences).size).toBe(6);
    expect(sentences[1]).toBe("told Bo to expect Anna");
  });
});
