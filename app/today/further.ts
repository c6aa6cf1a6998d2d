/** So many lines a day below the conversations and what is owed; the others wait folded. */
export const FURTHER_AT_MOST = 5;

/** The kinds by the names under which their parts share the room: whose turn comes first, as far as five lines go. */
const TURNS = ["page-news", "answers", "report-cards", "account-reviews", "touches"];

/** How many lines of each kind are shown: in turns, one of each kind, so that none takes the place of all. */
export function furtherShown(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const kinds = [...counts.keys()].toSorted((a, b) => turnOf(a) - turnOf(b) || a.localeCompare(b));
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

function turnOf(kind: string): number {
  return TURNS.includes(kind) ? TURNS.indexOf(kind) : TURNS.length;
}
