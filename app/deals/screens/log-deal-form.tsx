import { useState } from "react";
import { ForMember } from "#team/screens/for-member.tsx";
import { useOpenIntroductions } from "#meetings/screens/came-of.tsx";
import type { Me } from "#team/me-view.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, type Draft, type Refusal, useStaysToday } from "#lib/web/form.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import type { DealView } from "../deal-view.ts";
import { Origin, originIn, WhatAndWhom, type DealDraft } from "./deal-fields.tsx";
import { useOpenDeal } from "./use-deal-writes.ts";

interface NewDeal extends DealDraft {
  openedOn: string;
  expectedOn: string;
  stage: string;
  note: string;
  memberId: string;
}

/** What a page knows already. */
export interface KnownOfDeal {
  account?: Choice | undefined;
  person?: Choice | undefined;
  referralId?: string | undefined;
}

/** What may be sold to whom, for how much, and where it came from. */
export function LogDealForm({
  me,
  known,
  onLogged,
}: {
  me: Me;
  known: KnownOfDeal;
  onLogged: (deal: DealView) => void;
}) {
  const draft = useDraft<NewDeal>({
    name: "",
    account: known.account ?? null,
    person: known.person ?? null,
    amount: null,
    origin: known.referralId === undefined ? "other" : "referral",
    referralId: known.referralId ?? null,
    openedOn: me.today,
    expectedOn: "",
    stage: "",
    note: "",
    memberId: me.member.id,
  });
  useStaysToday(draft.value.openedOn, me.today, (openedOn) => draft.set({ openedOn }));
  const { value } = draft;
  const [refused, setRefused] = useState<Refusal | null>(null);
  const open = useOpenDeal(onLogged);
  const introductions = useOpenIntroductions(value.person?.id, known.referralId);
  const proposed = known.referralId ?? introductions[0]?.id;
  const save = () => {
    const missing = missingIn(value);
    setRefused(missing);
    if (missing === null) open.send(bodyOf(value, proposed));
  };
  return (
    <Form
      problem={refused ?? open.problem}
      onSubmit={save}
      actions={
        <Button submit tone="primary" busy={open.busy}>
          Open the deal
        </Button>
      }
    >
      <WhatAndWhom draft={draft} currency={me.workspace.currency} />
      <Origin draft={draft} me={me} referralId={known.referralId} />
      <More draft={draft} me={me} />
    </Form>
  );
}

function More({ draft, me }: { draft: Draft<NewDeal>; me: Me }) {
  const [opened, setOpened] = useState(false);
  if (!opened)
    return (
      <div>
        <Button tone="quiet" onClick={() => setOpened(true)}>
          Days, stage, note …
        </Button>
      </div>
    );
  return (
    <>
      <DayField label="Opened on" {...draft.field("openedOn")} latest={me.today} />
      <DayField label="Expected to close on" {...draft.field("expectedOn")} />
      <TextField label="Stage" {...draft.field("stage")} />
      <LongTextField label="Note" hint="Your colleagues can read it." {...draft.field("note")} />
      <ForMember me={me} label="Whose deal" {...draft.field("memberId")} />
    </>
  );
}

function missingIn({ name, account, person }: NewDeal): Refusal | null {
  if (name.trim() === "") return { field: "name", reason: "Say in a word or two what it is." };
  if (account === null && person === null) return { field: "accountId", reason: "Say with which company." };
  return null;
}

function bodyOf(value: NewDeal, proposed: string | undefined) {
  const { origin, referralId } = originIn(value, proposed);
  const text = (field: "expectedOn" | "stage" | "note") => value[field].trim() || undefined;
  return {
    name: value.name,
    origin,
    openedOn: value.openedOn,
    memberId: value.memberId,
    accountId: value.account?.id,
    personId: value.person?.id,
    referralId: referralId ?? undefined,
    amount: value.amount ?? undefined,
    expectedOn: text("expectedOn"),
    stage: text("stage"),
    note: text("note"),
  };
}
