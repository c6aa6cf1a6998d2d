import type { Calendar } from "#lib/kernel/fiscal.ts";
import { Bars } from "#lib/web/bars.tsx";
import type { ScorecardRowView } from "../scorecard-view.ts";
import { Figure } from "./figure.tsx";
import { goalText, KPI_LINES, type KpiLine } from "./kpi-words.ts";
import { LAST, periodText, shortPeriod, THIS } from "./period-words.ts";
import css from "./kpi-table.module.css";

interface KpiTableProps {
  /** Oldest first; the last is the one that runs. */
  rows: readonly ScorecardRowView[];
  /** The longer periods that hold it. */
  wider: readonly ScorecardRowView[];
  calendar: Calendar;
  today: string;
  onOpen: (line: KpiLine, row: ScorecardRowView) => void;
}

/**
 * The five KPIs as rows: this period large, its goal small, the history as bars, the longer periods beside. On a phone each
 * row is laid out in three lines; the roles are said because that layout would take them away.
 */
export function KpiTable({ rows, wider, calendar, today, onOpen }: KpiTableProps) {
  const now = rows.at(-1);
  if (now === undefined) return null;
  const { kind } = now.period;
  const figure = (line: KpiLine, row: ScorecardRowView) => {
    const { count } = row[line.field];
    return (
      <Figure
        count={count}
        large={row === now}
        of={`${count === 1 ? line.one : line.many}, ${periodText(row.period, calendar, today)}`}
        onOpen={() => onOpen(line, row)}
        money={line.field === "dealsClosed" ? row.dealsClosed.money : undefined}
      />
    );
  };
  return (
    <div className={css.card}>
      <table role="table" className={css.table}>
        <caption className="only-heard">The scorecard</caption>
        <thead role="rowgroup">
          <tr role="row">
            {["", THIS[kind], "goal", LAST[kind], ...wider.map((row) => row.period.kind)].map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head || <span className="only-heard">what is counted</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {KPI_LINES.map((line) => (
            <tr key={line.kpi} role="row">
              <th role="rowheader" scope="row" className={css.name}>
                {line.label}
              </th>
              <td role="cell" className={css.now}>
                {figure(line, now)}
              </td>
              <td role="cell" className={css.goal}>
                <Goal goal={now[line.field].goal} />
              </td>
              <td role="cell" className={css.bars}>
                <Bars
                  label={`${line.label}, ${LAST[kind]}`}
                  bars={rows.map((row) => ({
                    name: shortPeriod(row.period, calendar),
                    value: row[line.field].count,
                  }))}
                />
              </td>
              {wider.map((row) => (
                <td key={row.period.kind} role="cell" className={css.wider}>
                  <span className={css.label} aria-hidden="true">
                    {row.period.kind}
                  </span>
                  {figure(line, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Goal({ goal }: { goal: number | null }) {
  if (goal === null) return <span className={css.none}>–</span>;
  return (
    <>
      <span className={css.label} aria-hidden="true">
        goal
      </span>{" "}
      {goalText(goal)}
    </>
  );
}
