import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Period } from "#lib/kernel/fiscal.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { addressOf } from "#lib/web/filters.ts";
import type { Opened } from "#scorecard/screens/facts-sheet.tsx";
import type { Me } from "#team/me-view.ts";
import { PLANNED, type Planned } from "../month-end.ts";
import type { RepPlansView } from "../month-end-view.ts";
import { Answer } from "./answer.tsx";
import { monthFilters } from "./month-filters.ts";
import { lineOf } from "./month-goals.tsx";
import { PLANNED_WORDS } from "../planned-words.ts";
import { ofGoal, repsText } from "./month-end-words.ts";
import { NumberButton } from "./number-button.tsx";
import figures from "./figures.module.css";

interface MonthRepsProps {
  query: { day: Day; member?: string; team?: string };
  month: Pick<Period, "start" | "end">;
  yearFrom: Day;
  me: Me;
  onOpen: (opened: Opened) => void;
}

/** Each rep against their own goals, by name: nobody is ranked. */
export function MonthReps(props: MonthRepsProps) {
  const { query, month, me } = props;
  const first = useRead<RepPlansView>("/results/month-end/reps", { ...query, limit: 50 }, { keep: true });
  return (
    <Answer
      title="Rep by rep"
      sentence={repsText(first.data, month.end >= me.today)}
      file={{ path: "/results/month-end/reps", query: props.query }}
    >
      <RepPage {...props} />
    </Answer>
  );
}

type Row = RepPlansView["items"][number];

function RepPage({ query, month, yearFrom, me, onOpen, cursor }: MonthRepsProps & { cursor?: string }) {
  const [more, setMore] = useState(false);
  const asked = { ...query, limit: 50, cursor };
  const reps = useRead<RepPlansView>("/results/month-end/reps", asked, { keep: true });
  if (reps.problem) return <Trouble problem={reps.problem} again={reps.again} />;
  if (reps.data === undefined) return <Loading lines={3} />;
  const { items, nextCursor } = reps.data;
  if (items.length === 0 && cursor === undefined) return <Empty>No rep was here in this month.</Empty>;
  const column = (measure: Planned): Column<Row> => ({
    key: measure,
    head: lineOf(measure).short,
    spoken: PLANNED_WORDS[measure].many,
    number: true,
    render: ({ id, name, plan }) => {
      const open = (from: Day) =>
        onOpen({
          line: lineOf(measure),
          about: `${name}, from ${dayText(from, me.today)} to ${dayText(month.end, me.today)}`,
          from,
          to: month.end,
          whose: { member: id },
        });
      const label = `${name}, ${PLANNED_WORDS[measure].many}`;
      return (
        <span className={figures.figure}>
          <NumberButton said={ofGoal(plan[measure].month)} label={label} onOpen={() => open(month.start)} />
          <span className={`${figures.doubt} ${figures.range}`}>
            year{" "}
            <NumberButton
              said={ofGoal(plan[measure].year)}
              label={`${label}, since ${dayText(yearFrom, me.today)}`}
              onOpen={() => open(yearFrom)}
            />
          </span>
        </span>
      );
    },
  });
  return (
    <>
      <FactTable
        caption="Reps"
        columns={[
          {
            key: "name",
            head: "rep",
            main: true,
            render: ({ id, name, left }) => (
              <>
                <Go
                  to={addressOf("/results/month-end", monthFilters, { of: `member:${id}`, day: query.day })}
                >
                  {name}
                </Go>
                {left && <span className={figures.doubt}> has left</span>}
              </>
            ),
          },
          ...PLANNED.map(column),
        ]}
        rows={items}
        rowKey={({ id }) => id}
        stays
      />
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && (
        <RepPage {...{ query, month, yearFrom, me, onOpen }} cursor={nextCursor} />
      )}
    </>
  );
}
