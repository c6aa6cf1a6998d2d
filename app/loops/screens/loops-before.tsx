import type { LoopPeriodView } from "../loop-measure-view.ts";
import { shortMinutes } from "./loop-words.ts";
import css from "./loop-figures.module.css";

type Period = LoopPeriodView["period"];

interface LoopsBeforeProps {
  /** Oldest first. */
  rows: readonly LoopPeriodView[];
  named: (period: Period) => string;
  onOpen: (period: Period) => void;
}

/** The same figures of the periods before, the latest first, from the first introduction on; each opens to its introductions. */
export function LoopsBefore({ rows, named, onOpen }: LoopsBeforeProps) {
  const first = rows.findIndex(({ introductions }) => introductions > 0);
  if (first === -1) return null;
  return (
    <table className={css.before}>
      <caption className="only-heard">Before</caption>
      <thead>
        <tr>
          <th scope="col">before</th>
          <th scope="col">came</th>
          <th scope="col">half answered in</th>
          <th scope="col">thanked in time</th>
          <th scope="col">know</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .slice(first)
          .toReversed()
          .map(({ period, introductions, response, thankedInTime, knows }) => (
            <tr key={period.start}>
              <th scope="row">
                <button type="button" className={css.open} onClick={() => onOpen(period)}>
                  {named(period)}
                </button>
              </th>
              <td>{introductions}</td>
              <td>{response === null ? "–" : shortMinutes(response.median)}</td>
              <td>{countsText(thankedInTime)}</td>
              <td>{countsText(knows)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function countsText({ count, rate }: LoopPeriodView["knows"]): string {
  return rate.n === 0 ? "–" : `${count} of ${rate.n}`;
}
