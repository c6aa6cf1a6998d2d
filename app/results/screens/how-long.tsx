import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import type { RangeBar } from "#lib/web/range-bars.tsx";
import { numberText } from "#lib/web/words.ts";
import { Answer } from "./answer.tsx";
import { OriginChart } from "./origin-chart.tsx";
import type { AnswerProps, Line } from "./origin-lines.ts";
import { OriginNumber } from "./origin-number.tsx";
import { daysText, timeText } from "./origins-words.ts";
import figures from "./figures.module.css";

export function HowLong({ data, asked, open, lines }: AnswerProps) {
  const opened = lines.filter(({ timeToClose }) => timeToClose.n > 0);
  const columns: Column<Line>[] = [
    { key: "origin", head: "where from", main: true, render: ({ name }) => name },
    {
      key: "opened",
      head: "deals opened",
      number: true,
      render: (line) => (
        <OriginNumber
          label={`${line.name}, deals opened`}
          below={`${numberText(line.timeToClose.closed)} have ended`}
          onOpen={() => open({ what: "opened", origins: line.origins, about: line.name })}
        >
          {numberText(line.timeToClose.n)}
        </OriginNumber>
      ),
    },
    {
      key: "days",
      head: "half are won or lost within",
      number: true,
      render: ({ timeToClose }) => daysText(timeToClose),
    },
  ];
  return (
    <Answer
      title="How long it takes"
      sentence={timeText(data)}
      file={{ path: "/results/origins", query: asked.answer }}
      folds
      chart={
        <OriginChart
          label="Days until half are won or lost; the line shows where it likely is"
          bars={opened.map(({ key, name, timeToClose: time }): RangeBar => ({
            key,
            name,
            value: time.kind === "median" ? time.value : null,
            low: time.kind === "median" ? (time.low ?? undefined) : undefined,
            high: time.kind === "median" ? (time.high ?? undefined) : undefined,
            said:
              time.kind === "median" && time.value !== null
                ? `${Math.round(time.value)} days`
                : daysText(time),
          }))}
        />
      }
    >
      <FactTable
        caption="How long it takes"
        columns={columns}
        rows={opened}
        rowKey={({ key }) => key}
        stays
      />
      <details className={figures.how}>
        <summary>How this is reckoned</summary>
        <p>
          Deals that were opened in these weeks, until the day they were won or lost. Those that are still
          open count for as long as they have been: left out, long deals would be missing and all would look
          quick (Kaplan and Meier 1958; the range after Brookmeyer and Crowley 1982, 95 %).
        </p>
      </details>
    </Answer>
  );
}
