import { useState } from "react";
import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import { Button } from "#lib/web/button.tsx";
import { TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Form, useDraft, type Refusal } from "#lib/web/form.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { mayEnd } from "../protection.ts";
import type { SourceSheetProps } from "./as-a-source.tsx";
import { PersonPicker } from "./person-picker.tsx";
import type { PersonChoice } from "./person-choice.ts";
import { useAddNoGo, useLiftNoGo } from "./use-source-writes.ts";
import lines from "./lines.module.css";
import css from "./source.module.css";

type What = "accountId" | "personId" | "topic";

const WHATS = [
  { value: "accountId", label: "A company" },
  { value: "personId", label: "A person" },
  { value: "topic", label: "A topic" },
] as const;

/** What stands ruled out, and one more. */
export function NoGoSheet({ person, standing, me, onDone }: SourceSheetProps) {
  const lift = useLiftNoGo();
  return (
    <div className={css.stack}>
      {standing.noGos.length > 0 && (
        <ul className={lines.lines}>
          {standing.noGos.map((noGo) => {
            const name = noGo.account?.name ?? noGo.person?.name ?? noGo.topic ?? "";
            return (
              <li key={noGo.id} className={lines.line}>
                <span>
                  {name}
                  <small className={lines.when}>
                    {[noGo.words && `“${noGo.words}”`, noGo.by.name].filter(Boolean).join(" · ")}
                  </small>
                </span>
                {mayEnd(me, noGo, standing.holderIds) && (
                  <Button
                    tone="quiet"
                    busy={lift.busy}
                    label={`${name} is no longer ruled out`}
                    onClick={() => lift.send(noGo)}
                  >
                    No longer
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <FormError problem={lift.problem} />
      <Another personId={person.id} onDone={onDone} />
    </div>
  );
}

function Another({ personId, onDone }: { personId: string; onDone: () => void }) {
  const [what, setWhat] = useState<What>("accountId");
  const [missing, setMissing] = useState<Refusal | null>(null);
  const draft = useDraft({
    accountId: null as Choice | null,
    personId: null as PersonChoice | null,
    topic: "",
    words: "",
  });
  const add = useAddNoGo(personId, onDone);
  const save = () => {
    const { words, topic, accountId, personId: off } = draft.value;
    const id = what === "topic" ? topic.trim() : (what === "accountId" ? accountId : off)?.id;
    if (!id) return setMissing({ field: what, reason: "Say what they do not want." });
    setMissing(null);
    add.send({ [what]: id, words: words || null });
  };
  return (
    <Form
      problem={missing ?? add.problem}
      onSubmit={save}
      actions={
        <Button submit tone="primary" busy={add.busy}>
          Rule it out
        </Button>
      }
    >
      <Toggle label="What they rule out" value={what} onChange={setWhat} options={WHATS} />
      {what === "accountId" && <AccountPicker label="Company" {...draft.field("accountId")} />}
      {what === "personId" && (
        <PersonPicker label="Person" without={[personId]} {...draft.field("personId")} />
      )}
      {what === "topic" && <TextField label="Topic" placeholder="Prices" {...draft.field("topic")} />}
      <TextField label="In their words" {...draft.field("words")} />
    </Form>
  );
}
