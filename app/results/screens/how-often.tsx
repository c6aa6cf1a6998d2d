import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { numberText } from "#lib/web/words.ts";
import { Answer } from "./answer.tsx";
import { barsOf, OriginChart, rateBar } from "./origin-chart.tsx";
import type { AnswerProps, Line } from "./origin-lines.ts";
import { OriginNumber } from "./origin-number.tsx";
import { FACT_TITLES, shareText, winText } from "./origins-words.ts";

export function HowOften({ data, asked, open, lines }: AnswerProps) {
  const columns: Column<Line>[] = [
    { key: "origin", head: "where from", main: true, render: ({ name }) => name },
    ...(["won", "lost"] as const).map((what): Column<Line> => ({
      key: what,
      head: what,
      number: true,
      render: (line) => (
        <OriginNumber
          label={`${line.name}, ${FACT_TITLES[what].toLowerCase()}`}
          onOpen={() => open({ what, origins: line.origins, about: line.name })}
        >
          {numberText(what === "won" ? line.won.count : line.lost)}
        </OriginNumber>
      ),
    })),
    {
      key: "rate",
      head: "won of those that ended",
      number: true,
      render: (line) => (
        <OriginNumber
          label={`${line.name}, won of those that ended`}
          below={line.winRate.n === 0 ? null : (shareText(line.winRate) ?? "too early to say")}
          onOpen={() => open({ what: "ended", origins: line.origins, about: line.name })}
        >
          {line.winRate.n === 0 ? "0" : `${numberText(line.won.count)} of ${numberText(line.winRate.n)}`}
        </OriginNumber>
      ),
    },
  ];
  return (
    <Answer
      title="How often we win"
      sentence={winText(data)}
      file={{ path: "/results/origins", query: asked.answer }}
      folds
      chart={
        <OriginChart
          label="Of a hundred that ended, so many were won; the line shows where it likely is"
          most={100}
          bars={barsOf(lines, ({ winRate, won }) => rateBar(winRate, won.count))}
        />
      }
    >
      <FactTable
        caption="How often we win"
        columns={columns}
        rows={ended(lines)}
        rowKey={({ key }) => key}
        stays
      />
    </Answer>
  );
}

function ended(lines: readonly Line[]): Line[] {
  return lines.filter(({ winRate }) => winRate.n > 0);
}
