import type { Page } from "#lib/kernel/page.ts";
import { Bars } from "#lib/web/bars.tsx";
import { GoButton, LinkButton } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { addressOf, oneOf, text } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import { HolderField } from "#accounts/screens/holder-field.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { CoverageLineView, CoveragePeriodView } from "../coverage-view.ts";
import { percentText, shareText } from "./coverage-words.ts";
import { everyoneFilters } from "./everyone-filters.ts";
import { Reminders } from "./reminders.tsx";
import css from "./coverage.module.css";

const coverageFilters = {
  by: oneOf("account", "rep", "team"),
  every: oneOf("quarter", "month", "week"),
  holder: text(),
  team: text(),
};
const EVERY_WORDS = { quarter: "quarter", month: "month", week: "week" };
const PERIODS = 6;

/** Of all client contacts: how many were asked, and where the holes are. */
export function CoveragePage() {
  const me = useMe();
  const [filters, setFilters] = useFilters(coverageFilters);
  const scope = { holder: filters.holder, team: filters.team };
  const lines = useRead<Page<CoverageLineView>>("/coverage", { by: "company", ...scope }, { keep: true });
  const line = lines.data?.items[0];
  const teams = useReadAll<{ id: string; name: string }>("/teams").data ?? [];
  const isPlain = filters.holder === "" && filters.team === "";
  const file = new URLSearchParams({ by: filters.by, ...given(scope) });
  return (
    <>
      <PageHeading
        below="Everyone you have met may know somebody: ask them all, not only the buyer."
        action={
          <GoButton tone="primary" to={addressOf("/asks/everyone", everyoneFilters, scope)}>
            Ask everyone
          </GoButton>
        }
      >
        {line === undefined || line.can === 0 ? "Who has been asked" : `${shareText(line)} at our clients`}
      </PageHeading>
      {lines.problem ? (
        <Trouble problem={lines.problem} again={lines.again} />
      ) : line === undefined || me === undefined ? (
        <Loading lines={4} />
      ) : (
        <>
          {line.known > 0 && <Standing line={line} me={me} every={filters.every} scope={scope} />}
          <div className={css.filters}>
            <HolderField
              nobody="Anybody"
              name="holder"
              value={filters.holder}
              onChange={(holder) => setFilters({ holder })}
            />
            <ChoiceField
              label="Their team"
              name="team"
              value={filters.team}
              options={[
                { value: "", label: "Any team" },
                ...teams.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(team) => setFilters({ team })}
            />
            <ChoiceField
              label="Listed by"
              name="by"
              value={filters.by}
              options={[
                { value: "account", label: "Account" },
                { value: "rep", label: "Relationship holder" },
                { value: "team", label: "Team" },
              ]}
              onChange={(by) => setFilters({ by })}
            />
            <ChoiceField
              label="Over time"
              name="every"
              value={filters.every}
              options={[
                { value: "quarter", label: "By quarter" },
                { value: "month", label: "By month" },
                { value: "week", label: "By week" },
              ]}
              onChange={(every) => setFilters({ every })}
            />
          </div>
          <Reminders me={me} holderId={filters.holder} />
          {line.known > 0 && <OverTime me={me} every={filters.every} scope={scope} />}
          <Section
            title="The largest hole first"
            aside={
              line.known > 0 && (
                <LinkButton
                  href={`/api/v1/coverage.csv?${file.toString()}`}
                  download="coverage.csv"
                  tone="quiet"
                >
                  As a file
                </LinkButton>
              )
            }
          >
            <LongTable<CoverageLineView>
              caption="Who has been asked, the largest hole first"
              path="/coverage"
              query={{ by: filters.by, ...scope }}
              rowKey={({ id }) => id ?? "nobody"}
              columns={columnsFor(filters.by, scope)}
              empty={
                <Empty
                  action={
                    <GoButton to={isPlain ? "/accounts" : "/asks/coverage"}>
                      {isPlain ? "Accounts" : "Show all"}
                    </GoButton>
                  }
                >
                  {isPlain
                    ? "No client has anybody in it yet. Write down everybody you met there: each of them may know somebody."
                    : "No client contact is like that."}
                </Empty>
              }
            />
          </Section>
        </>
      )}
    </>
  );
}

interface Scope {
  holder: string;
  team: string;
}

type Every = "quarter" | "month" | "week";

interface TimeProps {
  me: Me;
  every: Every;
  scope: Scope;
}

function usePeriods({ every, scope }: Pick<TimeProps, "every" | "scope">): CoveragePeriodView[] {
  const query = { every, count: PERIODS, ...scope };
  const periods = useRead<{ items: CoveragePeriodView[] }>("/coverage/periods", query, { keep: true });
  return periods.data?.items ?? [];
}

/** The company's line with both numbers, each of which opens to the people behind it. */
function Standing({ line, me, every, scope }: TimeProps & { line: CoverageLineView }) {
  const items = usePeriods({ every, scope });
  const to = (who: "unasked" | "asked" | "cannot" | "everybody") =>
    addressOf("/asks/everyone", everyoneFilters, { ...scope, who });
  return (
    <div className={css.company}>
      <p className={css.soft}>
        <Go to={to("asked")}>{line.asked} asked</Go> of {line.can} who can be ({percentText(line)}).{" "}
        <Go to={to("unasked")}>{line.can - line.asked} not yet</Go>. Of{" "}
        <Go to={to("everybody")}>{line.known} known</Go> in all {line.met} were met, and{" "}
        <Go to={to("cannot")}>{line.cannot} cannot be asked</Go> just now.
      </p>
      {items.length > 0 && (
        <Bars
          label={`Percent asked by the end of each ${EVERY_WORDS[every]}`}
          bars={items.map((item) => ({
            name: endText(item, me),
            value: item.can === 0 ? 0 : Math.floor((100 * item.asked) / item.can),
          }))}
        />
      )}
    </div>
  );
}

function OverTime({ me, every, scope }: TimeProps) {
  const items = usePeriods({ every, scope });
  if (items.length === 0) return null;
  return (
    <Section title="How it came about">
      <FactTable<CoveragePeriodView>
        caption={`Who had been asked by the end of each ${EVERY_WORDS[every]}, the latest first`}
        rows={items.toReversed()}
        rowKey={({ from }) => from}
        columns={[
          {
            key: "end",
            head: `by the end of the ${EVERY_WORDS[every]}`,
            main: true,
            render: (item) => endText(item, me),
          },
          { key: "asked", head: "asked", number: true, render: ({ asked }) => asked },
          { key: "can", head: "of those who can be", number: true, render: ({ can }) => can },
          { key: "share", head: "share", number: true, render: (item) => percentText(item) },
        ]}
      />
    </Section>
  );
}

function endText({ to }: CoveragePeriodView, me: Me): string {
  return to >= me.today ? "Today" : dayText(to, me.today);
}

function columnsFor(by: "account" | "rep" | "team", scope: Scope): Column<CoverageLineView>[] {
  const to = ({ id }: CoverageLineView, who: "unasked" | "asked") => {
    const own = { account: { account: id ?? "" }, rep: { holder: id ?? "" }, team: { team: id ?? "" } }[by];
    return addressOf("/asks/everyone", everyoneFilters, { ...scope, ...own, who });
  };
  const opens = (line: CoverageLineView, who: "unasked" | "asked", count: number) =>
    line.id === null ? count : <Go to={to(line, who)}>{count}</Go>;
  return [
    {
      key: "name",
      head: { account: "account", rep: "relationship holder", team: "team" }[by],
      main: true,
      width: "38%",
      render: (line) =>
        line.id === null ? (
          { account: "–", rep: "Nobody holds them", team: "In no team" }[by]
        ) : by === "account" ? (
          <Go to={`/accounts/${line.id}`}>{line.name}</Go>
        ) : (
          line.name
        ),
    },
    {
      key: "hole",
      head: "not asked yet",
      number: true,
      figure: true,
      render: (line) => opens(line, "unasked", line.can - line.asked),
    },
    { key: "asked", head: "asked", number: true, render: (line) => opens(line, "asked", line.asked) },
    { key: "can", head: "of those who can be", number: true, render: ({ can }) => can },
    { key: "share", head: "share", number: true, render: (line) => percentText(line) },
  ];
}

function given(scope: Scope): Record<string, string> {
  return Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== ""));
}
