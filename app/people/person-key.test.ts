import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkedinKey, personNameKey } from "./person-key.ts";

describe("the key of a name", () => {
  it.each([
    [["Dr. José García-López", "GARCIA LOPEZ, JOSE", "jose m. garcia lopez", "José García López, PhD"]],
    [["Søren Kjærgaard", "Soren Kjaergaard", "Kjærgaard, Søren"]],
    [["Sean O'Neil", "Sean O’Neil", "sean oneil"]],
    [["John Smith Jr.", "Smith, John", "Mr John Smith"]],
    [["Groß, Jürgen", "Jurgen Gross"]],
  ])("is one for %j", (names) => expect(new Set(names.map(personNameKey)).size).toBe(1));

  it.each([
    ["Bauer", "Baur"],
    ["Ann Lee", "Anna Lee"],
    ["J. Smith", "K. Smith"],
    ["王 明", "王 芳"],
  ])("differs for %s and %s", (one, other) => expect(personNameKey(one)).not.toBe(personNameKey(other)));

  it("is empty for nothing", () => expect(personNameKey(" - ")).toBe(""));

  it("does not change when it is taken again, nor with the order of the words", () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{2,6}x$/), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(words, (drawn) => {
        const key = personNameKey(drawn.join(" "));
        expect(personNameKey(key)).toBe(key);
        expect(personNameKey(drawn.toReversed().join(" "))).toBe(key);
      }),
    );
  });
});

describe("the key of a LinkedIn page", () => {
  it.each([
    ["https://www.linkedin.com/in/Ann-Lee/", "in/ann-lee"],
    ["http://de.linkedin.com/in/ann-lee?trk=a#b", "in/ann-lee"],
    ["linkedin.com/in/j%C3%BCrgen", "in/jürgen"],
    ["linkedin.com/in/%E0%A4%A", "in/%e0%a4%a"],
    ["https://www.linkedin.com/company/acme", null],
    ["https://notlinkedin.com/in/ann", null],
    ["", null],
  ])("of %j is %j", (url, key) => expect(linkedinKey(url)).toBe(key));
});
