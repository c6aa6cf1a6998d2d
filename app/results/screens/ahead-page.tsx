import { useMemo, useState } from "react";
import { addDays } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { Fan } from "#lib/web/fan.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Later } from "#lib/web/later.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Progress } from "#lib/web/progress.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, numberText } from "#lib/web/words.ts";
import { nameKnown, opensOn, whoseIn } from "#scorecard/screens/whose.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { PastView } from "../ahead-view.ts";
import { aheadOf } from "../past.ts";
import { roundsFor, type Projection } from "../projection.ts";
import type { Range } from "../range.ts";
import { STEP_NOUNS } from "../step-words.ts";
import { aheadText, aWeek, moreText, rangeText, STEPS } from "./ahead-words.ts";
import { OfWhom } from "./of-whom.tsx";
import { Answer } from "./answer.tsx";
import { AsOf } from "./as-of.tsx";
import { FunnelFacts, type OpenedFunnel } from "./funnel-facts.tsx";
import { FunnelNumber } from "./funnel-number.tsx";
import { STEP_WORDS } from "./funnel-words.ts";
import { Held } from "./held-ranges.tsx";
import { MoreAsks } from "./more-asks.tsx";
import { Planner } from "./planner.tsx";
import { ResultsTabs } from "./results-tabs.tsx";
import { Saying } from "./saying-table.tsx";
import { useSimulation, type Simulated } from "./use-simulation.ts";
import figures from "./figures.module.css";
import ahead from "./ahead.module.css";
import css from "./results.module.css";

const WEEKS = ["4", "8", "13", "26"] as const;
const aheadFilters = {
  of: text(),
  weeks: oneOf("13", "4", "8", "26"),
  pace: oneOf("own", "goal"),
  more: oneOf("0", "1", "2", "3", "4", "5"),
};

/** What the coming weeks bring, and what more asks would change. */
export function AheadPage() {
  const me = useMe();
  return me === undefined ? <Loading lines={8} /> : <Ahead me={me} />;
}

function Ahead({ me }: { me: Me }) {
  const [filters, set] = useFilters(aheadFilters);
  const of = filters.of || opensOn(me);
  const whose = whoseIn(of, me);
  const [isNow, setIsNow] = useState(false);
  const past = useRead<PastView>("/results/ahead/past", isNow ? { ...whose, now: "true" } : whose, {
    keep: true,
  });
  const name = past.data?.whose.name;
  return (
    <div className={css.page} aria-busy={past.stale}>
      <ResultsTabs />
      <PageHeading
        below={`${name ?? nameKnown(of, me)}, from what happened in the last two years. What clients say they would do is no part of it.`}
      >
        What comes next
      </PageHeading>
      <div className={css.filters}>
        <OfWhom me={me} of={of} name={name} onChange={(one) => set({ of: one })} />
        <ChoiceField
          label="Until"
          name="weeks"
          value={filters.weeks}
          options={WEEKS.map((value) => ({
            value,
            label: `${dayText(addDays(me.today, 7 * Number(value)), me.today)}, in ${value} weeks`,
          }))}
          onChange={(weeks) => set({ weeks })}
        />
        <Toggle
          label="How often people ask"
          value={filters.pace}
          options={[
            { value: "own", label: "As lately" },
            { value: "goal", label: "As the goals say" },
          ]}
          onChange={(pace) => set({ pace })}
        />
      </div>
      <AsOf asOf={past.data?.asOf} me={me} reckoning={past.stale && isNow} onNow={() => setIsNow(true)} />
      {past.problem && <Trouble problem={past.problem} again={past.again} />}
      {past.data === undefined && !past.problem && <Loading lines={6} />}
      {past.data && (
        <Answers
          data={past.data}
          me={me}
          whose={whose}
          weeks={Number(filters.weeks)}
          pace={filters.pace}
          more={Number(filters.more)}
          onMore={(more) => set({ more: String(more) as (typeof filters)["more"] })}
        />
      )}
    </div>
  );
}

interface AnswersProps {
  data: PastView;
  me: Me;
  whose: { member?: string; team?: string };
  weeks: number;
  pace: "own" | "goal";
  more: number;
  onMore: (more: number) => void;
}

