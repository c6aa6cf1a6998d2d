import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { GoButton } from "#lib/web/button.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { StillToComeView } from "../month-end-view.ts";
import { rangeText } from "./ahead-words.ts";
import { Answer } from "./answer.tsx";
import { stillText } from "./month-end-words.ts";
import ahead from "./ahead.module.css";

/** What asks and introductions in hand can still bring. */
export function StillToCome({
  query,
  today,
}: {
  query: { day: Day; member?: string; team?: string };
  today: Day;
}) {
  const found = useRead<StillToComeView>("/results/month-end/in-hand", query, { keep: true });
  if (found.problem) return <Trouble problem={found.problem} again={found.again} />;
  if (found.data === undefined) return <Loading lines={3} />;
  const { month, quarter, byMonth, byQuarter } = found.data;
  const rows = [
    { by: month.end, ranges: byMonth },
    { by: quarter.end, ranges: byQuarter },
  ].flatMap(({ by, ranges }, at) =>
    ranges.kind === "in-hand" && by >= today && (at === 0 || by !== month.end) ? [{ by, ranges }] : [],
  );
  return (
    <Answer
      title="What is in hand"
      sentence={stillText(found.data, today)}
      file={{ path: "/results/month-end/in-hand", query }}
    >
      {rows.length > 0 && (
        <FactTable
          caption="What is in hand"
          columns={[
            { key: "by", head: "until", main: true, render: ({ by }) => dayText(by, today) },
            {
              key: "meetings",
              head: "meetings",
              number: true,
              render: ({ ranges }) => rangeText(ranges.meetings),
            },
            {
              key: "deals",
              head: "deals won",
              number: true,
              render: ({ ranges }) => rangeText(ranges.deals),
            },
          ]}
          rows={rows}
          rowKey={({ by }) => by}
          stays
        />
      )}
      <div className={ahead.offPaper}>
        <GoButton to="/results/ahead">See how that is reckoned, and what more asks would change</GoButton>
      </div>
    </Answer>
  );
}
