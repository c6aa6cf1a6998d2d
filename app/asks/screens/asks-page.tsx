import { CHANNEL_WORDS } from "#people/channel.ts";
import { useState } from "react";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { day, flag, maybeOneOf, text, type Values } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { countedIn } from "#lib/web/words.ts";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import type { AskLine } from "../ask-view.ts";
import { MOMENTS, OUTCOMES } from "../ask.ts";
import { AnswerPill } from "./answer-pill.tsx";
import { AskPlaces } from "./ask-places.tsx";
import { MOMENT_WORDS, optionsOf } from "./ask-words.ts";
import { OUTCOME_WORDS } from "../answer-words.ts";
import { LogAskSheet } from "./log-ask-sheet.tsx";
import { MemberFilter } from "#team/screens/member-filter.tsx";
import css from "./asks-page.module.css";

/** `by`: "" is oneself, "all" is everybody, otherwise a member. */
export const askFilters = {
  by: text(),
  said: maybeOneOf(...OUTCOMES, "open"),
  moment: maybeOneOf(...MOMENTS),
  returning: flag(),
  against: flag(),
  from: day(),
  to: day(),
  /** Whom, where a report opens here. */
  source: text(),
};

/** What I asked, and what they said. */
export function AsksPage() {
  const me = useMe();
  const [logging, setLogging] = useState(false);
  const back = useRead<Page<AskLine>>(me && "/asks", { returning: true, member: me?.member.id, limit: 100 });
  const add = (
    <Button tone="primary" onClick={() => setLogging(true)}>
      I asked …
    </Button>
  );
  return (
    <>
      <PageHeading below="Everyone you have met may know somebody. Ask them all." action={add}>
        {headingOf(back.data)}
      </PageHeading>
      <AskPlaces />
      {me === undefined ? <Loading /> : <Asks me={me} action={add} />}
      <LogAskSheet opened={logging} onClose={() => setLogging(false)} />
    </>
  );
}

function headingOf(returned: Page<AskLine> | undefined): string {
  if (returned === undefined || returned.items.length === 0) return "Whom you asked";
  return `The day has come to ask ${countedIn(returned, "person", "people")} again`;
}

function Asks({ me, action }: { me: Me; action: React.ReactNode }) {
  const [filters, setFilters] = useFilters(askFilters);
  const query = {
    member: memberOf(filters.by, me),
    outcome: filters.said,
    moment: filters.moment,
    returning: filters.returning || undefined,
    against: filters.against || undefined,
    from: filters.from,
    to: filters.to,
    source: filters.source || undefined,
  };
  const plain = Object.keys(ALL).every((key) => !filters[key as keyof typeof ALL]);
  return (
    <>
      <Filters filters={filters} setFilters={setFilters} me={me} />
      <Narrowed filters={filters} setFilters={setFilters} me={me} />
      <LongTable<AskLine>
        caption="Asks, the latest first"
        path="/asks"
        query={query}
        rowKey={(ask) => ask.id}
        columns={columnsFor(me, filters.by !== "")}
        empty={
          plain ? (
            <Empty action={action}>
              Nobody asked yet. Begin with someone who told you that it was worth it: whom do they know?
            </Empty>
          ) : (
            <Empty action={<Button onClick={() => setFilters(ALL)}>Show all</Button>}>None like that.</Empty>
          )
        }
      />
    </>
  );
}

const ALL = {
  said: undefined,
  moment: undefined,
  returning: false,
  against: false,
  from: undefined,
  to: undefined,
  source: "",
} as const;

/** What the address narrows the list to besides the fields above it. */
function Narrowed({ filters, setFilters, me }: FiltersProps) {
  const { from, to, source, against } = filters;
  if (from === undefined && to === undefined && source === "" && !against) return null;
  const words = [
    from && `from ${dayText(from, me.today)}`,
    to && `to ${dayText(to, me.today)}`,
    source !== "" && "of one person",
    against && "against a rule",
  ].filter(Boolean);
  return (
    <p>
      Only asks {words.join(" ")}.{" "}
      <Button tone="quiet" onClick={() => setFilters(ALL)}>
        Show all
      </Button>
    </p>
  );
}

interface FiltersProps {
  filters: Values<typeof askFilters>;
  setFilters: (some: Partial<Values<typeof askFilters>>) => void;
  me: Me;
}

function Filters({ filters, setFilters, me }: FiltersProps) {
  const said = filters.returning ? "returning" : (filters.said ?? "");
  return (
    <div className={css.filters}>
      <MemberFilter me={me} value={filters.by} onChange={(by) => setFilters({ by })} label="Asked by" />
      <ChoiceField
        label="They said"
        name="said"
        value={said}
        options={[
          { value: "", label: "Anything" },
          { value: "open", label: "Still open" },
          { value: "returning", label: "Not now, and the day has come" },
          ...optionsOf(OUTCOME_WORDS),
        ]}
        onChange={(value) =>
          setFilters(
            value === "returning"
              ? { returning: true, said: undefined }
              : { returning: false, said: value || undefined },
          )
        }
      />
      <ChoiceField
        label="Moment"
        name="moment"
        value={filters.moment ?? ""}
        options={[{ value: "", label: "Any" }, ...optionsOf(MOMENT_WORDS)]}
        onChange={(value) => setFilters({ moment: value || undefined })}
      />
    </div>
  );
}

function memberOf(by: string, me: Me): string | undefined {
  if (by === "all") return undefined;
  return by === "" ? me.member.id : by;
}

function columnsFor(me: Me, withRep: boolean): Column<AskLine>[] {
  const rep: Column<AskLine> = { key: "by", head: "asked by", render: (ask) => ask.memberName };
  return [
    {
      key: "whom",
      head: "whom",
      main: true,
      width: "22%",
      render: (ask) => <Go to={`/people/${ask.sourceId}`}>{ask.sourceName}</Go>,
    },
    { key: "at", head: "at", width: withRep ? "22%" : "26%", render: (ask) => ask.accountName ?? "–" },
    {
      key: "when",
      head: "when",
      render: (ask) => (
        <Go
          to={`/asks/${ask.id}`}
          className={css.link}
          aria-label={`The ask of ${ask.sourceName}, ${shortDay(ask.day, me.today)}`}
        >
          {shortDay(ask.day, me.today)}
        </Go>
      ),
    },
    { key: "how", head: "how", render: (ask) => CHANNEL_WORDS[ask.channel], deskOnly: true },
    {
      key: "said",
      head: "they said",
      width: "24%",
      render: (ask) => <AnswerPill ask={ask} today={me.today} />,
    },
    ...(withRep ? [rep] : []),
  ];
}
