import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Column as Narrow, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { FileField } from "#lib/web/file-field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useGo } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill, type Tone } from "#lib/web/pill.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { ImportView } from "../import-view.ts";
import type { ImportState } from "../import.ts";

/** Bring a file, and those that were brought. */
export function ImportsPage() {
  const me = useMe();
  const go = useGo();
  const [name, setName] = useState<string | null>(null);
  const bring = useWrite(
    (file: File, gesture) =>
      write<ImportView>("POST", `/imports?name=${encodeURIComponent(file.name)}`, file, gesture),
    { refresh: ["/imports"], done: (one) => go(`/imports/${one.id}`) },
  );
  const take = ([file]: File[]) => {
    if (file === undefined) return;
    setName(file.name);
    bring.send(file);
  };
  if (me === undefined) return <Loading />;
  return (
    <>
      <Narrow>
        <PageHeading below="Salesforce, HubSpot, Pipedrive, LinkedIn, Google, Outlook, or any other CSV. You see what will happen before it does.">
          Bring in a file
        </PageHeading>
        {bring.busy ? (
          <p aria-live="polite">Reading {name} …</p>
        ) : (
          <FileField
            label="Choose a file, or drop it here"
            hint="CSV, or an address book (.vcf), up to 200 MB"
            accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/vcard"
            onFiles={take}
          />
        )}
        <FormError problem={bring.problem} />
      </Narrow>
      <Section title="Brought before">
        <LongTable<ImportView>
          caption="Files that were brought, the latest first"
          path="/imports"
          rowKey={(one) => one.id}
          columns={columnsFor(me.today)}
          empty={
            <Empty>
              No file yet. The people you already know are in your CRM, your address book, or LinkedIn.
            </Empty>
          }
        />
      </Section>
    </>
  );
}

const STATE_WORDS: Record<ImportState, [words: string, tone: Tone]> = {
  unmapped: ["columns to explain", "due"],
  previewing: ["looking", "plain"],
  previewed: ["waits for you", "due"],
  applying: ["coming in", "plain"],
  applied: ["in", "good"],
  undoing: ["going back", "plain"],
  undone: ["taken back", "quiet"],
  failed: ["did not work", "late"],
  "set-aside": ["set aside", "quiet"],
};

function columnsFor(today: string): Column<ImportView>[] {
  return [
    {
      key: "file",
      head: "file",
      main: true,
      width: "40%",
      render: (one) => <Go to={`/imports/${one.id}`}>{one.fileName}</Go>,
    },
    {
      key: "state",
      head: "is",
      render: (one) => <Pill tone={STATE_WORDS[one.state][1]}>{STATE_WORDS[one.state][0]}</Pill>,
    },
    { key: "rows", head: "rows", number: true, render: (one) => one.counts?.rows.toLocaleString() ?? "–" },
    { key: "who", head: "brought", render: (one) => `${dayText(one.at.slice(0, 10), today)}, ${one.byName}` },
  ];
}
