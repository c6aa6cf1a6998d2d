import { PageTabs } from "#lib/web/page-tabs.tsx";

const TABS = [
  { label: "Where it comes from", to: "/results" },
  { label: "Month-end", to: "/results/month-end" },
  { label: "Where it leaks", to: "/results/funnel" },
  { label: "Sources", to: "/results/sources" },
  { label: "What comes next", to: "/results/ahead" },
  { label: "Published figures", to: "/results/published" },
];

export function ResultsTabs() {
  return <PageTabs label="Results" tabs={TABS} />;
}
