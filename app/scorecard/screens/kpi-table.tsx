import type { Calendar } from "#lib/kernel/fiscal.ts";
import { Bars } from "#lib/web/bars.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import type { ScorecardRowView } from "../scorecard-routes.ts";
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

/** The five KPIs as rows: this period large, its goal small, the history as bars, the longer periods beside. */
export function KpiTable({ rows, wider, calendar, today, onOpen }: KpiTableProps) {
  const now = rows.at(-1);
  if (now === undefined) return null;
  const figure = (line: KpiLine, row: ScorecardRowView, large = false) => {
    const { count } = row[line.field];
    return (
      <Figure
        count={count}
        large={large}
        label={`${count} ${count === 1 ? line.one : line.many}, ${periodText(row.period, calendar, today)}`}
        onOpen={() => onOpen(line, row)}
        {...(line.field === "dealsClosed" && { money: row.dealsClosed.money })}
      />
    );
  };
  const columns: Column<KpiLine>[] = [
    { key: "kpi", head: "", spoken: "What is counted", main: true, render: (line) => line.label },
    { key: "now", head: THIS[now.period.kind], number: true, render: (line) => figure(line, now, true) },
    {
      key: "goal",
      head: "goal",
      number: true,
      soft: true,
      render: (line) => goalText(now[line.field].goal),
    },
    {
      key: "history",
      head: LAST[now.period.kind],
      number: true,
      render: (line) => (
        <Bars
          label={`${line.label}, ${LAST[now.period.kind]}`}
          bars={rows.map((row) => ({
            name: shortPeriod(row.period, calendar),
            value: row[line.field].count,
          }))}
        />
      ),
    },
    ...wider.map((row): Column<KpiLine> => ({
      key: row.period.kind,
      head: row.period.kind,
      number: true,
      render: (line) => figure(line, row),
    })),
  ];
  return (
    <div className={css.card}>
      <FactTable caption="The scorecard" columns={columns} rows={KPI_LINES} rowKey={(line) => line.kpi} />
    </div>
  );
}
