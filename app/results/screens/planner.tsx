import { useMemo, useState } from "react";
import { addDays } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { ChoiceField } from "#lib/web/field.tsx";
import { useSettled } from "#lib/web/found.ts";
import { FactTable } from "#lib/web/fact-table.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { Progress } from "#lib/web/progress.tsx";
import type { Me } from "#team/me-view.ts";
import type { PastView } from "../ahead-view.ts";
import { aheadOf } from "../past.ts";
import type { Plan } from "../projection.ts";
import { planText } from "./ahead-words.ts";
import { Answer } from "./answer.tsx";
import { useSimulation } from "./use-simulation.ts";
import ahead from "./ahead.module.css";

const WEEKS = ["8", "13", "26"] as const;
const MOST_CLIENTS = 1000;

/** Backwards: from clients wanted to asks a week. */
export function Planner({
  data,
  me,
  whose,
}: {
  data: PastView;
  me: Me;
  whose: { member?: string; team?: string };
}) {
  const [clients, setClients] = useState<number | null>(
    () => 2 * Math.max(1, data.past.reps.filter(({ pace }) => pace.length > 0).length),
  );
  const [weeks, setWeeks] = useState<(typeof WEEKS)[number]>("13");
  const wanted = useSettled(clients);
  const alone = data.whose.kind === "member";
  const question = useMemo(
    () => (wanted === null ? null : aheadOf(data.past, { weeks: Number(weeks) })),
    [data, weeks, wanted],
  );
  const { plan, of, progress, failed } = useSimulation(question, wanted ?? 0);
  const said = plan !== null && wanted !== null && of?.wanted ? { plan, wanted: of.wanted, of } : null;
  return (
    <Answer
      title="From clients to asks"
      sentence={
        failed
          ? "This browser could not reckon it. The files beside this heading are reckoned at the server."
          : said === null
            ? "Say how many clients you want, and by when."
            : planText(said.plan, said.wanted, addDays(data.until, 7 * said.of.ahead.weeks), me.today, alone)
      }
      {...(wanted !== null && {
        file: { path: "/results/ahead/plan", query: { ...whose, clients: String(wanted), weeks } },
      })}
    >
      <div className={ahead.what}>
        <NumberField
          label="New clients"
          name="clients"
          least={1}
          most={MOST_CLIENTS}
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
      {said?.plan.kind === "plan" && <PlanTable plan={said.plan} alone={alone} />}
    </Answer>
  );
}

type Reached = Extract<Plan, { kind: "plan" }>;

/** What it takes, by how sure one wants to be. */
function PlanTable({ plan: { asks, introductions }, alone }: { plan: Reached; alone: boolean }) {
  const rows = [
    { key: "asks", name: alone ? "Asks a week" : "Asks a week, of everybody", of: asks },
    { key: "introductions", name: "Introductions in all", of: introductions },
  ];
  const column = (key: keyof Reached["asks"], head: string) => ({
    key,
    head,
    number: true,
    render: ({ of }: (typeof rows)[number]) => of[key]?.toLocaleString("en-GB") ?? "cannot be",
  });
  return (
    <FactTable
      caption="What it takes for it to work out so often"
      columns={[
        {
          key: "name",
          head: "for it to work out",
          main: true,
          render: ({ name }: (typeof rows)[number]) => name,
        },
        column("low", "1 time of 10"),
        column("middle", "5 of 10"),
        column("high", "9 of 10"),
      ]}
      rows={rows}
      rowKey={({ key }) => key}
      stays
    />
  );
}
