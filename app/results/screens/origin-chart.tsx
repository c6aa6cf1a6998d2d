import { RangeBars, type RangeBar } from "#lib/web/range-bars.tsx";
import { numberText } from "#lib/web/words.ts";
import type { OriginLineView } from "../origins-view.ts";
import type { Line } from "./origin-lines.ts";
import { percent } from "./origins-words.ts";

/** Of those of which something can be said already; the table has the others. */
export function OriginChart({ bars, ...rest }: Parameters<typeof RangeBars>[0]) {
  const drawn = bars.filter(({ value }) => value !== null);
  return drawn.length === 0 ? null : <RangeBars {...rest} bars={drawn} />;
}

/** Without the line of all, which says nothing beside its parts. */
export function barsOf(
  lines: readonly Line[],
  bar: (line: Line) => Omit<RangeBar, "key" | "name">,
): RangeBar[] {
  return lines
    .filter(({ key, won, lost }) => key !== "all" && won.count + lost > 0)
    .map((line) => ({ key: line.key, name: line.name, ...bar(line) }));
}

export function rateBar(rate: OriginLineView["winRate"], count: number): Omit<RangeBar, "key" | "name"> {
  if (rate.kind === "too-early")
    return { value: null, said: `${numberText(count)} of ${numberText(rate.n)}` };
  const { value, low, high } = rate;
  return { value: value * 100, low: low * 100, high: high * 100, said: `${percent(value)} %` };
}
