import { useMemo, useState } from "react";
import { addDays } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { ChoiceField } from "#lib/web/field.tsx";
import { useSettled } from "#lib/web/found.ts";
import { NumberField } from "#lib/web/number-field.tsx";
import { Progress } from "#lib/web/progress.tsx";
import type { Me } from "#team/me-view.ts";
import type { PastView } from "../ahead-view.ts";
import { aheadOf } from "../past.ts";
import { planText } from "./ahead-words.ts";
import { Answer } from "./answer.tsx";
import { useSimulation } from "./use-simulation.ts";
import ahead from "./ahead.module.css";

const WEEKS = ["8", "13", "26"] as const;

/** Backwards: from clients wanted to asks a week. */
export function Planner({ data, me }: { data: PastView; me: Me }) {
  const [clients, setClients] = useState<number | null>(
    () => 2 * Math.max(1, data.past.reps.filter(({ pace }) => pace.length > 0).length),
  );
  const [weeks, setWeeks] = useState<(typeof WEEKS)[number]>("13");
  const wanted = useSettled(clients);
  const question = useMemo(
    () => (wanted === null ? null : aheadOf(data.past, { weeks: Number(weeks) })),
    [data, weeks, wanted],
  );
  const { plan, progress, failed } = useSimulation(question, wanted ?? 0);
  const by = addDays(data.until, 7 * Number(weeks));
  const said =
    failed || plan === null || wanted === null
      ? failed
        ? "This browser could not reckon it."
        : "Say how many clients you want, and by when."
      : planText(plan, wanted, by, me.today);
  return (
    <Answer title="From clients to asks" sentence={said}>
      <div className={ahead.what}>
        <NumberField
          label="New clients"
          name="clients"
          least={1}
          most={999}
          value={clients}
          onChange={setClients}
        />
        <ChoiceField
          label="By"
          name="by"
          value={weeks}
          options={WEEKS.map((value) => ({
            value,
            label: dayText(addDays(data.until, 7 * Number(value)), me.today),
          }))}
          onChange={setWeeks}
        />
      </div>
      <div className={ahead.progress}>
        {progress !== null && <Progress label="Planning back" done={progress.done} of={progress.of} />}
      </div>
    </Answer>
  );
}
