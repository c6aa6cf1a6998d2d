import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { RangeBars } from "#lib/web/range-bars.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital } from "#lib/web/words.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { CohortView, FunnelView } from "../funnel-view.ts";
import type { Step } from "../step.ts";
import { Answer } from "./answer.tsx";
import { AsOf } from "./as-of.tsx";
import { FunnelFacts, type OpenedFunnel } from "./funnel-facts.tsx";
import { FunnelNumber } from "./funnel-number.tsx";
import {
  leakText,
  likelyText,
  partText,
  pointsText,
  share,
  STEP_WORDS,
  weeksText,
  youngText,
} from "./funnel-words.ts";
import { aboutText, ResultsFilters, useResultsAsked, type ResultsAsked } from "./results-filters.tsx";
import { ResultsTabs } from "./results-tabs.tsx";
import css from "./results.module.css";
import figures from "./figures.module.css";

const STEPS: readonly Step[] = ["introductions", "meetings", "deals"];

/** What came of the people asked, step by step, beside one's own past. */
export function FunnelPage() {
  const me = useMe();
  return me === undefined ? <Loading lines={8} /> : <Funnel me={me} />;
}

function Funnel({ me }: { me: Me }) {
  const asked = useResultsAsked(me);
  const funnel = useRead<FunnelView>("/results/funnel", asked.answer, { keep: true });
  const name = funnel.data?.whose.name;
  return (
    <div className={css.page} aria-busy={funnel.stale}>
      <ResultsTabs />
      <PageHeading
        below={aboutText(
          funnel.data && { name: funnel.data.whose.name, stretch: funnel.data.whole },
          asked,
          me,
        )}
      >
        Where it leaks
      </PageHeading>
      <ResultsFilters me={me} asked={asked} name={name} />
      <AsOf
        asOf={funnel.data?.asOf}
        me={me}
        reckoning={funnel.stale && asked.answer.now === "true"}
        onNow={asked.reckonNow}
      />
      {funnel.problem && <Trouble problem={funnel.problem} again={funnel.again} />}
      {funnel.data === undefined && !funnel.problem && <Loading lines={6} />}
      {funnel.data && <Answers data={funnel.data} asked={asked} me={me} />}
    </div>
  );
}

function Answers({ data, asked, me }: { data: FunnelView; asked: ResultsAsked; me: Me }) {
  const [opened, setOpened] = useState<OpenedFunnel | null>(null);
  const { from: _from, to: _to, ...whose } = asked.query;
  const open = (of: OpenedFunnel["of"], { from, to }: CohortView) =>
    setOpened({
      of,
      about: `${data.whose.name}, asked from ${dayText(from, me.today)} to ${dayText(to, me.today)}.`,
      path: "/results/funnel/facts",
      query: { from, to, ...whose },
    });
  if (data.whole.steps.introductions.tried === 0) {
    return (
      <Empty action={<GoButton to="/asks/coverage">See who could be asked</GoButton>}>
        Nobody was asked in these weeks. Once people are, you see here at which step most is lost.
      </Empty>
    );
  }
  return (
    <>
      <Steps data={data} asked={asked} open={open} />
      <Quarters {...{ data, asked, me, open }} />
      <Level data={data} open={open} />
      <FunnelFacts opened={opened} today={me.today} onClose={() => setOpened(null)} />
    </>
  );
}

type Open = (of: OpenedFunnel["of"], cohort: CohortView) => void;

