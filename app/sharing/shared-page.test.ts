import { describe, expect, it } from "vitest";
import { createPageLinks } from "./page-link-server.ts";
import {
  contactMaySay,
  contactUntil,
  pageStateOf,
  sourceMaySay,
  untilAfterTelling,
  type PageAnswer,
} from "./shared-page.ts";

const said = (answer: PageAnswer, takenBack = false) => ({
  answer,
  takenBackAt: takenBack ? new Date(0) : null,
});
const asking = { asked: "Would you introduce me?", whom: "Ben Moss" };

describe("what a source may say", () => {
  it.each([
    ["all four, at first", asking, [], ["introduced", "not-now", "not-them", "never"]],
    ["nobody in particular is ruled out", { ...asking, whom: null }, [], ["introduced", "not-now", "never"]],
    [
      "somebody else too, once they introduced one",
      asking,
      [said("introduced")],
      ["introduced", "not-them", "never"],
    ],
    ["still introduces after a not now", asking, [said("not-now")], ["introduced", "not-them", "never"]],
    ["once that one is out", asking, [said("not-them")], ["introduced", "not-now", "never"]],
    ["nothing after the word to leave them alone", asking, [said("never")], []],
    [
      "all again, once that is taken back",
      asking,
      [said("never", true)],
      ["introduced", "not-now", "not-them", "never"],
    ],
    ["only to be left alone where nothing is asked", { asked: null, whom: null }, [], ["never"]],
  ] as const)("%s", (_, page, before, may) => {
    expect(sourceMaySay(page, before)).toEqual(may);
  });
});

describe("a contact", () => {
  it("answers once, and not again once names are joined", () => {
    expect(contactMaySay([])).toEqual(["agreed", "declined"]);
    expect(contactMaySay([said("agreed")])).toEqual([]);
  });
});

describe("how long a page opens", () => {
  it.each([
    ["2026-11-18", null, "open"],
    ["2026-11-17", null, "expired"],
    ["2026-11-30", new Date(0), "withdrawn"],
    ["2026-11-01", new Date(0), "withdrawn"],
  ] as const)("until %s, withdrawn %s: %s", (untilDay, withdrawnAt, state) => {
    expect(pageStateOf({ untilDay, withdrawnAt }, "2026-11-18")).toBe(state);
  });
  it("for a contact thirty days, and no longer than the source's own", () => {
    expect(contactUntil("2027-01-17", "2026-11-18")).toBe("2026-12-18");
    expect(contactUntil("2026-11-25", "2026-11-18")).toBe("2026-11-25");
  });
  it("for sixty days more when something is told, and never for less", () => {
    expect(untilAfterTelling("2026-11-20", "2026-11-18")).toBe("2027-01-17");
    expect(untilAfterTelling("2027-11-20", "2026-11-18")).toBe("2027-11-20");
  });
});

describe("a link", () => {
  const made = { url: "https://ask.example/", secret: "a secret of this house, long enough for it" };
  const [workspaceId, pageId] = [
    "01930000-0000-7000-8000-000000000001",
    "01930000-0000-7000-8000-000000000002",
  ];
  const links = createPageLinks(made);
  const token = links.linkTo(workspaceId, pageId).split("#")[1] ?? "";

  it("says nothing before the #, and is read by whoever signed it", () => {
    expect(links.linkTo(workspaceId, pageId)).toMatch(/^https:\/\/ask\.example\/for#[\w-]{64}$/);
    expect(links.read(token)).toEqual({ workspaceId, pageId });
  });
  it("is nobody's when a character changed, when another house signed it, and when it is no link", () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "0" ? "1" : "0";
      expect(links.read(token.slice(0, at) + other + token.slice(at + 1)), `changed at ${at}`).toBeNull();
    }
    const elsewhere = createPageLinks({ ...made, secret: "another secret, just as long as the first" });
    expect(elsewhere.read(token)).toBeNull();
    for (const text of ["", "x", token.slice(1), `${token}a`]) expect(links.read(text)).toBeNull();
  });
});
