import type { Day } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import css from "./weeks-table.module.css";

interface WeeksTableProps {
  caption: string;
  heads: readonly [string, string];
  rows: readonly { week: Day; cells: readonly [string, string] }[];
  today: Day;
}

/** Two figures a week; narrow enough to stay a table on a phone. */
export function WeeksTable({ caption, heads, rows, today }: WeeksTableProps) {
  return (
    <table className={css.table}>
      <caption className="only-heard">{caption}</caption>
      <thead>
        <tr>
          {["week of", ...heads].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ week, cells }) => (
          <tr key={week}>
            <th scope="row">{dayText(week, today)}</th>
            <td>{cells[0]}</td>
            <td>{cells[1]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
