import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import type { RangeBar } from "#lib/web/range-bars.tsx";
import { moneyText, numberText } from "#lib/web/words.ts";
import type { OriginLineView } from "../origins-view.ts";
import { Answer } from "./answer.tsx";
import { OriginChart } from "./origin-chart.tsx";
import type { AnswerProps } from "./origin-lines.ts";
import { OriginNumber } from "./origin-number.tsx";
import { sizeText } from "./origins-words.ts";
import figures from "./figures.module.css";

export function HowLarge({ data, asked, open, lines }: AnswerProps) {
  const rows = lines.flatMap((line) => line.sizes.map((size) => ({ line, size })));
  type Row = (typeof rows)[number];
  if (rows.length === 0) return null;
  const columns: Column<Row>[] = [
    {
      key: "origin",
      head: "where from",
      main: true,
      render: ({ line, size }) => `${line.name}, ${size.currency}`,
    },
    {
      key: "won",
      head: "won with an amount",
      number: true,
      render: ({ line, size }) => (
        <OriginNumber
          label={`${line.name}, deals won with an amount in ${size.currency}`}
          onOpen={() =>
            open({ what: "won", origins: line.origins, currency: size.currency, about: line.name })
          }
        >
          {numberText(size.n)}
        </OriginNumber>
      ),
    },
    {
      key: "size",
      head: "half are larger than",
      number: true,
      render: ({ size }) => <Size of={size} />,
    },
  ];
  const currencies = [...new Set(rows.map(({ size }) => size.currency))];
  return (
    <Answer
      title="How large deals are"
      sentence={sizeText(data)}
      file={{ path: "/results/origins", query: asked.answer }}
      folds
      chart={currencies.map((currency) => (
        <OriginChart
          key={currency}
          label={`What half of the deals won are larger than, in ${currency}; the line shows where it likely is`}
          bars={rows
            .filter(({ size }) => size.currency === currency)
            .map(({ line, size }): RangeBar => ({
              key: line.key,
              name: line.name,
              value: size.kind === "median" ? size.value : null,
              low: size.kind === "median" ? size.low : undefined,
              high: size.kind === "median" ? size.high : undefined,
              said:
                size.kind === "median"
                  ? moneyText({ minor: size.value, currency })
                  : `${numberText(size.n)}: too early`,
            }))}
        />
      ))}
    >
      <FactTable
        caption="How large deals are"
        columns={columns}
        rows={rows}
        rowKey={({ line, size }) => `${line.key} ${size.currency}`}
        stays
      />
      <details className={figures.how}>
        <summary>How this is reckoned</summary>
        <p>
          The middle one of the deals won in these weeks that have an amount: one giant deal makes any average
          look large. The range is where the middle lies in 95 of 100 draws from the same deals (bootstrap,
          Efron and Tibshirani 1993).
        </p>
      </details>
    </Answer>
  );
}

function Size({ of }: { of: OriginLineView["sizes"][number] }) {
  if (of.kind === "too-early") return <span className={figures.doubt}>too early to say</span>;
  const money = (minor: number) => moneyText({ minor, currency: of.currency });
  return (
    <span className={figures.figure}>
      <span>{money(of.value)}</span>
      <span className={figures.doubt}>
        {money(of.low)} to {money(of.high)}
      </span>
    </span>
  );
}
