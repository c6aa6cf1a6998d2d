import { useState } from "react";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import { mayEnd } from "#people/protection.ts";
import type { Me } from "#team/me-view.ts";
import type { TargetView } from "../target-view.ts";
import { nameOf, useDropTarget, useSayWhy } from "./use-target-writes.ts";
import css from "./pictures.module.css";

/** One target: who, why, and since when. */
export function TargetLine({ target, me }: { target: TargetView; me: Me }) {
  const [saying, setSaying] = useState(false);
  const drop = useDropTarget(target);
  const name = nameOf(target);
  const may = target.id === null || mayEnd(me, target, target.holderIds);
  const close = () => setSaying(false);
  return (
    <div className={css.line}>
      <div>
        <Go to={target.personId === null ? `/accounts/${target.accountId}` : `/people/${target.personId}`}>
          {name}
        </Go>
        {target.personId !== null && post(target) !== "" && `, ${post(target)}`}
        {target.why !== null && <p>{target.why}</p>}
        <small className={css.soft}>{sinceText(target, me)}</small>
        <FormError problem={drop.problem} />
      </div>
      {may && (
        <ActionMenu
          label={`More for ${name}`}
          actions={[
            { label: target.why === null ? "Say why" : "Change why", run: () => setSaying(true) },
            { label: "Drop", run: () => drop.send() },
          ]}
        >
          …
        </ActionMenu>
      )}
      <Sheet title={`Why ${name}?`} opened={saying} onClose={close}>
        <SayWhy target={target} onSaid={close} />
      </Sheet>
    </div>
  );
}

function SayWhy({ target, onSaid }: { target: TargetView; onSaid: () => void }) {
  const draft = useDraft({ why: target.why ?? "" });
  const say = useSayWhy(target, onSaid);
  return (
    <Form
      problem={say.problem}
      onSubmit={() => say.send(draft.value.why)}
      actions={
        <Button submit tone="primary" busy={say.busy} disabled={!draft.touched}>
          Write it down
        </Button>
      }
    >
      <LongTextField
        label="Why do we want to meet them?"
        hint="Your colleagues read it."
        {...draft.field("why")}
      />
    </Form>
  );
}

function post({ personTitle, accountName }: TargetView): string {
  return [personTitle, accountName].filter(Boolean).join(", ");
}

/** "A company, since 3 November, by Jonas Weber" */
function sinceText({ kind, day, by }: TargetView, me: Me): string {
  const what = kind === "account" ? "company" : "person";
  const who = by === null ? null : `by ${by.id === me.member.id ? "you" : by.name}`;
  return [`A ${what}, since ${dayText(day, me.today)}`, who].filter(Boolean).join(", ");
}
