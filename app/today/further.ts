/** So many suggestions a day below the conversations and what is owed; the others wait folded. */
export const FURTHER_AT_MOST = 5;

/** How many lines of each kind are shown: in turns, one of each kind, so that none takes the place of all; the first kind first. */
export function furtherShown(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const kinds = [...counts.keys()].toSorted();
  const shown = new Map(kinds.map((kind) => [kind, 0]));
  let left = FURTHER_AT_MOST;
  for (let turn = 1; turn <= FURTHER_AT_MOST; turn += 1)
    for (const kind of kinds)
      if (left > 0 && (counts.get(kind) ?? 0) >= turn) {
        shown.set(kind, turn);
        left -= 1;
      }
  return shown;
}
