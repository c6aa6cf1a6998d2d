import { PageHeading } from "#lib/web/page-heading.tsx";
import { CoachingTabs } from "./coaching-tabs.tsx";

export function CoachingPage() {
  return (
    <>
      <CoachingTabs />
      <PageHeading>Coaching</PageHeading>
    </>
  );
}
