import type { DueReminderView } from "#asks/coverage-view.ts";
import { usePutOffReminder } from "#asks/screens/use-waiting.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Quote } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import type { Me } from "#team/me-view.ts";
import { CallButton } from "./call-button.tsx";
import { reminderLines } from "../card-words.ts";
import { workplace } from "./workplace.ts";

/** An account that others look after, where nobody was asked for a quarter, and whom to talk to there. */
export function DueReminder({ reminder, me }: { reminder: DueReminderView; me: Me }) {
  const putOff = usePutOffReminder(reminder);
  const { whom, accountId, accountName } = reminder;
  const { why, speaks, say } = reminderLines(reminder, { id: me.member.id, today: me.today });
  const account = `/accounts/${accountId}`;
  return (
    <Card
      title={
        whom === null ? (
          <Go to={account}>{accountName}</Go>
        ) : (
          <Go to={`/people/${whom.id}`}>{whom.fullName}</Go>
        )
      }
      below={whom === null ? undefined : workplace(whom.title, accountName)}
      aside={<Pill tone="due">handed over</Pill>}
      actions={
        <>
          {whom === null ? (
            <GoButton tone="primary" to={account}>
              Who works there?
            </GoButton>
          ) : (
            <>
              <CallButton personId={whom.id} name={whom.fullName} />
              <GoButton to={`/people/${whom.id}/ask`}>What to say</GoButton>
            </>
          )}
          <Button busy={putOff.busy} label={`Not now: ${accountName}`} onClick={() => putOff.send()}>
            Not now
          </Button>
        </>
      }
    >
      <p>{why}</p>
      {speaks !== null && <p>{speaks}</p>}
      {say !== null && <Quote>{say}</Quote>}
      <FormError problem={putOff.problem} />
    </Card>
  );
}
