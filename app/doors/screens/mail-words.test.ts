import { describe, expect, it } from "vitest";
import type { ArrivedMailView } from "../mail-view.ts";
import { effectLine, likelyName, likelySource, pageOf, shareLine, whyText, withWhom } from "./mail-words.ts";

type Named = ArrivedMailView["named"][number];

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
  const gerda: Named = {
    role: "from",
    name: "",
    address: "g@x.example",
    person: { id: "g", name: "Gerda Gut" },
    mayBe: [],
  } as const;
  const karl: Named = { role: "cc", name: "", address: "k@x.example", person: null, mayBe: [] };
  it("names those whom we know, and takes the writer for the source", () => {
    expect(withWhom({ named: [gerda, karl, { ...gerda, person: { id: "a", name: "Anna" } }] })).toBe(
      "It would be logged with Gerda Gut and Anna.",
    );
    expect(withWhom({ named: [karl] })).toBeNull();
    expect(likelySource({ byMember: false, named: [gerda, karl] }, karl)).toBe("g");
    expect(likelySource({ byMember: true, named: [{ ...gerda, role: "to" }, karl] }, karl)).toBeNull();
    expect(likelySource({ byMember: false, named: [gerda] }, gerda)).toBeNull();
  });
  it.each([
    [null, true, "You wrote to Anna: counts with the e-mail written down for that day"],
    ["Angebot", false, "Anna wrote to you: counts with “Angebot” of that day"],
    ["", true, "You wrote to Anna: counts with the mail without a subject of that day"],
  ])("says with what it counts: %j", (subject, byMember, says) => {
    expect(shareLine({ personId: "a", personName: "Anna", touchId: "t", subject }, byMember)).toBe(says);
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
