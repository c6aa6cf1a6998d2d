import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BOX,
  everybody,
  foldedAtFirst,
  growTree,
  layOut,
  neighbour,
  type ChainNode,
  type Way,
} from "./chain-tree.ts";
import type { ChainPictureView } from "./chain-view.ts";

/** Person `at` was introduced by the one that the number means, of those before them. */
const pictures = fc
  .array(fc.nat(), { maxLength: 60 })
  .map((sources) => pictureOf(sources.map((source, at) => [source % (at + 1), at + 1])));
const ways = fc.constantFrom<Way>("columns", "rows");

describe("the tidy tree", () => {
  it("has everybody once, no box over another, generations in line, everybody between their contacts", () => {
    fc.assert(
      fc.property(pictures, ways, fc.array(fc.nat(60), { maxLength: 4 }), (picture, way, shut) => {
        const root = treeOf(picture);
        const folded = new Set(shut.map((at) => id(at)));
        const { spots, width, height } = layOut(root, folded, way);
        const box = BOX[way];
        expect(new Set(spots.map(({ node }) => node.id)).size).toBe(spots.length);
        expect(spots.length + spots.reduce((sum, { hidden }) => sum + hidden, 0)).toBe(picture.people.length);
        const at = new Map(spots.map((spot) => [spot.node.id, spot]));
        const [across, along] = way === "columns" ? (["y", "x"] as const) : (["x", "y"] as const);
        for (const spot of spots) {
          expect(
            spot.x >= 0 && spot.x + box.width <= width && spot.y >= 0 && spot.y + box.height <= height,
          ).toBe(true);
          const parent = at.get(spot.node.parent?.id ?? "");
          const next = (parent?.[along] ?? -999) + (way === "columns" ? box.width : box.height);
          expect(spot[along]).toBeGreaterThanOrEqual(next);
          const children = spot.node.children.flatMap((child) => at.get(child.id)?.[across] ?? []);
          if (children.length === 0) continue;
          expect(spot[across]).toBeGreaterThanOrEqual(Math.min(...children) - 0.001);
          expect(spot[across]).toBeLessThanOrEqual(Math.max(...children) + 0.001);
        }
        const overlaps = spots.flatMap((one) =>
          spots.filter(
            (other) =>
              one !== other &&
              Math.abs(one.x - other.x) < box.width &&
              Math.abs(one.y - other.y) < box.height,
          ),
        );
        expect(overlaps).toEqual([]);
      }),
    );
  });

  it("is the same however its facts are sorted", () => {
    fc.assert(
      fc.property(pictures, ways, fc.infiniteStream(fc.nat()), (picture, way, chance) => {
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => [chance.next().value as number, item] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, item]) => item);
        const again = {
          ...picture,
          people: shuffled(picture.people),
          introductions: shuffled(picture.introductions),
        };
        const drawn = (one: ChainPictureView) =>
          layOut(treeOf(one), new Set(), way).spots.map(({ node, x, y }) => [node.id, x, y]);
        expect(drawn(again)).toEqual(drawn(picture));
      }),
    );
  });

  it("lays out a thousand, wide, deep and in between", () => {
    const shapes: ((at: number) => number)[] = [
      () => 0,
      (at) => at - 1,
      (at) => Math.floor((at - 1) / 3),
      (at) => Math.max(0, at - 1 - ((at * 7) % 13)),
    ];
    for (const shape of shapes) {
      const root = treeOf(pictureOf(Array.from({ length: 999 }, (_, at) => [shape(at + 1), at + 1])));
      expect(layOut(root, new Set(), "columns").spots).toHaveLength(1_000);
      expect(root.grown).toBe(999);
    }
  });

  it("ends where a merge has made a ring of it, and loses nobody whom it can reach", () => {
    const ring = {
      ...pictureOf([
        [0, 1],
        [1, 2],
        [2, 0],
        [2, 3],
      ]),
      personId: id(1),
    };
    const names = everybody(treeOf(ring)).map((node) => node.id);
    expect(names.toSorted()).toEqual([0, 1, 2, 3].map(id));
    const oneself = pictureOf([
      [0, 0],
      [0, 1],
    ]);
    expect(everybody(treeOf(oneself)).map((node) => node.id)).toEqual([id(0), id(1)]);
    expect(growTree({ personId: null, people: [], introductions: [], more: 0 })).toBeNull();
  });
});

describe("folding", () => {
  it("leaves a small chain open, and of a large one the line that leads to whom it is about", () => {
    expect(
      foldedAtFirst(
        treeOf(
          pictureOf([
            [0, 1],
            [1, 2],
          ]),
        ),
        id(0),
      ),
    ).toEqual(new Set());
    const ternary = pictureOf(Array.from({ length: 999 }, (_, at) => [Math.floor(at / 3), at + 1]));
    const root = treeOf(ternary);
    const folded = foldedAtFirst(root, id(200));
    const drawn = layOut(root, folded, "columns").spots;
    expect(drawn.length).toBeLessThanOrEqual(60);
    expect(drawn.length).toBeGreaterThan(30);
    const shown = new Set(drawn.map(({ node }) => node.id));
    for (const at of [0, 1, 7, 22, 66, 200, 601, 602, 603]) expect(shown.has(id(at)), String(at)).toBe(true);
    expect(drawn.reduce((sum, { hidden }) => sum + hidden, 0) + drawn.length).toBe(1_000);
  });
});

describe("the keys", () => {
  it("go to whoever stands there", () => {
    const root = treeOf(
      pictureOf([
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 4],
      ]),
    );
    const layout = layOut(root, new Set(), "columns");
    const from = (at: number, move: Parameters<typeof neighbour>[2]) =>
      neighbour(layout, id(at), move, "columns")?.id ?? null;
    expect(from(0, "child")).toBe(id(1));
    expect(from(1, "after")).toBe(id(2));
    expect(from(2, "before")).toBe(id(1));
    expect(from(3, "after")).toBe(id(4));
    expect(from(4, "parent")).toBe(id(2));
    expect([from(0, "parent"), from(0, "before"), from(4, "after"), from(3, "child")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(neighbour(layOut(root, new Set([id(1)]), "rows"), id(1), "child", "rows")).toBeNull();
  });
});

function treeOf(picture: ChainPictureView): ChainNode {
  return growTree(picture) as ChainNode;
}

function pictureOf(links: (readonly [source: number, contact: number])[]): ChainPictureView {
  const all = [...new Set([0, ...links.flat()])];
  return {
    personId: id(0),
    people: all.map((at) => ({
      personId: id(at),
      name: `Person ${at}`,
      accountName: null,
      deals: { won: 0, open: 0, lost: 0, value: [] },
    })),
    introductions: links.map(([source, contact], at) => ({
      referralId: id(10_000 + at),
      sourceId: id(source),
      contactId: id(contact),
      memberId: id(99_999),
      memberName: "Mia Sommer",
      day: `2024-01-${String((at % 28) + 1).padStart(2, "0")}`,
      level: 3 as const,
      state: "met" as const,
      asked: true,
    })),
    more: 0,
  };
}

function id(at: number): string {
  return String(at).padStart(6, "0");
}
