import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { GoButton } from "#lib/web/button.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { numberText } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import type { StillToComeView } from "../month-end-view.ts";
import { OPEN_NAMES } from "../month-end.ts";
import { STEPS, type Step } from "../step.ts";
import { rangeText } from "./ahead-words.ts";
import { Answer } from "./answer.tsx";
import { AsOf } from "./as-of.tsx";
import { FunnelFacts, type OpenedFunnel } from "./funnel-facts.tsx";
import { openText, stillText } from "./month-end-words.ts";
import { NumberButton } from "./number-button.tsx";
import ahead from "./ahead.module.css";

/** What asks and introductions in hand can still bring. */
export function StillToCome({ query, me }: { query: { day: Day; member?: string; team?: string }; me: Me }) {
  const { today } = me;
  const [isNow, setIsNow] = useState(false);
  const asked = isNow ? { ...query, now: "true" } : query;
  const found = useRead<StillToComeView>("/results/month-end/in-hand", asked, { keep: true });
  if (found.problem) return <Trouble problem={found.problem} again={found.again} />;
  if (found.data === undefined) return <Loading lines={3} />;
  const { month, quarter, byMonth, byQuarter } = found.data;
  const rows = [
    { end: month.end, ranges: byMonth },
    { end: quarter.end, ranges: byQuarter },
  ].flatMap(({ end, ranges }, at) =>
    ranges.kind === "in-hand" && end >= today && (at === 0 || end !== month.end)
      ? [{ by: ranges.until, ranges }]
      : [],
  );
  return (
    <>
      <Answer
        title="What is in hand"
        sentence={stillText(found.data, today)}
        file={{ path: "/results/month-end/in-hand", query }}
      >
        <AsOf asOf={found.data.asOf} me={me} reckoning={found.stale && isNow} onNow={() => setIsNow(true)} />
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
      {found.data.open !== null && (
        <Open data={found.data} open={found.data.open} query={query} today={today} />
      )}
    </>
  );
}

/** The asks and introductions of which that may come. */
function Open({
  data,
  open,
  query,
  today,
}: {
  data: StillToComeView;
  open: NonNullable<StillToComeView["open"]>;
  query: { day: Day; member?: string; team?: string };
  today: Day;
}) {
  const [opened, setOpened] = useState<OpenedFunnel | null>(null);
  const { day: _day, ...whose } = query;
  return (
    <Answer
      title="Open asks and introductions"
      sentence={openText(open)}
      file={{ path: "/results/month-end/open", query }}
    >
      <FactTable
        caption="Open asks and introductions"
        columns={[
          { key: "what", head: "", spoken: "What is open", main: true, render: (step) => OPEN_NAMES[step] },
          {
            key: "many",
            head: "open",
            number: true,
            render: (step) => {
              const { many, since } = open[step];
              if (many === 0) return 0;
              return (
                <NumberButton
                  said={numberText(many)}
                  label={OPEN_NAMES[step]}
                  onOpen={() =>
                    setOpened({
                      of: step,
                      rest: OPEN_NAMES[step],
                      about: `${BEGAN[step]} since ${dayText(since, today)}.${data.byQuarter.kind === "too-early" ? "" : " Of what is older nothing more has come in your past."}`,
                      path: "/results/ahead/past/facts",
                      query: { ...whose, since },
                    })
                  }
                />
              );
            },
          },
        ]}
        rows={STEPS}
        rowKey={(step) => step}
        stays
      />
      <FunnelFacts opened={opened} today={today} onClose={() => setOpened(null)} />
    </Answer>
  );
}

const BEGAN: Record<Step, string> = { introductions: "Asked", meetings: "Introduced", deals: "Met" };
