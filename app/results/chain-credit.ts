/**
 * How a won deal is credited to the sources of its chain. first: to whom it began with · last: to whoever introduced the buyer · split: to all
 * of them, whoever introduced the buyer the most and each before them `kept` of what the next one has.
 */
export type Shape = { kind: "first" } | { kind: "last" } | { kind: "split"; kept: Fraction };

/** Whole numbers, so that what is kept is exact; 1 of 1 shares alike, 0 of 1 is the last one's alone. */
export interface Fraction {
  part: number;
  of: number;
}

/** A rule is never changed: another one is another version, and what was credited by an old one stays so. */
export interface CreditRule {
  version: number;
  shape: Shape;
}

export interface Credit {
  sourceId: string;
  /** In the deal's currency. */
  minor: number;
}

/**
 * The credits of each source in the chain, the first first. They add up to the deal to the last cent: whole units first, then one each where the
 * largest remainders are (A. Hamilton's method of 1792), of equals to the later in the chain. Nobody in the chain: nobody is credited. Throws
 * RangeError for an amount below 0 or not whole, a fraction above 1, and a source that is in the chain twice.
 */
export function creditsOf(minor: number, chain: readonly string[], { shape }: CreditRule): Credit[] {
  if (!Number.isSafeInteger(minor) || minor < 0) throw new RangeError(`not an amount: ${minor}`);
  if (new Set(chain).size < chain.length) throw new RangeError("a chain does not come back to a source");
  if (chain.length === 0) return [];
  const weights = weightsOf(shape, chain.length);
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight) => ({
    whole: (BigInt(minor) * weight) / all,
    rest: (BigInt(minor) * weight) % all,
  }));
  const left = BigInt(minor) - parts.reduce((sum, { whole }) => sum + whole, 0n);
  const first = parts
    .map(({ rest }, at) => ({ rest, at }))
    .toSorted((a, b) => (a.rest === b.rest ? b.at - a.at : a.rest < b.rest ? 1 : -1))
    .slice(0, Number(left));
  const oneMore = new Set(first.map(({ at }) => at));
  return parts.map(({ whole }, at) => ({
    sourceId: chain[at]!,
    minor: Number(whole) + Number(oneMore.has(at)),
  }));
}

function weightsOf(shape: Shape, length: number): bigint[] {
  if (shape.kind === "split") {
    const { part, of } = shape.kept;
    if (!Number.isSafeInteger(part) || !Number.isSafeInteger(of) || part < 0 || of < 1 || part > of) {
      throw new RangeError(`not a share: ${part} of ${of}`);
    }
    // kept^(how far before the last), times of^(length - 1): whole numbers.
    return Array.from(
      { length },
      (_, at) => BigInt(part) ** BigInt(length - 1 - at) * BigInt(of) ** BigInt(at),
    );
  }
  const credited = shape.kind === "first" ? 0 : length - 1;
  return Array.from({ length }, (_, at) => (at === credited ? 1n : 0n));
}
