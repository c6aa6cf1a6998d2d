import { useEffect } from "react";
import { Empty } from "#lib/web/empty.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { useGo } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { CoachingTabs } from "./coaching-tabs.tsx";
import { useTeamsToMeet } from "./use-sales-meeting.ts";

/** Goes on to the meeting of one's team over the last week: it has an address of its own, which stays. */
export function NextMeetingPage() {
  const meet = useTeamsToMeet();
  const go = useGo();
  const team = meet.data?.teams[0];
  const to = team === undefined ? null : `/sales-meeting/${team.id}/${meet.data?.week ?? ""}`;
  useEffect(() => {
    if (to !== null) go(to, { instead: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [to]);
  if (meet.problem) return <Trouble problem={meet.problem} again={meet.again} />;
  if (meet.data === undefined || to !== null) return <Loading lines={8} />;
  return (
    <>
      <CoachingTabs />
      <PageHeading>No team meets yet</PageHeading>
      <Empty action={<GoButton to="/team">Teams</GoButton>}>
        A sales meeting opens with what a team promised and kept. Put people together in a team, and their
        week is told here.
      </Empty>
    </>
  );
}
