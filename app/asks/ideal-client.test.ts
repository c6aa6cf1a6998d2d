import { describe, expect, it } from "vitest";
import type { Rights } from "#team/member.ts";
import { cleanIdealClient, mayDraw, picturesFor, pictureInWords, scopeOf } from "./ideal-client.ts";

const own = { id: "1", name: "Zoo keepers", memberId: "mia", teamId: null };
const others = { id: "2", name: "Astronauts", memberId: "jonas", teamId: null };
const north = { id: "3", name: "Bakers", memberId: null, teamId: "north" };
const south = { id: "4", name: "Carpenters", memberId: null, teamId: "south" };
const all = { id: "5", name: "Doctors", memberId: null, teamId: null };
const allToo = { id: "6", name: "Actors", memberId: null, teamId: null };

describe("whose pictures apply to whom", () => {
  it.each([
    ["a rep of north", { id: "mia", teamId: "north" }, [own, north, allToo, all]],
    ["a rep of south", { id: "tariq", teamId: "south" }, [south, allToo, all]],
    ["somebody without a team", { id: "lena", teamId: null }, [allToo, all]],
  ])("%s sees their own first, then the team's, then the workspace's", (_, member, expected) => {
    expect(picturesFor([all, south, others, allToo, north, own], member)).toEqual(expected);
  });
});

function actor(id: string, role: Rights["member"]["role"], leads: string[] = []): Rights {
  return { member: { id, name: id, role, teamId: "north" }, leads };
}

describe("who may draw them", () => {
  it.each([
    ["a rep their own", actor("mia", "rep"), own, true],
    ["a rep a colleague's", actor("mia", "rep"), others, false],
    ["a manager a rep's own", actor("petra", "manager", ["north"]), own, false],
    ["a rep the team's", actor("mia", "rep"), north, false],
    ["its manager the team's", actor("petra", "manager", ["north"]), north, true],
    ["a manager another team's", actor("petra", "manager", ["north"]), south, false],
    ["a leader any team's", actor("lena", "leader"), south, true],
    ["a manager the workspace's", actor("petra", "manager", ["north"]), all, false],
    ["a leader the workspace's", actor("lena", "leader"), all, true],
  ])("%s", (_, who, picture, expected) => {
    expect(mayDraw(who, picture)).toBe(expected);
  });
});

describe("a picture", () => {
  it("is trimmed, needs a name, and says whose it is", () => {
    expect(cleanIdealClient({ name: "  Bakers ", level: " " })).toEqual({
      name: "Bakers",
      level: null,
      company: null,
      industry: null,
      situation: null,
      says: null,
      notWho: null,
    });
    expect(() => cleanIdealClient({ name: " " })).toThrow(expect.objectContaining({ field: "name" }));
    expect([own, north, all].map(scopeOf)).toEqual(["rep", "team", "workspace"]);
  });

  it("reads in one line, as one tells it", () => {
    const facts = cleanIdealClient({
      name: "Second site",
      level: "A plant manager.",
      company: "at a maker of machines",
      situation: "who opens a second site",
    });
    expect(pictureInWords(facts)).toBe("A plant manager at a maker of machines; who opens a second site");
    expect(pictureInWords(cleanIdealClient({ name: "Bakers" }))).toBe("Bakers");
    expect(pictureInWords(cleanIdealClient({ name: "Bakers", company: "in small towns." }))).toBe(
      "Bakers; in small towns",
    );
    expect(pictureInWords(cleanIdealClient({ name: "x", level: "A baker", company: "mills" }))).toBe(
      "A baker at mills",
    );
  });
});
