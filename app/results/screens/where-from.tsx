import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { moneyText, numberText } from "#lib/web/words.ts";
import type { OriginFacts } from "../origin.ts";
import type { OriginLineView } from "../origins-view.ts";
import { Answer } from "./answer.tsx";
import { barsOf, OriginChart, rateBar } from "./origin-chart.tsx";
import type { AnswerProps, AnswersProps, Line } from "./origin-lines.ts";
import { OriginNumber } from "./origin-number.tsx";
import { FACT_TITLES, percent, revenueText, shareText } from "./origins-words.ts";
import { PublishedBeside } from "./published-beside.tsx";
import figures from "./figures.module.css";
import css from "./results.module.css";

export function WhereFrom({ data, asked, open, lines }: AnswerProps) {
  const number = (key: "meetingsHeld" | "opened" | "open" | "won", what: OriginFacts): Column<Line> => ({
    key,
    head: FACT_TITLES[what].toLowerCase(),
    number: true,
    render: (line) => (
      <OriginNumber
        label={`${line.name}, ${FACT_TITLES[what].toLowerCase()}`}
        below={shareOf(line[key])}
        onOpen={() => open({ what, origins: line.origins, about: line.name })}
      >
        {numberText(line[key].count)}
      </OriginNumber>
    ),
  });
  const columns: Column<Line>[] = [
    { key: "origin", head: "where from", main: true, render: ({ name }) => name },
    { ...number("meetingsHeld", "meetings-held"), deskOnly: true },
    { ...number("opened", "opened"), deskOnly: true },
    { ...number("open", "open"), deskOnly: true },
    {
      deskOnly: true,
      key: "openAmounts",
      head: "worth, if all are won",
      number: true,
      render: (line) => <Amounts of={line.openAmounts} what="open" line={line} open={open} />,
    },
    number("won", "won"),
    {
      key: "revenue",
      head: "revenue",
      number: true,
      render: (line) => <Amounts of={line.revenue} what="won" line={line} open={open} />,
    },
  ];
  const phone = (...keys: string[]) =>
    columns
      .filter(({ key, main }) => main === true || keys.includes(key))
      .map((column): Column<Line> => ({ ...column, deskOnly: false }));
  return (
    <Answer
      title="Where it comes from"
      sentence={revenueText(data)}
      file={{ path: "/results/origins", query: asked.answer }}
      folds
      first={
        <>
          <FactTable
            caption="Where it comes from"
            columns={columns}
            rows={lines}
            rowKey={({ key }) => key}
            stays
          />
          {data.whose.kind === "member" && data.introductions.won.share.kind === "rate" && (
            <PublishedBeside denominator="business → by referral" />
          )}
        </>
      }
      chart={
        <OriginChart
          label="Of a hundred deals won, so many came from here; the line shows where it likely is"
          most={100}
          bars={barsOf(lines, ({ won }) => rateBar(won.share, won.count))}
        />
      }
    >
      <div className={css.phoneOnly}>
        <FactTable
          caption="Meetings held and deals opened"
          columns={phone("meetingsHeld", "opened")}
          rows={lines}
          rowKey={({ key }) => key}
          stays
        />
        <FactTable
          caption="Open deals"
          columns={phone("open", "openAmounts")}
          rows={lines}
          rowKey={({ key }) => key}
          stays
        />
      </div>
      <details className={figures.how}>
        <summary>How this is reckoned</summary>
        <p>
          Meetings by the day they were held, deals by the day they were opened, won or lost; “open” are those
          that were open at the end of these weeks, at what they are thought to bring today. Whether an
          introduction was asked for is known from the ask it came of. “Said to be by referral” are deals
          whose introduction is not written down.
        </p>
        <p>
          What a team did is what its members did while they were in it. Currencies are never added up. Beside
          a share stands in brackets where it likely is: 95 % intervals (Wilson 1927), from twenty on.
        </p>
      </details>
    </Answer>
  );
}

interface AmountsProps {
  of: OriginLineView["revenue"];
  what: "open" | "won";
  line: Line;
  open: AnswersProps["open"];
}

function Amounts({ of, what, line, open }: AmountsProps) {
  if (of.length === 0) return <span className={figures.doubt}>none</span>;
  const early = line[what].share.kind === "too-early";
  return of.map(({ share, ...amount }) => (
    <OriginNumber
      key={amount.currency}
      label={`${line.name}, ${FACT_TITLES[what].toLowerCase()} in ${amount.currency}`}
      below={share === null || early || line.key === "all" ? null : `${percent(share)}\u00a0%`}
      onOpen={() => open({ what, origins: line.origins, currency: amount.currency, about: line.name })}
    >
      {moneyText(amount)}
    </OriginNumber>
  ));
}

/** "20 % (12 to 30)"; nothing beside none and beside all of them. */
function shareOf({ count, share }: OriginLineView["won"]): string | null {
  if (count === 0 || count === share.n) return null;
  return shareText(share) ?? `of ${numberText(share.n)}`;
}
