import type { Page } from "#lib/kernel/page.ts";
import type { Day } from "#lib/kernel/days.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Money } from "#lib/kernel/money.ts";
import { GoButton, LinkButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { text } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted, moneyText } from "#lib/web/words.ts";
import type { PersonView } from "#people/person-view.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { GiftSumView, GiftView } from "../gift-view.ts";
import { THANKS_ONLY } from "../gift-words.ts";
import { GiftLine, STATE_WORDS } from "./gift-line.tsx";
import css from "./gifts.module.css";

const FILTERS = { year: text(), person: text() };

/** The register: who got what, from whom and for what, against the cap. */
export function GiftsPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Gifts me={me} />;
}

function Gifts({ me }: { me: Me }) {
  const [filters, setFilters] = useFilters(FILTERS);
  const thisYear = Number(me.today.slice(0, 4));
  const year = filters.year === "all" ? undefined : Number(filters.year) || thisYear;
  const query = { year, person: filters.person || undefined };
  const sums = useRead<{ items: GiftSumView[] }>(
    "/gift-sums",
    { year: year ?? thisYear, person: query.person },
    { keep: true },
  );
  const everybody = useRead<{ items: GiftSumView[]; since: Day | null }>("/gift-sums", {
    year: year ?? thisYear,
  });
  const chosen = useRead<PersonView>(filters.person === "" ? undefined : `/people/${filters.person}`).data;
  const first = Math.max(
    2000,
    Math.min(thisYear, year ?? thisYear, Number(everybody.data?.since?.slice(0, 4) ?? thisYear)),
  );
  const people = new Map((everybody.data?.items ?? []).map((each) => [each.personId, each.personName]));
  if (chosen) people.set(chosen.id, chosen.fullName);
  const file = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  return (
    <>
      <PageHeading below={THANKS_ONLY}>{headingOf(sums.data?.items ?? [], year)}</PageHeading>
      <Waiting me={me} />
      <div className={css.filters}>
        <ChoiceField
          label="Year"
          name="year"
          value={year === undefined ? "all" : String(year)}
          options={[
            ...Array.from({ length: thisYear - first + 1 }, (_, back) => String(thisYear - back)).map(
              (each) => ({
                value: each,
                label: each,
              }),
            ),
            { value: "all", label: "All years" },
          ]}
          onChange={(next) => setFilters({ year: next === String(thisYear) ? "" : next })}
        />
        <ChoiceField
          label="To"
          name="person"
          value={filters.person}
          options={[
            { value: "", label: "Everybody" },
            ...[...people].map(([id, name]) => ({ value: id, label: name })),
          ]}
          onChange={(person) => setFilters({ person })}
        />
      </div>
      {sums.problem && <Trouble problem={sums.problem} again={sums.again} />}
      {year !== undefined && sums.data !== undefined && sums.data.items.length > 0 && (
        <details open={filters.person !== ""}>
          <summary className={css.more}>What each got in {year}, against the cap</summary>
          <FactTable
            caption={`What each got in ${year}`}
            rows={sums.data.items}
            rowKey={({ personId, sum }) => `${personId} ${sum.currency}`}
            columns={SUM_COLUMNS}
          />
        </details>
      )}
      <Section
        title="Register"
        aside={
          <LinkButton href={`/api/v1/gifts.csv?${file.toString()}`} download="gifts.csv" tone="quiet">
            As a file
          </LinkButton>
        }
      >
        <LongTable<GiftView>
          caption="Gifts, the latest first"
          path="/gifts"
          query={query}
          rowKey={({ id }) => id}
          columns={columnsFor(me)}
          empty={
            <Empty action={<GoButton to="/owed">Look at what is owed</GoButton>}>
              No gift is noted here. A handwritten note outranks most gifts; where it should be more, say “A
              gift” when you thank.
            </Empty>
          }
        />
      </Section>
    </>
  );
}

/** What somebody is to decide, and what may be given, whatever the filters say. */
function Waiting({ me }: { me: Me }) {
  const gifts = useRead<Page<GiftView>>("/gifts", { state: "waits", limit: 100 });
  const sums = useRead<{ items: GiftSumView[] }>("/gift-sums", { year: Number(me.today.slice(0, 4)) }).data
    ?.items;
  const mine = (gifts.data?.items ?? []).filter(
    ({ mayDecide, mayChange, state }) => mayChange || (mayDecide && state === "asked"),
  );
  if (mine.length === 0) return null;
  return (
    <Section title="Above the cap">
      <Card>
        <ul className={css.lines}>
          {mine.map((gift) => (
            <GiftLine
              key={gift.id}
              gift={gift}
              me={me}
              named
              sum={sums?.find(
                ({ personId, sum }) => personId === gift.personId && sum.currency === gift.value.currency,
              )}
            />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

const SUM_COLUMNS: readonly Column<GiftSumView>[] = [
  {
    key: "person",
    head: "to",
    main: true,
    render: ({ personId, personName }) => <Go to={`/people/${personId}`}>{personName}</Go>,
  },
  { key: "account", head: "at", render: ({ accountName }) => accountName ?? "–" },
  { key: "gifts", head: "gifts", number: true, render: ({ gifts }) => gifts },
  { key: "sum", head: "given", number: true, render: ({ sum, waiting }) => amount(minus(sum, waiting)) },
  {
    key: "waiting",
    head: "asked for",
    number: true,
    render: ({ waiting }) => amount(waiting),
  },
  { key: "cap", head: "of", number: true, soft: true, render: ({ cap }) => moneyText(cap) },
];

function amount(money: Money): string {
  return money.minor === 0 ? "–" : moneyText(money);
}

function minus(all: Money, some: Money): Money {
  return { minor: all.minor - some.minor, currency: all.currency };
}

function columnsFor(me: Me): Column<GiftView>[] {
  return [
    {
      key: "person",
      head: "to",
      main: true,
      width: "17%",
      render: ({ personId, personName }) => <Go to={`/people/${personId}`}>{personName}</Go>,
    },
    { key: "what", head: "what", width: "19%", render: ({ what }) => capital(what) },
    { key: "value", head: "cost", number: true, width: "9%", render: ({ value }) => moneyText(value) },
    {
      key: "day",
      head: "day",
      width: "12%",
      render: ({ givenOn, day }) => shortDay(givenOn ?? day, me.today),
    },
    { key: "by", head: "by", width: "13%", render: ({ memberName }) => memberName },
    { key: "for", head: "for", width: "17%", render: forWhat },
    {
      key: "state",
      head: "state",
      render: ({ state }) => (state === "given" ? "given" : <Pill tone="quiet">{STATE_WORDS[state]}</Pill>),
    },
  ];
}

function forWhat({ referralId, contactName, words }: GiftView) {
  if (referralId === null) return words ?? "–";
  return <Go to={`/referrals/${referralId}`}>introducing {contactName}</Go>;
}

/** "€240 given in 2026, to nine people"; of two currencies only to how many. */
function headingOf(sums: readonly GiftSumView[], year: number | undefined): string {
  if (year === undefined) return "Gifts of all years";
  const given = sums.filter(({ sum, waiting }) => sum.minor > waiting.minor);
  const [first] = given;
  if (first === undefined) return `Nothing given in ${year}`;
  const people = counted(new Set(given.map(({ personId }) => personId)).size, "person", "people");
  if (sums.some(({ sum }) => sum.currency !== first.sum.currency)) return `Gifts in ${year} to ${people}`;
  const minor = sums.reduce((all, { sum, waiting }) => all + sum.minor - waiting.minor, 0);
  return `${moneyText({ minor, currency: first.sum.currency })} given in ${year}, to ${people}`;
}
