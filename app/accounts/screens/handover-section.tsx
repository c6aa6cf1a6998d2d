import { useState } from "react";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import type { AccountView } from "../account-view.ts";
import type { HandoverView } from "../handover-view.ts";
import { HandOverForm } from "./hand-over-form.tsx";
import { useTakeBackHandover } from "./use-handover-writes.ts";
import css from "./accounts-page.module.css";

/** On a client's page: who built the relationship and asks, and who looks after the account. */
export function HandoverSection({ account, me }: { account: AccountView; me: Me }) {
  const [opened, setOpened] = useState(false);
  const handovers = useRead<{ items: HandoverView[] }>(`/accounts/${account.id}/handovers`);
  const takeBack = useTakeBackHandover(account);
  const [last] = handovers.data?.items ?? [];
  const close = () => setOpened(false);
  const leads = me.member.role !== "rep";
  const may = leads || account.holderId === me.member.id || last?.by.id === me.member.id;
  if (handovers.data === undefined) return null;
  return (
    <Section
      title="Who looks after them"
      aside={
        !may ? undefined : last === undefined ? (
          <Button onClick={() => setOpened(true)}>Hand over</Button>
        ) : (
          <ActionMenu
            label={`More for the handover of ${account.name}`}
            actions={[
              { label: "Hand over to somebody else", run: () => setOpened(true) },
              { label: "Take the handover back", run: () => takeBack.send(last) },
            ]}
          >
            …
          </ActionMenu>
        )
      }
    >
      <p className={css.note}>{whoText(account, last, me)}</p>
      {last?.note != null && <p className={css.note}>{last.note}</p>}
      <FormError problem={takeBack.problem} />
      <Sheet title={`Who looks after ${account.name}?`} opened={opened} onClose={close}>
        <HandOverForm account={account} me={me} onDone={close} />
      </Sheet>
    </Section>
  );
}

/** "You built the relationship and ask; Customer success looks after it since 3 November." */
function whoText({ holderId, holderName }: AccountView, last: HandoverView | undefined, me: Me): string {
  const mine = holderId === me.member.id;
  if (last === undefined || last.to.memberId === holderId)
    return mine
      ? "You built the relationship, ask, and look after it."
      : `${holderName} built the relationship, asks, and looks after it.`;
  const built = mine ? "You built the relationship and ask" : `${holderName} built the relationship and asks`;
  const looks = last.to.memberId === me.member.id ? "you look" : `${last.to.name} looks`;
  return `${built}; ${looks} after it since ${dayText(last.day, me.today)}.`;
}
