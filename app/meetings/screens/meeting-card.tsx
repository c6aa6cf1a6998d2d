import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { shortDay, whenText } from "#lib/kernel/day-words.ts";
import type { MeetingView } from "../meeting-view.ts";
import { BriefButton } from "./brief-button.tsx";
import { HowItWent } from "./how-it-went.tsx";
import { useMeetingOutcome } from "./use-meeting-writes.ts";
import css from "./meeting-card.module.css";

/** A meeting that is due or ahead; a due one is answered in one tap. */
export function MeetingCard({ meeting, me }: { meeting: MeetingView; me: Me }) {
  const record = useMeetingOutcome(meeting);
  const mine = mayChangeFor(me, { memberId: meeting.memberId, teamId: meeting.memberTeamId });
  const due = meeting.day <= me.today;
  const by = meeting.memberId === me.member.id ? null : meeting.memberName;
  const more = [meeting.about, meeting.sourceName && `introduced by ${meeting.sourceName}`].filter(Boolean);
  return (
    <Card
      title={<Go to={`/people/${meeting.personId}`}>{meeting.personName}</Go>}
      below={[meeting.accountName, by].filter(Boolean).join(" · ") || undefined}
      aside={
        <Go to={`/meetings/${meeting.id}`} className={css.when}>
          <span className="only-heard">The meeting with {meeting.personName}, </span>
          <span className={css.day}>{shortDay(meeting.day, me.today)}</span>
          <span className={css.time}>{meeting.time ?? whenText(meeting.day, me.today)}</span>
        </Go>
      }
      actions={
        <>
          {due && mine && <HowItWent record={record} whom={meeting.personName} />}
          {meeting.day >= me.today && <BriefButton meeting={meeting} />}
        </>
      }
    >
      {more.length > 0 && <p className={css.about}>{more.join(" · ")}</p>}
      {record.problem && <FormError problem={record.problem} />}
    </Card>
  );
}
