import { Column } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useRefreshAfter } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { MyCalendarView } from "../calendar-view.ts";
import { CalendarFiles } from "./calendar-files.tsx";
import { CalendarLink } from "./calendar-link.tsx";
import { CALENDAR_TOUCHES } from "./calendar-words.ts";
import { MyFeed } from "./my-feed.tsx";
import { NoticedEvents } from "./noticed-events.tsx";

/** One's own calendar: what is read in it, what was noticed, and what is handed out to it. */
export function CalendarPage() {
  const me = useMe();
  const mine = useRead<MyCalendarView>(
    "/my-calendar",
    {},
    { everyMs: (data) => (isReading(data) ? 1_000 : false) },
  );
  useRefreshAfter(isReading(mine.data), CALENDAR_TOUCHES);
  if (mine.problem) return <Trouble problem={mine.problem} again={mine.again} />;
  if (mine.data === undefined || me === undefined) return <Loading />;
  const { link, next, files, feed } = mine.data;
  return (
    <>
      <PageHeading below="Askwell reads your calendar, and your calendar shows what you plan here.">
        Your calendar
      </PageHeading>
      <Column>
        <CalendarLink link={link} next={next} me={me} />
        <CalendarFiles files={files} me={me} />
        <MyFeed feed={feed} />
        <NoticedEvents today={me.today} />
      </Column>
    </>
  );
}

function isReading(mine: MyCalendarView | undefined): boolean {
  return mine?.link?.reading === true || mine?.next?.reading === true;
}
