import { Button } from "#lib/web/button.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import type { Writing } from "#lib/web/queries.ts";
import type { PersonChoice } from "#people/screens/person-choice.ts";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import type { ArrivedMailView } from "../mail-view.ts";
import { likelyName, likelySource } from "./mail-words.ts";
import type { Addition } from "./use-mail-writes.ts";

interface AddNamedProps {
  mail: ArrivedMailView;
  named: ArrivedMailView["named"][number];
  add: Writing<Addition, unknown>;
  close: () => void;
}

/** Somebody in a message whom we do not know: new, introduced by somebody in it, or known under another address. */
export function AddNamed({ mail, named, add, close }: AddNamedProps) {
  const known = mail.named.flatMap(({ person }) => person ?? []);
  const draft = useDraft({
    as: likelySource(mail, named) ?? "new",
    fullName: likelyName(named),
    person: null as PersonChoice | null,
  });
  const { as, fullName, person } = draft.value;
  const options = [
    { value: "new", label: "Somebody new" },
    ...known.map(({ id, name }) => ({ value: id, label: `Introduced to me by ${name}` })),
    ...named.mayBe.map(({ id, name }) => ({ value: `is ${id}`, label: name })),
    { value: "other", label: "Somebody we know, with another address" },
  ];
  const submit = async () => {
    const { address } = named;
    if (as === "other") {
      if (person === null) return;
      await add.sendNow({ address, personId: person.id });
    } else if (as.startsWith("is ")) await add.sendNow({ address, personId: as.slice(3) });
    else await add.sendNow({ address, fullName, ...(as !== "new" && { introducedBy: { sourceId: as } }) });
    close();
  };
  const isNew = as !== "other" && !as.startsWith("is ");
  return (
    <Form
      problem={add.problem}
      onSubmit={() => void submit().catch(() => undefined)}
      actions={
        <Button submit tone="primary" busy={add.busy} disabled={as === "other" && person === null}>
          {isNew ? "Add them" : "That is who it is"}
        </Button>
      }
    >
      <ChoiceField
        label={named.address}
        name="as"
        value={as}
        options={options}
        onChange={(next) => draft.set({ as: next })}
      />
      {isNew && <TextField label="Name" {...draft.field("fullName")} />}
      {as === "other" && <PersonPicker label="Who" mayAdd={false} {...draft.field("person")} />}
    </Form>
  );
}
