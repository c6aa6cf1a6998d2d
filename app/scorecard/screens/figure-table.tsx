import type { ReactNode } from "react";
import { KPIS } from "#team/measure.ts";
import type { Counts } from "../scorecard.ts";
import { Figure } from "./figure.tsx";
import { goalText, KPI_LINES, type KpiLine } from "./kpi-words.ts";
import css from "./figure-table.module.css";

export interface FigureRow {
  key: string;
  name: ReactNode;
  /** For those who hear it: "week of 16 November". */
  about: string;
  counts: Counts;
}

interface FigureTableProps {
  caption: string;
  rows: readonly FigureRow[];
  goals?: boolean;
  onOpen: (line: KpiLine, row: FigureRow) => void;
}

/** The KPIs as columns. On a phone the five, under short names: what stands beside them has no room there. Every number opens. */
export function FigureTable({ caption, rows, goals = false, onOpen }: FigureTableProps) {
  return (
    <table className={css.table}>
      <caption className="only-heard">{caption}</caption>
      <thead>
        <tr>
          <td />
          {KPI_LINES.map((line) => (
            <th key={line.kpi} scope="col" className={classOf(line)}>
              <span className={css.long}>{line.label.toLowerCase()}</span>
              <abbr className={css.short} title={line.label}>
                {line.short}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {KPI_LINES.map((line) => {
              const { count, goal } = row.counts[line.field];
              return (
                <td key={line.kpi} className={classOf(line)}>
                  <span className={css.pair}>
                    <Figure
                      count={count}
                      of={`${count === 1 ? line.one : line.many}, ${row.about}`}
                      onOpen={() => onOpen(line, row)}
                    />
                    {goals && goal !== null && <span className={css.goal}>of {goalText(goal)}</span>}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf({ kpi }: KpiLine): string | undefined {
  return (KPIS as readonly string[]).includes(kpi) ? undefined : css.beside;
}
