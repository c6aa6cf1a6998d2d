import { dayText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import type { MarksView, MeasureView } from "../barrier-view.ts";
import { markText, MEASURE_WORDS } from "./barrier-words.ts";
import { useSetMark } from "./use-priority.ts";
import css from "./priority.module.css";

interface BarrierMarkProps {
  /** Null: closed. */
  measure: MeasureView | null;
  me: Me;
  onClose: () => void;
}

/** From which mark on a measure stands in the way, why, and for leaders another one. */
export function BarrierMark({ measure, me, onClose }: BarrierMarkProps) {
  return (
    <Sheet
      title={measure === null ? "" : `The mark of “${MEASURE_WORDS[measure.measure].name}”`}
      opened={measure !== null}
      onClose={onClose}
    >
      {measure !== null && <Mark measure={measure} me={me} onClose={onClose} />}
    </Sheet>
  );
}

function Mark({ measure, me, onClose }: BarrierMarkProps & { measure: MeasureView }) {
  const { mark } = measure;
  const marks = useRead<MarksView>(`/barriers/${measure.measure}/mark`);
  if (marks.problem) return <Trouble problem={marks.problem} again={marks.again} />;
  if (marks.data === undefined) return <Loading lines={3} />;
  const { house, history } = marks.data;
  return (
    <>
      <p className={css.plain}>
        {markText(mark)}: {mark.why}
      </p>
      <p className={css.soft}>
        {mark.setOn === null ? mark.source : `Set by ${mark.setBy}, ${dayText(mark.setOn, me.today)}`}.
      </p>
      {mayLead(me) && <MarkForm measure={measure} onClose={onClose} />}
      {history.length > 0 && (
        <details className={css.history}>
          <summary>Marks before: {history.length}</summary>
          <ul className={css.lines}>
            {history.slice(1).map((each) => (
              <li key={each.id} className={css.line}>
                <div className={css.about}>
                  <p className={css.plain}>
                    {markText({ ...mark, mark: each.mark })}: {each.why}
                  </p>
                  <p className={css.soft}>
                    {each.byName}, {dayText(each.day, me.today)}
                  </p>
                </div>
              </li>
            ))}
            <li className={css.line}>
              <div className={css.about}>
                <p className={css.plain}>
                  {markText({ ...mark, mark: house.mark })}: {house.why}
                </p>
                <p className={css.soft}>{house.source}.</p>
              </div>
            </li>
          </ul>
        </details>
      )}
    </>
  );
}

const UNITS = { percent: "Percent", days: "Days", areas: "Areas" } as const;
const MOST = { percent: 100, days: 999, areas: 6 } as const;

function MarkForm({ measure, onClose }: { measure: MeasureView; onClose: () => void }) {
  const { mark } = measure;
  const draft = useDraft<{ mark: number | null; why: string }>({
    mark: mark.mark,
    why: mark.setId === null ? "" : mark.why,
  });
  const save = useSetMark(measure.measure, onClose);
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send({ mark: draft.value.mark ?? -1, why: draft.value.why })}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          Set the mark
        </Button>
      }
    >
      <NumberField
        label={`${UNITS[mark.unit]}, at ${mark.way}`}
        most={MOST[mark.unit]}
        {...draft.field("mark")}
      />
      <LongTextField
        label="Why this mark"
        hint="Whoever reads it next year wants to know."
        {...draft.field("why")}
      />
    </Form>
  );
}
