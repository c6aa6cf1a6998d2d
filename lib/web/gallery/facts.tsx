import { useState } from "react";
import { Bars } from "#lib/web/bars.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { useFilters } from "#lib/web/go.tsx";
import { oneOf } from "#lib/web/filters.ts";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill, PillButton } from "#lib/web/pill.tsx";
import { Toggle } from "#lib/web/toggle.tsx";

interface Line {
  name: string;
  now: number;
  goal: string;
  past: readonly number[];
  month: number;
}

const LINES: readonly Line[] = [
  { name: "Tools lent", now: 4, goal: "5", past: [4, 5, 1, 7, 9, 6, 4, 7, 9, 9, 6, 11, 8], month: 14 },
  { name: "Brought back", now: 2, goal: "1", past: [1, 2, 1, 2, 3, 2, 1, 2, 3, 2, 2, 5, 3], month: 7 },
  { name: "Mended", now: 0, goal: "1 a month", past: [0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0], month: 0 },
];

const filters = {
  by: oneOf("week", "month", "quarter"),
  sort: oneOf("name up", "name down", "lent up", "lent down"),
};

export function Facts() {
  const [{ by, sort }, change] = useFilters(filters);
  const [sortedBy = "name", way] = sort.split(" ");
  return (
    <>
      <PageHeading
        below="Your own numbers, week of 16 November. Every figure opens."
        action={
          <Toggle
            label="Period"
            value={by}
            onChange={(chosen) => change({ by: chosen })}
            options={[
              { value: "week", label: "Week" },
              { value: "month", label: "Month" },
              { value: "quarter", label: "Quarter" },
            ]}
          />
        }
      >
        One more than last week
      </PageHeading>
      <Card>
        <FactTable
          caption={`Numbers by ${by}`}
          rows={LINES}
          rowKey={(line) => line.name}
          columns={[
            { key: "name", head: "what", main: true, render: (line) => line.name },
            { key: "now", head: `this ${by}`, number: true, figure: true, render: (line) => line.now },
            { key: "goal", head: "goal", number: true, soft: true, render: (line) => line.goal },
            {
              key: "past",
              head: `last 13 ${by}s`,
              number: true,
              render: (line) => (
                <Bars
                  label={`${line.name}, last 13 ${by}s`}
                  bars={line.past.map((value, at) => ({ name: `${by} ${at + 1}`, value }))}
                />
              ),
            },
            { key: "month", head: "month", number: true, render: (line) => line.month },
          ]}
        />
      </Card>
      <Section title="How lending turned into bringing back">
        <Card>
          <Borrowers
            sortedBy={sortedBy}
            way={way === "down" ? "down" : "up"}
            onSort={(sort) => change({ sort })}
          />
        </Card>
      </Section>
    </>
  );
}

interface BorrowersProps {
  sortedBy: string;
  way: "up" | "down";
  onSort: (sort: "name up" | "name down" | "lent up" | "lent down") => void;
}

function Borrowers({ sortedBy, way, onSort }: BorrowersProps) {
  const [planned, setPlanned] = useState("");
  const rows = [
    { name: "Carpenter", role: "decides", lent: 31, said: "“saved us a week a month”", asked: "not yet" },
    { name: "Roofer", role: "was consulted", lent: 7, said: "–", asked: "will think · 12 days ago" },
    {
      name: "Gardener",
      role: "uses daily",
      lent: 12,
      said: "open issue since Monday",
      asked: "wait: unhappy",
    },
  ].toSorted(
    (a, b) =>
      (sortedBy === "lent" ? a.lent - b.lent : a.name.localeCompare(b.name)) * (way === "up" ? 1 : -1),
  );
  return (
    <FactTable
      caption="Borrowers"
      rows={rows}
      rowKey={(row) => row.name}
      sorting={{ by: sortedBy, way }}
      onSort={(next) => onSort(`${next.by === "lent" ? "lent" : "name"} ${next.way}`)}
      columns={[
        { key: "name", head: "borrower", main: true, sortable: true, render: (row) => row.name },
        { key: "role", head: "role", render: (row) => row.role },
        { key: "lent", head: "lent", number: true, sortable: true, render: (row) => row.lent },
        { key: "said", head: "said", render: (row) => row.said },
        {
          key: "asked",
          head: "asked",
          render: (row) => (
            <Pill tone={row.asked === "not yet" ? "quiet" : row.asked.startsWith("wait") ? "late" : "due"}>
              {row.asked}
            </Pill>
          ),
        },
        {
          key: "plan",
          head: "",
          spoken: "actions",
          render: (row) => (
            <PillButton label={`Plan ${row.name}`} onClick={() => setPlanned(row.name)}>
              {planned === row.name ? "Planned" : "Plan"}
            </PillButton>
          ),
        },
      ]}
    />
  );
}
