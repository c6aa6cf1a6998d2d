import { useState } from "react";
import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import type { PersonChoice } from "#people/screens/person-choice.ts";
import type { Me } from "#team/me-view.ts";
import type { TargetView } from "../target-view.ts";
import type { TargetKind } from "../target.ts";
import { TargetLine } from "./target-line.tsx";
import { useChooseTarget } from "./use-target-writes.ts";

/** Whom we know by name and want to meet. */
export function Targets({ me }: { me: Me }) {
  const [choosing, setChoosing] = useState(false);
  const close = () => setChoosing(false);
  return (
    <Section title="Targets by name" aside={<Button onClick={() => setChoosing(true)}>Add a target</Button>}>
      <LongList<TargetView>
        label="Targets, the newest first"
        path="/targets"
        rowKey={(target) => target.personId ?? target.accountId ?? ""}
        render={(target) => <TargetLine target={target} me={me} />}
        empty={
          <Empty>
            A source who hears a name knows at once whether they can help: whom exactly do we want to meet?
          </Empty>
        }
      />
      <Sheet title="Whom do we want to meet?" opened={choosing} onClose={close}>
        <ChooseTarget onChosen={close} />
      </Sheet>
    </Section>
  );
}

function ChooseTarget({ onChosen }: { onChosen: () => void }) {
  const draft = useDraft({
    kind: "person" as TargetKind,
    personId: null as PersonChoice | null,
    accountId: null as Choice | null,
    why: "",
  });
  const choose = useChooseTarget(onChosen);
  const { kind, personId, accountId, why } = draft.value;
  const whom = kind === "person" ? personId : accountId;
  const submit = () => {
    if (whom !== null)
      choose.send(kind === "person" ? { personId: whom.id, why } : { accountId: whom.id, why });
  };
  return (
    <Form
      problem={choose.problem}
      onSubmit={submit}
      actions={
        <Button submit tone="primary" busy={choose.busy} disabled={whom === null}>
          Add the target
        </Button>
      }
    >
      <Toggle
        label="A person or a company"
        value={kind}
        options={[
          { value: "person", label: "A person" },
          { value: "account", label: "A company" },
        ]}
        onChange={(value) => draft.set({ kind: value })}
      />
      {kind === "person" ? (
        <PersonPicker label="Whom?" {...draft.field("personId")} autoFocus />
      ) : (
        <AccountPicker label="Which company?" {...draft.field("accountId")} />
      )}
      <LongTextField label="Why?" hint="Your colleagues read it." {...draft.field("why")} lines={2} />
    </Form>
  );
}
