import { describe, expect, it } from "vitest";
import {
  CONTACT_KINDS,
  isReal,
  kindsOf,
  kindToLog,
  nameOfKind,
  TOUCH_KINDS,
  WEIGHTS,
  whatNext,
} from "./touch.ts";

const ago = (kind: string, daysAgo: number) => ({ kind, daysAgo });
const own = (name: string, ended = false) => ({ kind: `own-${name}`, name, weight: 4, ended });

describe("kinds of touch", () => {
  it("are the trade's, weighed, and the workspace's own after them", () => {
    const kinds = kindsOf([{ kind: "call", name: null, weight: 2, ended: false }, own("Sauna")]);
    expect(kinds.map(({ id }) => id)).toEqual([...CONTACT_KINDS, "own-Sauna"]);
    expect(kinds.find(({ id }) => id === "call")).toMatchObject({ weight: 2, logged: true, own: false });
    expect(kinds.at(-1)).toEqual({
      id: "own-Sauna",
      name: "Sauna",
      weight: 4,
      logged: true,
      own: true,
      ended: false,
    });
  });
  it("weigh a handwritten note above an e-mail, and let a newsletter move no clock", () => {
    expect(WEIGHTS["handwritten-note"]).toBeGreaterThan(WEIGHTS["e-mail"]);
    expect(CONTACT_KINDS.filter((kind) => !isReal({ weight: WEIGHTS[kind] }))).toEqual(["newsletter"]);
  });
  it("are told once: what has a home is not written down here", () => {
    const kinds = kindsOf([own("Sauna"), own("Golf", true)]);
    for (const kind of TOUCH_KINDS) expect(kindToLog(kind, kinds).id).toBe(kind);
    expect(kindToLog("own-Sauna", kinds).name).toBe("Sauna");
    expect(() => kindToLog("gift", kinds)).toThrow("among the gifts");
    expect(() => kindToLog("referral-given", kinds)).toThrow("under Giving");
    expect(() => kindToLog("meeting", kinds)).toThrow("among the meetings");
    for (const kind of ["first-answer", "own-Golf", "dance"])
      expect(() => kindToLog(kind, kinds)).toThrow("choose handwritten note");
  });
  it("have names of their own", () => {
    const kinds = kindsOf([own("Sauna"), own("Golf", true)]);
    expect(nameOfKind("  Regatta ", kinds)).toBe("Regatta");
    expect(nameOfKind("Golf", kinds)).toBe("Golf");
    expect(() => nameOfKind("sauna", kinds)).toThrow("there already");
    expect(() => nameOfKind("Call", kinds)).toThrow("there already");
    expect(() => nameOfKind(" ", kinds)).toThrow("name");
  });
});

describe("what comes next", () => {
  it.each([
    ["a note where there was none", [ago("call", 40)], "handwritten-note"],
    ["a note where the last was long ago", [ago("handwritten-note", 184)], "handwritten-note"],
    ["a call after a note", [ago("handwritten-note", 90)], "call"],
    ["a call where both were there", [ago("handwritten-note", 90), ago("call", 60)], "call"],
  ])("is %s", (_, contacts, kind) => expect(whatNext(contacts)).toBe(kind));
});
