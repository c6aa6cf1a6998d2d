import { ChoiceField } from "#lib/web/field.tsx";
import { oneOf } from "#lib/web/filters.ts";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { RangeBars } from "#lib/web/range-bars.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { moneyText, numberText } from "#lib/web/words.ts";
import type { ComparisonView } from "../comparison-view.ts";
import { GROUP_WORDS, GROUPS, originsIn, type Group, type OriginFacts } from "../origin.ts";
import { Answer } from "./answer.tsx";
import type { OpenedOrigin } from "./origin-facts.tsx";
import { OriginNumber } from "./origin-number.tsx";
import {
  daysText,
  fasterText,
  largerText,
  likelyShare,
  likesText,
  oftenerText,
  percent,
  pointsRange,
  timesRange,
} from "./origins-words.ts";
import type { ResultsAsked } from "./results-filters.tsx";
import figures from "./figures.module.css";
import css from "./results.module.css";

const pair = {
  first: oneOf(...GROUPS),
  second: oneOf("others", ...GROUPS.filter((one) => one !== "others")),
};

interface ComparisonAnswerProps {
  asked: ResultsAsked;
  open: (opened: OpenedOrigin) => void;
}

/** Two origins side by side; introductions and all else unless others are chosen. */
export function ComparisonAnswer({ asked, open }: ComparisonAnswerProps) {
  const [{ first, second }, set] = useFilters(pair);
  const origins = originsIn(first, second);
  const query = { ...asked.answer, first, second };
  const comparison = useRead<ComparisonView>(origins === null ? undefined : "/results/comparison", query, {
    keep: true,
  });
  return (
    <>
      <Choosers first={first} second={second} set={set} />
      {origins === null && (
        <p className={figures.soft}>These two share deals. Choose two that have none in common.</p>
      )}
      {origins !== null && comparison.problem && (
        <Trouble problem={comparison.problem} again={comparison.again} />
      )}
      {origins !== null && comparison.data === undefined && !comparison.problem && <Loading lines={4} />}
      {origins !== null && comparison.data && <Compared data={comparison.data} query={query} open={open} />}
    </>
  );
}

function Choosers({
  first,
  second,
  set,
}: {
  first: Group;
  second: Group;
  set: (changes: { first?: Group; second?: Group }) => void;
}) {
  const options = GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }));
  return (
    <div className={css.filters}>
      <ChoiceField
        label="Compare"
        name="first"
        value={first}
        options={options}
        onChange={(one) => set({ first: one })}
      />
      <ChoiceField
        label="with"
        name="second"
        value={second}
        options={options}
        onChange={(one) => set({ second: one })}
      />
    </div>
  );
}

interface Row {
  key: string;
  name: string;
  what: OriginFacts;
  currency?: string;
  first: { n: number; said: string };
  second: { n: number; said: string };
}

function Compared({
  data,
  query,
  open,
}: {
  data: ComparisonView;
  query: ResultsAsked["query"] & { first: Group; second: Group };
  open: (opened: OpenedOrigin) => void;
}) {
  const { first, second } = data;
  const origins = originsIn(first, second);
  const side = (which: "first" | "second", name: Group): Column<Row> => ({
    key: which,
    head: GROUP_WORDS[name].toLowerCase(),
    render: (row) => (
      <OriginNumber
        label={`${GROUP_WORDS[name]}, ${row.name}`}
        below={row[which].said}
        onOpen={() =>
          open({
            what: row.what,
            origins: origins?.[which] ?? null,
            currency: row.currency,
            about: GROUP_WORDS[name],
          })
        }
      >
        {row[which].n === 0 ? "0" : `${numberText(row[which].n)} deals`}
      </OriginNumber>
    ),
  });
  const columns: Column<Row>[] = [
    { key: "what", head: "compared", main: true, render: ({ name }) => name },
    side("first", first),
    side("second", second),
  ];
  return (
    <Answer
      title={`${GROUP_WORDS[first]} and ${GROUP_WORDS[second].toLowerCase()}`}
      sentence={oftenerText(data)}
      warning={winLikes(data)}
      file={{ path: "/results/comparison", query }}
      folds
      chart={<Charts data={data} />}
      first={
        <>
          <p className={css.sentence}>{fasterText(data)}</p>
          {data.timeToClose.within !== null && (
            <p className={css.warning}>
              {likesText({
                ...data.timeToClose.within,
                said: data.timeToClose.within.ratio && timesRange(data.timeToClose.within.ratio, "fast"),
              })}
            </p>
          )}
          {data.sizes.map((sizes) => (
            <Sizes key={sizes.currency} data={data} sizes={sizes} />
          ))}
        </>
      }
    >
      <FactTable
        caption={`${GROUP_WORDS[first]} and ${GROUP_WORDS[second].toLowerCase()}`}
        columns={columns}
        rows={rowsOf(data)}
        rowKey={({ key }) => key}
      />
      <details className={figures.how}>
        <summary>How this is reckoned</summary>
        <p>
          A difference is said only when its 95 % interval leaves out nought (shares: Newcombe 1998, method
          10; days: Zou and Donner 2008{pText(data)}; sizes: bootstrap). Two groups are not alike when a tenth
          of one would have to have other reps, or companies of another size, to be like the other.
        </p>
        <p>
          Then like is compared with like: deals of the same rep, and of companies of about the same size,
          with each other, and the differences put together (shares: Mantel and Haenszel, with Sato’s
          variance; speed: the ratio of closings per day looked at, by the age of the deal; sizes: the ratio
          of their geometric means). Otherwise whoever gets more introductions among large companies could
          look better or worse than they are.
        </p>
      </details>
    </Answer>
  );
}

