import type { Me } from "#team/me-view.ts";
import { useOpenIntroductions } from "#meetings/screens/came-of.tsx";
import { Button } from "#lib/web/button.tsx";
import { DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { DealView } from "../deal-view.ts";
import { Origin, originIn, WhatAndWhom, type DealDraft } from "./deal-fields.tsx";
import { useChangeDeal } from "./use-deal-writes.ts";

interface ChangeDealSheetProps {
  deal: DealView;
  me: Me;
  opened: boolean;
  onClose: () => void;
}

export function ChangeDealSheet({ opened, onClose, deal, me }: ChangeDealSheetProps) {
  return (
    <Sheet title={deal.name} opened={opened} onClose={onClose}>
      <ChangeForm deal={deal} me={me} close={onClose} />
    </Sheet>
  );
}

/** Of a deal that is won, the numbers follow what is changed here. */
function ChangeForm({ deal, me, close }: { deal: DealView; me: Me; close: () => void }) {
  const draft = useDraft<DealDraft & { stage: string; openedOn: string; expectedOn: string; note: string }>({
    name: deal.name,
    account: { id: deal.accountId, label: deal.accountName },
    person: deal.personId === null ? null : { id: deal.personId, label: deal.personName ?? "" },
    amount: deal.amount,
    origin: deal.origin,
    referralId: deal.referralId ?? "",
    stage: deal.stage ?? "",
    openedOn: deal.openedOn,
    expectedOn: deal.expectedOn ?? "",
    note: deal.note ?? "",
  });
  const { value } = draft;
  const change = useChangeDeal(deal, close);
  const introductions = useOpenIntroductions(value.person?.id, deal.referralId);
  const save = () =>
    change.send({
      ...originIn(value, introductions[0]?.id),
      name: value.name,
      personId: value.person?.id ?? null,
      amount: value.amount,
      stage: value.stage,
      openedOn: value.openedOn,
      expectedOn: value.expectedOn || null,
      note: value.note,
      ...(value.account !== null && { accountId: value.account.id }),
    });
  return (
    <Form
      problem={change.problem}
      onSubmit={save}
      actions={
        <Button submit tone="primary" busy={change.busy}>
          Save
        </Button>
      }
    >
      <WhatAndWhom draft={draft} currency={me.workspace.currency} />
      <Origin draft={draft} me={me} referralId={deal.referralId ?? undefined} />
      <DayField label="Opened on" {...draft.field("openedOn")} latest={deal.closedOn ?? me.today} />
      <DayField label="Expected to close on" {...draft.field("expectedOn")} />
      <TextField label="Stage" {...draft.field("stage")} />
      <LongTextField label="Note" hint="Your colleagues can read it." {...draft.field("note")} />
    </Form>
  );
}
