import type { Day } from "#lib/kernel/days.ts";
import { daysBetween } from "#lib/kernel/days.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { whenText } from "#lib/web/words.ts";
import type { ReferralView } from "#referrals/referral-routes.ts";
import { useChangeState } from "#referrals/screens/use-referral-writes.ts";
import { workplace } from "./workplace.ts";

/** An introduction that nobody has answered yet. */
export function NewIntroduction({ referral, today }: { referral: ReferralView; today: Day }) {
  const change = useChangeState(referral);
  const late = daysBetween(referral.countsFrom ?? referral.day, today) > 0;
  return (
    <Card
      title={<Go to={`/referrals/${referral.id}`}>{referral.contactName}</Go>}
      below={workplace(referral.contactTitle, referral.accountName)}
      aside={<Pill tone={late ? "late" : "due"}>{late ? "overdue" : "today"}</Pill>}
      actions={
        <>
          <Button tone="primary" busy={change.busy} onClick={() => change.send({ state: "responded" })}>
            I answered
          </Button>
          <GoButton to={`/people/${referral.contactId}`}>How to reach them</GoButton>
        </>
      }
    >
      <p>
        Introduced by {referral.sourceName} {whenText(referral.countsFrom ?? referral.day, today)}
        {referral.reason ? `: ${referral.reason}` : "."}
      </p>
      {change.problem && <FormError problem={change.problem} />}
    </Card>
  );
}
