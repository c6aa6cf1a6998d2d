import { useState } from "react";
import type { Money } from "#lib/kernel/money.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Column } from "#lib/web/card.tsx";
import { CheckField, OneOfField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { FileField } from "#lib/web/file-field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { MoneyField } from "#lib/web/money-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Picker } from "#lib/web/picker.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { findTools } from "./answers.ts";

const NOTHING = {
  name: "",
  note: "",
  shelf: "one" as "one" | "two",
  day: "2026-11-22",
  deposit: null as Money | null,
  tool: null as Choice | null,
  insured: false,
  care: "" as "" | "low" | "high",
};

export function Fields() {
  const [opened, setOpened] = useState(false);
  const [files, setFiles] = useState<string[]>([]);
  return (
    <>
      <PageHeading
        below="A refusal shows at its field."
        action={<Button onClick={() => setOpened(true)}>In a sheet</Button>}
      >
        Lend a tool
      </PageHeading>
      <Column>
        <LoanForm />
        <FileField
          label="Choose files, or drop them here"
          hint="CSV or vCard, up to 50 MB"
          many
          onFiles={(some) => setFiles(some.map((file) => file.name))}
        />
        <p>{files.join(", ")}</p>
      </Column>
      <Sheet title="Lend a tool" opened={opened} onClose={() => setOpened(false)}>
        <LoanForm />
      </Sheet>
    </>
  );
}

export function LendSheet({ close }: { close: () => void }) {
  return (
    <>
      <LoanForm />
      <Button onClick={close}>Leave it</Button>
    </>
  );
}

export function SignIn() {
  const draft = useDraft({ email: "", password: "" });
  return (
    <>
      <PageHeading>Good morning</PageHeading>
      <Form
        problem={null}
        onSubmit={() => undefined}
        actions={
          <Button submit tone="primary">
            Sign in
          </Button>
        }
      >
        <TextField label="E-mail" kind="email" autoComplete="username" {...draft.field("email")} />
        <TextField
          label="Password"
          kind="password"
          autoComplete="current-password"
          {...draft.field("password")}
        />
      </Form>
    </>
  );
}

function LoanForm() {
  const draft = useDraft(NOTHING);
  const save = useWrite(
    async (what: typeof NOTHING, gesture: string) => await write("POST", "/loans", what, gesture),
  );
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          Lend
        </Button>
      }
    >
      <Picker
        label="Tool"
        {...draft.field("tool")}
        find={async (typed, signal) =>
          (await findTools(typed, signal)).map(({ id, name, shelf }) => ({ id, label: name, hint: shelf }))
        }
        create={{
          label: (typed) => `Add “${typed}” as a new tool`,
          run: (typed) => ({ id: "new", label: typed }),
        }}
      />
      <TextField label="Name" hint="As it stands on the card." {...draft.field("name")} />
      <LongTextField label="Note" {...draft.field("note")} />
      <ChoiceField
        label="Shelf"
        {...draft.field("shelf")}
        options={[
          { value: "one", label: "Shelf one" },
          { value: "two", label: "Shelf two" },
        ]}
      />
      <DayField
        label="Day"
        {...draft.field("day")}
        quick={[
          { label: "Today", day: "2026-11-22" },
          { label: "Yesterday", day: "2026-11-21" },
        ]}
      />
      <MoneyField label="Deposit" currency="EUR" {...draft.field("deposit")} />
      <OneOfField
        label="Care"
        {...draft.field("care")}
        options={[
          { value: "low", label: "Little", hint: "Wipe it and hang it up." },
          { value: "high", label: "Much", hint: "Oil, grind, and have somebody look at it." },
        ]}
      />
      <CheckField label="Insured" hint="Only above 500 €." {...draft.field("insured")} />
    </Form>
  );
}
