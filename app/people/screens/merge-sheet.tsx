import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Form } from "#lib/web/form.tsx";
import type { PersonView } from "../person-view.ts";
import { PersonPicker } from "./person-picker.tsx";
import type { PersonChoice } from "./person-choice.ts";
import { useMerge } from "./use-person-writes.ts";

/** For two records that nothing gave away: choose the other one. */
export function MergeSheet({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const [other, setOther] = useState<PersonChoice | null>(null);
  const merge = useMerge(onDone);
  return (
    <Form
      problem={merge.problem}
      onSubmit={() => other && merge.send({ kind: "person", keptId: person.id, mergedId: other.id })}
      actions={
        <Button submit tone="primary" busy={merge.busy} disabled={other === null}>
          Make them one
        </Button>
      }
    >
      <PersonPicker
        label="The other one"
        name="mergedId"
        hint={`Their history, phones and e-mails come to ${person.fullName}. It can be taken back.`}
        without={[person.id]}
        mayAdd={false}
        value={other}
        onChange={setOther}
        autoFocus
      />
    </Form>
  );
}
