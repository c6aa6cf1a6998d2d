import { PageTabs } from "#lib/web/page-tabs.tsx";
import { useMe } from "#team/screens/use-me.ts";

const TABS = [
  { label: "Overview", to: "/programme" },
  { label: "Barriers", to: "/programme/barriers", leads: true },
  { label: "Poll", to: "/programme/poll" },
  { label: "Clients’ words", to: "/programme/willing" },
  { label: "Goals", to: "/programme/goals" },
  { label: "SPIFFs", to: "/programme/spiffs" },
];

/** The pages of the programme; a rep sees those that are theirs to see. */
export function ProgrammeTabs() {
  const leads = (useMe()?.member.role ?? "rep") !== "rep";
  return <PageTabs label="The programme" tabs={TABS.filter((tab) => leads || tab.leads !== true)} />;
}
