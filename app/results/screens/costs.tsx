import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { RangeBars } from "#lib/web/range-bars.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { numberText } from "#lib/web/words.ts";
import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import type { Me } from "#team/me-view.ts";
import type { CostsView } from "../cost-view.ts";
import { Answer } from "./answer.tsx";
import { CostForm } from "./cost-form.tsx";
import { CostLines, type OpenedCosts } from "./cost-lines.tsx";
import { costSentence, eachText, hoursText, spentText } from "./cost-words.ts";
import { NumberButton } from "./number-button.tsx";
import { OrdersSheet, type OpenedOrders } from "./orders-sheet.tsx";
import type { ResultsAsked } from "./results-filters.tsx";
import figures from "./figures.module.css";
import css from "./results.module.css";

/** What hours and money an origin took, beside the clients that it won. */
export function Costs({ me, asked }: { me: Me; asked: Pick<ResultsAsked, "query"> }) {
  const costs = useRead<CostsView>("/results/costs", asked.query, { keep: true });
  const [writes, setWrites] = useState(false);
  if (costs.problem) return <Trouble problem={costs.problem} again={costs.again} />;
  if (costs.data === undefined) return <Loading lines={3} />;
  const nothing = costs.data.origins.every(({ lines }) => lines === 0);
  const write = (
    <Button onClick={() => setWrites(true)}>
      {nothing ? "Write down hours or money" : "Write down more"}
    </Button>
  );
  return (
    <>
      {nothing ? (
        <Section title="What it cost">
          <Empty action={write}>
            Keep the hours and the money that go into referrals, cold calls and fairs, and you see here what a
            client costs by each.
          </Empty>
        </Section>
      ) : (
        <Table me={me} asked={asked} data={costs.data} write={write} />
      )}
      <Sheet title="Hours and money spent" opened={writes} onClose={() => setWrites(false)}>
        <CostForm me={me} onDone={() => setWrites(false)} />
      </Sheet>
    </>
  );
}

interface TableProps {
  me: Me;
  asked: Pick<ResultsAsked, "query">;
  data: CostsView;
  write: React.ReactNode;
}

function Table({ me, asked, data, write }: TableProps) {
  const [lines, setLines] = useState<OpenedCosts | null>(null);
  const [won, setWon] = useState<OpenedOrders | null>(null);
  const { months, whose, origins } = data;
  const span = `from ${dayText(months.from, me.today)} to ${dayText(months.to, me.today)}`;
  const query = { ...asked.query, ...months };
  type Row = CostsView["origins"][number];
  const columns: Column<Row>[] = [
    { key: "origin", head: "origin", main: true, render: ({ origin }) => ORIGIN_LABELS[origin] },
    {
      key: "spent",
      head: "spent",
      number: true,
      render: (row) =>
        row.lines === 0 ? (
          "–"
        ) : (
          <NumberButton
            said={spentText(row)}
            label={`Spent on ${ORIGIN_LABELS[row.origin]}`}
            onOpen={() =>
              setLines({ title: ORIGIN_LABELS[row.origin], query: { ...query, origin: row.origin } })
            }
          />
        ),
    },
    {
      key: "won",
      head: "clients won",
      number: true,
      render: ({ origin, won: many }) => (
        <NumberButton
          said={numberText(many)}
          label={`Clients won by ${ORIGIN_LABELS[origin]}`}
          onOpen={() =>
            setWon({
              title: `Clients won: ${ORIGIN_LABELS[origin]}`,
              about: `${whose.name}, ${span}: the first deal won at each company.`,
              query: { ...query, origin, clients: true },
              empty: "No client was won there in this time.",
            })
          }
        />
      ),
    },
    { key: "each", head: "for each client", number: true, render: eachText },
  ];
  return (
    <Answer
      title="What it cost"
      sentence={costSentence(data)}
      warning={
        <>
          Only what was written down counts, in whole months, {span}
          {data.keptSince && ": nothing was kept before"}.
          {whose.kind !== "company" && " What the company spent as a whole is not shared out."}
        </>
      }
      file={{ path: "/results/costs", query: asked.query }}
      folds
      first={<div className={css.act}>{write}</div>}
      chart={
        <RangeBars
          label="Hours by origin"
          bars={origins
            .filter(({ hours }) => hours > 0)
            .map(({ origin, hours }) => ({
              key: origin,
              name: ORIGIN_LABELS[origin],
              value: hours,
              said: hoursText(hours),
            }))}
        />
      }
    >
      <FactTable
        caption="What each origin cost"
        columns={columns}
        rows={origins}
        rowKey={({ origin }) => origin}
      />
      <details className={figures.how}>
        <summary>How this is reckoned</summary>
        <p>
          A client is won with the first deal won at a company, and counts for the origin of that deal; later
          deals there, and those that are said to come from an existing client, win none. Hours and money are
          counted as they were written down, so those that went into later deals are in there as well.
        </p>
      </details>
      <CostLines opened={lines} me={me} onClose={() => setLines(null)} />
      <OrdersSheet opened={won} today={me.today} onClose={() => setWon(null)} />
    </Answer>
  );
}