/** Side by side what can be said of both. */
function Charts({ data: { first, second, winRate, timeToClose } }: { data: ComparisonView }) {
  const names = { first: GROUP_WORDS[first], second: GROUP_WORDS[second] };
  const rates = SIDES.flatMap((side) => {
    const rate = winRate[side];
    if (rate.kind === "too-early") return [];
    const [value, low, high] = [rate.value, rate.low, rate.high].map((share) => share * 100);
    return [{ key: side, name: names[side], value: value!, low, high, said: `${percent(rate.value)} %` }];
  });
  const times = SIDES.flatMap((side) => {
    const time = timeToClose[side];
    if (time.kind === "too-early" || time.value === null) return [];
    const { value, low, high } = time;
    return [
      {
        key: side,
        name: names[side],
        value,
        low: low ?? undefined,
        high: high ?? undefined,
        said: `${Math.round(value)} days`,
      },
    ];
  });
  return (
    <>
      {rates.length === 2 && (
        <RangeBars
          label="Of a hundred that ended, so many were won; the line shows where it likely is"
          most={100}
          bars={rates}
        />
      )}
      {times.length === 2 && (
        <RangeBars label="Days until half are won or lost; the line shows where it likely is" bars={times} />
      )}
    </>
  );
}

const SIDES = ["first", "second"] as const;

function Sizes({ data, sizes }: { data: ComparisonView; sizes: ComparisonView["sizes"][number] }) {
  return (
    <>
      <p className={css.sentence}>{largerText(data, sizes)}</p>
      {sizes.within !== null && (
        <p className={css.warning}>
          {likesText({
            ...sizes.within,
            said: sizes.within.ratio && timesRange(sizes.within.ratio, "large"),
          })}
        </p>
      )}
    </>
  );
}

function winLikes({ winRate: { compared } }: ComparisonView): string | undefined {
  if (compared.kind === "too-early" || compared.within === null) return undefined;
  const { within } = compared;
  return likesText({ ...within, said: within.difference && pointsRange(within.difference) });
}

function pText({ timeToClose: { logRank } }: ComparisonView): string {
  if (logRank === null) return "";
  return `; over all days by the log-rank test, p ${logRank.p < 0.001 ? "< 0.001" : `= ${logRank.p.toFixed(3)}`}`;
}

function rowsOf({ winRate, timeToClose, sizes }: ComparisonView): Row[] {
  return [
    {
      key: "win",
      name: "how often won",
      what: "ended",
      first: rateSide(winRate.first),
      second: rateSide(winRate.second),
    },
    {
      key: "time",
      name: "how long it takes",
      what: "opened",
      first: timeSide(timeToClose.first),
      second: timeSide(timeToClose.second),
    },
    ...sizes.map(({ currency, first, second }): Row => ({
      key: currency,
      name: `how large, in ${currency}`,
      what: "won",
      currency,
      first: sizeSide(first, currency),
      second: sizeSide(second, currency),
    })),
  ];
}

function rateSide(of: ComparisonView["winRate"]["first"]): Row["first"] {
  if (of.kind === "too-early") return { n: of.n, said: "too early to say" };
  return { n: of.n, said: `${percent(of.value)} % won, likely ${likelyShare(of)}` };
}

function timeSide(of: ComparisonView["timeToClose"]["first"]): Row["first"] {
  return { n: of.n, said: daysText(of) };
}

function sizeSide(of: ComparisonView["sizes"][number]["first"], currency: string): Row["first"] {
  if (of.kind === "too-early") return { n: of.n, said: "too early to say" };
  const money = (minor: number) => moneyText({ minor, currency });
  return { n: of.n, said: `${money(of.value)}, likely ${money(of.low)} to ${money(of.high)}` };
}
