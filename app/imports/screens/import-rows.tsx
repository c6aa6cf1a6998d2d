import { useState } from "react";
import type { Column } from "#lib/web/fact-table.tsx";
import { Go } from "#lib/web/go.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import type { ImportRowView, ImportView } from "../import-view.ts";
import { ROW_ACTIONS, type RowAction } from "../import.ts";
import { ACTION_WORDS } from "./import-words.ts";

const HOME = { account: "/accounts", person: "/people", deal: "/deals" } as const;

/** What becomes of each row, and why. */
export function ImportRows({ one }: { one: ImportView }) {
  const there = ROW_ACTIONS.filter((action) => (one.counts?.[action] ?? 0) > 0);
  const [chosen, setChosen] = useState<RowAction | null>(null);
  const action = chosen !== null && there.includes(chosen) ? chosen : there[0];
  if (action === undefined) return <p>The file has no rows.</p>;
  const done = one.appliedAt !== null && one.state === "applied";
  return (
    <>
      <Toggle
        label="Which rows"
        wide
        value={action}
        options={there.map((each) => ({
          value: each,
          label: `${(one.counts?.[each] ?? 0).toLocaleString()} ${ACTION_WORDS[each][done ? 1 : 0]}`,
        }))}
        onChange={setChosen}
      />
      <LongTable<ImportRowView>
        caption={`Rows: ${ACTION_WORDS[action][done ? 1 : 0]}`}
        path={`/imports/${one.id}/rows`}
        query={{ action }}
        rowKey={(row) => `${row.line ?? "named"} ${row.title ?? ""}`}
        columns={columnsFor(done)}
        empty={<p>No such rows.</p>}
      />
    </>
  );
}

function columnsFor(done: boolean): Column<ImportRowView>[] {
  return [
    {
      key: "title",
      head: "what",
      main: true,
      width: "45%",
      render: (row) => <What row={row} linked={done || row.action !== "create"} />,
    },
    { key: "line", head: "line", number: true, width: "12%", render: (row) => row.line ?? "–" },
    { key: "reason", head: "why", render: (row) => row.kept ?? row.reason ?? "" },
  ];
}

function What({ row, linked }: { row: ImportRowView; linked: boolean }) {
  const title = row.title ?? "(no name)";
  if (!linked || row.subjectId === null || row.subjectKind === null) return <>{title}</>;
  return <Go to={`${HOME[row.subjectKind]}/${row.subjectId}`}>{title}</Go>;
}
