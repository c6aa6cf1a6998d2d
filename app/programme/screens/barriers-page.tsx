import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Bars } from "#lib/web/bars.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { shortPeriod } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { BarriersView, MeasureView } from "../barrier-view.ts";
import { BarrierFacts } from "./barrier-facts.tsx";
import { BarrierMark } from "./barrier-mark.tsx";
import {
  BARRIER_WORDS,
  barriersHeading,
  CHANGE_WORDS,
  foundText,
  hasReps,
  markText,
  MEASURE_WORDS,
  measuresText,
  shortFound,
  standsText,
  stepOf,
  trendValue,
  VERDICT_WORDS,
} from "./barrier-words.ts";
import { WhoseField } from "./leading-answers.tsx";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import css from "./priority.module.css";

const barrierFilters = { by: oneOf("month", "quarter"), team: text() };
const TRENDS = [
  { value: "month", label: "By month" },
  { value: "quarter", label: "By quarter" },
] as const;

/** What keeps the team from asking, measured by what it wrote down itself. */
export function BarriersPage() {
  const me = useMe();
  const [{ by, team }, setFilters] = useFilters(barrierFilters);
  const barriers = useRead<BarriersView>("/barriers", { by, team: team || undefined }, { keep: true });
  if (barriers.problem) {
    return (
      <div className={css.page}>
        <ProgrammeTabs />
        <Trouble problem={barriers.problem} again={barriers.again} />
      </div>
    );
  }
  if (barriers.data === undefined || me === undefined) return <Loading lines={8} />;
  const { data } = barriers;
  const { start, end } = data.span;
  return (
    <div className={css.page} aria-busy={barriers.stale}>
      <ProgrammeTabs />
      <PageHeading
        below={`${data.team?.name ?? me.workspace.name}, thirteen weeks from ${dayText(start, me.today)} to ${dayText(end, me.today)}, beside the thirteen before. Every figure opens.`}
        action={
          <Toggle label="Trend" value={by} options={TRENDS} onChange={(kind) => setFilters({ by: kind })} />
        }
      >
        {barriersHeading(data)}
      </PageHeading>
      <div className={css.filters}>
        <WhoseField data={data} company={me.workspace.name} onChange={(id) => setFilters({ team: id })} />
      </div>
      {data.barriers.map((each) => (
        <BarrierCard key={each.barrier} barrier={each} data={data} me={me} />
      ))}
    </div>
  );
}

function BarrierCard({
  barrier: each,
  data,
  me,
}: {
  barrier: BarriersView["barriers"][number];
  data: BarriersView;
  me: Me;
}) {
  const { barrier, verdict, first, measures } = each;
  const { name, below } = BARRIER_WORDS[barrier];
  const { word, tone } = VERDICT_WORDS[verdict];
  const { says, does, to } = stepOf(each, { hasReps: hasReps(data), leads: mayLead(me) });
  const gravest = measures.find(({ measure }) => measure === first);
  return (
    <Card
      title={name}
      below={verdict === "stands" && gravest ? standsText(first, gravest.found) : below}
      aside={<Pill tone={tone}>{word}</Pill>}
    >
      <div className={css.step}>
        <p>
          <strong>{verdict === "clear" ? "To keep it so:" : "Next:"}</strong> {says}
        </p>
        <GoButton to={to}>{does}</GoButton>
      </div>
      <details className={css.history}>
        <summary>{measuresText(measures)}</summary>
        {measures.map((one) => (
          <MeasureLine key={one.measure} measure={one} data={data} me={me} />
        ))}
      </details>
      {barrier === "fear" && data.comfort !== null && (
        <p className={css.soft}>
          At ease when asking, in the poll of {dayText(data.comfort.lastDay, me.today)}:{" "}
          {data.comfort.mean.toFixed(1)} of 5 on average, {data.comfort.answers} answers, the whole company.
        </p>
      )}
    </Card>
  );
}

function MeasureLine({ measure, data, me }: { measure: MeasureView; data: BarriersView; me: Me }) {
  const [opened, setOpened] = useState(false);
  const [marking, setMarking] = useState(false);
  const { name, of } = MEASURE_WORDS[measure.measure];
  const { word, tone } = VERDICT_WORDS[measure.verdict];
  const { calendar } = me.workspace;
  return (
    <div className={css.measure}>
      <div className={css.measured}>
        <p className={css.name}>
          {name} <Pill tone={tone}>{word}</Pill>
        </p>
        <p className={css.plain}>
          <button type="button" className={css.open} onClick={() => setOpened(true)}>
            {foundText(measure)}
            <span className="only-heard"> {name}</span>
          </button>{" "}
          <span className={css.soft}>{of}</span>
        </p>
        <p className={css.acts}>
          <button type="button" className={css.open} onClick={() => setMarking(true)}>
            Mark: {markText(measure.mark)}
            <span className="only-heard"> of {name}</span>
          </button>
          <span className={css.soft}>
            {CHANGE_WORDS[measure.change]}
            {shortFound(measure.kind, measure.before) !== "–" &&
              ` (${shortFound(measure.kind, measure.before)})`}
          </span>
        </p>
      </div>
      <div className={css.trend}>
        <Bars
          label={`${name}, ${measure.kind === "days" ? "days" : "percent"}`}
          most={measure.kind === "days" ? undefined : 100}
          unit={measure.kind === "days" ? "" : " %"}
          bars={measure.trend.map((each) => ({
            name: [shortPeriod(each.period, calendar), drawn(measure.kind, each)]
              .filter((part) => part !== null)
              .join(", "),
            value: trendValue(measure.kind, each),
          }))}
        />
        <span className={css.soft}>
          {measure.trend
            .slice(-2)
            .map((each) => `${shortPeriod(each.period, calendar)} ${shortFound(measure.kind, each)}`)
            .join(" · ")}
        </span>
      </div>
      <BarrierFacts
        measure={opened ? measure.measure : null}
        data={data}
        me={me}
        onClose={() => setOpened(false)}
      />
      <BarrierMark measure={marking ? measure : null} me={me} onClose={() => setMarking(false)} />
    </div>
  );
}

/** What is drawn, with what it is counted of; days say themselves. */
function drawn(kind: MeasureView["kind"], each: MeasureView["found"]): string | null {
  return kind === "days" || trendValue(kind, each) === null ? null : shortFound(kind, each);
}
