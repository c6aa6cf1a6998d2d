import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, DayField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { GOAL_KINDS, HIGHEST_GOAL, standingGoal } from "../goal.ts";
import type { GoalView } from "../goal-view.ts";
import { EVERY_WORDS, KPI_WORDS } from "./kpi-words.ts";

interface GoalSheetProps {
  goal: GoalView;
  /** A team or a member; "" for every rep. */
  of: string;
  today: Day;
  close: () => void;
}

interface Wanted {
  amount: number | null;
  every: (typeof GOAL_KINDS)[number];
  fromDay: Day;
}

/** One goal: how many, how often, from when; or none of its own. */
export function GoalSheet({ goal, of, today, close }: GoalSheetProps) {
  const say = useUndo();
  const own = standingGoal(goal.own, today);
  const draft = useDraft<Wanted>({
    amount: goal.holds?.amount ?? null,
    every: goal.holds?.every ?? "month",
    fromDay: today,
  });
  const set = useWrite(
    (wanted: Wanted, gesture) =>
      write<GoalView>(
        "PUT",
        "/goals",
        { ...wanted, of: of === "" ? null : of, measure: goal.measure },
        gesture,
      ),
    { refresh: ["/goals", "/scorecard"] },
  );
  const save = async (wanted: Wanted) => {
    const before = { amount: own?.amount ?? null, every: own?.every ?? "month", fromDay: wanted.fromDay };
    await set.sendNow(wanted);
    close();
    say(`The goal for ${KPI_WORDS[goal.measure]} is set.`, () => set.sendNow(before));
  };
  const send = (wanted: Wanted) => void save(wanted).catch(() => undefined);
  return (
    <Form
      problem={set.problem}
      onSubmit={() => send(draft.value)}
      actions={
        <>
          <Button submit tone="primary" busy={set.busy} disabled={draft.value.amount === null}>
            Set the goal
          </Button>
          {own !== null && (
            <Button busy={set.busy} onClick={() => send({ ...draft.value, amount: null })}>
              {of === "" ? "No goal" : "As the others"}
            </Button>
          )}
        </>
      }
    >
      <NumberField label="How many" hint="For each rep." most={HIGHEST_GOAL} {...draft.field("amount")} />
      <ChoiceField
        label="How often"
        options={GOAL_KINDS.map((every) => ({ value: every, label: EVERY_WORDS[every] }))}
        {...draft.field("every")}
      />
      <DayField
        label="From"
        hint="It holds for the whole week, month or quarter of that day."
        {...draft.field("fromDay")}
      />
    </Form>
  );
}
