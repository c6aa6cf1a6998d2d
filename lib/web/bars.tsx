import css from "./bars.module.css";

interface BarsProps {
  /** What is counted: "People asked, last 13 weeks". */
  label: string;
  /** Oldest first; the last is the current period. */
  bars: readonly { name: string; value: number }[];
  /** Pixels. */
  width?: number;
  height?: number;
}

const GAP_SHARE = 0.25;
const LEAST_HEIGHT = 3;

/** A small history, the current period dark. Screen readers get the same numbers as a sentence. */
export function Bars({ label, bars, width = 166, height = 34 }: BarsProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const step = width / (bars.length - GAP_SHARE);
  const thick = step * (1 - GAP_SHARE);
  const tall = (value: number) => LEAST_HEIGHT + (value / most) * (height - LEAST_HEIGHT);
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
            className={at === bars.length - 1 ? css.now : css.past}
          >
            <title>{`${bar.name}: ${bar.value}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="only-heard">
        {label}: {bars.map((bar) => `${bar.name} ${bar.value}`).join(", ")}
      </figcaption>
    </figure>
  );
}
