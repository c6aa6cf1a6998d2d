import { describe, expect, it } from "vitest";
import { amongKnown } from "./at-hand.ts";

const person = (fullName: string, accountName: string | null = null) => ({
  id: fullName,
  fullName,
  accountId: null,
  accountName,
});
const KNOWN = [
  person("Anna Weber", "Telia"),
  person("Jürgen Groß", "Nordwind AG"),
  person("Annabel Stone"),
  person("Robert Miles", "Telia"),
];

describe("whom somebody means without a network", () => {
  it.each([
    ["", ["Anna Weber", "Jürgen Groß", "Annabel Stone", "Robert Miles"]],
    ["ann", ["Anna Weber", "Annabel Stone"]],
    ["anna web", ["Anna Weber"]],
    ["jurgen", ["Jürgen Groß"]],
    ["tel", ["Anna Weber", "Robert Miles"]],
    ["miles telia", ["Robert Miles"]],
    ["Roberd Miles", ["Robert Miles"]],
    ["nobody", []],
  ])("%j: %j", (typed, found) => {
    expect(amongKnown(typed, KNOWN).map(({ fullName }) => fullName)).toEqual(found);
  });
});
