import css from "./range-bars.module.css";

export interface RangeBar {
  key: string;
  name: string;
  /** Null: nothing can be said yet. */
  value: number | null;
  /** Where it likely is; drawn as a line over the bar. */
  low?: number | undefined;
  high?: number | undefined;
  /** As it is read: "31 %", "61 days". */
  said: string;
}

/**
 * A bar a line, with its doubt as a whisker: for a few numbers of one kind that are compared. Drawn in shapes, so that it prints in black and
 * white. Screen readers hear each line's name and words; the table beside it has the rest.
 */
export function RangeBars({
  label,
  bars,
  most,
}: {
  label: string;
  bars: readonly RangeBar[];
  most?: number;
}) {
  const full = most ?? Math.max(...bars.map(({ value, high }) => high ?? value ?? 0), 0);
  const at = (value: number) => (full === 0 ? 0 : (Math.min(value, full) / full) * WIDTH);
  return (
    <figure className={css.chart}>
      <figcaption className={css.label}>{label}</figcaption>
      <ul className={css.bars}>
        {bars.map(({ key, name, value, low, high, said }) => (
          <li key={key} className={css.bar}>
            <span className={css.name}>{name}</span>
            <svg
              className={css.drawing}
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <line className={css.ground} x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
              {value !== null && (
                <rect className={css.value} x="0" y="5" width={at(value)} height={HEIGHT - 10} />
              )}
              {value !== null && low !== undefined && high !== undefined && (
                <path
                  className={css.doubt}
                  d={`M${at(low)} 3V${HEIGHT - 3}M${at(low)} ${HEIGHT / 2}H${at(high)}M${at(high)} 3V${HEIGHT - 3}`}
                />
              )}
            </svg>
            <span className={css.said}>{said}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

const WIDTH = 1_000;
const HEIGHT = 24;
