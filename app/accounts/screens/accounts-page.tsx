import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { flag, maybeOneOf, text } from "#lib/web/filters.ts";
import { useSettled } from "#lib/web/found.ts";
import { Go, useFilters, useGo } from "#lib/web/go.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { AccountView } from "../account-view.ts";
import { ACCOUNT_KINDS } from "../account.ts";
import { AddAccountForm } from "./account-form.tsx";
import { HolderField } from "./holder-field.tsx";
import { KIND_OPTIONS, KIND_WORDS } from "./account-words.ts";
import css from "./accounts-page.module.css";

const accountFilters = { q: text(), kind: maybeOneOf(...ACCOUNT_KINDS), named: flag(), holder: text() };

/** The companies we know. */
export function AccountsPage() {
  const [filters, setFilters] = useFilters(accountFilters);
  const [adding, setAdding] = useState(false);
  const go = useGo();
  const q = useSettled(filters.q);
  const query = { q, kind: filters.kind, named: filters.named || undefined, holder: filters.holder };
  const plain = q === "" && filters.kind === undefined && !filters.named && filters.holder === "";
  const add = (
    <Button tone="primary" onClick={() => setAdding(true)}>
      Add an account
    </Button>
  );
  return (
    <>
      <PageHeading below="Clients know more people like themselves than any list does." action={add}>
        Accounts
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
          name="kind"
          value={filters.named ? "named" : (filters.kind ?? "")}
          options={[
            { value: "", label: "All" },
            { value: "named", label: "Named accounts" },
            ...KIND_OPTIONS,
          ]}
          onChange={(value) =>
            setFilters(
              value === "named"
                ? { named: true, kind: undefined }
                : { named: false, kind: ACCOUNT_KINDS.find((kind) => kind === value) },
            )
          }
        />
        <HolderField
          nobody="Anybody"
          name="holder"
          value={filters.holder}
          onChange={(holder) => setFilters({ holder })}
        />
      </div>
      <LongTable<AccountView>
        caption="Accounts by name"
        path="/accounts"
        query={query}
        rowKey={(account) => account.id}
        columns={COLUMNS}
        empty={
          plain ? (
            <Empty action={add}>
              No accounts yet. Begin with your clients: every one of them has people who know people.
            </Empty>
          ) : (
            <Empty
              action={
                <Button onClick={() => setFilters({ q: "", kind: undefined, named: false, holder: "" })}>
                  Show all
                </Button>
              }
            >
              No account is like that.
            </Empty>
          )
        }
      />
      <Sheet title="Add an account" opened={adding} onClose={() => setAdding(false)}>
        <AddAccountForm onAdded={(account) => go(`/accounts/${account.id}`)} />
      </Sheet>
    </>
  );
}

const COLUMNS: readonly Column<AccountView>[] = [
  {
    key: "name",
    head: "name",
    main: true,
    width: "34%",
    render: (account) => <Go to={`/accounts/${account.id}`}>{account.name}</Go>,
  },
  {
    key: "kind",
    head: "kind",
    render: (account) => (
      <Pill tone={account.kind === "client" ? "good" : "plain"}>
        {KIND_WORDS[account.kind].toLowerCase()}
      </Pill>
    ),
  },
  { key: "industry", head: "industry", render: (account) => account.industry ?? "–" },
  { key: "city", head: "city", render: (account) => account.city ?? "–" },
  { key: "holder", head: "held by", deskOnly: true, render: (account) => account.holderName ?? "–" },
];
