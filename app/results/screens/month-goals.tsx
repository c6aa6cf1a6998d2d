import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { GoButton } from "#lib/web/button.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { Go } from "#lib/web/go.tsx";
import { RangeBars } from "#lib/web/range-bars.tsx";
import { numberText } from "#lib/web/words.ts";
import type { Opened } from "#scorecard/screens/facts-sheet.tsx";
import { KPI_LINES } from "#scorecard/screens/kpi-words.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import { PLANNED, shortBy, type Planned } from "../month-end.ts";
import type { MonthEndView } from "../month-end-view.ts";
import { Answer } from "./answer.tsx";
import { PLANNED_WORDS } from "../planned-words.ts";
import { attainedText, ofGoal, runsText } from "./month-end-words.ts";
import { NumberButton } from "./number-button.tsx";
import { PublishedBeside } from "./published-beside.tsx";
import ahead from "./ahead.module.css";
import figures from "./figures.module.css";

interface MonthGoalsProps {
  data: MonthEndView;
  query: { day: Day; member?: string; team?: string };
  me: Me;
  onOpen: (opened: Opened) => void;
}

/** How much of the goals is reached, in words first. */
export function MonthGoals({ data, query, me, onOpen }: MonthGoalsProps) {
  const { month, plan, whose } = data;
  const runs = month.end >= me.today;
  const { day: _day, ...who } = query;
  const open = (measure: Planned, from: Day) =>
    onOpen({
      line: lineOf(measure),
      about: `${whose.name}, from ${dayText(from, me.today)} to ${dayText(month.end, me.today)}`,
      from,
      to: month.end,
      whose: who,
    });
  const rows = PLANNED.map((measure) => ({ measure, ...plan[measure] }));
  type Row = (typeof rows)[number];
  const name = ({ measure }: Row) => PLANNED_WORDS[measure].name;
  const columns: Column<Row>[] = [
    { key: "measure", head: "", spoken: "What counts", main: true, render: name },
    {
      key: "month",
      head: "month",
      number: true,
      render: (row) => (
        <NumberButton
          said={numberText(row.month.count)}
          label={name(row)}
          onOpen={() => open(row.measure, month.start)}
        />
      ),
    },
    {
      key: "goal",
      head: "goal",
      number: true,
      render: ({ month: { goal } }) => goal?.toLocaleString("en-GB") ?? "–",
    },
    {
      key: "short",
      head: runs ? "to go" : "short by",
      number: true,
      render: ({ month: attained }) => shortBy(attained)?.toLocaleString("en-GB") ?? "–",
    },
    {
      key: "year",
      head: "in the year",
      number: true,
      render: (row) => (
        <span className={figures.range}>
          <NumberButton
            said={ofGoal(row.year)}
            label={`${name(row)}, since ${dayText(data.yearFrom, me.today)}`}
            onOpen={() => open(row.measure, data.yearFrom)}
          />
        </span>
      ),
    },
  ];
  const leads = mayLead(me) || me.leads.length > 0;
  const unset = PLANNED.some((measure) => plan[measure].month.goal === null);
  return (
    <Answer
      title="Against the goals"
      sentence={PLANNED.map((measure) => attainedText(measure, plan[measure].month, runs)).join(" ")}
      {...(runs && { warning: runsText(data, me.today) })}
      file={{ path: "/results/month-end/goals", query }}
      chart={
        <RangeBars
          label={`Of each goal of ${periodText(month, me.workspace.calendar, me.today)}, in hundredths`}
          most={100}
          bars={rows.flatMap((row) => {
            const { count, goal } = row.month;
            if (goal === null || goal === 0) return [];
            const value = Math.round((count / goal) * 100);
            return [{ key: row.measure, name: name(row), value, said: ofGoal(row.month) }];
          })}
        />
      }
    >
      <FactTable caption="Goals" columns={columns} rows={rows} rowKey={({ measure }) => measure} stays />
      {plan["referrals-received"].month.goal !== null && (
        <p className={figures.soft}>
          Every introduction counts here, whoever made it; the goal means those from current clients.
          {leads && (
            <>
              {" "}
              <Go to="/programme">How many came from clients</Go>
            </>
          )}
        </p>
      )}
      {whose.kind === "member" && <PublishedBeside denominator="rep and month → introductions" />}
      {unset && mayLead(me) && (
        <div className={ahead.offPaper}>
          <GoButton to="/settings/goals">Set goals</GoButton>
        </div>
      )}
    </Answer>
  );
}

export function lineOf(measure: Planned) {
  return KPI_LINES.find(({ kpi }) => kpi === measure)!;
}
