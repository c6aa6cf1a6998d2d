import type { ReactNode } from "react";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { promiseText, WHY_MISSED_WORDS } from "#commitments/promise-words.ts";
import { Bars } from "#lib/web/bars.tsx";
import { Card } from "#lib/web/card.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { Go } from "#lib/web/go.tsx";
import { rateText } from "#lib/web/words.ts";
import { dutyText } from "#loops/duty-words.ts";
import { callName } from "#people/call-name.ts";
import type { Opened } from "#scorecard/screens/facts-sheet.tsx";
import { Figure } from "#scorecard/screens/figure.tsx";
import { KPI_LINES } from "#scorecard/screens/kpi-words.ts";
import type { Me } from "#team/me-view.ts";
import { whyText } from "../carried.ts";
import { WEEKS_BEFORE } from "../own-past.ts";
import type { CoachingPageView, KpiView } from "../coaching-page-view.ts";
import { shortAverageText, THAN_WORDS } from "./coaching-words.ts";
import {
  bearingText,
  missedLately,
  notAskedTitle,
  owedTitle,
  practiceTitle,
  promisesTitle,
  sourcesTitle,
} from "./fact-titles.ts";
import css from "./coaching.module.css";

interface FactsProps {
  page: CoachingPageView;
  me: Me;
}

/** The five KPIs beside goals and one's own past; each number opens to its facts. */
export function KpisCard({ page, me, onOpen }: FactsProps & { onOpen: (opened: Opened) => void }) {
  const { stretch, member } = page;
  const open = (kpi: KpiView, from: Day, to: Day, about: string) => {
    const line = KPI_LINES.find((each) => each.kpi === kpi.kpi);
    if (line !== undefined) onOpen({ line, about, from, to, whose: { member: member.id } });
  };
  const thisWeek = addDays(stretch.to, 1);
  const columns: Column<KpiView>[] = [
    { key: "kpi", head: "KPI", main: true, render: ({ kpi }) => labelOf(kpi), width: "24%" },
    {
      key: "now",
      head: "this week",
      number: true,
      width: "16%",
      render: (kpi) => (
        <WithGoal goal={kpi.goalThisWeek}>
          <Figure
            count={kpi.thisWeek}
            of={`${labelOf(kpi.kpi)}, this week`}
            onOpen={() => open(kpi, thisWeek, addDays(thisWeek, 6), "this week")}
          />
        </WithGoal>
      ),
    },
    {
      key: "recent",
      head: "four weeks",
      number: true,
      width: "19%",
      render: (kpi) => (
        <WithGoal goal={kpi.goalRecent}>
          <Figure
            large
            count={kpi.recent}
            of={`${labelOf(kpi.kpi)}, the last four whole weeks`}
            onOpen={() => open(kpi, stretch.from, stretch.to, "the last four whole weeks")}
          />
        </WithGoal>
      ),
    },
    {
      key: "past",
      head: "own past",
      render: (kpi) => (
        <>
          <span className={kpi.than === "fewer" ? css.late : kpi.than === "more" ? css.good : css.soft}>
            {THAN_WORDS[kpi.than]}
          </span>
          <span className={css.small}>{shortAverageText(kpi)}</span>
        </>
      ),
      width: "23%",
    },
    {
      key: "weeks",
      head: "by week",
      deskOnly: true,
      render: (kpi) => (
        <Bars
          width={72}
          label={`${labelOf(kpi.kpi)}, ${kpi.weekly.length} weeks`}
          bars={kpi.weekly.map((value, at) => ({
            name: shortDay(addDays(stretch.since, 7 * at), me.today),
            value,
          }))}
        />
      ),
    },
  ];
  return (
    <Card
      title="The five KPIs"
      below={`Four whole weeks up to ${dayText(stretch.to, me.today)}, beside the goal and the ${WEEKS_BEFORE} weeks before, without weeks away.`}
    >
      <FactTable caption="KPIs" columns={columns} rows={page.kpis} rowKey={({ kpi }) => kpi} />
    </Card>
  );
}

function WithGoal({ goal, children }: { goal: number | null; children: ReactNode }) {
  return (
    <span className={css.withGoal}>
      {children}
      {goal !== null && <span className={css.small}>of {goal.toLocaleString("en-GB")}</span>}
    </span>
  );
}

