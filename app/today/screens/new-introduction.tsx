import type { Day } from "#lib/kernel/days.ts";
import { daysBetween } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { whenText } from "#lib/web/words.ts";
import type { ReferralView } from "#referrals/referral-routes.ts";
import { workplace } from "./workplace.ts";

const READS = ["/referrals", "/timeline", "/people"];

/** An introduction that nobody has answered yet. */
export function NewIntroduction({ referral, today }: { referral: ReferralView; today: Day }) {
  const say = useUndo();
  const path = `/referrals/${referral.id}/state`;
  const restore = useWrite((_: null, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: READS,
  });
  const answered = useWrite((_: null, gesture) => write("PUT", path, { state: "responded" }, gesture), {
    refresh: READS,
    done: () => say(`${referral.contactName}: answered.`, () => restore.sendNow(null)),
  });
  const late = daysBetween(referral.countsFrom ?? referral.day, today) > 0;
  return (
    <Card
      title={<Go to={`/referrals/${referral.id}`}>{referral.contactName}</Go>}
      below={workplace(referral.contactTitle, referral.accountName)}
      aside={<Pill tone={late ? "late" : "due"}>{late ? "overdue" : "today"}</Pill>}
      actions={
        <>
          <Button tone="primary" busy={answered.busy} onClick={() => answered.send(null)}>
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
      {answered.problem && <FormError problem={answered.problem} />}
    </Card>
  );
}
