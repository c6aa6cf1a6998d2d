import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { TextField } from "#lib/web/field.tsx";
import { text } from "#lib/web/filters.ts";
import { useSettled } from "#lib/web/found.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { LongList, LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import type { Tool } from "./answers.ts";
import css from "./gallery.module.css";

const filters = { q: text() };

export function Long() {
  const [{ q }, change] = useFilters(filters);
  const settled = useSettled(q);
  return (
    <>
      <PageHeading>Four hundred tools and a few</PageHeading>
      <TextField label="Search" name="q" kind="search" value={q} onChange={(typed) => change({ q: typed })} />
      <Card>
        <LongTable<Tool>
          caption="Tools"
          path="/tools"
          query={{ q: settled }}
          rowKey={(tool) => tool.id}
          empty={<Empty>No tool is called that.</Empty>}
          columns={[
            {
              key: "name",
              head: "tool",
              main: true,
              width: "40%",
              render: (tool) => <Go to={`/long?q=${tool.name}`}>{tool.name}</Go>,
            },
            { key: "shelf", head: "shelf", render: (tool) => tool.shelf },
            { key: "lent", head: "times lent", number: true, render: (tool) => tool.lent },
            { key: "days", head: "days out", number: true, render: (tool) => tool.days },
          ]}
        />
      </Card>
    </>
  );
}

export function Timeline() {
  return (
    <>
      <PageHeading>What happened, last first</PageHeading>
      <Section title="Four hundred lines">
        <LongList<Tool>
          label="What happened"
          path="/tools"
          rowKey={(tool) => tool.id}
          empty={<Empty>Nothing yet.</Empty>}
          render={(tool) => (
            <p className={css.event}>
              <strong>{tool.name}</strong> came back to {tool.shelf} after {tool.days} days.
            </p>
          )}
        />
      </Section>
    </>
  );
}
