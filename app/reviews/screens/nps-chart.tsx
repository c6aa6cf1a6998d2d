import type { ResultsView } from "../report-view.ts";
import { npsText, points } from "./report-words.ts";
import css from "./reports.module.css";

const [WIDTH, HEIGHT, LEFT, ROOM] = [480, 150, 40, 20];

/** The quarters of which something can be said, each with its interval; the table beside says the same. */
export function NpsChart({ quarters }: { quarters: ResultsView["quarters"] }) {
  const said = quarters.filter(({ nps }) => nps.kind === "nps");
  if (said.length < 2) return null;
  const step = (WIDTH - LEFT) / quarters.length;
  const y = (value: number) => ROOM / 2 + ((100 - value) / 200) * (HEIGHT - ROOM - ROOM / 2);
  return (
    <svg
      className={css.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`By quarter: ${said.map(({ year, number, nps }) => `Q${number} ${year} ${npsText(nps)}`).join("; ")}`}
    >
      {[100, 0, -100].map((each) => (
        <g key={each}>
          <line className={css.zero} x1={LEFT} x2={WIDTH} y1={y(each)} y2={y(each)} />
          <text x={LEFT - 6} y={y(each) + 4} textAnchor="end">
            {points(each)}
          </text>
        </g>
      ))}
      {quarters.map(({ start, number, year, nps }, at) => {
        const x = LEFT + (at + 0.5) * step;
        return (
          <g key={start}>
            <text x={x} y={HEIGHT - 4} textAnchor="middle">
              Q{number} {String(year).slice(2)}
            </text>
            {nps.kind === "nps" && (
              <>
                <line className={css.range} x1={x} x2={x} y1={y(nps.low)} y2={y(nps.high)} />
                <circle className={css.dot} cx={x} cy={y(nps.value)} r={4} />
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
