import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { RangeBars, type RangeBar } from "#lib/web/range-bars.tsx";
import { moneyText } from "#lib/web/words.ts";
import { BY_REFERRAL, REPORTED_WORDS, type OriginFacts, type Reported } from "../origin.ts";
import type { OriginLineView, OriginsView } from "../origins-view.ts";
import { Answer } from "./answer.tsx";
import type { OpenedOrigin } from "./origin-facts.tsx";
import { PublishedBeside } from "./published-beside.tsx";
import { OriginNumber } from "./origin-number.tsx";
import {
  daysText,
  FACT_TITLES,
  percent,
  revenueText,
  shareText,
  sizeText,
  timeText,
  winText,
} from "./origins-words.ts";
import type { ResultsAsked } from "./results-filters.tsx";
import own from "./funnel.module.css";
import css from "./results.module.css";

interface AnswersProps {
  data: OriginsView;
  asked: ResultsAsked;
  open: (opened: OpenedOrigin) => void;
}

/** A line of the tables: an origin, all introductions, or everything. */
interface Line extends OriginLineView {
  key: string;
  name: string;
  origins: readonly Reported[] | null;
}

export function OriginsAnswers(props: AnswersProps) {
  const lines = linesOf(props.data);
  return (
    <>
      <WhereFrom {...props} lines={lines} />
      <HowOften {...props} lines={lines} />
      <HowLong {...props} lines={lines} />
      <HowLarge {...props} lines={lines} />
    </>
  );
}

type AnswerProps = AnswersProps & { lines: readonly Line[] };

function linesOf({ items, introductions, all }: OriginsView): Line[] {
  const each = items.map((item) => ({
    ...item,
    key: item.origin,
    name: REPORTED_WORDS[item.origin],
    origins: [item.origin],
  }));
  return [
    ...each,
    { ...introductions, key: "introductions", name: "All introductions", origins: BY_REFERRAL },
    { ...all, key: "all", name: "All", origins: null },
  ];
}

function WhereFrom({ data, asked, open, lines }: AnswerProps) {
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
        {String(line[key].count)}
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
        <Chart
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
      <details className={own.how}>
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

function HowOften({ data, asked, open, lines }: AnswerProps) {
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
          {String(what === "won" ? line.won.count : line.lost)}
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
          {line.winRate.n === 0 ? "0" : `${line.won.count} of ${line.winRate.n}`}
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
        <Chart
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

function HowLong({ data, asked, open, lines }: AnswerProps) {
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
          below={`${line.timeToClose.closed} have ended`}
          onOpen={() => open({ what: "opened", origins: line.origins, about: line.name })}
        >
          {String(line.timeToClose.n)}
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
        <Chart
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
      <details className={own.how}>
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

function HowLarge({ data, asked, open, lines }: AnswerProps) {
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
          {String(size.n)}
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
        <Chart
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
                size.kind === "median" ? moneyText({ minor: size.value, currency }) : `${size.n}: too early`,
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
      <details className={own.how}>
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
  if (of.kind === "too-early") return <span className={own.doubt}>too early to say</span>;
  const money = (minor: number) => moneyText({ minor, currency: of.currency });
  return (
    <span className={own.figure}>
      <span>{money(of.value)}</span>
      <span className={own.doubt}>
        {money(of.low)} to {money(of.high)}
      </span>
    </span>
  );
}

interface AmountsProps {
  of: OriginLineView["revenue"];
  what: "open" | "won";
  line: Line;
  open: AnswersProps["open"];
}

function Amounts({ of, what, line, open }: AmountsProps) {
  if (of.length === 0) return <span className={own.doubt}>none</span>;
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
  return shareText(share) ?? `of ${share.n}`;
}

/** Of those of which something can be said already; the table has the others. */
function Chart({ bars, ...rest }: Parameters<typeof RangeBars>[0]) {
  const drawn = bars.filter(({ value }) => value !== null);
  return drawn.length === 0 ? null : <RangeBars {...rest} bars={drawn} />;
}

/** Without the line of all, which says nothing beside its parts. */
function barsOf(lines: readonly Line[], bar: (line: Line) => Omit<RangeBar, "key" | "name">): RangeBar[] {
  return lines
    .filter(({ key, won, lost }) => key !== "all" && won.count + lost > 0)
    .map((line) => ({ key: line.key, name: line.name, ...bar(line) }));
}

function rateBar(rate: OriginLineView["winRate"], count: number): Omit<RangeBar, "key" | "name"> {
  if (rate.kind === "too-early") return { value: null, said: `${count} of ${rate.n}` };
  const { value, low, high } = rate;
  return { value: value * 100, low: low * 100, high: high * 100, said: `${percent(value)} %` };
}
