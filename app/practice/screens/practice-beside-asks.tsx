import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Bars } from "#lib/web/bars.tsx";
import { Card } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { rateText } from "#lib/web/words.ts";
import type { BesideView } from "../practice-view.ts";
import { besideText } from "./practice-words.ts";
import css from "./practice.module.css";

/** Practice and real asks side by side: what goes together, and no more. */
export function PracticeBesideAsks({ of, today }: { of: { member?: string; team?: string }; today: Day }) {
  const beside = useRead<BesideView>("/practice-beside-asks", of, { keep: true });
  if (beside.problem) return <Trouble problem={beside.problem} again={beside.again} />;
  if (beside.data === undefined) return <Loading lines={3} />;
  const { weeks, after, others } = beside.data;
  const bars = (of: "sessions" | "asks") =>
    weeks.map((each) => ({ name: `week of ${shortDay(each.week, today)}`, value: each[of] }));
  return (
    <Card title="Practice and real asks" below={besideText(beside.data)}>
      <div className={css.grid}>
        <div>
          <p className={css.soft}>Practice sessions, last twelve weeks</p>
          <Bars label="Practice sessions by week" bars={bars("sessions")} />
        </div>
        <div>
          <p className={css.soft}>People asked, last twelve weeks</p>
          <Bars label="People asked by week" bars={bars("asks")} />
        </div>
      </div>
      <table className={css.table}>
        <caption className="only-heard">How many asks brought a name</caption>
        <thead>
          <tr>
            <th scope="col">asks</th>
            <th scope="col">brought a name</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">within a week of practice</th>
            <td>{rateText(after.named, after.rate)}</td>
          </tr>
          <tr>
            <th scope="row">all others</th>
            <td>{rateText(others.named, others.rate)}</td>
          </tr>
        </tbody>
      </table>
    </Card>
  );
}
