import type { Calendar } from "#lib/kernel/fiscal.ts";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { capital } from "#lib/web/words.ts";
import type { ScorecardRowView } from "../scorecard-routes.ts";
import { Figure } from "./figure.tsx";
import { KPI_LINES, type KpiLine } from "./kpi-words.ts";
import { periodText } from "./period-words.ts";

interface HistoryTableProps {
  rows: readonly ScorecardRowView[];
  calendar: Calendar;
  today: string;
  onOpen: (line: KpiLine, row: ScorecardRowView) => void;
}

/** The same history as numbers, the latest period first. */
export function HistoryTable({ rows, calendar, today, onOpen }: HistoryTableProps) {
  const columns: Column<ScorecardRowView>[] = [
    {
      key: "period",
      head: "",
      spoken: "Period",
      main: true,
      render: (row) => capital(periodText(row.period, calendar, today)),
    },
    ...KPI_LINES.map((line): Column<ScorecardRowView> => ({
      key: line.kpi,
      head: line.label.toLowerCase(),
      number: true,
      render: (row) => {
        const { count } = row[line.field];
        const what = `${count} ${count === 1 ? line.one : line.many}`;
        return (
          <Figure
            count={count}
            label={`${what}, ${periodText(row.period, calendar, today)}`}
            onOpen={() => onOpen(line, row)}
          />
        );
      },
    })),
  ];
  return (
    <FactTable
      caption="The last thirteen periods"
      columns={columns}
      rows={rows.toReversed()}
      rowKey={(row) => row.period.start}
    />
  );
}
