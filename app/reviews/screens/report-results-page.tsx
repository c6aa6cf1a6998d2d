import { BUYING_ROLES } from "#people/standing.ts";
import type { AccountView } from "#accounts/account-view.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { day, maybeOneOf, text } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { counted, rateText } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { useMe } from "#team/screens/use-me.ts";
import { SCORE_GROUPS } from "../nps.ts";
import type { ReportCardView, ResultsView } from "../report-view.ts";
import { NoteRole } from "./note-role.tsx";
import { NpsByRole, NpsChart, roleName } from "./nps-chart.tsx";
import { ReportLine } from "./report-line.tsx";
import { countsText, groupText, npsInTable, npsText, quarterName } from "./report-words.ts";
import css from "./reports.module.css";

const FILTERS = {
  account: text(),
  group: maybeOneOf(...SCORE_GROUPS),
  role: maybeOneOf(...BUYING_ROLES, "none"),
  from: day(),
  to: day(),
};

/** What clients say, of everybody or of one account: numbers first, each opening to its cards. */
export function ReportResultsPage() {
  const me = useMe();
  const [{ account, ...behind }, setFilters] = useFilters(FILTERS);
  const of = account === "" ? {} : { account };
  const results = useRead<ResultsView>("/report-results", of);
  if (results.problem) return <Trouble problem={results.problem} again={results.again} />;
  if (me === undefined || results.data === undefined) return <Loading />;
  const narrowed = Object.values(behind).some((each) => each !== undefined);
  return (
    <Column>
      <Heading account={account} results={results.data} today={me.today} />
      <Numbers results={results.data} account={account} />
      <Section
        title={narrowed ? "The cards behind it" : "Cards, the last sent first"}
        aside={
          narrowed && (
            <Button
              tone="quiet"
              onClick={() =>
                setFilters({ group: undefined, role: undefined, from: undefined, to: undefined })
              }
            >
              Show all
            </Button>
          )
        }
      >
        <Card>
          <LongList<ReportCardView>
            label="Report cards"
            path="/report-cards"
            query={{ ...of, ...behind }}
            rowKey={({ id }) => id}
            render={(card) => (
              <ReportLine card={card} today={me.today} of="person">
                {behind.role === "none" && card.personId !== null && <NoteRole card={card} />}
              </ReportLine>
            )}
            empty={
              <Empty>
                No card here. Clients say what they expect when they are asked: send one from a contact&apos;s
                page.
              </Empty>
            }
          />
        </Card>
      </Section>
    </Column>
  );
}

function Heading({ account, results, today }: { account: string; results: ResultsView; today: string }) {
  const known = useRead<AccountView>(account === "" ? undefined : `/accounts/${account}`).data;
  const whose = account === "" ? "What clients say" : `What ${known?.name ?? "this client"} says`;
  return (
    <PageHeading
      below={
        <>
          Report cards from {dayText(results.from, today)} to today; each person counts once, by their last
          answer. {account !== "" && <Go to="/report-cards">All clients</Go>}
        </>
      }
    >
      {whose}
    </PageHeading>
  );
}

function Numbers({ results, account }: { results: ResultsView; account: string }) {
  const { year, quarters, roles, answered, from, to } = results;
  const address = (query: Record<string, string>) => {
    const all = new URLSearchParams(account === "" ? query : { account, ...query });
    return `/report-cards?${all.toString()}`;
  };
  const cells = { from, to };
  const unnoted = roles.find(({ role }) => role === null)?.nps.n ?? 0;
  const sent = answered.kind === "rate" ? Math.round(answered.value * answered.n) : 0;
  return (
    <>
      <Section title="Net Promoter Score">
        <Card>
          <p className={css.figure}>{npsText(year)}</p>
          <p>
            {SCORE_GROUPS.toReversed().map((group, at) => (
              <span key={group}>
                {at > 0 && ", "}
                <Go to={address({ group, ...cells })}>{groupText(group, year.counts[group])}</Go>
              </span>
            ))}
            {" · "}n = {year.n}
          </p>
          <p className={css.soft}>
            Share of promoters (9 and 10) less that of detractors (0 to 6), from −100 to +100, with its 95 %
            interval. 7 and 8 are in between. Under 20 answers there is no number yet.{" "}
            {answered.n > 0 &&
              `Handed in: ${answered.kind === "rate" ? rateText(sent, answered) : `of ${answered.n} sent, too early for a rate`}.`}
          </p>
        </Card>
      </Section>
      <Section title="By quarter">
        <FactTable
          caption="Net Promoter Score by quarter"
          rows={quarters.filter(({ nps }) => nps.n > 0).toReversed()}
          rowKey={({ start }) => start}
          columns={[
            {
              key: "quarter",
              head: "quarter",
              main: true,
              render: ({ start, end, ...quarter }) => (
                <Go to={address({ from: start, to: end })}>{quarterName(quarter)}</Go>
              ),
            },
            { key: "nps", head: "score", render: ({ nps }) => npsInTable(nps) },
            { key: "counts", head: "of which", soft: true, render: ({ nps }) => countsText(nps) },
            { key: "n", head: "n", number: true, render: ({ nps }) => nps.n },
          ]}
        />
        <NpsChart quarters={quarters} />
      </Section>
      <Section title="By part in buying">
        <FactTable
          caption="Net Promoter Score by part in buying"
          rows={roles}
          rowKey={({ role }) => role ?? "none"}
          columns={[
            {
              key: "role",
              head: "part in buying",
              main: true,
              render: ({ role }) => (
                <Go to={address({ role: role ?? "none", ...cells })}>{roleName(role)}</Go>
              ),
            },
            { key: "nps", head: "score", render: ({ nps }) => npsInTable(nps) },
            { key: "counts", head: "of which", soft: true, render: ({ nps }) => countsText(nps) },
            { key: "n", head: "n", number: true, render: ({ nps }) => nps.n },
          ]}
        />
        <NpsByRole roles={roles} />
        <p className={css.soft}>
          As noted with each person now. A buyer&apos;s word is not a user&apos;s: ask both.{" "}
          {unnoted > 0 && (
            <>
              Of {counted(unnoted, "person", "people")} nobody said which part they have.{" "}
              <Go to={address({ role: "none", ...cells })}>Note it</Go>
            </>
          )}
        </p>
      </Section>
    </>
  );
}
