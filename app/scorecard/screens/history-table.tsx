import type { Calendar } from "#lib/kernel/fiscal.ts";
import { capital } from "#lib/web/words.ts";
import type { ScorecardRowView } from "../scorecard-view.ts";
import { FigureTable } from "./figure-table.tsx";
import type { KpiLine } from "./kpi-words.ts";
import { LAST, periodText, shortPeriod } from "./period-words.ts";
import css from "./history-table.module.css";

interface HistoryTableProps {
  /** Oldest first. */
  rows: readonly ScorecardRowView[];
  calendar: Calendar;
  today: string;
  onOpen: (line: KpiLine, row: ScorecardRowView) => void;
}

/** The history as numbers, the latest period first. */
export function HistoryTable({ rows, calendar, today, onOpen }: HistoryTableProps) {
  const kind = rows[0]?.period.kind ?? "week";
  const lines = rows.toReversed().map((row) => {
    const about = periodText(row.period, calendar, today);
    const name = (
      <>
        <span className={css.long}>{capital(about)}</span>
        <span className={css.short}>{shortPeriod(row.period, calendar)}</span>
      </>
    );
    return { key: row.period.start, name, about, counts: row };
  });
  return (
    <FigureTable
      caption={`The ${LAST[kind]}`}
      rows={lines}
      onOpen={(line, { key }) => {
        const row = rows.find(({ period }) => period.start === key);
        if (row !== undefined) onOpen(line, row);
      }}
    />
  );
}
