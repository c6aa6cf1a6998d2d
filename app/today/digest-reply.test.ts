import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_TOLD, numberIn, replyLines } from "./digest-reply.ts";

describe("what somebody wrote above what they quote", () => {
  it.each([
    ["asked Anna, will think", ["asked Anna, will think"]],
    ["asked Anna\n\nmet Bo today\n", ["asked Anna", "met Bo today"]],
    [
      "asked Anna\n\nOn Wed, 18 Nov 2026 at 07:30, Askwell <day@nordlicht.example> wrote:\n> Good morning",
      ["asked Anna"],
    ],
    [
      "asked Anna\nOn Wed, 18 Nov 2026 at 07:30, Askwell\n<day@nordlicht.example> wrote:\n\nGood morning",
      ["asked Anna"],
    ],
    [
      "Anna gefragt\n\nAm 18.11.2026 um 07:30 schrieb Askwell <a@b.example>:\n> Guten Morgen",
      ["Anna gefragt"],
    ],
    ["Anna gefragt\n\nAm Mi., 18. Nov. 2026 um 07:30 Uhr schrieb Askwell <a@b.example>:", ["Anna gefragt"]],
    ["met Bo\n\n-----Original Message-----\nFrom: Askwell\nSent: Wednesday", ["met Bo"]],
    ["met Bo\r\n\r\n-----Ursprüngliche Nachricht-----\r\nVon: Askwell", ["met Bo"]],
    ["met Bo\n\nVon: Askwell <a@b.example>\nGesendet: Mittwoch, 18. November 2026", ["met Bo"]],
    ["met Bo\n________________________________\nFrom: Askwell", ["met Bo"]],
    ["met Bo\n-- \nMia Sommer\nNordlicht", ["met Bo"]],
    ["met Bo\n\nSent from my iPhone", ["met Bo"]],
    ["met Bo\nVon meinem iPhone gesendet", ["met Bo"]],
    ["Hi,\nmet Bo\nBest regards,\nMia", ["met Bo"]],
    ["Hallo Askwell,\n- Bo getroffen\n- Anna gefragt\nViele Grüße\nMia", ["Bo getroffen", "Anna gefragt"]],
    ...[
      "Schöne Grüße",
      "Schönen Gruß,",
      "Beste Grüße",
      "Viele Grüsse aus Bremen",
      "Best wishes",
      "Cheers, Mia",
      "Kind regards",
      "Mit freundlichen Grüßen",
      "LG Mia",
      "All the best!",
    ].map((end): [string, string[]] => [`met Bo\n${end}\nMia`, ["met Bo"]]),
    ["thanked Bo\nbest call with Bo", ["thanked Bo", "best call with Bo"]],
    ["> quoted first\nmet Bo below", []],
    ["1", ["1"]],
    ["on Thursday I asked Anna", ["on Thursday I asked Anna"]],
    ["", []],
  ])("%j", (text, lines) => {
    expect(replyLines(text)).toEqual(lines);
  });

  it("is a few short lines, whatever comes, with nothing that was quoted", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 700 }), { maxLength: 40 }), (lines) => {
        const told = replyLines([...lines, "> quoted", "after it"].join("\n"));
        expect(told.length).toBeLessThanOrEqual(MOST_TOLD);
        for (const line of told) {
          expect(line.length).toBeLessThanOrEqual(500);
          expect(line).not.toContain("\n");
          expect(line).not.toMatch(/^>/);
        }
      }),
    );
  });
});

describe("a number by itself", () => {
  it.each([
    ["1", 1],
    [" 12. ", 12],
    ["(3)", 3],
    ["2)", 2],
    ["1 and 2", null],
    ["asked 2", null],
    ["", null],
  ])("%j is %s", (line, number) => expect(numberIn(line)).toBe(number));
});
