import { useState } from "react";
import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { dayText } from "#lib/web/words.ts";
import type { PositionView } from "../position-routes.ts";
import css from "./people.module.css";
import { PERSON_READS } from "./use-person-writes.ts";

/** Where somebody worked: a change of employer keeps what was before. */
export function Positions({ personId, today }: { personId: string; today: string }) {
  const [adding, setAdding] = useState(false);
  const positions = useRead<{ items: PositionView[] }>(`/people/${personId}/positions`);
  return (
    <Section title="Worked at" aside={<Button onClick={() => setAdding(true)}>New position</Button>}>
      <ul className={css.lines}>
        {positions.data?.items.map((position) => (
          <li key={position.id}>
            <span>
              <Go to={`/accounts/${position.accountId}`}>{position.accountName}</Go>
              {position.title && `, ${position.title}`}
            </span>
            <span className={css.soft}>{spanText(position, today)}</span>
          </li>
        ))}
      </ul>
      {positions.data?.items.length === 0 && <p className={css.soft}>Not known yet.</p>}
      <Sheet title="A new position" opened={adding} onClose={() => setAdding(false)}>
        <NewPosition personId={personId} today={today} close={() => setAdding(false)} />
      </Sheet>
    </Section>
  );
}

function spanText({ fromDay, untilDay, current }: PositionView, today: string): string {
  if (current) return fromDay ? `since ${dayText(fromDay, today)}` : "now";
  const until = untilDay ? `until ${dayText(untilDay, today)}` : "before";
  return fromDay ? `${dayText(fromDay, today)} ${until}` : until;
}

function NewPosition({ personId, today, close }: { personId: string; today: string; close: () => void }) {
  const say = useUndo();
  const path = `/people/${personId}/positions`;
  const undo = useWrite((id: string, gesture) => write("DELETE", `${path}/${id}`, undefined, gesture), {
    refresh: PERSON_READS,
  });
  const draft = useDraft({ account: null as Choice | null, title: "", fromDay: today });
  const add = useWrite(
    ({ account, title, fromDay }: typeof draft.value, gesture) =>
      write<PositionView>("POST", path, { accountId: account?.id, title, fromDay: fromDay || null }, gesture),
    {
      refresh: PERSON_READS,
      done: (position) => {
        say(`At ${position.accountName} now.`, () => undo.sendNow(position.id));
        close();
      },
    },
  );
  return (
    <Form
      problem={add.problem}
      onSubmit={() => add.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={add.busy} disabled={draft.value.account === null}>
          Save
        </Button>
      }
    >
      <AccountPicker label="Company" {...draft.field("account")} />
      <TextField label="Title" {...draft.field("title")} />
      <DayField label="From" {...draft.field("fromDay")} latest={today} />
    </Form>
  );
}
