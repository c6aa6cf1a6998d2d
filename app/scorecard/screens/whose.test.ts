import { expect, it } from "vitest";
import { nameKnown, opensOn, whoseIn } from "./whose.ts";

it.each([
  ["a leader", "leader", null, [], "company", {}],
  ["a leader who also manages", "leader", "north", ["north"], "company", {}],
  [
    "a manager of another team than their own",
    "manager",
    "north",
    ["south"],
    "team:south",
    { team: "south" },
  ],
  ["a manager who manages none yet", "manager", "north", [], "team:north", { team: "north" }],
  ["a manager without a team", "manager", null, [], "me", { member: "mia" }],
  ["a rep", "rep", "north", [], "me", { member: "mia" }],
] as const)("opens for %s on what they answer for", (_, role, teamId, leads, of, asked) => {
  const me = { member: { id: "mia", role, teamId }, leads: [...leads] };
  expect(opensOn(me)).toBe(of);
  expect(whoseIn(of, me)).toEqual(asked);
});

it("asks for whoever was chosen, and for oneself where the address says nothing known", () => {
  const me = { member: { id: "mia", role: "leader" as const, teamId: null }, leads: [] };
  expect(whoseIn("member:ole", me)).toEqual({ member: "ole" });
  expect(whoseIn("nonsense", me)).toEqual({ member: "mia" });
});

it("names oneself and the company before anybody answers, and nobody wrongly", () => {
  const member = { id: "mia", name: "Mia Sommer", role: "rep" as const, teamId: "north" };
  const me = { member, leads: [], workspace: { name: "Nordlicht" } };
  const named = ["me", "member:mia", "company", "team:north", "member:ole"].map((of) => nameKnown(of, me));
  expect(named).toEqual(["Mia Sommer", "Mia Sommer", "Nordlicht", "…", "…"]);
});
