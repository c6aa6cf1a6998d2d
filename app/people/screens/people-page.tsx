import { useState } from "react";
import { ACCOUNT_KINDS } from "#accounts/account.ts";
import { KIND_OPTIONS } from "#accounts/screens/account-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { flag, maybeOneOf, text } from "#lib/web/filters.ts";
import { useSettled } from "#lib/web/found.ts";
import { Go, useFilters, useGo } from "#lib/web/go.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { PersonView } from "../person-view.ts";
import { AddPersonForm } from "./person-form.tsx";
import css from "./people.module.css";

const peopleFilters = { q: text(), kind: maybeOneOf(...ACCOUNT_KINDS), mine: flag() };

/** Everybody we know. */
export function PeoplePage() {
  const me = useMe();
  const [filters, setFilters] = useFilters(peopleFilters);
  const [adding, setAdding] = useState(false);
  const go = useGo();
  const q = useSettled(filters.q);
  const plain = q === "" && filters.kind === undefined && !filters.mine;
  const add = (
    <Button tone="primary" onClick={() => setAdding(true)}>
      Add a person
    </Button>
  );
  return (
    <>
      <PageHeading below="Not only the buyer: everybody you met knows somebody." action={add}>
        People
      </PageHeading>
      <div className={css.filters}>
        <TextField
          label="Search"
          name="q"
          kind="search"
          value={filters.q}
          onChange={(value) => setFilters({ q: value })}
        />
        <ChoiceField
          label="Which"
          name="which"
          value={filters.mine ? "mine" : (filters.kind ?? "")}
          options={[
            { value: "", label: "Everybody" },
            { value: "mine", label: "Whose relationship I hold" },
            ...KIND_OPTIONS.map(({ value, label }) => ({ value, label: `At a ${label.toLowerCase()}` })),
          ]}
          onChange={(value) =>
            setFilters({ mine: value === "mine", kind: ACCOUNT_KINDS.find((kind) => kind === value) })
          }
        />
      </div>
      <LongTable<PersonView>
        caption="People by family name"
        path="/people"
        query={{ q, kind: filters.kind, holder: filters.mine ? me?.member.id : undefined }}
        rowKey={(person) => person.id}
        columns={COLUMNS}
        empty={
          plain ? (
            <Empty action={add}>
              Nobody yet. Begin with the people at your clients, whatever their title.
            </Empty>
          ) : (
            <Empty
              action={
                <Button onClick={() => setFilters({ q: "", kind: undefined, mine: false })}>
                  Show everybody
                </Button>
              }
            >
              Nobody is like that.
            </Empty>
          )
        }
      />
      <Sheet title="Add a person" opened={adding} onClose={() => setAdding(false)}>
        <AddPersonForm onAdded={(person) => go(`/people/${person.id}`)} />
      </Sheet>
    </>
  );
}

const COLUMNS: readonly Column<PersonView>[] = [
  {
    key: "name",
    head: "name",
    main: true,
    render: (person) => <Go to={`/people/${person.id}`}>{person.fullName}</Go>,
  },
  { key: "title", head: "title", render: (person) => person.title ?? "–" },
  {
    key: "account",
    head: "works at",
    render: (person) =>
      person.accountId ? <Go to={`/accounts/${person.accountId}`}>{person.accountName}</Go> : "–",
  },
  { key: "holder", head: "relationship", deskOnly: true, render: (person) => person.holderName ?? "–" },
];
