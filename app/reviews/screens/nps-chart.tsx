import { capital } from "#lib/web/words.ts";
import { ROLE_WORDS } from "#people/screens/source-words.ts";
import type { Nps } from "../nps.ts";
import type { ResultsView } from "../report-view.ts";
import { npsText, points, quarterName } from "./report-words.ts";
import css from "./reports.module.css";

const [WIDTH, HEIGHT, LEFT, ABOVE, BELOW] = [480, 220, 40, 14, 38];
const [ROW, AXIS, NAMES, NUMBERS] = [34, 22, 112, 44];
const MARKS = [100, 50, 0, -50, -100];

/** The quarters since the first answer, each of which something can be said with its interval; the table beside says the same. */
export function NpsChart({ quarters }: { quarters: ResultsView["quarters"] }) {
  const first = quarters.findIndex(({ nps }) => nps.n > 0);
  const shown = first < 0 ? [] : quarters.slice(first);
  if (shown.filter(({ nps }) => nps.kind === "nps").length < 2) return null;
  const step = (WIDTH - LEFT) / shown.length;
  const y = (value: number) => ABOVE + ((100 - value) / 200) * (HEIGHT - ABOVE - BELOW);
  return (
    <svg
      className={css.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`By quarter: ${shown.map((each) => `${quarterName(each)} ${npsText(each.nps)}`).join("; ")}`}
    >
      {MARKS.map((each) => (
        <g key={each}>
          <line
            className={each === 0 ? css.middle : css.zero}
            x1={LEFT}
            x2={WIDTH}
            y1={y(each)}
            y2={y(each)}
          />
          <text x={LEFT - 8} y={y(each) + 4} textAnchor="end">
            {points(each)}
          </text>
        </g>
      ))}
      {shown.map((each, at) => {
        const { start, nps } = each;
        const x = LEFT + (at + 0.5) * step;
        return (
          <g key={start}>
            <text x={x} y={HEIGHT - 20} textAnchor="middle">
              {quarterName(each)}
            </text>
            <text x={x} y={HEIGHT - 5} textAnchor="middle">
              n = {nps.n}
            </text>
            {nps.kind === "nps" ? (
              <>
                <line className={css.range} x1={x} x2={x} y1={y(nps.low)} y2={y(nps.high)} />
                <circle className={css.dot} cx={x} cy={y(nps.value)} r={4} />
                <text className={css.value} x={x + 12} y={y(nps.value) + 4}>
                  {points(nps.value)}
                </text>
              </>
            ) : (
              nps.n > 0 && (
                <text x={x} y={y(0) - 6} textAnchor="middle">
                  too early
                </text>
              )
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Each part in buying with its interval, on one scale, so that one sees which differ and which may be chance. */
export function NpsByRole({ roles }: { roles: ResultsView["roles"] }) {
  if (!roles.some(({ nps }) => nps.kind === "nps")) return null;
  const height = AXIS + roles.length * ROW;
  const x = (value: number) => NAMES + ((value + 100) / 200) * (WIDTH - NAMES - NUMBERS);
  return (
    <svg
      className={css.chart}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`By part in buying: ${roles.map(({ role, nps }) => `${roleName(role)} ${npsText(nps)}`).join("; ")}`}
    >
      {MARKS.map((each) => (
        <g key={each}>
          <line
            className={each === 0 ? css.middle : css.zero}
            x1={x(each)}
            x2={x(each)}
            y1={AXIS - 4}
            y2={height}
          />
          <text x={x(each)} y={11} textAnchor="middle">
            {points(each)}
          </text>
        </g>
      ))}
      {roles.map(({ role, nps }, at) => {
        const y = AXIS + (at + 0.5) * ROW;
        return (
          <g key={role}>
            <text className={css.value} x={0} y={y + 4}>
              {roleName(role)}
            </text>
            {nps.kind === "nps" ? (
              <Interval nps={nps} x={x} y={y} />
            ) : (
              <text x={x(0) + 6} y={y + 4}>
                too early
              </text>
            )}
            <text x={WIDTH} y={y + 4} textAnchor="end">
              n = {nps.n}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Interval({ nps, x, y }: { nps: Nps & { kind: "nps" }; x: (value: number) => number; y: number }) {
  return (
    <>
      <line className={css.range} x1={x(nps.low)} x2={x(nps.high)} y1={y} y2={y} />
      <circle className={css.dot} cx={x(nps.value)} cy={y} r={4} />
      <text className={css.value} x={x(nps.value)} y={y - 8} textAnchor="middle">
        {points(nps.value)}
      </text>
    </>
  );
}

export function roleName(role: ResultsView["roles"][number]["role"]): string {
  return role === null ? "No part noted" : capital(ROLE_WORDS[role]);
}
