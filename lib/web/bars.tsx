import css from "./bars.module.css";

interface BarsProps {
  /** What is counted: "People asked, last 13 weeks". */
  label: string;
  /** Oldest first; the last is the current period. null: there was nothing to count, which is not none. */
  bars: readonly { name: string; value: number | null }[];
  /** What a full bar is; not said: the tallest. */
  most?: number;
  /** Behind a number: " %". */
  unit?: string;
  /** Pixels. */
  width?: number;
  height?: number;
}

const GAP_SHARE = 0.25;
const LEAST_HEIGHT = 3;
const NOTHING = 1;

/** A small history, the current period dark. Screen readers get the same numbers as a sentence. */
export function Bars({ label, bars, most: full, unit = "", width = 166, height = 34 }: BarsProps) {
  const most = full ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const step = width / (bars.length - GAP_SHARE);
  const thick = step * (1 - GAP_SHARE);
  const said = ({ value }: BarsProps["bars"][number]) => (value === null ? "nothing" : `${value}${unit}`);
  const tall = (value: number | null) =>
    value === null ? NOTHING : LEAST_HEIGHT + (value / most) * (height - LEAST_HEIGHT);
  return (
    <figure className={css.bars}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        {bars.map((bar, at) => (
          <rect
            key={bar.name}
            x={at * step}
            y={height - tall(bar.value)}
            width={thick}
            height={tall(bar.value)}
            rx={Math.min(2, thick / 4)}
            className={bar.value === null ? css.nothing : at === bars.length - 1 ? css.now : css.past}
          >
            <title>{`${bar.name}: ${said(bar)}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="only-heard">
        {label}: {bars.map((bar) => `${bar.name} ${said(bar)}`).join(", ")}
      </figcaption>
    </figure>
  );
}