function Answers({ data, me, whose, weeks, pace, more, onMore }: AnswersProps) {
  const now = useMemo(() => aheadOf(data.past, { weeks, pace }), [data, weeks, pace]);
  const then = useMemo(
    () => (more === 0 ? null : aheadOf(data.past, { weeks, pace, more })),
    [data, weeks, pace, more],
  );
  const asItIs = useSimulation(now, null);
  const withMore = useSimulation(then, null);
  if (data.past.rates.introductions.n === 0) {
    return (
      <Empty action={<GoButton to="/asks/coverage">See who could be asked</GoButton>}>
        Nobody has been asked yet. From twenty asks on you see here what the coming weeks bring.
      </Empty>
    );
  }
  return (
    <>
      <WhatComes
        {...{ data, me, whose, weeks, pace, more, onMore, asItIs }}
        withMore={more === 0 ? null : withMore}
      />
      <Planner key={data.whose.id} {...{ data, me, whose }} />
      <Later name="results ahead held">
        <Held me={me} whose={whose} />
      </Later>
      <Later name="results ahead saying">
        <Saying whose={whose} today={me.today} />
      </Later>
    </>
  );
}

interface WhatComesProps extends AnswersProps {
  asItIs: Simulated;
  withMore: Simulated | null;
}

function WhatComes({ data, me, whose, weeks, pace, more, onMore, asItIs, withMore }: WhatComesProps) {
  const [opened, setOpened] = useState<OpenedFunnel | null>(null);
  const shown = withMore?.projection ?? asItIs.projection;
  // Of the question that is answered, which may be the one before while this one is reckoned.
  const asked = withMore?.of?.ahead.more ?? 0;
  const progress = withMore?.progress ?? asItIs.progress;
  const by = addDays(data.until, 7 * (shown?.kind === "projection" ? shown.steps.deals.length : weeks));
  const alone = data.whose.kind === "member";
  const isOfSame =
    asItIs.of?.ahead.lags === withMore?.of?.ahead.lags &&
    asItIs.of?.ahead.weeks === withMore?.of?.ahead.weeks;
  const gain =
    isOfSame && asItIs.projection && withMore?.projection
      ? moreText(asItIs.projection, withMore.projection, asked, alone)
      : null;
  const failed = asItIs.failed || withMore?.failed === true;
  return (
    <Answer
      title="The coming weeks"
      sentence={
        failed
          ? "This browser could not reckon it. The files beside this heading are reckoned at the server."
          : shown === null
            ? "Reckoning …"
            : aheadText(shown, by, me.today, weeks)
      }
      file={{
        path: "/results/ahead",
        query: { ...whose, weeks: String(weeks), pace, more: String(more) },
      }}
      {...(shown?.kind === "projection" && {
        chart: <Fans projection={shown} until={data.until} today={me.today} />,
      })}
    >
      <div className={ahead.what}>
        <MoreAsks more={more} alone={alone} onChange={onMore} />
        <p className={figures.soft} aria-live="polite">
          {gain ?? (more === 0 ? "Press + to see what more asks would change." : "")}
        </p>
      </div>
      <div className={ahead.progress}>
        {progress !== null && (
          <Progress label="Playing the coming weeks" done={progress.done} of={progress.of} />
        )}
      </div>
      {shown?.kind === "projection" && (
        <ByWeek
          projection={shown}
          until={data.until}
          today={me.today}
          more={withMore === null ? 0 : asked}
          alone={alone}
        />
      )}
      <Rates
        data={data}
        pace={pace}
        today={me.today}
        onOpen={(of) =>
          setOpened({
            of,
            about: `${data.whose.name}, the two years up to today.`,
            path: "/results/ahead/past/facts",
            query: whose,
          })
        }
      />
      <FunnelFacts opened={opened} today={me.today} onClose={() => setOpened(null)} />
    </Answer>
  );
}

type Steps = Extract<Projection, { kind: "projection" }>;

function Fans({ projection, until, today }: { projection: Steps; until: string; today: string }) {
  const last = addDays(until, 7 * projection.steps.deals.length);
  return (
    <div className={ahead.fans}>
      {STEPS.map((step) => (
        <Fan
          key={step}
          label={capital(STEP_NOUNS[step].many)}
          from="today"
          to={dayText(last, today)}
          points={projection.steps[step].map((range, week) => ({ key: String(week), ...range }))}
        />
      ))}
    </div>
  );
}

