import { PageTabs } from "#lib/web/page-tabs.tsx";

const TABS = [
  { label: "1:1s", to: "/coaching" },
  { label: "Sales meeting", to: "/sales-meeting" },
  { label: "Wall", to: "/wall" },
];

/** The pages of coaching. */
export function CoachingTabs() {
  return <PageTabs label="Coaching" tabs={TABS} />;
}
