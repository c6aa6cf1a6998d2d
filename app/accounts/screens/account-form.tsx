import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { Form, useDraft, type Refusal } from "#lib/web/form.tsx";
import type { AccountView } from "../account-view.ts";
import type { AccountKind } from "../account.ts";
import { MOST_EMPLOYEES } from "../account-size.ts";
import { HolderField } from "./holder-field.tsx";
import { KIND_OPTIONS } from "./account-words.ts";
import { useAddAccount, useChangeAccount, type SaidAccount } from "./use-account-writes.ts";

/** A new account: its name is enough. */
export function AddAccountForm({ onAdded }: { onAdded: (account: AccountView) => void }) {
  const add = useAddAccount(onAdded);
  return <AccountForm label="Add the account" busy={add.busy} problem={add.problem} onSave={add.send} />;
}

export function ChangeAccountForm({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  const change = useChangeAccount(account, onChanged);
  return (
    <AccountForm
      account={account}
      label="Save"
      busy={change.busy}
      problem={change.problem}
      onSave={change.send}
    />
  );
}

const FIRST_KIND: AccountKind = "prospect";

interface AccountFormProps {
  account?: AccountView;
  label: string;
  busy: boolean;
  problem: Refusal | null;
  onSave: (said: SaidAccount) => void;
}

function AccountForm({ account, label, busy, problem, onSave }: AccountFormProps) {
  const draft = useDraft(() => ({
    name: account?.name ?? "",
    kind: account?.kind ?? FIRST_KIND,
    industry: account?.industry ?? "",
    employees: account?.employees ?? null,
    website: account?.website ?? "",
    phone: account?.phone ?? "",
    city: account?.city ?? "",
    country: account?.country ?? "",
    holderId: account?.holderId ?? "",
    note: account?.note ?? "",
  }));
  const save = () => onSave({ ...draft.value, holderId: draft.value.holderId || null });
  return (
    <Form
      problem={problem}
      onSubmit={save}
      actions={
        <Button submit tone="primary" busy={busy}>
          {label}
        </Button>
      }
    >
      <TextField label="Name" {...draft.field("name")} autoFocus={account === undefined} />
      <ChoiceField label="What they are to us" options={KIND_OPTIONS} {...draft.field("kind")} />
      <HolderField {...draft.field("holderId")} />
      <TextField label="Industry" {...draft.field("industry")} />
      <NumberField
        label="Employees"
        hint="How many people work there."
        least={1}
        most={MOST_EMPLOYEES}
        {...draft.field("employees")}
      />
      <TextField label="City" {...draft.field("city")} />
      <TextField label="Country" {...draft.field("country")} />
      <TextField label="Website" {...draft.field("website")} />
      <TextField label="Phone" kind="tel" {...draft.field("phone")} />
      <LongTextField label="Note" lines={3} hint="Your colleagues can read it." {...draft.field("note")} />
    </Form>
  );
}
