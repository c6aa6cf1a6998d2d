import { useState } from "react";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { oneOf } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { counted, rateText } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { LoadView } from "../load-view.ts";
import { AgainstTheRules } from "./load-against.tsx";
import { carryingText } from "./load-words.ts";
import css from "./load-page.module.css";

const loadFilters = { by: oneOf("rep", "source"), over: oneOf("91", "182", "364") };
const FIRST_LINES = 10;
const MOST_LINES = 100;

/** How our sources are asked: by whom, how often, what comes of it, and what was against the rules. */
export function LoadPage() {
  const me = useMe();
  const [filters, setFilters] = useFilters(loadFilters);
  const span = me && { from: addDays(me.today, 1 - Number(filters.over)), to: me.today };
  const load = useRead<LoadView>(span && "/asks/load", { by: filters.by, ...span }, { keep: true });
  return (
    <>
      <PageHeading
        below="Nobody is asked too often, nobody is forgotten, and it does not hang on one of us."
        action={
          span && (
            <LinkButton href={`/api/v1/asks/load.csv?by=${filters.by}&from=${span.from}&to=${span.to}`}>
              As a file
            </LinkButton>
          )
        }
      >
        How our sources are asked
      </PageHeading>
      <div className={css.filters}>
        <ChoiceField
          label="By"
          name="by"
          value={filters.by}
          options={[
            { value: "rep", label: "Who asks" },
            { value: "source", label: "Who is asked" },
          ]}
          onChange={(by) => setFilters({ by })}
        />
        <ChoiceField
          label="Over"
          name="over"
          value={filters.over}
          options={[
            { value: "91", label: "The last quarter of a year" },
            { value: "182", label: "The last half year" },
            { value: "364", label: "The last year" },
          ]}
          onChange={(over) => setFilters({ over })}
        />
      </div>
      {load.problem ? (
        <Trouble problem={load.problem} again={load.again} />
      ) : load.data === undefined || me === undefined ? (
        <Loading />
      ) : (
        <Load key={`${filters.by} ${filters.over}`} load={load.data} me={me} />
      )}
    </>
  );
}

function Load({ load, me }: { load: LoadView; me: Me }) {
  const [more, setMore] = useState(false);
  const shown = more ? MOST_LINES : FIRST_LINES;
  const asked = load.lines.filter(({ asks }) => asks > 0);
  const carrying = carryingText(load.by, load.carrying, asked.length);
  const named = load.lines.reduce((sum, line) => sum + line.named, 0);
  return (
    <>
      <p className={css.lead}>
        {counted(load.asks, "ask", "asks")} since {dayText(load.from, me.today)}. Named someone:{" "}
        {rateText(named, load.acceptance)}. {carrying}
      </p>
      {load.lines.length === 0 ? (
        <Empty>Nobody was asked in this time. Begin with someone who told you that it was worth it.</Empty>
      ) : (
        <FactTable
          caption={load.by === "rep" ? "Who asks, the busiest first" : "Who is asked, the busiest first"}
          columns={columnsFor(load)}
          rows={load.lines.slice(0, shown)}
          rowKey={(line) => line.id}
        />
      )}
      {load.lines.length > shown && (
        <div className={css.filters}>
          {more ? (
            <p className={css.small}>
              The {MOST_LINES} busiest of {load.lines.length}; the file has all.
            </p>
          ) : (
            <Button onClick={() => setMore(true)}>
              {load.lines.length > MOST_LINES
                ? `The ${MOST_LINES} busiest of ${load.lines.length}`
                : `All ${load.lines.length}`}
            </Button>
          )}
        </div>
      )}
      <Section title="Never asked">
        <p className={css.lead}>
          {load.neverAsked === 0 ? (
            "Every contact at a client who can be asked has been asked at least once."
          ) : (
            <Go to="/asks/everyone">
              {counted(load.neverAsked, "contact", "contacts")} at clients whom nobody has ever asked
            </Go>
          )}
        </p>
      </Section>
      <Section title="What comes of it, quarter by quarter">
        <FactTable
          caption="Asks that named someone, by quarter"
          columns={quartersFor(me)}
          rows={load.overTime.toReversed()}
          rowKey={({ from }) => from}
        />
      </Section>
      <AgainstTheRules load={load} today={me.today} />
    </>
  );
}

type Line = LoadView["lines"][number];

function columnsFor({ by, from, to }: LoadView): Column<Line>[] {
  const asks = (line: Line) =>
    by === "rep"
      ? `/asks?by=${line.id}&from=${from}&to=${to}`
      : `/asks?by=all&source=${line.id}&from=${from}&to=${to}`;
  return [
    {
      key: "name",
      head: by === "rep" ? "rep" : "source",
      main: true,
      width: "26%",
      render: (line) => (by === "rep" ? line.name : <Go to={`/people/${line.id}`}>{line.name}</Go>),
    },
    {
      key: "asks",
      head: "asks",
      number: true,
      figure: true,
      render: (line) =>
        line.asks === 0 ? (
          "0"
        ) : (
          <Go to={asks(line)} aria-label={`${line.asks} asked: ${line.name}`}>
            {line.asks}
          </Go>
        ),
    },
    {
      key: "others",
      head: by === "rep" ? "people" : "by reps",
      number: true,
      render: (line) => line.others,
    },
    {
      key: "named",
      head: "named someone",
      width: "26%",
      render: (line) => rateText(line.named, line.acceptance),
    },
    { key: "references", head: "references", number: true, render: (line) => line.references || "–" },
    {
      key: "against",
      head: "against a rule",
      number: true,
      render: (line) =>
        line.against === 0 ? "–" : <Go to={`${asks(line)}&against=true`}>{line.against}</Go>,
    },
  ];
}

function quartersFor(me: Me): Column<LoadView["overTime"][number]>[] {
  return [
    {
      key: "quarter",
      head: "quarter",
      main: true,
      width: "34%",
      render: ({ from, to }) => `${dayText(from, me.today)} to ${dayText(to, me.today)}`,
    },
    {
      key: "asks",
      head: "asks",
      number: true,
      render: ({ from, to, asks }) =>
        asks === 0 ? "0" : <Go to={`/asks?by=all&from=${from}&to=${to}`}>{asks}</Go>,
    },
    {
      key: "named",
      head: "named someone",
      width: "46%",
      render: ({ named, acceptance }) => rateText(named, acceptance),
    },
  ];
}
