import { useState } from "react";
import type { Page } from "#lib/kernel/page.ts";
import type { AccountView } from "#accounts/account-view.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { PersonView } from "../person-view.ts";
import { LikelyTheSame } from "./likely-the-same.tsx";
import css from "./people.module.css";
import { AddPersonForm } from "./person-form.tsx";

const SHOWN = 50;

/** On an account's page: everybody we know there, and accounts that may be this one. */
export function PeopleAtAccount({ id }: { id: string }) {
  const [adding, setAdding] = useState(false);
  const people = useRead<Page<PersonView>>("/people", { account: id, limit: SHOWN });
  const account = useRead<AccountView>(`/accounts/${id}`);
  const add = <Button onClick={() => setAdding(true)}>Add somebody</Button>;
  return (
    <>
      <LikelyTheSame kind="account" id={id} />
      <Section title="People there" aside={(people.data?.items.length ?? 0) > 0 && add}>
        {people.problem && <Trouble problem={people.problem} again={people.again} />}
        {people.loading && <Loading lines={2} />}
        {people.data?.items.length === 0 && (
          <Empty action={add}>
            Nobody yet. Everybody you met there may know somebody, not only who signs.
          </Empty>
        )}
        <ul className={css.lines}>
          {people.data?.items.map((person) => (
            <li key={person.id}>
              <Go to={`/people/${person.id}`}>{person.fullName}</Go>
              <span className={css.soft}>{person.title}</span>
            </li>
          ))}
        </ul>
        {people.data?.nextCursor && <p className={css.soft}>The first {SHOWN}; search finds the others.</p>}
      </Section>
      <Sheet title="Add somebody" opened={adding} onClose={() => setAdding(false)}>
        <AddPersonForm
          account={account.data && { id: account.data.id, label: account.data.name }}
          onAdded={() => setAdding(false)}
        />
      </Sheet>
    </>
  );
}
