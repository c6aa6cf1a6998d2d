import { useState } from "react";
import type { AccountView } from "#accounts/account-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go, useGo } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { PersonView } from "../person-view.ts";
import { AddPersonForm } from "./person-form.tsx";
import css from "./lines.module.css";

const SHOWN = 12;

/** On an account's page: who works there. */
export function PeopleAt({ id }: { id: string }) {
  const [adding, setAdding] = useState(false);
  const go = useGo();
  const account = useRead<AccountView>(`/accounts/${id}`).data;
  const people = useRead<Page<PersonView>>("/people", { account: id, limit: SHOWN });
  const items = people.data?.items ?? [];
  const add = <Button onClick={() => setAdding(true)}>Add somebody there</Button>;
  return (
    <Section title="People there" aside={items.length > 0 && add}>
      {people.problem ? (
        <Trouble problem={people.problem} again={people.again} />
      ) : people.data === undefined ? (
        <Loading lines={2} />
      ) : items.length === 0 ? (
        <Empty action={add}>
          Nobody there is known. Every person one has met can introduce, not only the buyer.
        </Empty>
      ) : (
        <ul className={css.lines}>
          {items.map((person) => (
            <li key={person.id} className={css.line}>
              <span>
                <Go to={`/people/${person.id}`}>{person.fullName}</Go>
                {person.title !== null && <small className={css.when}>{person.title}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {people.data?.nextCursor != null && <Go to={`/people?account=${id}`}>Show everybody there</Go>}
      <Sheet title="Add somebody there" opened={adding} onClose={() => setAdding(false)}>
        <AddPersonForm
          at={account && { id: account.id, label: account.name }}
          onAdded={(person) => go(`/people/${person.id}`)}
        />
      </Sheet>
    </Section>
  );
}
