import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { Form, type Refusal } from "#lib/web/form.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { fieldsOf, mappingGap, type ImportKind, type Mapping } from "../fields.ts";
import type { ImportView } from "../import-view.ts";
import { suggestMapping } from "../suggest.ts";
import { KIND_WORDS } from "./import-words.ts";

const KINDS = (Object.entries(KIND_WORDS) as [ImportKind, string][]).map(([value, label]) => ({
  value,
  label,
}));

/** Says of each column what it means. It is remembered for the next file of the same shape. */
export function MappingForm({ one, onMapped }: { one: ImportView; onMapped: () => void }) {
  const start: Mapping = one.mapping ?? one.suggestion ?? suggestMapping(one.headers);
  const [kind, setKind] = useState<ImportKind>(start.kind);
  const [meaning, setMeaning] = useState(() => meaningsIn(start));
  const [refused, setRefused] = useState<Refusal | null>(null);
  const save = useWrite(
    (said: { kind: ImportKind; columns: Record<string, string[]> }, gesture) =>
      write<ImportView>("PUT", `/imports/${one.id}/mapping`, said, gesture),
    { refresh: ["/imports"], done: onMapped },
  );
  const choose = (next: ImportKind) => {
    setKind(next);
    setMeaning(meaningsIn(suggestMapping(one.headers, next)));
  };
  const send = () => {
    const columns = columnsIn(meaning, one.headers);
    const gap = mappingGap({ kind, system: "csv", columns });
    setRefused(gap === null ? null : { reason: gap });
    if (gap === null) save.send({ kind, columns });
  };
  const options = [
    { value: "", label: "Leave out" },
    ...Object.entries(fieldsOf(kind)).map(([value, field]) => ({ value, label: field.label })),
  ];
  return (
    <Form
      problem={refused ?? save.problem}
      onSubmit={send}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          Show what will happen
        </Button>
      }
    >
      <ChoiceField label="The rows are" name="kind" value={kind} options={KINDS} onChange={choose} />
      {one.headers.map((header, at) => (
        <ChoiceField
          key={header}
          label={header}
          name={`column-${at}`}
          hint={samplesOf(one, at)}
          value={meaning[header] ?? ""}
          options={options}
          onChange={(field) => setMeaning((before) => ({ ...before, [header]: field }))}
        />
      ))}
    </Form>
  );
}

function samplesOf(one: ImportView, at: number): string | undefined {
  const some = one.samples.map((row) => row[at]?.trim() ?? "").filter((cell) => cell !== "");
  return some.length > 0 ? some.slice(0, 3).join(" · ").slice(0, 90) : "nothing in the first rows";
}

/** By header, the field it feeds. */
function meaningsIn(mapping: Mapping): Record<string, string> {
  const pairs = Object.entries(mapping.columns).flatMap(([field, headers]) =>
    (headers ?? []).map((header) => [header, field] as const),
  );
  return Object.fromEntries(pairs);
}

function columnsIn(meaning: Record<string, string>, headers: readonly string[]): Record<string, string[]> {
  const columns: Record<string, string[]> = {};
  for (const header of headers) {
    const field = meaning[header];
    if (field) columns[field] = [...(columns[field] ?? []), header];
  }
  return columns;
}
