import { useState } from "react";
import { ACCOUNT_KINDS } from "#accounts/account.ts";
import type { AccountView } from "#accounts/account-view.ts";
import { KIND_OPTIONS } from "#accounts/screens/account-words.ts";
import { HolderField } from "#accounts/screens/holder-field.tsx";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { maybeOneOf, text } from "#lib/web/filters.ts";
import { useSettled } from "#lib/web/found.ts";
import { Go, useFilters, useGo } from "#lib/web/go.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import type { PersonView } from "../person-view.ts";
import { AddPersonForm } from "./person-form.tsx";
import css from "./people-page.module.css";

const peopleFilters = { q: text(), kind: maybeOneOf(...ACCOUNT_KINDS), holder: text(), account: text() };

/** Everybody we know or want to know. */
export function PeoplePage() {
  const [filters, setFilters] = useFilters(peopleFilters);
  const [adding, setAdding] = useState(false);
  const go = useGo();
  const q = useSettled(filters.q);
  const account = useRead<AccountView>(
    filters.account === "" ? undefined : `/accounts/${filters.account}`,
  ).data;
  const isPlain = Object.values(filters).every((value) => value === "" || value === undefined);
  const add = (
    <Button tone="primary" onClick={() => setAdding(true)}>
      Add a person
    </Button>
  );
  const all = (
    <Button onClick={() => setFilters({ q: "", kind: undefined, holder: "", account: "" })}>
      Show everybody
    </Button>
  );
  return (
    <>
      <PageHeading
        below="Ask everyone you have met, not only the buyer."
        action={
          <>
            {add}
            <ActionMenu
              label="More for people"
              actions={[
                { label: "Whom do I know?", run: () => go("/people/whom-do-i-know") },
                { label: "Who is written down twice?", run: () => go("/people/doubles") },
                { label: "Download contacts", run: () => location.assign(cardsOf({ ...filters, q })) },
              ]}
            >
              …
            </ActionMenu>
          </>
        }
      >
        {account ? `People at ${account.name}` : "People"}
      </PageHeading>
      <div className={css.filters}>
        <TextField
          label="Search"
          name="q"
          kind="search"
          placeholder="Part of a name, company, title or e-mail"
          value={filters.q}
          onChange={(value) => setFilters({ q: value })}
        />
        <ChoiceField
          label="Works at"
          name="kind"
          value={filters.kind ?? ""}
          options={[{ value: "", label: "Any account" }, ...KIND_OPTIONS]}
          onChange={(value) => setFilters({ kind: ACCOUNT_KINDS.find((kind) => kind === value) })}
        />
        <HolderField
          nobody="Anybody"
          name="holder"
          value={filters.holder}
          onChange={(holder) => setFilters({ holder })}
        />
      </div>
      {filters.account !== "" && (
        <p className={css.narrowed}>
          Only people at {account?.name ?? "one account"}. <Go to="/people">Show everybody</Go>
        </p>
      )}
      <LongTable<PersonView>
        caption="People by family name"
        path="/people"
        query={{ q, kind: filters.kind, holder: filters.holder, account: filters.account }}
        rowKey={(person) => person.id}
        columns={COLUMNS}
        empty={
          isPlain ? (
            <Empty action={add}>
              Nobody yet. Begin with five clients who are glad they know you: they are the ones to ask.
            </Empty>
          ) : (
            <Empty action={all}>
              Nobody is like that. A part of a name is enough, and a slip does no harm.
            </Empty>
          )
        }
      />
      <Sheet title="Add a person" opened={adding} onClose={() => setAdding(false)}>
        <AddPersonForm
          at={account && { id: account.id, label: account.name }}
          onAdded={(person) => go(`/people/${person.id}`)}
        />
      </Sheet>
    </>
  );
}

const COLUMNS: readonly Column<PersonView>[] = [
  {
    key: "name",
    head: "name",
    main: true,
    width: "30%",
    render: (person) => (
      <>
        <Go to={`/people/${person.id}`}>{person.fullName}</Go>
        {person.title !== null && <small className={css.title}>{person.title}</small>}
      </>
    ),
  },
  { key: "title", head: "title", deskOnly: true, render: (person) => person.title ?? "–" },
  {
    key: "account",
    head: "works at",
    render: (person) =>
      person.accountId === null ? "–" : <Go to={`/accounts/${person.accountId}`}>{person.accountName}</Go>,
  },
  {
    key: "holder",
    head: "held by",
    deskOnly: true,
    width: "14%",
    render: (person) => person.holderName ?? "–",
  },
  {
    key: "heard",
    head: "last heard from us",
    width: "18%",
    render: (person) => <Parts on="person line" id={person.id} seldom />,
  },
];

/** The list as it is narrowed, as a file for an address book. */
function cardsOf(filters: Record<string, string | undefined>): string {
  const said = Object.entries(filters).filter((each): each is [string, string] => Boolean(each[1]));
  return `/api/v1/people-cards.vcf?${new URLSearchParams(said)}`;
}