interface WeekRow {
  day: string;
  ranges: Record<(typeof STEPS)[number], Range>;
}

function ByWeek({
  projection,
  until,
  today,
  more,
  alone,
}: {
  projection: Steps;
  until: string;
  today: string;
  more: number;
  alone: boolean;
}) {
  const [every, setEvery] = useState(false);
  const all = projection.steps.deals.map((deals, week): WeekRow => ({
    day: addDays(until, 7 * (week + 1)),
    ranges: {
      introductions: projection.steps.introductions[week]!,
      meetings: projection.steps.meetings[week]!,
      deals,
    },
  }));
  const rows = every ? all : all.filter((_, week) => (week + 1) % 4 === 0 || week === all.length - 1);
  const columns: Column<WeekRow>[] = [
    { key: "by", head: "by", main: true, render: ({ day }) => dayText(day, today) },
    ...STEPS.map((step): Column<WeekRow> => ({
      key: step,
      head: STEP_NOUNS[step].many,
      number: true,
      render: ({ ranges }) => (
        <span className={figures.figure}>
          <span className={figures.range}>{rangeText(ranges[step])}</span>
          <span className={`${figures.doubt} ${figures.range}`}>middle {ranges[step].middle}</span>
        </span>
      ),
    })),
  ];
  return (
    <>
      <FactTable
        caption={`What will have come by each day${more > 0 ? `, with ${more} more ask${more === 1 ? "" : "s"} ${aWeek(alone)}` : ""}; in eight of ten such times it lies in the range`}
        columns={columns}
        rows={rows}
        rowKey={({ day }) => day}
        stays
      />
      <button type="button" className={ahead.quiet} onClick={() => setEvery(!every)}>
        {every ? "Show every fourth week" : "Show every week"}
      </button>
    </>
  );
}

function Rates({
  data: { past, from, until },
  pace,
  today,
  onOpen,
}: {
  data: PastView;
  pace: AnswersProps["pace"];
  today: string;
  onOpen: (of: OpenedFunnel["of"]) => void;
}) {
  const here = past.reps.filter(({ pace }) => pace.length > 0);
  const weekly = here.reduce(
    (sum, { pace }) => sum + pace.reduce((all, asks) => all + asks, 0) / pace.length,
    0,
  );
  const unasked = past.reps.reduce(
    (sum, { inflow }) => sum + inflow.reduce((all, many) => all + many, 0) / Math.max(1, inflow.length),
    0,
  );
  return (
    <details className={figures.how}>
      <summary>How this is reckoned</summary>
      <ul className={ahead.rates}>
        {STEPS.map((step) => {
          const { came, ...rate } = past.rates[step];
          return (
            <li key={step}>
              {STEP_WORDS[step].name}:{" "}
              <FunnelNumber
                of={{ came, tried: rate.n, rate }}
                label={STEP_WORDS[step].name}
                onOpen={() => onOpen(step)}
              />
            </li>
          );
        })}
      </ul>
      <p>
        {here.length} {here.length === 1 ? "person asks" : "people ask"}, together{" "}
        {Math.round(weekly * 10) / 10} times a week in the last thirteen; {Math.round(unasked * 10) / 10}{" "}
        introductions a week come unasked.
      </p>
      <p>
        From the facts of {dayText(from, today)} to {dayText(until, today)} the coming weeks are played{" "}
        {numberText(roundsFor(past.reps.length))} times. Each time everybody asks as often as{" "}
        {pace === "goal" ? "their goals say, or as lately where none is set" : "lately"}, and that goes on as
        it once went on from some week of your past, or every other time as it did a year ago: with its
        holidays and its growth. Each ask brings an introduction, a meeting, a client, or nothing, by their
        own share and after the time it took you so far. Where somebody has few of their own, theirs lies near
        the team’s. What is in hand goes on. A range leaves out the tenth of times with the least and the
        tenth with the most. Meetings and clients are counted once for each introduction.
      </p>
    </details>
  );
}
