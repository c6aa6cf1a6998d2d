import { useState } from "react";
import { GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { OriginsView } from "../origins-view.ts";
import { AsOf } from "./as-of.tsx";
import { ComparisonAnswer } from "./comparison-answer.tsx";
import { Costs } from "./costs.tsx";
import { OriginFactsSheet, type OpenedOrigin } from "./origin-facts.tsx";
import { OriginsAnswers } from "./origins-answers.tsx";
import { headingOf } from "./origins-words.ts";
import { aboutText, ResultsFilters, useResultsAsked } from "./results-filters.tsx";
import { ResultsTabs } from "./results-tabs.tsx";
import css from "./results.module.css";

/** Where meetings, pipeline, deals and revenue come from. */
export function OriginsPage() {
  const me = useMe();
  return me === undefined ? <Loading lines={8} /> : <Origins me={me} />;
}

function Origins({ me }: { me: Me }) {
  const asked = useResultsAsked(me);
  const origins = useRead<OriginsView>("/results/origins", asked.answer, { keep: true });
  const [opened, setOpened] = useState<OpenedOrigin | null>(null);
  const { data } = origins;
  const name = data?.whose.name;
  const about = aboutText(data && { name: data.whose.name, stretch: data.stretch }, asked, me);
  const open = (of: OpenedOrigin) => setOpened({ ...of, about: `${about}: ${of.about.toLowerCase()}.` });
  return (
    <div className={css.page} aria-busy={origins.stale}>
      <ResultsTabs />
      <PageHeading below={about}>
        {data === undefined
          ? "Where business comes from"
          : headingOf(data, data.whose.id === me.member.id ? "you won" : "was won")}
      </PageHeading>
      <ResultsFilters me={me} asked={asked} name={name} />
      <AsOf
        asOf={data?.asOf}
        me={me}
        reckoning={origins.stale && asked.answer.now === "true"}
        onNow={asked.reckonNow}
      />
      {origins.problem && <Trouble problem={origins.problem} again={origins.again} />}
      {data === undefined && !origins.problem && <Loading lines={6} />}
      {data?.items.length === 0 && (
        <Empty action={<GoButton to="/deals">Open a deal</GoButton>}>
          No meeting was held and no deal opened in these weeks. Once there are some, you see here which of
          them introductions brought.
        </Empty>
      )}
      {data !== undefined && data.items.length > 0 && (
        <>
          <OriginsAnswers data={data} asked={asked} open={open} />
          <ComparisonAnswer asked={asked} open={open} />
        </>
      )}
      {data !== undefined && <Costs me={me} asked={asked} />}
      <OriginFactsSheet
        opened={opened}
        query={asked.query}
        today={me.today}
        onClose={() => setOpened(null)}
      />
    </div>
  );
}
