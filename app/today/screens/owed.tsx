import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { whenText } from "#lib/kernel/day-words.ts";
import { OwedLine } from "#loops/screens/owed-line.tsx";
import { HowItWent } from "#meetings/screens/how-it-went.tsx";
import type { MeetingView } from "#meetings/meeting-view.ts";
import { useMeetingOutcome } from "#meetings/screens/use-meeting-writes.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import { useChangeState } from "#referrals/screens/use-referral-writes.ts";
import type { Me } from "#team/me-view.ts";
import type { Duty } from "../card.ts";
import { AnswerPill } from "#referrals/screens/answer-pill.tsx";
import css from "./owed.module.css";

/** The duties of the day, a line each. */
export function Owed({ duties, me }: { duties: readonly Duty[]; me: Me }) {
  return (
    <Card>
      <ul className={css.lines}>
        {duties.map((duty) => (
          <li key={duty.id} className={css.line}>
            {duty.kind === "answer" ? (
              <UnansweredIntroduction referral={duty.referral} me={me} />
            ) : duty.kind === "loop" ? (
              <OwedLine group={duty.loop} me={me} />
            ) : (
              <DueMeeting meeting={duty.meeting} me={me} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function UnansweredIntroduction({ referral, me }: { referral: ReferralView; me: Me }) {
  const change = useChangeState(referral);
  return (
    <>
      <p className={css.what}>
        <span>
          Answer <Go to={`/referrals/${referral.id}`}>{referral.contactName}</Go>
        </span>
        <AnswerPill referral={referral} me={me} />
      </p>
      <p className={css.soft}>introduced by {referral.sourceName}</p>
      <div className={css.actions}>
        <Button
          busy={change.busy}
          label={`I answered ${referral.contactName}`}
          onClick={() => change.send({ state: "responded" })}
        >
          I answered
        </Button>
      </div>
      {change.problem && <FormError problem={change.problem} />}
    </>
  );
}

/** Asked once how it went, answered in one tap. */
function DueMeeting({ meeting, me }: { meeting: MeetingView; me: Me }) {
  const record = useMeetingOutcome(meeting);
  const about = [meeting.about, meeting.sourceName && `introduced by ${meeting.sourceName}`];
  return (
    <>
      <p>
        Did you meet <Go to={`/meetings/${meeting.id}`}>{meeting.personName}</Go>?
      </p>
      <p className={css.soft}>
        {[whenText(meeting.day, me.today), meeting.time, ...about].filter(Boolean).join(" · ")}
        {meeting.day === me.today && (
          <>
            {" · "}
            <Go to={`/meetings/${meeting.id}/brief`}>Brief</Go>
          </>
        )}
      </p>
      <div className={css.actions}>
        <HowItWent record={record} whom={meeting.personName} />
      </div>
      {record.problem && <FormError problem={record.problem} />}
    </>
  );
}
