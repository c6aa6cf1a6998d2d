import { useState } from "react";
import { MemberFilter } from "#team/screens/member-filter.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { text } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, countedIn } from "#lib/web/words.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { MeetingView } from "../meeting-view.ts";
import { LogMeetingSheet } from "./log-meeting-sheet.tsx";
import { MeetingCard } from "./meeting-card.tsx";
import { OutcomePill } from "./outcome-pill.tsx";
import css from "./meetings-page.module.css";

/** `by`: "" is oneself, "all" is everybody, otherwise a member. */
const meetingFilters = { by: text() };
const SHOWN = 30;

/** What wants a word, what lies ahead, what was. */
export function MeetingsPage() {
  const me = useMe();
  const [logging, setLogging] = useState(false);
  const [filters, setFilters] = useFilters(meetingFilters);
  const member = me && memberOf(filters.by, me);
  const due = useRead<Page<MeetingView>>(me && "/meetings", { stage: "due", member, limit: SHOWN });
  const ahead = useRead<Page<MeetingView>>(me && "/meetings", { stage: "ahead", member, limit: SHOWN });
  const problem = due.problem ?? ahead.problem;
  return (
    <>
      <PageHeading
        below="A meeting counts as scheduled on the day you arrange it, and as held on the day you meet."
        action={
          <Button tone="primary" onClick={() => setLogging(true)}>
            Add a meeting
          </Button>
        }
      >
        {headingOf(due.data, ahead.data)}
      </PageHeading>
      {me !== undefined && (
        <div className={css.filter}>
          <MemberFilter me={me} value={filters.by} onChange={(by) => setFilters({ by })} label="Whose" />
        </div>
      )}
      {problem ? (
        <Trouble
          problem={problem}
          again={() => {
            due.again();
            ahead.again();
          }}
        />
      ) : me === undefined || due.data === undefined || ahead.data === undefined ? (
        <Loading />
      ) : (
        <>
          <Cards title="How did it go?" meetings={due.data.items} me={me} />
          <Cards title="Ahead" meetings={ahead.data.items} me={me} />
          <Past
            me={me}
            member={member}
            nothing={due.data.items.length + ahead.data.items.length === 0}
            onLog={() => setLogging(true)}
          />
        </>
      )}
      <LogMeetingSheet opened={logging} onClose={() => setLogging(false)} />
    </>
  );
}

function headingOf(due: Page<MeetingView> | undefined, ahead: Page<MeetingView> | undefined): string {
  if (due && due.items.length > 0)
    return `${capital(countedIn(due, "meeting wants", "meetings want"))} a word on how it went`;
  return ahead && ahead.items.length > 0
    ? `${capital(countedIn(ahead, "meeting", "meetings"))} ahead`
    : "Meetings";
}

function Cards({ title, meetings, me }: { title: string; meetings: readonly MeetingView[]; me: Me }) {
  if (meetings.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={css.cards}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <MeetingCard meeting={meeting} me={me} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Past({
  me,
  member,
  nothing,
  onLog,
}: {
  me: Me;
  member: string | undefined;
  nothing: boolean;
  onLog: () => void;
}) {
  return (
    <Section title="Past">
      <LongTable<MeetingView>
        caption="Past meetings, the latest first"
        path="/meetings"
        query={{ stage: "ended", member }}
        rowKey={(meeting) => meeting.id}
        columns={columnsFor(me, member !== me.member.id)}
        empty={
          <Empty action={nothing && <Button onClick={onLog}>Add a meeting</Button>}>
            {nothing
              ? "No meetings yet. When somebody expects your call, the first thing to agree on is a day."
              : "None has been held yet."}
          </Empty>
        }
      />
    </Section>
  );
}

function columnsFor(me: Me, withRep: boolean): Column<MeetingView>[] {
  const rep: Column<MeetingView> = { key: "by", head: "whose", render: (meeting) => meeting.memberName };
  return [
    {
      key: "whom",
      head: "with",
      main: true,
      render: (meeting) => <Go to={`/people/${meeting.personId}`}>{meeting.personName}</Go>,
    },
    { key: "at", head: "at", render: (meeting) => meeting.accountName ?? "–" },
    {
      key: "when",
      head: "when",
      render: (meeting) => (
        <Go
          to={`/meetings/${meeting.id}`}
          aria-label={`The meeting with ${meeting.personName}, ${shortDay(meeting.day, me.today)}`}
        >
          {shortDay(meeting.outcomeDay ?? meeting.day, me.today)}
        </Go>
      ),
    },
    { key: "source", head: "introduced by", render: (meeting) => meeting.sourceName ?? "–", deskOnly: true },
    {
      key: "how",
      head: "how it went",
      render: (meeting) => <OutcomePill meeting={meeting} today={me.today} />,
    },
    ...(withRep ? [rep] : []),
  ];
}

function memberOf(by: string, me: Me): string | undefined {
  if (by === "all") return undefined;
  return by === "" ? me.member.id : by;
}
