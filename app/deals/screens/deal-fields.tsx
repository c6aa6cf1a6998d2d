import { ORIGIN_OPTIONS } from "#referrals/origin-words.ts";
import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import { CameOf, useOpenIntroductions } from "#meetings/screens/came-of.tsx";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import type { PersonChoice } from "#people/screens/person-choice.ts";
import type { Me } from "#team/me-view.ts";
import type { Money } from "#lib/kernel/money.ts";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import type { Draft } from "#lib/web/form.tsx";
import { MoneyField } from "#lib/web/money-field.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import type { DealOrigin } from "../deal.ts";

/** What a deal's forms have in common. */
export interface DealDraft {
  name: string;
  account: Choice | null;
  person: (Choice & { accountId?: string | null; accountName?: string | null }) | null;
  amount: Money | null;
  origin: DealOrigin;
  /** Null: as it is proposed. "": none. */
  referralId: string | null;
}

type Fields = Pick<Draft<DealDraft>, "value" | "field" | "set">;

/** What, with whom, how much. */
export function WhatAndWhom({ draft, currency }: { draft: Fields; currency: string }) {
  const choosePerson = (person: PersonChoice | null) => {
    const employer = person?.accountId ? { id: person.accountId, label: person.accountName ?? "" } : null;
    draft.set({ person, referralId: null, account: draft.value.account ?? employer });
  };
  return (
    <>
      <TextField label="What" {...draft.field("name")} placeholder="What they would buy" />
      <AccountPicker label="Company" {...draft.field("account")} name="accountId" />
      <PersonPicker
        label="With whom"
        {...draft.field("person")}
        name="personId"
        value={draft.value.person as PersonChoice | null}
        onChange={choosePerson}
      />
      <MoneyField
        label="Amount"
        {...draft.field("amount")}
        currency={draft.value.amount?.currency ?? currency}
      />
    </>
  );
}

interface OriginProps {
  draft: Fields;
  me: Me;
  /** The introduction that it has already. */
  referralId?: string | undefined;
}

/** Where it came from. An introduction to this person is proposed, and makes it a referral. */
export function Origin({ draft, me, referralId }: OriginProps) {
  const introductions = useOpenIntroductions(draft.value.person?.id, referralId);
  const proposed = referralId ?? introductions[0]?.id;
  const { origin } = originIn(draft.value, proposed);
  return (
    <>
      <ChoiceField
        label="Where it came from"
        name="origin"
        value={origin}
        options={ORIGIN_OPTIONS}
        hint={origin === "referral" ? "Won, it counts on the scorecard." : undefined}
        onChange={(chosen) => draft.set({ origin: chosen, referralId: chosen === "referral" ? null : "" })}
      />
      {origin === "referral" && (
        <CameOf
          introductions={introductions}
          value={draft.value.referralId ?? proposed ?? ""}
          today={me.today}
          onChange={(id) => draft.set({ origin: "referral", referralId: id })}
        />
      )}
    </>
  );
}

/** What will be saved: a proposed introduction makes the origin a referral until something else is chosen. */
export function originIn(
  value: Pick<DealDraft, "origin" | "referralId">,
  proposed: string | undefined,
): { origin: DealOrigin; referralId: string | null } {
  const referralId = value.referralId ?? proposed ?? "";
  if (referralId !== "") return { origin: "referral", referralId };
  return { origin: value.origin, referralId: null };
}
