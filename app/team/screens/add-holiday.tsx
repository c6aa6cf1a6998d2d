import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { HolidayView } from "../holiday-view.ts";
import { HOLIDAYS_TOUCH } from "./holidays.tsx";

/** One day by hand: a works outing, a day in lieu. */
export function AddHoliday({
  memberId,
  today,
  close,
}: {
  memberId: string | null;
  today: Day;
  close: () => void;
}) {
  const say = useUndo();
  const draft = useDraft({ day: today, name: "" });
  const undo = useWrite((id: string, gesture) => write("DELETE", `/holidays/${id}`, undefined, gesture), {
    refresh: HOLIDAYS_TOUCH,
  });
  const add = useWrite(
    (what: typeof draft.value, gesture) =>
      write<HolidayView>("POST", "/holidays", { ...what, memberId }, gesture),
    {
      refresh: HOLIDAYS_TOUCH,
      done: ({ id, name }) => {
        close();
        say(`${name} is off.`, () => undo.sendNow(id));
      },
    },
  );
  return (
    <Form
      problem={add.problem}
      onSubmit={() => add.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={add.busy} disabled={draft.value.name.trim() === ""}>
          Add the day
        </Button>
      }
    >
      <DayField label="Day" {...draft.field("day")} />
      <TextField label="What day it is" {...draft.field("name")} />
    </Form>
  );
}
