import { Empty } from "#lib/web/empty.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";

export function TodayPage() {
  return (
    <>
      <PageHeading>Done for today</PageHeading>
      <Empty>Whom you could ask next will stand here.</Empty>
    </>
  );
}
