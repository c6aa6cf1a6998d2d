import css from "./fan.module.css";

/** What has come by then: likely from `low` to `high`. */
export interface FanPoint {
  key: string;
  low: number;
  middle: number;
  high: number;
}

interface FanProps {
  /** What it shows, above it: "Introductions". */
  label: string;
  /** In order, at even distances; it begins with nothing before the first. */
  points: readonly FanPoint[];
  /** Below its two ends: "today", "21 February". */
  from: string;
  to: string;
  /** What the top is; not said: the highest. */
  most?: number;
}

/**
 * A range that opens with time, as a shape between two lines and a line in its middle: it prints in black and white. The same numbers stand in
 * a table beside it.
 */
export function Fan({ label, points, from, to, most }: FanProps) {
  const top = Math.max(1, most ?? Math.max(...points.map(({ high }) => high), 0));
  const x = (at: number) => (points.length === 0 ? 0 : (at / points.length) * WIDTH);
  const y = (value: number) => HEIGHT - (Math.min(value, top) / top) * (HEIGHT - EDGE);
  const line = (which: "low" | "middle" | "high") =>
    [`M0 ${HEIGHT}`, ...points.map((point, at) => `L${x(at + 1)} ${y(point[which])}`)].join("");
  const back = points
    .map((point, at) => `L${x(at + 1)} ${y(point.low)}`)
    .toReversed()
    .join("");
  return (
    <figure className={css.fan}>
      <figcaption className={css.label}>
        <span>{label}</span>
        <span className={css.top}>up to {top}</span>
      </figcaption>
      <svg
        className={css.drawing}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <line className={css.ground} x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <path className={css.likely} d={`${line("high")}${back}L0 ${HEIGHT}Z`} />
        <path className={css.edge} d={line("high")} />
        <path className={css.edge} d={line("low")} />
        <path className={css.middle} d={line("middle")} />
      </svg>
      <span className={css.ends}>
        <span>{from}</span>
        <span>{to}</span>
      </span>
    </figure>
  );
}

const WIDTH = 600;
const HEIGHT = 160;
const EDGE = 4;
