import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { PersonView } from "../person-view.ts";
import type { PositionView } from "../position-view.ts";
import { spanText } from "./people-words.ts";
import { PositionSheet } from "./position-sheet.tsx";
import { useRemovePosition } from "./use-person-writes.ts";
import css from "./lines.module.css";

/** Where somebody worked: a change of employer is a reason to call. */
export function History({ person, onMoved }: { person: PersonView; onMoved: () => void }) {
  const positions = useRead<{ items: PositionView[] }>(`/people/${person.id}/positions`).data?.items ?? [];
  const moved = (
    <Button tone="quiet" onClick={onMoved}>
      {person.accountId === null ? "Say where they work" : "They moved on"}
    </Button>
  );
  return (
    <Section title="Where they worked" aside={moved}>
      {positions.length === 0 ? (
        <p className={css.soft}>No employer is known yet.</p>
      ) : (
        <ul className={css.lines}>
          {positions.map((position) => (
            <Position key={position.id} person={person} position={position} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Position({ person, position }: { person: PersonView; position: PositionView }) {
  const me = useMe();
  const [changing, setChanging] = useState(false);
  const remove = useRemovePosition(person.id, position);
  return (
    <li className={css.line}>
      <span>
        <Go to={`/accounts/${position.accountId}`}>{position.accountName}</Go>
        {position.title !== null && `, ${position.title}`}
        <small className={css.when}>{spanText(position)}</small>
        <FormError problem={remove.problem} />
      </span>
      <ActionMenu
        label={`More for ${position.accountName}`}
        actions={[
          { label: "Correct", run: () => setChanging(true) },
          { label: "Take out", run: () => remove.send() },
        ]}
      >
        …
      </ActionMenu>
      <Sheet title={position.accountName} opened={changing} onClose={() => setChanging(false)}>
        {me && (
          <PositionSheet person={person} me={me} position={position} onDone={() => setChanging(false)} />
        )}
      </Sheet>
    </li>
  );
}