/** What to praise before anything else; nothing where nothing came about. */
export function MilestonesCard({ page, me }: FactsProps) {
  if (page.milestones.length === 0) return null;
  return (
    <Card title={me.member.id === page.member.id ? "What came about" : "Praise this first"}>
      <ul className={css.lines}>
        {page.milestones.map(({ day, text }) => (
          <li key={`${day} ${text}`}>
            {callName(page.member.name)} {text}, <span className={css.soft}>{dayText(day, me.today)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What was promised in the last weeks, and what was missed and why. */
export function PromisesCard({ page, me }: FactsProps) {
  const missed = missedLately(page.promises);
  const now = page.promises.at(-1);
  return (
    <Card title={promisesTitle(page.promises)}>
      <ul className={css.lines}>
        {missed.slice(0, MOST_LINES).map(({ week, line }) => (
          <li key={line.id}>
            {promiseText(line)}{" "}
            <span className={css.soft}>
              missed in the week of {dayText(week, me.today)}
              {line.told?.why ? `: ${lower(WHY_MISSED_WORDS[line.told.why])}` : ""}
            </span>
          </li>
        ))}
        <More of={missed.length} />
      </ul>
      <p className={css.plain}>
        {now === undefined || now.plan === null
          ? now?.away === true
            ? "Away this week."
            : "Nothing is promised for this week."
          : `This week: ${now.promises.map(promiseText).join(" · ") || "nothing is left"}.`}
      </p>
    </Card>
  );
}

/** Planned and not made, with the rep's reasons. */
export function NotAskedCard({ page, me }: FactsProps) {
  return (
    <Card
      title={notAskedTitle(page)}
      below={page.unasked.length === 0 ? undefined : "Of the last four weeks, with their own reasons."}
    >
      {page.unasked.length > 0 && (
        <ul className={css.lines}>
          {page.unasked
            .slice(0, MOST_LINES)
            .map(({ planId, personId, personName, accountName, week, whyNot }) => (
              <li key={planId}>
                <Go to={`/people/${personId}`}>{personName}</Go>
                {accountName !== null && <span className={css.soft}>, {accountName}</span>}{" "}
                <span className={css.soft}>
                  in the week of {dayText(week, me.today)}:{" "}
                  {whyNot === null ? "no reason said" : whyText(whyNot)}
                </span>
              </li>
            ))}
          <More of={page.unasked.length} />
        </ul>
      )}
    </Card>
  );
}

/** Words owed to sources whose time is over. */
export function OwedCard({ page, me }: FactsProps) {
  const { late, open } = page.owed;
  return (
    <Card title={owedTitle(page.owed)}>
      {late.length > 0 && (
        <ul className={css.lines}>
          {late.slice(0, MOST_LINES).map((duty) => {
            const { verb, rest } = dutyText([duty.kind], duty);
            return (
              <li key={duty.id}>
                <Go to={`/referrals/${duty.referralId}`}>{`${verb} ${duty.sourceName} ${rest}`}</Go>{" "}
                <span className={css.late}>due {dayText(duty.due, me.today)}</span>
              </li>
            );
          })}
          <More of={late.length} />
        </ul>
      )}
      {open > 0 && <p className={css.plain}>{open} more with time left.</p>}
    </Card>
  );
}

/** How often they rehearsed, and what rusts: numbers alone. */
export function PracticeCard({ page, me }: FactsProps) {
  const { rusting, never } = page.practice;
  return (
    <Card title={practiceTitle(page.practice.weeks)}>
      {rusting.length > 0 && (
        <p className={css.plain}>
          Due again:{" "}
          {rusting.map(({ name, last }) => `${name} (last ${dayText(last, me.today)})`).join(" · ")}
        </p>
      )}
      {never.length > 0 && (
        <p className={css.quiet}>Never practised: {never.map(({ name }) => name).join(" · ")}</p>
      )}
    </Card>
  );
}

/** How their asks spread over sources. */
export function SourcesCard({ page }: Pick<FactsProps, "page">) {
  const { load } = page;
  return (
    <Card title={sourcesTitle(load)} below="The last thirteen weeks." aside={<Go to="/asks/load">All</Go>}>
      {load.asks > 0 && (
        <>
          <p className={css.plain}>
            {bearingText(load, MOST_LINES)}{" "}
            {load.carrying.slice(0, MOST_LINES).map(({ id, name, asks, byAll }) => (
              <span key={id} className={css.nowrap}>
                <Go to={`/people/${id}`}>{name}</Go>{" "}
                {asks === byAll ? asks : `${asks} of ${byAll} by all`}{" "}
              </span>
            ))}
          </p>
          <p className={css.quiet}>
            Named somebody: {rateText(load.named, load.acceptance)}.
            {load.against > 0 && ` ${load.against} against a rule that protects sources.`}
          </p>
        </>
      )}
    </Card>
  );
}

const MOST_LINES = 6;

function More({ of }: { of: number }) {
  if (of <= MOST_LINES) return null;
  return <li className={css.soft}>and {of - MOST_LINES} more</li>;
}

function labelOf(kpi: KpiView["kpi"]): string {
  return KPI_LINES.find((each) => each.kpi === kpi)?.label ?? kpi;
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
