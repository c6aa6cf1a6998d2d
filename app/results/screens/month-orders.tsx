import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { RangeBars } from "#lib/web/range-bars.tsx";
import { moneyText, numberText } from "#lib/web/words.ts";
import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import type { Me } from "#team/me-view.ts";
import type { MonthEndView } from "../month-end-view.ts";
import type { OrderKind } from "../order.ts";
import { Answer } from "./answer.tsx";
import { ordersText } from "./month-end-words.ts";
import { NumberButton } from "./number-button.tsx";
import { OrdersSheet, type OpenedOrders } from "./orders-sheet.tsx";
import figures from "./figures.module.css";

const KIND_WORDS: Record<OrderKind, string> = { new: "new", upgrade: "upgrades" };

interface MonthOrdersProps {
  data: MonthEndView;
  query: { day: Day; member?: string; team?: string };
  me: Me;
}

/** Deals won, new ones and upgrades, by where they came from. */
export function MonthOrders({ data, query, me }: MonthOrdersProps) {
  const [opened, setOpened] = useState<OpenedOrders | null>(null);
  const { orders, month, whose } = data;
  const { day: _day, ...who } = query;
  type Row = { key: string; name: string; origin?: string; kinds: MonthEndView["orders"]["kinds"] };
  const rows: Row[] = [
    ...orders.origins.map(({ origin, kinds }) => ({
      key: origin,
      name: ORIGIN_LABELS[origin],
      origin,
      kinds,
    })),
    ...(orders.origins.length > 1 ? [{ key: "all", name: "All", kinds: orders.kinds }] : []),
  ];
  const column = (kind: OrderKind): Column<Row> => ({
    key: kind,
    head: KIND_WORDS[kind],
    number: true,
    render: ({ name, origin, kinds }) => {
      const { orders: many, money } = kinds[kind];
      if (many === 0) return "–";
      return (
        <span className={figures.figure}>
          <NumberButton
            said={numberText(many)}
            label={`${name}, ${KIND_WORDS[kind]}`}
            onOpen={() =>
              setOpened({
                title: `${name}: ${KIND_WORDS[kind]}`,
                about: `${whose.name}, won from ${dayText(month.start, me.today)} to ${dayText(month.end, me.today)}.`,
                query: { from: month.start, to: month.end, ...who, kind, origin },
              })
            }
          />
          <span className={figures.doubt}>{money.map(moneyText).join(" and ") || "no amount"}</span>
        </span>
      );
    },
  });
  return (
    <Answer
      title="Where the orders came from"
      sentence={ordersText(orders)}
      file={{ path: "/results/month-end/orders", query }}
      chart={
        rows.length > 1 && (
          <RangeBars
            label="Deals won by origin"
            bars={orders.origins.map(({ origin, orders: many }) => ({
              key: origin,
              name: ORIGIN_LABELS[origin],
              value: many,
              said: numberText(many),
            }))}
          />
        )
      }
    >
      {rows.length > 0 && (
        <FactTable
          caption="Deals won by origin"
          columns={[
            { key: "origin", head: "origin", main: true, render: ({ name }) => name },
            column("new"),
            column("upgrade"),
          ]}
          rows={rows}
          rowKey={({ key }) => key}
          stays
        />
      )}
      <details className={figures.how}>
        <summary>How this is reckoned</summary>
        <p>
          All deals won count here, by whatever way they came; the goals above count those by introduction. An
          upgrade is a deal that is said to come from an existing client, or one at a company where a deal was
          won on an earlier day.
        </p>
      </details>
      <OrdersSheet opened={opened} today={me.today} onClose={() => setOpened(null)} />
    </Answer>
  );
}
