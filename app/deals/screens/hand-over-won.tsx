import { useState } from "react";
import type { AccountView } from "#accounts/account-view.ts";
import { mayBeHandedOver } from "#accounts/handover.ts";
import type { HandoverView } from "#accounts/handover-view.ts";
import { HandOverForm } from "#accounts/screens/hand-over-form.tsx";
import { useChangeAccount } from "#accounts/screens/use-account-writes.ts";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import type { Me } from "#team/me-view.ts";
import type { DealView } from "../deal-view.ts";
import css from "./deal-page.module.css";

/** After a won deal somebody else may look after the account; whoever built the relationship goes on asking there. */
export function HandOverWon({ deal, me }: { deal: DealView; me: Me }) {
  const path = `/accounts/${deal.accountId}`;
  const account = useRead<AccountView>(path).data;
  const handovers = useRead<{ items: HandoverView[] }>(`${path}/handovers`).data;
  if (account?.kind !== "client" || handovers === undefined) return null;
  if (!mayBeHandedOver(account)) return <WhoBuiltIt deal={deal} account={account} me={me} />;
  if (handovers.items.length > 0) return null;
  return <Offer deal={deal} account={account} me={me} />;
}

interface PartProps {
  deal: DealView;
  account: AccountView;
  me: Me;
}

function Offer({ deal, account, me }: PartProps) {
  const [opened, setOpened] = useState(false);
  const holder = account.holderId === me.member.id ? "you keep" : `${account.holderName} keeps`;
  const close = () => setOpened(false);
  return (
    <div className={css.advice}>
      <p>
        If others look after {account.name} from now on, {holder} the right to ask there.
      </p>
      <Button onClick={() => setOpened(true)}>Hand over …</Button>
      <Sheet title={`Who looks after ${account.name}?`} opened={opened} onClose={close}>
        <HandOverForm account={account} me={me} becauseId={deal.id} onDone={close} />
      </Sheet>
    </div>
  );
}

function WhoBuiltIt({ deal, account, me }: PartProps) {
  const change = useChangeAccount(account, () => undefined);
  const mine = deal.memberId === me.member.id;
  return (
    <div className={css.advice}>
      <p>
        Nobody holds the relationship with {account.name} yet. Whoever built it keeps the right to ask there.
      </p>
      <Button busy={change.busy} onClick={() => change.send({ holderId: deal.memberId })}>
        {mine ? "I built it" : `${deal.memberName} built it`}
      </Button>
      <FormError problem={change.problem} />
    </div>
  );
}
