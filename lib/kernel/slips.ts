/**
 * How many slips of the hand lie between two words, a letter more, less, other or changed over with its neighbour being one each;
 * null beyond `most`. Damerau and Levenshtein's distance in its restricted form: no letter is changed over twice.
 */
export function slipsBetween(one: string, other: string, most: number): number | null {
  const [a, b] = [Array.from(one), Array.from(other)];
  if (Math.abs(a.length - b.length) > most) return null;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(above[j - 1]! + (same ? 0 : 1), above[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return null;
    [before, above] = [above, row];
  }
  const slips = above[b.length]!;
  return slips <= most ? slips : null;
}
