import { hierarchy, tree, type HierarchyPointNode } from "d3-hierarchy";
import type { ChainIntroductionView, ChainPersonView, ChainPictureView } from "./chain-view.ts";

/** Somebody in a chain, below whoever introduced them. */
export interface ChainNode {
  id: string;
  person: ChainPersonView;
  /** How they were introduced; null for the first source. */
  by: ChainIntroductionView | null;
  parent: ChainNode | null;
  /** Whom they introduced, the first first. */
  children: ChainNode[];
  /** 1 for the first source. */
  generation: number;
  /** How many grew from them, those of their own contacts included. */
  grown: number;
}

/** Where a node's box stands, in pixels from the upper left corner. */
export interface Spot {
  node: ChainNode;
  x: number;
  y: number;
  /** How many are folded away behind it. */
  hidden: number;
}

export interface ChainLayout {
  spots: readonly Spot[];
  width: number;
  height: number;
}

/** columns: a generation beside the other. rows: a generation below the other. */
export type Way = "columns" | "rows";

/** A node's box, and the room to the next: beside it in its generation, and to the next generation. */
export const BOX = {
  columns: { width: 204, height: 56, beside: 12, between: 36 },
  rows: { width: 156, height: 76, beside: 12, between: 48 },
} as const;

const COUSINS = 1.25;
const DRAWN_AT_FIRST = 60;

/** The first source with all who came after; null when nobody is in it. However it is read, equal facts make an equal tree. */
export function growTree({ personId, people, introductions }: ChainPictureView): ChainNode | null {
  const persons = new Map(people.map((person) => [person.personId, person]));
  const made = Map.groupBy(introductions.toSorted(oldestFirst), ({ sourceId }) => sourceId);
  const placed = new Set<string>();
  const place = (person: ChainPersonView, by: ChainNode["by"], parent: ChainNode | null): ChainNode => {
    placed.add(person.personId);
    const generation = (parent?.generation ?? 0) + 1;
    return { id: person.personId, person, by, parent, children: [], generation, grown: 0 };
  };
  const first = persons.get(firstSource(personId, introductions));
  if (first === undefined) return null;
  const root = place(first, null, null);
  const nodes = [root];
  for (const node of nodes) {
    for (const by of made.get(node.id) ?? []) {
      const person = persons.get(by.contactId);
      if (person === undefined || placed.has(by.contactId)) continue;
      const child = place(person, by, node);
      node.children.push(child);
      nodes.push(child);
    }
  }
  for (const node of nodes.toReversed()) if (node.parent) node.parent.grown += node.grown + 1;
  return root;
}

/** Everybody below and including this node, each before those whom they introduced. */
export function everybody(root: ChainNode): ChainNode[] {
  return [root, ...root.children.flatMap(everybody)];
}

/**
 * Whose contacts are folded away before anybody asked: with more than sixty to draw, everybody beyond the generation that would be
 * the first too many. The line that leads to `personId`, and whom they introduced, stay open.
 */
export function foldedAtFirst(root: ChainNode, personId: string | null, most = DRAWN_AT_FIRST): Set<string> {
  const open = new Set(lineTo(root, personId));
  let drawn = 1 + [...open].reduce((sum, node) => sum + node.children.length, 0);
  const waiting = [root];
  for (const node of waiting) {
    if (!open.has(node)) {
      if (drawn + node.children.length > most) continue;
      open.add(node);
      drawn += node.children.length;
    }
    waiting.push(...node.children);
  }
  const shut = everybody(root).filter((node) => node.children.length > 0 && !open.has(node));
  return new Set(shut.map(({ id }) => id));
}

/**
 * A tidy tree: after Reingold and Tilford (1981) in the linear time of Buchheim, Jünger and Leipert (2002), as d3-hierarchy has it.
 * Everybody stands between their contacts, generations in line, no box over another.
 */
export function layOut(root: ChainNode, folded: ReadonlySet<string>, way: Way): ChainLayout {
  const { width, height, beside, between } = BOX[way];
  const [across, along] = way === "columns" ? [height, width] : [width, height];
  const laid = tree<ChainNode>()
    .nodeSize([across + beside, along + between])
    .separation((a, b) => (a.parent === b.parent ? 1 : COUSINS))(
    hierarchy(root, (node) => (folded.has(node.id) ? null : node.children)),
  );
  const points = laid.descendants();
  const least = Math.min(...points.map(({ x }) => x));
  const spots = points.map((point) => spotOf(point, least, way, folded));
  return {
    spots,
    width: Math.max(...spots.map(({ x }) => x)) + width,
    height: Math.max(...spots.map(({ y }) => y)) + height,
  };
}

export type Move = "parent" | "child" | "before" | "after";

/** Who stands there as seen from `id`: before and after go along the generation; null at the edge. */
export function neighbour({ spots }: ChainLayout, id: string, move: Move, way: Way): ChainNode | null {
  const here = spots.find(({ node }) => node.id === id);
  if (here === undefined) return null;
  const { node } = here;
  if (move === "parent") return node.parent;
  if (move === "child") return spots.find((spot) => spot.node.parent?.id === id)?.node ?? null;
  const across = (spot: Spot) => (way === "columns" ? spot.y : spot.x);
  const generation = spots
    .filter((spot) => spot.node.generation === node.generation)
    .toSorted((a, b) => across(a) - across(b));
  return generation[generation.indexOf(here) + (move === "after" ? 1 : -1)]?.node ?? null;
}

/** Up from whom it is about to whom nobody introduced; where it goes round, the last before that. */
function firstSource(personId: string | null, introductions: readonly ChainIntroductionView[]): string {
  const below = new Map(introductions.map(({ contactId, sourceId }) => [contactId, sourceId]));
  const seen = new Set<string>();
  let at = personId ?? "";
  for (;;) {
    seen.add(at);
    const up = below.get(at);
    if (up === undefined || seen.has(up)) return at;
    at = up;
  }
}

function lineTo(root: ChainNode, personId: string | null): ChainNode[] {
  const line: ChainNode[] = [];
  let at = everybody(root).find(({ id }) => id === personId) ?? root;
  for (;;) {
    line.push(at);
    if (at.parent === null) return line;
    at = at.parent;
  }
}

function spotOf(
  { x: across, y: along, data: node }: HierarchyPointNode<ChainNode>,
  least: number,
  way: Way,
  folded: ReadonlySet<string>,
): Spot {
  const hidden = folded.has(node.id) ? node.grown : 0;
  const at = across - least;
  return way === "columns" ? { node, hidden, x: along, y: at } : { node, hidden, x: at, y: along };
}

function oldestFirst(a: ChainIntroductionView, b: ChainIntroductionView): number {
  return (
    a.day.localeCompare(b.day) ||
    a.referralId.localeCompare(b.referralId) ||
    a.contactId.localeCompare(b.contactId)
  );
}
