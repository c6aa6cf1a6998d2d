import { useState } from "react";
import { LogAskSheet } from "#asks/screens/log-ask-sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { PeriodKind } from "#lib/kernel/fiscal.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, type Reading } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { LoopFigures } from "#loops/screens/loop-figures.tsx";
import type { ScorecardRowView, ScorecardView } from "../scorecard-view.ts";
import { FactsSheet, type Opened } from "./facts-sheet.tsx";
import { HistoryTable } from "./history-table.tsx";
import { KpiTable } from "./kpi-table.tsx";
import { headline, KPI_LINES, type KpiLine } from "./kpi-words.ts";
import { LAST, periodText } from "./period-words.ts";
import { SideBySide } from "./side-by-side.tsx";
import { WhoseToggle } from "./whose-toggle.tsx";
import { opensOn, whoseIn } from "./whose.ts";
import css from "./scorecard-page.module.css";

/** `of`: "me", "company", team:ID or member:ID; "" is what one answers for. */
const scorecardFilters = { by: oneOf("week", "month", "quarter"), of: text() };

const PERIODS = [
  { value: "week", label: "Week" },
  { value: "month", label: "Month" },
  { value: "quarter", label: "Quarter" },
] as const;
const WIDER: Record<PeriodKind, readonly PeriodKind[]> = {
  week: ["month", "quarter"],
  month: ["quarter"],
  quarter: [],
};

/** What was done and what came of it, beside the goals; every number opens to its facts. */
export function ScorecardPage() {
  const me = useMe();
  if (me === undefined) return <Loading lines={8} />;
  return <Scorecard me={me} />;
}

function Scorecard({ me }: { me: Me }) {
  const [filters, setFilters] = useFilters(scorecardFilters);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { by } = filters;
  const of = filters.of || opensOn(me);
  const whose = whoseIn(of, me);
  const card = useRead<ScorecardView>("/scorecard", { by, ...whose }, { keep: true });
  const wider = useWider(by, whose, me.today);
  const { calendar } = me.workspace;
  const name = of === "me" ? "Your own numbers" : (card.data?.whose.name ?? "…");
  const now = card.data?.items.at(-1);
  const begun = sinceItBegan(card.data?.items ?? []);
  const empty = begun.length === 0;
  const open = (line: KpiLine, row: ScorecardRowView) => {
    const about = `${name}, ${periodText(row.period, calendar, me.today)}`;
    setOpened({ line, about, from: row.period.start, to: row.period.end, whose });
  };
  return (
    <>
      <PageHeading
        below={now && `${name}, ${periodText(now.period, calendar, me.today)}. Every figure opens.`}
        action={
          <Toggle label="Period" value={by} options={PERIODS} onChange={(kind) => setFilters({ by: kind })} />
        }
      >
        {now === undefined ? "Scorecard" : headline(now.peopleAsked, by)}
      </PageHeading>
      <WhoseToggle me={me} of={of} name={card.data?.whose.name} onChange={(of) => setFilters({ of })} />
      {card.problem ? (
        <Trouble problem={card.problem} again={card.again} />
      ) : card.data === undefined || now === undefined ? (
        <Loading lines={8} />
      ) : (
        <div className={css.parts} aria-busy={card.stale}>
          {empty && <NothingYet mine={of === "me" || of === "company"} />}
          <KpiTable rows={card.data.items} wider={wider} calendar={calendar} today={me.today} onOpen={open} />
          <LoopFigures
            me={me}
            by={by}
            whose={whose}
            named={(period) => periodText(period, calendar, me.today)}
          />
          <SideBySide me={me} whose={card.data.whose} period={now.period} onOpen={setOpened} />
          {!empty && (
            <Section title={begun.length < card.data.items.length ? "Since it began" : `The ${LAST[by]}`}>
              <HistoryTable rows={begun} calendar={calendar} today={me.today} onOpen={open} />
            </Section>
          )}
        </div>
      )}
      <FactsSheet opened={opened} me={me} onClose={() => setOpened(null)} />
    </>
  );
}

/** From the first period on in which anything counts. */
function sinceItBegan(rows: readonly ScorecardRowView[]): readonly ScorecardRowView[] {
  const first = rows.findIndex((row) => KPI_LINES.some((line) => row[line.field].count > 0));
  return first === -1 ? [] : rows.slice(first);
}

function NothingYet({ mine }: { mine: boolean }) {
  const [asking, setAsking] = useState(false);
  const ask = (
    <Button tone="primary" onClick={() => setAsking(true)}>
      I asked …
    </Button>
  );
  return (
    <>
      <Empty action={mine && ask}>
        It all begins with one conversation: somebody who is pleased with us, and the question whom they know.
      </Empty>
      <LogAskSheet opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}

/** The month and the quarter that hold today, beside the week. */
function useWider(by: PeriodKind, whose: Opened["whose"], today: string): ScorecardRowView[] {
  const month = useRead<ScorecardView>(WIDER[by].includes("month") ? "/scorecard" : undefined, {
    by: "month",
    from: today,
    to: today,
    ...whose,
  });
  const quarter = useRead<ScorecardView>(WIDER[by].includes("quarter") ? "/scorecard" : undefined, {
    by: "quarter",
    from: today,
    to: today,
    ...whose,
  });
  return [month, quarter].flatMap((each: Reading<ScorecardView>) => each.data?.items ?? []);
}
