import { describe, expect, it } from "vitest";
import { effectLine, likelyName, pageOf, whyText } from "./mail-words.ts";

describe("what came of mail, in words", () => {
  const effect = {
    kind: "touch",
    subjectId: "t",
    personId: "p",
    personName: "Anna Albers",
    takenBack: false,
  } as const;
  it.each([
    [effect, true, "You wrote to Anna Albers", "/people/p"],
    [effect, false, "Anna Albers wrote to you", "/people/p"],
    [
      { ...effect, kind: "answer" as const, takenBack: true },
      true,
      "You answered the introduction to Anna Albers: taken back",
      "/referrals/t",
    ],
    [
      { ...effect, kind: "introduction" as const },
      false,
      "Anna Albers was introduced to you",
      "/referrals/t",
    ],
  ])("%o", (what, byMember, says, page) => {
    expect([effectLine(what, byMember), pageOf(what)]).toEqual([says, page]);
  });
  it("says nothing where nothing is wrong", () => {
    expect(whyText({ why: null })).toBeNull();
  });
  it.each([
    ["Kohl, Jens", "x@y.example", "Jens Kohl"],
    ["Jens Kohl", "x@y.example", "Jens Kohl"],
    ["", "jens.kohl@y.example", "Jens Kohl"],
    ["jens@y.example", "jens-2@y.example", "Jens"],
    ["", "4711@y.example", ""],
  ])("%j <%s> is likely called %j", (name, address, called) => {
    expect(likelyName({ name, address })).toBe(called);
  });
});
