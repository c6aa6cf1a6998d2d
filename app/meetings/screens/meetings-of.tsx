import { useState } from "react";
import type { PersonView } from "#people/person-view.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { MeetingView } from "../meeting-view.ts";
import type { Met } from "./log-meeting-form.tsx";
import { LogMeetingSheet } from "./log-meeting-sheet.tsx";
import { OutcomePill } from "./outcome-pill.tsx";
import css from "./meetings-of.module.css";

const SHOWN = 6;

/** On a person's page. */
export function MeetingsWithPerson({ id }: { id: string }) {
  const person = useRead<PersonView>(`/people/${id}`);
  const met = person.data && { id: person.data.id, label: person.data.fullName };
  return <MeetingsOf query={{ person: id }} person={met} empty="No meeting yet." />;
}

/** On an account's page: with whom there. */
export function MeetingsAtAccount({ id }: { id: string }) {
  return <MeetingsOf query={{ account: id }} naming empty="Nobody here has been met yet." />;
}

/** On an introduction's page: the meetings that came of it. */
export function MeetingsOfReferral({ id }: { id: string }) {
  const referral = useRead<ReferralView>(`/referrals/${id}`);
  const met = referral.data && { id: referral.data.contactId, label: referral.data.contactName };
  return (
    <MeetingsOf
      query={{ referral: id }}
      person={met}
      referralId={id}
      empty="No meeting yet. They expect you: propose two days."
    />
  );
}

interface MeetingsOfProps {
  query: Record<string, string>;
  /** With whom a meeting may be made from here. */
  person?: Met | undefined;
  referralId?: string;
  /** Whether the rows name with whom. */
  naming?: boolean;
  empty: string;
}

function MeetingsOf({ query, person, referralId, naming = false, empty }: MeetingsOfProps) {
  const me = useMe();
  const [logging, setLogging] = useState(false);
  const meetings = useRead<Page<MeetingView>>("/meetings", { ...query, limit: SHOWN });
  const log = person && <Button onClick={() => setLogging(true)}>Add a meeting</Button>;
  return (
    <Section title="Meetings" aside={(meetings.data?.items.length ?? 0) > 0 && log}>
      {meetings.problem ? (
        <Trouble problem={meetings.problem} again={meetings.again} />
      ) : meetings.data === undefined || me === undefined ? (
        <Loading lines={2} />
      ) : meetings.data.items.length === 0 ? (
        <Empty action={log}>{empty}</Empty>
      ) : (
        <ul className={css.meetings}>
          {meetings.data.items.map((meeting) => (
            <li key={meeting.id} className={css.meeting}>
              <span>
                <Go to={`/meetings/${meeting.id}`} className={css.when}>
                  {shortDay(meeting.day, me.today)}
                  {meeting.time !== null && `, ${meeting.time}`}
                </Go>
                {naming && (
                  <>
                    {" with "}
                    <Go to={`/people/${meeting.personId}`}>{meeting.personName}</Go>
                  </>
                )}
                <span className={css.by}>
                  , {meeting.memberId === me.member.id ? "yours" : meeting.memberName}
                  {meeting.about !== null && ` · ${meeting.about}`}
                </span>
                {meeting.outcome === null && meeting.day >= me.today && (
                  <>
                    {" · "}
                    <Go to={`/meetings/${meeting.id}/brief`}>Brief</Go>
                  </>
                )}
              </span>
              <OutcomePill meeting={meeting} today={me.today} />
            </li>
          ))}
        </ul>
      )}
      {person && (
        <LogMeetingSheet
          opened={logging}
          onClose={() => setLogging(false)}
          person={person}
          {...(referralId !== undefined && { referralId })}
        />
      )}
    </Section>
  );
}
