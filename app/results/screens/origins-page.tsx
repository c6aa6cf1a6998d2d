import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
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
  return (
    <div className={css.page}>
      <ResultsTabs />
      <PageHeading below={aboutText(me.workspace.name, asked.stretch, asked.weeks, me.today)}>
        Where business comes from
      </PageHeading>
      <ResultsFilters me={me} asked={asked} name={undefined} />
    </div>
  );
}
