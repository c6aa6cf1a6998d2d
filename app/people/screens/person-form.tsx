import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import { HolderField } from "#accounts/screens/holder-field.tsx";
import { Button } from "#lib/web/button.tsx";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import type { PersonView } from "../person-view.ts";
import { linesOf } from "./reach.ts";
import { useAddPerson, useChangePerson, type SaidPerson } from "./use-person-writes.ts";

/** Somebody new: the name is enough. `at` is the account that is proposed. */
export function AddPersonForm({ at, onAdded }: { at?: Choice; onAdded: (person: PersonView) => void }) {
  const add = useAddPerson(onAdded);
  const draft = useDraft(() => ({ ...factsOf(), account: at ?? null }));
  return (
    <Form
      problem={add.problem}
      onSubmit={() => add.send({ ...said(draft.value), accountId: draft.value.account?.id ?? null })}
      actions={<Save busy={add.busy}>Add the person</Save>}
    >
      <TextField label="Name" {...draft.field("fullName")} autoFocus placeholder="Anna Müller" />
      <AccountPicker label="Works at" {...draft.field("account")} />
      <TextField label="Title" {...draft.field("title")} />
      <Reach draft={draft} />
      <HolderField {...draft.field("holderId")} />
      <LongTextField label="Note" lines={2} hint="Your colleagues can read it." {...draft.field("note")} />
    </Form>
  );
}

/** What is known of somebody. Where they work has a form of its own, which keeps the history. */
export function ChangePersonForm({ person, onChanged }: { person: PersonView; onChanged: () => void }) {
  const change = useChangePerson(person, onChanged);
  const draft = useDraft(() => factsOf(person));
  return (
    <Form
      problem={change.problem}
      onSubmit={() => change.send(said(draft.value))}
      actions={<Save busy={change.busy}>Save</Save>}
    >
      <TextField label="Name" {...draft.field("fullName")} />
      <TextField label="Title" {...draft.field("title")} />
      <Reach draft={draft} />
      <TextField
        label="LinkedIn"
        kind="url"
        placeholder="linkedin.com/in/…"
        {...draft.field("linkedinUrl")}
      />
      <TextField label="City" {...draft.field("city")} />
      <TextField label="Country" {...draft.field("country")} />
      <HolderField {...draft.field("holderId")} />
      <LongTextField label="Note" lines={3} hint="Your colleagues can read it." {...draft.field("note")} />
    </Form>
  );
}

type PersonDraft = ReturnType<typeof factsOf>;

function Reach<T extends PersonDraft>({ draft }: { draft: ReturnType<typeof useDraft<T>> }) {
  return (
    <>
      <LongTextField label="Phones" lines={1} hint="One a line, the best first." {...draft.field("phones")} />
      <LongTextField
        label="E-mails"
        lines={1}
        hint="One a line, the best first."
        {...draft.field("emails")}
      />
    </>
  );
}

function Save({ busy, children }: { busy: boolean; children: string }) {
  return (
    <Button submit tone="primary" busy={busy}>
      {children}
    </Button>
  );
}

function factsOf(person?: PersonView) {
  return {
    fullName: person?.fullName ?? "",
    title: person?.title ?? "",
    phones: person?.phonesShown.join("\n") ?? "",
    emails: person?.emails.join("\n") ?? "",
    linkedinUrl: person?.linkedinUrl ?? "",
    city: person?.city ?? "",
    country: person?.country ?? "",
    holderId: person?.holderId ?? "",
    note: person?.note ?? "",
  };
}

function said(draft: PersonDraft): SaidPerson {
  const { fullName, title, linkedinUrl, city, country, note } = draft;
  return {
    fullName,
    title,
    linkedinUrl,
    city,
    country,
    note,
    holderId: draft.holderId || null,
    phones: linesOf(draft.phones),
    emails: linesOf(draft.emails),
  };
}
