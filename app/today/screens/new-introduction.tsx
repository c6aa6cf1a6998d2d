import { Button } from "#lib/web/button.tsx";
import { Card, Quote } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { whenText } from "#lib/kernel/day-words.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import { FirstAnswer } from "#loops/screens/first-answer.tsx";
import { useChangeState } from "#referrals/screens/use-referral-writes.ts";
import type { Me } from "#team/me-view.ts";
import { AnswerPill } from "#referrals/screens/answer-pill.tsx";
import { CallButton } from "./call-button.tsx";
import { answerLine } from "../card-words.ts";
import { workplace } from "./workplace.ts";

/** An introduction that nobody has answered yet. */
export function NewIntroduction({ referral, me }: { referral: ReferralView; me: Me }) {
  const change = useChangeState(referral);
  return (
    <Card
      title={<Go to={`/referrals/${referral.id}`}>{referral.contactName}</Go>}
      below={workplace(referral.contactTitle, referral.accountName)}
      aside={<AnswerPill referral={referral} me={me} />}
      actions={
        <>
          <CallButton personId={referral.contactId} name={referral.contactName} />
          <FirstAnswer referralId={referral.id} contactName={referral.contactName} />
          <Button busy={change.busy} onClick={() => change.send({ state: "responded" })}>
            I answered
          </Button>
        </>
      }
    >
      <p>
        Introduced by {referral.sourceName} {whenText(referral.countsFrom ?? referral.day, me.today)}
        {referral.reason ? `: ${referral.reason}` : "."}
      </p>
      <Quote>{answerLine(referral)}</Quote>
      {change.problem && <FormError problem={change.problem} />}
    </Card>
  );
}
