import { PageHeading } from "#lib/web/page-heading.tsx";
import { ProgrammeTabs } from "./programme-tabs.tsx";

export function ProgrammePage() {
  return (
    <>
      <ProgrammeTabs />
      <PageHeading>The programme</PageHeading>
    </>
  );
}
