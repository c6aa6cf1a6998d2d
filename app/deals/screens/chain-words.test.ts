import { expect, it } from "vitest";
import { growTree, type ChainNode } from "../chain-tree.ts";
import type { ChainPersonView } from "../chain-view.ts";
import { chainSentence, dealWords, howShort, spokenNode } from "./chain-words.ts";

const none: ChainPersonView["deals"] = { won: 0, open: 0, lost: 0, value: [] };

it.each([
  [none, []],
  [{ ...none, open: 1, lost: 2 }, ["deal open"]],
  [{ ...none, lost: 1 }, ["deal lost"]],
  [{ ...none, won: 1, lost: 1 }, ["won"]],
  [
    {
      ...none,
      won: 2,
      value: [
        { minor: 1_200_000, currency: "EUR" },
        { minor: 99, currency: "USD" },
      ],
    },
    ["won €12,000 + US$0.99"],
  ],
])("says what came of an introduction: %j", (deals, says) => {
  expect(dealWords(deals)).toEqual(says);
});

it("says each in one breath, and the whole in a sentence", () => {
  const [anna, ben, cleo] = chain(3, 0);
  expect(spokenNode(anna)).toBe("Anna, the first of this chain, one person introduced by them");
  expect(spokenNode(ben)).toBe("Ben, introduced by Anna in 2024, level 3, one person introduced by them");
  expect(spokenNode(cleo)).toBe("Cleo, named by Ben in 2025, a name only");
  expect([anna, ben, cleo].map((node) => howShort(node, ""))).toEqual([
    "first source",
    "2024 · level 3",
    "2025 · name only",
  ]);
  expect(howShort(ben, "won €1,234,567.89")).toBe("2024");
  expect(chainSentence(anna, [anna, ben, cleo], 0)).toBe("Two people grew from here.");
  expect(chainSentence(ben, [anna, ben, cleo], 40)).toBe(
    "One introduction led here. 41 people grew from here.",
  );
  expect(chainSentence(cleo, [anna, ben, cleo], 0)).toBe(
    "Two introductions led here. Nobody grew from here yet.",
  );
});

function chain(first: 3, second: 0): [ChainNode, ChainNode, ChainNode] {
  const people = ["Anna", "Ben", "Cleo"].map((name) => ({
    personId: name,
    name,
    accountName: null,
    deals: none,
  }));
  const introductions = [link("Anna", "Ben", first, "2024-02-01"), link("Ben", "Cleo", second, "2025-02-01")];
  const anna = growTree({ personId: "Ben", people, introductions, more: 0 }) as ChainNode;
  const ben = anna.children[0] as ChainNode;
  return [anna, ben, ben.children[0] as ChainNode];
}

function link(sourceId: string, contactId: string, level: 0 | 3, day: string) {
  return {
    referralId: contactId,
    sourceId,
    contactId,
    memberId: "mia",
    memberName: "Mia",
    day,
    level,
    state: "met" as const,
    asked: false,
  };
}