function Steps({ data, asked, open }: { data: FunnelView; asked: ResultsAsked; open: Open }) {
  const rows = STEPS.map((step) => ({
    step,
    now: data.whole.steps[step],
    before: data.before.steps[step],
    compared: data.compared.find((each) => each.step === step)!,
  }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { key: "step", head: "step", main: true, render: ({ step }) => STEP_WORDS[step].name },
    {
      key: "now",
      head: "these weeks",
      render: ({ step, now }) => (
        <FunnelNumber of={now} label={STEP_WORDS[step].name} onOpen={() => open(step, data.whole)} />
      ),
    },
    {
      key: "before",
      head: "as many weeks before",
      render: ({ step, before }) => (
        <FunnelNumber
          of={before}
          label={`${STEP_WORDS[step].name}, before`}
          onOpen={() => open(step, data.before)}
        />
      ),
    },
    {
      key: "difference",
      head: "given the same time",
      render: ({ compared: { difference, now, before, weeks } }) =>
        difference === null ? (
          <span className={figures.doubt}>too early to compare</span>
        ) : (
          <span className={figures.figure}>
            {capital(pointsText(difference))}
            <span className={figures.doubt}>
              {share(now)} against {share(before)} within {weeksText(weeks)}
            </span>
          </span>
        ),
    },
  ];
  return (
    <Answer
      title="Step by step"
      sentence={leakText(data)}
      file={{ path: "/results/funnel", query: asked.answer }}
      chart={
        <RangeBars
          label="Of a hundred, so many go on to the next step; the line shows where it likely is"
          most={100}
          bars={rows.flatMap(({ step, now, before }) => [
            barOf(`${step} now`, STEP_WORDS[step].name, now),
            barOf(`${step} before`, "before", before),
          ])}
        />
      }
    >
      <FactTable caption="Steps" columns={columns} rows={rows} rowKey={({ step }) => step} />
      <details className={figures.how}>
        <summary>How this is reckoned</summary>
        <p>
          Asks are counted by the week they were made in, and everything that came of them until today.
          Several meetings or deals of one introduction count once. Whoever became a client was met, whether
          or not a meeting was written down.
        </p>
        <p>
          Earlier asks had more time. “Given the same time” looks only at those that are old enough for nine
          tenths of what comes to have come, by your own past, and counts what came within that time on both
          sides. Ranges are 95 % intervals (Wilson 1927; differences: Newcombe 1998, method 10).
        </p>
      </details>
    </Answer>
  );
}

function barOf(key: string, name: string, { came, tried, rate }: CohortView["steps"]["meetings"]) {
  const part = rate.kind === "rate";
  return {
    key,
    name,
    value: part ? rate.value * 100 : null,
    low: part ? rate.low * 100 : undefined,
    high: part ? rate.high * 100 : undefined,
    said: part ? likelyText(rate) : tried === 0 ? "none" : `${came} of ${tried}`,
  };
}

function Quarters({ data, asked, me, open }: { data: FunnelView; asked: ResultsAsked; me: Me; open: Open }) {
  type Row = FunnelView["cohorts"][number];
  const { calendar } = me.workspace;
  const columns: Column<Row>[] = [
    {
      key: "asked",
      head: "asked in",
      main: true,
      render: ({ from, to, kind }) => {
        const whole = periodOf(from, kind, calendar);
        const part = partText({ from, to }, whole, me.today);
        return (
          <>
            {capital(periodText(whole, calendar, me.today))}
            {part !== null && <span className={figures.doubt}> {part}</span>}
          </>
        );
      },
    },
    ...STEPS.map((step): Column<Row> => ({
      key: step,
      head: { introductions: "introduced", meetings: "met", deals: "client" }[step],
      render: (cohort) => (
        <FunnelNumber
          of={cohort.steps[step]}
          label={STEP_WORDS[step].name}
          young={youngText(cohort.steps[step].mayStill)}
          onOpen={() => open(step, cohort)}
        />
      ),
    })),
  ];
  const young = data.cohorts.filter(({ steps }) => STEPS.some((step) => steps[step].mayStill !== null));
  return (
    <Answer
      title={
        data.cohorts[0]?.kind === "month"
          ? "By the month people were asked in"
          : "By the quarter people were asked in"
      }
      sentence={
        young.length === 0
          ? "All of these have had their time: hardly anything more will come of them."
          : "Later ones have not had their time yet: what may still come is said beside them."
      }
      file={{ path: "/results/funnel", query: asked.answer }}
    >
      <FactTable
        caption="What came of the people asked, by when they were asked"
        columns={columns}
        rows={data.cohorts}
        rowKey={({ from }) => from}
        stays
      />
    </Answer>
  );
}

function Level({ data, open }: { data: FunnelView; open: Open }) {
  const { level, steps } = data.whole;
  const met = steps.deals.tried;
  if (met === 0) return null;
  return (
    <Answer
      title="Met at the level that counts"
      sentence={
        level.tried === 0
          ? `Of ${met} people met it is not written down who decides. It is said on the person's page, under “Part in buying”.`
          : `${level.came} of ${level.tried} people met decide${level.rate.kind === "rate" ? `: ${likelyText(level.rate)}` : "; too early for a share"}. Of ${met - level.tried} more it is not written down.`
      }
    >
      {level.tried > 0 && (
        <FunnelNumber of={level} label={STEP_WORDS.level.name} onOpen={() => open("level", data.whole)} />
      )}
    </Answer>
  );
}
