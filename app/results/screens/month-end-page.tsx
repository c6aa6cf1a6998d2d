import { useState } from "react";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { periodOf, type Period } from "#lib/kernel/fiscal.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { useFilters } from "#lib/web/go.tsx";
import { Later } from "#lib/web/later.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital } from "#lib/web/words.ts";
import { FactsSheet, type Opened } from "#scorecard/screens/facts-sheet.tsx";
import { periodText } from "#scorecard/screens/period-words.ts";
import { nameKnown, opensOn, whoseIn } from "#scorecard/screens/whose.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { MonthEndView } from "../month-end-view.ts";
import { monthFilters } from "./month-filters.ts";
import { OfWhom } from "./of-whom.tsx";
import { MonthGoals } from "./month-goals.tsx";
import { MonthOrders } from "./month-orders.tsx";
import { MonthReps } from "./month-reps.tsx";
import { ResultsTabs } from "./results-tabs.tsx";
import { StillToCome } from "./still-to-come.tsx";
import own from "./month-end.module.css";
import css from "./results.module.css";

/** A month against its goals, where its orders came from, and what is in hand. */
export function MonthEndPage() {
  const me = useMe();
  return me === undefined ? <Loading lines={8} /> : <MonthEnd me={me} />;
}

function MonthEnd({ me }: { me: Me }) {
  const [filters, set] = useFilters(monthFilters);
  const { calendar } = me.workspace;
  const of = filters.of || opensOn(me);
  const month = periodOf(monthDay(filters.day, me.today), "month", calendar);
  const query = { day: month.start, ...whoseIn(of, me) };
  const found = useRead<MonthEndView>("/results/month-end", query, { keep: true });
  const name = found.data?.whose.name;
  // Without a connection the month before stays, under its own name.
  const shown = found.data?.month ?? month;
  const runs = shown.end >= me.today;
  return (
    <div className={`${css.page} ${own.page}`} aria-busy={found.stale}>
      <ResultsTabs />
      <PageHeading
        below={`${name ?? nameKnown(of, me)}, from ${dayText(shown.start, me.today)} to ${dayText(shown.end, me.today)}`}
      >
        {`${capital(periodText(shown, calendar, me.today))}${runs ? ", so far" : ""}`}
      </PageHeading>
      <div className={css.filters}>
        <OfWhom me={me} of={of} name={name} onChange={(one) => set({ of: one })} />
        <MonthSteps month={month} me={me} onGo={(to) => set({ day: to })} />
      </div>
      {found.problem && <Trouble problem={found.problem} again={found.again} />}
      {found.data === undefined && !found.problem && <Loading lines={6} />}
      {found.data && <Answers data={found.data} query={query} me={me} />}
    </div>
  );
}

/** The running month is left out of the address, so that a kept link stays at it. */
function MonthSteps({ month, me, onGo }: { month: Period; me: Me; onGo: (day: Day | undefined) => void }) {
  const { calendar } = me.workspace;
  const step = (to: Day) => {
    const other = periodOf(to, "month", calendar);
    return {
      text: capital(periodText(other, calendar, me.today)),
      day: other.end >= me.today ? undefined : other.start,
    };
  };
  const before = step(addDays(month.start, -1));
  const after = month.end < me.today ? step(addDays(month.end, 1)) : null;
  return (
    <div className={own.steps}>
      <Button onClick={() => onGo(before.day)}>‹ {before.text}</Button>
      {after !== null && <Button onClick={() => onGo(after.day)}>{after.text} ›</Button>}
      {after !== null && after.day !== undefined && (
        <Button onClick={() => onGo(undefined)}>This month</Button>
      )}
    </div>
  );
}

interface AnswersProps {
  data: MonthEndView;
  query: { day: Day; member?: string; team?: string };
  me: Me;
}

function Answers({ data, query, me }: AnswersProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const quarter = periodOf(data.month.end, "quarter", me.workspace.calendar);
  if (!data.begun)
    return (
      <Empty action={<GoButton to="/asks/coverage">See who could be asked</GoButton>}>
        Nobody has been asked or introduced and no deal won by then. Once it begins, you see here how far the
        month is from its goals.
      </Empty>
    );
  return (
    <>
      <MonthGoals data={data} query={query} me={me} onOpen={setOpened} />
      <MonthOrders data={data} query={query} me={me} />
      {quarter.end >= me.today && (
        <Later name="month-end in hand">
          <StillToCome query={query} me={me} />
        </Later>
      )}
      {data.whose.kind !== "member" && (
        <MonthReps query={query} month={data.month} yearFrom={data.yearFrom} me={me} onOpen={setOpened} />
      )}
      <FactsSheet opened={opened} me={me} onClose={() => setOpened(null)} />
    </>
  );
}

/** A day to come, or of a broken address, is today. */
function monthDay(said: Day | undefined, today: Day): Day {
  return said !== undefined && said <= today ? said : today;
}
