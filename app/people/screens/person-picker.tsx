import { useState } from "react";
import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import { Button } from "#lib/web/button.tsx";
import { TextField, type FieldProps } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useDraft } from "#lib/web/form.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { useKeptWrite } from "#lib/web/kept-write.ts";
import { newId } from "#lib/kernel/ids.ts";
import { systemClock } from "#lib/kernel/clock.ts";
import type { PersonView } from "../person-view.ts";
import { findPeople } from "./find-people.ts";
import { personChoice, type PersonChoice } from "./person-choice.ts";
import { linesOf } from "./reach.ts";
import css from "./person-picker.module.css";

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
  const find = async (q: string, signal: AbortSignal): Promise<PersonChoice[]> =>
    (await findPeople(q, signal)).filter(({ id }) => !without.includes(id));
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
  // Made here, so that what is written next can name them before the server knows them.
  const [id] = useState(() => newId(systemClock.now()));
  const add = useKeptWrite<typeof draft.value, PersonView>(
    ({ fullName, account, title, phones, emails }) => ({
      method: "POST",
      path: "/people",
      body: { id, fullName, accountId: account?.id, title, phones: linesOf(phones), emails: linesOf(emails) },
      words: `${fullName} is new.`,
    }),
    {
      refresh: ["/people", "/search"],
      done: (person) => onAdded(personChoice(person)),
      kept: ({ fullName, account, title }) =>
        onAdded(
          personChoice({
            id,
            fullName,
            title: title === "" ? null : title,
            accountId: account?.id ?? null,
            accountName: account?.label ?? null,
          }),
        ),
    },
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
