import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { useGo } from "#lib/web/go.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { LOOK_YOURSELF, STAYS, isSameName } from "../erasure.ts";
import type { ErasureView } from "../erasure-view.ts";
import type { PersonView } from "../person-view.ts";
import { PEOPLE_READS } from "./use-person-writes.ts";
import css from "./erase-sheet.module.css";

/** For good, so it says what stays before it is done, and wants the name typed. */
export function EraseSheet({ person }: { person: PersonView }) {
  const [name, setName] = useState("");
  const go = useGo();
  const erase = useWrite(
    (typed: string, gesture) =>
      write<ErasureView>("POST", `/people/${person.id}/erasure`, { name: typed }, gesture),
    { refresh: PEOPLE_READS, done: () => go("/people", { instead: true }) },
  );
  return (
    <Form
      problem={erase.problem}
      onSubmit={() => erase.send(name)}
      actions={
        <Button submit tone="primary" busy={erase.busy} disabled={!isSameName(name, person.fullName)}>
          Erase for good
        </Button>
      }
    >
      <p className={css.words}>
        Name, addresses, phones, notes, mails and all that they said are taken out everywhere. Links that they
        have open nothing from then on, and no letter that waits goes out to them. It cannot be taken back.
      </p>
      <div>
        <h3 className={css.heading}>What stays</h3>
        <ul className={css.list}>
          {STAYS.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </div>
      <p className={css.words}>{LOOK_YOURSELF}</p>
      <TextField label={`Type “${person.fullName}”`} name="name" value={name} onChange={setName} autoFocus />
    </Form>
  );
}
