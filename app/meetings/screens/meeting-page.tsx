import { useState } from "react";
import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { MeetingView } from "../meeting-view.ts";
import { ChangeMeetingSheet } from "./change-meeting-sheet.tsx";
import { BriefButton } from "./brief-button.tsx";
import { HowItWent } from "./how-it-went.tsx";
import { headingOf } from "./meeting-words.ts";
import { OutcomePill } from "./outcome-pill.tsx";
import {
  useMeetingOutcome,
  useReopenMeeting,
  useScheduleAgain,
  useTakeBackMeeting,
} from "./use-meeting-writes.ts";
import css from "./meeting-page.module.css";

export function MeetingPage() {
  const me = useMe();
  const meeting = useRead<MeetingView>(`/meetings/${usePathPart("meetingId")}`);
  if (meeting.problem) return <Trouble problem={meeting.problem} again={meeting.again} />;
  if (meeting.data === undefined || me === undefined) return <Loading />;
  return <Meeting meeting={meeting.data} me={me} />;
}

function Meeting({ meeting, me }: { meeting: MeetingView; me: Me }) {
  const mine = mayChangeFor(me, { memberId: meeting.memberId, teamId: meeting.memberTeamId });
  const who = meeting.memberId === me.member.id ? "you" : meeting.memberName;
  return (
    <Column>
      <PageHeading below={<Whom meeting={meeting} />}>{headingOf(meeting, who, me.today)}</PageHeading>
      <Standing meeting={meeting} me={me} mine={mine} />
      {meeting.note !== null && (
        <Section title="Note">
          <p className={css.note}>{meeting.note}</p>
        </Section>
      )}
      <Parts on="meeting" id={meeting.id} />
    </Column>
  );
}

function Whom({ meeting }: { meeting: MeetingView }) {
  return (
    <>
      <Go to={`/people/${meeting.personId}`}>{meeting.personName}</Go>
      {meeting.accountId !== null && (
        <>
          {" at "}
          <Go to={`/accounts/${meeting.accountId}`}>{meeting.accountName}</Go>
        </>
      )}
    </>
  );
}

interface PartProps {
  meeting: MeetingView;
  me: Me;
  mine: boolean;
}

/** When it is, how it went, and the next thing to do. */
function Standing({ meeting, me, mine }: PartProps) {
  const [changing, setChanging] = useState(false);
  const record = useMeetingOutcome(meeting);
  const due = meeting.outcome === null && meeting.day <= me.today;
  return (
    <Card
      title={[dayText(meeting.day, me.today), meeting.time].filter(Boolean).join(", ")}
      below={`Arranged on ${dayText(meeting.scheduledOn, me.today)}`}
      aside={<OutcomePill meeting={meeting} today={me.today} />}
      actions={
        <>
          {due && mine && <HowItWent record={record} whom={meeting.personName} />}
          {meeting.outcome === null && <BriefButton meeting={meeting} />}
          {mine && (
            <>
              <Button onClick={() => setChanging(true)}>
                {meeting.outcome === null ? "Move or change …" : "Change …"}
              </Button>
              {meeting.outcome === null && !due && (
                <Button busy={record.busy} onClick={() => record.send("cancelled")}>
                  Cancelled
                </Button>
              )}
              <More meeting={meeting} />
            </>
          )}
        </>
      }
    >
      {meeting.about !== null && <p className={css.about}>{meeting.about}</p>}
      <Source meeting={meeting} />
      {record.problem && <FormError problem={record.problem} />}
      <ChangeMeetingSheet meeting={meeting} me={me} opened={changing} onClose={() => setChanging(false)} />
    </Card>
  );
}

/** Who made it possible; what they are owed stands below. */
function Source({ meeting }: { meeting: MeetingView }) {
  if (meeting.referralId === null || meeting.sourceId === null)
    return meeting.origin === null ? null : <p>How it came about: {ORIGIN_LABELS[meeting.origin]}.</p>;
  return (
    <p>
      <Go to={`/people/${meeting.sourceId}`}>{meeting.sourceName}</Go> made the{" "}
      <Go to={`/referrals/${meeting.referralId}`}>introduction</Go>.
    </p>
  );
}

/** What is seldom wanted: the ways back. */
function More({ meeting }: { meeting: MeetingView }) {
  const go = useGo();
  const say = useUndo();
  const reopen = useReopenMeeting(meeting);
  const again = useScheduleAgain(meeting);
  const takeBack = useTakeBackMeeting(() => {
    say("The meeting is taken back.", () => again.sendNow(null));
    go("/meetings", { instead: true });
  });
  const problem = reopen.problem ?? takeBack.problem;
  const wrong = { label: "That is not how it went", run: () => reopen.send(null) };
  return (
    <>
      <ActionMenu
        actions={[
          ...(meeting.outcome === null ? [] : [wrong]),
          {
            label: "Take it into my calendar",
            run: () => location.assign(`/api/v1/meetings/${meeting.id}/meeting.ics`),
          },
          { label: "Take the meeting back", run: () => takeBack.send(meeting.id) },
        ]}
      >
        More
      </ActionMenu>
      {problem && <FormError problem={problem} />}
    </>
  );
}
