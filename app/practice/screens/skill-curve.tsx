import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { SkillView } from "../practice-view.ts";
import css from "./practice.module.css";

const [WIDTH, HEIGHT, LEFT, RIGHT, ABOVE, BELOW] = [320, 140, 50, 8, 10, 46];

/** The share of the points kept, week by week, each with how often it was rehearsed. */
export function SkillCurve({ curve, today }: { curve: SkillView["curve"]; today: Day }) {
  const x = (at: number) => LEFT + (at / Math.max(1, curve.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => ABOVE + (1 - share) * (HEIGHT - ABOVE - BELOW);
  const dots = curve.flatMap(({ week, n, share }, at) => (share === null ? [] : [{ week, n, share, at }]));
  const said = dots.map(
    ({ week, n, share }) => `week of ${shortDay(week, today)}: ${percent(share)}, n = ${n}`,
  );
  return (
    <svg
      className={css.curve}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={said.length === 0 ? "Not in the last twelve weeks" : said.join("; ")}
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className={css.axis} x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {percent(share)}
          </text>
        </g>
      ))}
      <polyline className={css.path} points={dots.map(({ at, share }) => `${x(at)},${y(share)}`).join(" ")} />
      {dots.map(({ at, share, n, week }) => (
        <g key={week}>
          <circle className={css.dot} cx={x(at)} cy={y(share)} r={3.5} />
          <text x={x(at)} y={HEIGHT - 20} textAnchor="middle">
            {n}
          </text>
        </g>
      ))}
      <text x={LEFT - 6} y={HEIGHT - 20} textAnchor="end">
        n
      </text>
      <text x={LEFT} y={HEIGHT - 2}>
        {curve[0] === undefined ? "" : shortDay(curve[0].week, today)}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 2} textAnchor="end">
        this week
      </text>
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
