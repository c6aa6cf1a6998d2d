import { addressOf } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { PageTabs } from "#lib/web/page-tabs.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { resultsFilters } from "./results-filters.tsx";

const TABS = [
  { label: "Where it comes from", to: "/results" },
  { label: "Month-end", to: "/results/month-end" },
  { label: "Where it leaks", to: "/results/funnel" },
  { label: "Sources", to: "/results/sources" },
  { label: "What comes next", to: "/results/ahead" },
  { label: "Published figures", to: "/results/published" },
];

/** Whose results and of which weeks go along from page to page, also over those that are about other weeks or nobody's. */
export function ResultsTabs() {
  const [asked] = useFilters(resultsFilters);
  const search = addressOf("", resultsFilters, asked);
  const me = useMe();
  return (
    <>
      <PageTabs label="Results" tabs={TABS.map((tab) => ({ ...tab, search }))} />
      {me?.workspace.story === "demo" && <Parts on="results first" id={me.member.id} seldom />}
    </>
  );
}
