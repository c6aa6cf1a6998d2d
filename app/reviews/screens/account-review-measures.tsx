import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { Better } from "../account-review.ts";
import { valueText } from "../account-review-recap.ts";
import type { MeasureView } from "../account-review-view.ts";
import { measureText } from "./account-review-words.ts";
import { useNameMeasure, useReadMeasure } from "./use-account-review-writes.ts";
import css from "./account-review.module.css";

/** By what they measure us, each with its values over time. */
export function Measures({
  items,
  accountId,
  today,
}: {
  items: readonly MeasureView[];
  accountId: string;
  today: Day;
}) {
  const [naming, setNaming] = useState(false);
  return (
    <>
      {items.length === 0 && (
        <p className={css.soft}>
          Ask them by what they measure us, and write it down in their words: that is the review they look
          forward to.
        </p>
      )}
      {items.length > 0 && (
        <ul className={css.lines}>
          {items.map((measure) => (
            <Measure key={measure.id} measure={measure} today={today} />
          ))}
        </ul>
      )}
      <div className={css.acts}>
        <Button onClick={() => setNaming(true)}>A measure of theirs …</Button>
      </div>
      <Sheet title="What they measure us by" opened={naming} onClose={() => setNaming(false)}>
        <MeasureForm accountId={accountId} onDone={() => setNaming(false)} />
      </Sheet>
    </>
  );
}

function Measure({ measure, today }: { measure: MeasureView; today: Day }) {
  const [opened, setOpened] = useState(false);
  const { name, values, unit } = measure;
  return (
    <li className={css.line}>
      <div className={css.words}>
        <p className={css.name}>{name}</p>
        <p className={css.soft}>{measureText(measure)}</p>
        {values.length > 2 && (
          <div className={css.table}>
            <table className={css.values}>
              <caption className="only-heard">{`${name} over time`}</caption>
              <thead>
                <tr>
                  {values.slice(-6).map(({ id, day }) => (
                    <th key={id} scope="col">
                      {dayText(day, today)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  {values.slice(-6).map(({ id, value }) => (
                    <td key={id}>{valueText(value, unit)}</td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        )}
      </div>
      <Button label={`Note a value: ${name}`} onClick={() => setOpened(true)}>
        Note a value
      </Button>
      <Sheet title={name} opened={opened} onClose={() => setOpened(false)}>
        <ValueForm measure={measure} today={today} onDone={() => setOpened(false)} />
      </Sheet>
    </li>
  );
}

function ValueForm({ measure, today, onDone }: { measure: MeasureView; today: Day; onDone: () => void }) {
  const draft = useDraft({ value: "", day: today });
  const save = useReadMeasure(measure, onDone);
  const value = numberIn(draft.value.value);
  return (
    <Form
      problem={save.problem}
      onSubmit={() => value !== null && save.send({ value, day: draft.value.day })}
      actions={
        <Button submit tone="primary" busy={save.busy} disabled={value === null}>
          Note it
        </Button>
      }
    >
      <TextField
        label={measure.unit === null ? "Value" : `Value in ${measure.unit}`}
        inputMode="decimal"
        autoFocus
        {...draft.field("value")}
      />
      <DayField label="Day" latest={today} {...draft.field("day")} />
    </Form>
  );
}

function MeasureForm({ accountId, onDone }: { accountId: string; onDone: () => void }) {
  const draft = useDraft<{ name: string; unit: string; target: string; better: Better }>({
    name: "",
    unit: "",
    target: "",
    better: "more",
  });
  const save = useNameMeasure(accountId, onDone);
  const { name, unit, target, better } = draft.value;
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send({ name, unit: unit.trim() || null, target: numberIn(target), better })}
      actions={
        <Button submit tone="primary" busy={save.busy} disabled={name.trim() === ""}>
          Write it down
        </Button>
      }
    >
      <TextField
        label="What they look at"
        hint="In their words: “shifts filled”."
        autoFocus
        {...draft.field("name")}
      />
      <TextField label="Unit" hint="Such as %, days, €." {...draft.field("unit")} />
      <TextField
        label="What they want"
        hint="A number; empty where they named none."
        inputMode="decimal"
        {...draft.field("target")}
      />
      <ChoiceField
        label="Better is"
        options={[
          { value: "more", label: "more" },
          { value: "less", label: "less" },
        ]}
        {...draft.field("better")}
      />
    </Form>
  );
}

/** As people write numbers, with a point or a comma; null where it is none. */
function numberIn(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
