import type { Passage } from "./written.ts";

/** A stretch of the text and what it does; null: nothing in particular. */
export interface Stretch {
  /** The place of its first character in the text. */
  from: number;
  words: string;
  kind: Passage["kind"] | null;
}

// Where words do several things, what weakens is shown first: it is what to change.
const SHOWN_FIRST: readonly Passage["kind"][] = ["weakens", "earns", "nearly"];

/** The text cut where what its words do changes; put together it is the text again. */
export function stretchesOf(text: string, passages: readonly Passage[]): Stretch[] {
  const cuts = [...new Set([0, text.length, ...passages.flatMap(({ from, to }) => [from, to])])].toSorted(
    (one, other) => one - other,
  );
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? text.length;
    const here = passages.filter((each) => each.from < to && each.to > from);
    const kind = SHOWN_FIRST.find((first) => here.some((each) => each.kind === first)) ?? null;
    return { from, words: text.slice(from, to), kind };
  });
}
