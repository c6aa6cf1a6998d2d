import { useState } from "react";
import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import { read, write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { TextField, type FieldProps } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useDraft } from "#lib/web/form.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { useWrite } from "#lib/web/queries.ts";
import type { PersonView } from "../person-view.ts";
import type { Found, FoundPerson } from "../search-view.ts";
import { linesOf } from "./reach.ts";
import css from "./person-picker.module.css";

export interface PersonChoice extends Choice {
  title: string | null;
  accountId: string | null;
  accountName: string | null;
}

interface PersonPickerProps extends FieldProps<PersonChoice | null> {
  /** Left out of what is found: whoever cannot be meant. */
  without?: readonly string[];
  /** False where only people who are there already may be chosen. */
  mayAdd?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
}

const NOBODY: readonly string[] = [];

/** Search people as you type, the ones dealt with last at first; or write down somebody new without leaving the form. */
export function PersonPicker({ without = NOBODY, mayAdd = true, ...field }: PersonPickerProps) {
  const [adding, setAdding] = useState<string | null>(null);
  const find = async (q: string, signal: AbortSignal): Promise<PersonChoice[]> => {
    const found = await read<Found>("/search", { q, only: "people" }, signal);
    return found.people.filter(({ id }) => !without.includes(id)).map(personChoice);
  };
  const create = {
    label: (typed: string) => `Add “${typed}” as a new person`,
    run: (typed: string) => {
      setAdding(typed);
      return null;
    },
  };
  return (
    <div>
      <Picker
        placeholder="Part of a name or company"
        {...field}
        find={find}
        create={mayAdd ? create : undefined}
      />
      {adding !== null && (
        <NewPerson
          name={adding}
          onLeave={() => setAdding(null)}
          onAdded={(person) => {
            setAdding(null);
            field.onChange(person);
          }}
        />
      )}
    </div>
  );
}

/** A person as a Picker shows them. */
export function personChoice({ id, fullName, title, accountId, accountName }: FoundPerson): PersonChoice {
  const hint = [title, accountName].filter(Boolean).join(", ");
  return { id, label: fullName, hint: hint === "" ? undefined : hint, title, accountId, accountName };
}

interface NewPersonProps {
  name: string;
  onAdded: (person: PersonChoice) => void;
  onLeave: () => void;
}

/** No form of its own: it stands inside one. */
function NewPerson({ name, onAdded, onLeave }: NewPersonProps) {
  const draft = useDraft({
    fullName: name,
    account: null as Choice | null,
    title: "",
    phones: "",
    emails: "",
  });
  const add = useWrite(
    ({ fullName, account, title, phones, emails }: typeof draft.value, gesture) =>
      write<PersonView>(
        "POST",
        "/people",
        { fullName, accountId: account?.id, title, phones: linesOf(phones), emails: linesOf(emails) },
        gesture,
      ),
    { refresh: ["/people", "/search"], done: (person) => onAdded(personChoice(person)) },
  );
  const at = (field: string) => (add.problem?.field === field ? add.problem.reason : undefined);
  return (
    <fieldset className={css.fresh}>
      <legend className="only-heard">Somebody new</legend>
      <TextField
        label="Name"
        {...draft.field("fullName")}
        name="new-fullName"
        error={at("fullName")}
        autoFocus
      />
      <AccountPicker label="Works at" {...draft.field("account")} name="new-account" />
      <TextField label="Title" {...draft.field("title")} name="new-title" error={at("title")} />
      <TextField label="Phone" kind="tel" {...draft.field("phones")} name="new-phones" error={at("phones")} />
      <TextField
        label="E-mail"
        kind="email"
        {...draft.field("emails")}
        name="new-emails"
        error={at("emails")}
      />
      {add.problem?.field === undefined && <FormError problem={add.problem} />}
      <div className={css.actions}>
        <Button busy={add.busy} onClick={() => add.send(draft.value)}>
          Add {draft.value.fullName}
        </Button>
        <Button tone="quiet" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </fieldset>
  );
}
