import { addDays, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import type { Money } from "#lib/kernel/money.ts";
import { Button } from "#lib/web/button.tsx";
import { CheckField, OneOfField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { MoneyField } from "#lib/web/money-field.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import { SomeOfField } from "#lib/web/some-of-field.tsx";
import { capital } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import type { TeamView } from "#team/team-view.ts";
import {
  SPIFF_MEASURES,
  SPIFF_PERIODS,
  WITH_LEVELS,
  type HoldsFrom,
  type Pay,
  type SpiffMeasure,
} from "../spiff.ts";
import { MEASURE_WORDS, ruleText } from "../spiff-words.ts";
import type { SpiffView } from "../spiff-view.ts";
import { useChangeSpiff, useOpenSpiff, type SaidRule } from "./use-spiffs.ts";
import css from "./spiffs.module.css";

const LEVELS = ["1", "2", "3", "4", "5"] as const;
type Level = (typeof LEVELS)[number];

interface Step {
  key: number;
  at: number | null;
  minor: Money | null;
}

interface Draft {
  name: string;
  measure: SpiffMeasure;
  period: SpiffView["period"];
  levels: readonly Level[];
  kind: "each" | "steps";
  each: Money | null;
  steps: readonly Step[];
  from: Day;
  until: Day;
  repCap: Money | null;
  allCap: Money | null;
  managers: boolean;
  teamIds: readonly string[];
  holds: HoldsFrom;
}

/** A new SPIFF, or the next version of one's rule. */
export function SpiffForm({ me, spiff, onDone }: { me: Me; spiff?: SpiffView; onDone: () => void }) {
  const draft = useDraft<Draft>(() => startOf(me, spiff));
  const { value, set } = draft;
  const currency = spiff?.currency ?? me.workspace.currency;
  const teams = useReadAll<TeamView>("/teams");
  const opening = useOpenSpiff(onDone);
  const changing = useChangeSpiff(spiff ?? { id: "" }, onDone);
  const saving = spiff === undefined ? opening : changing;
  const hasLevels = (WITH_LEVELS as readonly string[]).includes(value.measure);
  const begun = spiff !== undefined && spiff.state !== "coming";
  const pay = payOf(value);
  const { calendar } = me.workspace;
  const running = periodOf(me.today, value.period, calendar);
  const said: SaidRule | null = pay && {
    name: value.name,
    levels: hasLevels && value.levels.length < LEVELS.length ? value.levels.map(Number) : null,
    ...(!begun && { fromDay: value.from }),
    untilDay: value.until === "" ? null : value.until,
    pay,
    repCap: value.repCap?.minor ?? null,
    allCap: value.allCap?.minor ?? null,
    roles: value.managers ? ["rep", "manager"] : ["rep"],
    teamIds: [...value.teamIds],
  };
  const submit = () => {
    if (said === null) return;
    if (spiff === undefined) opening.send({ ...said, measure: value.measure, period: value.period });
    else changing.send({ ...said, holds: value.holds });
  };
  return (
    <Form
      problem={saving.problem}
      onSubmit={submit}
      actions={
        <Button submit tone="primary" busy={saving.busy} disabled={said === null || value.name.trim() === ""}>
          {spiff === undefined ? "Open it" : "Change it"}
        </Button>
      }
    >
      <TextField
        label="What reps call it"
        autoFocus
        placeholder="Three introductions before Christmas"
        {...draft.field("name")}
      />
      {spiff === undefined && (
        <>
          <ChoiceField
            label="What is rewarded"
            options={SPIFF_MEASURES.map((measure) => ({
              value: measure,
              label: capital(MEASURE_WORDS[measure][1]),
            }))}
            {...draft.field("measure")}
          />
          <ChoiceField
            label="Counted anew each"
            options={SPIFF_PERIODS.map((period) => ({ value: period, label: capital(period) }))}
            {...draft.field("period")}
          />
        </>
      )}
      {hasLevels && (
        <SomeOfField
          label="Of which level"
          hint="The effort the source made: 1 expects our contact, 5 introduced in person."
          options={LEVELS.map((level) => ({ value: level, label: level, spoken: `Level ${level}` }))}
          {...draft.field("levels")}
        />
      )}
      <OneOfField
        label="It pays"
        options={[
          { value: "each", label: "for each" },
          { value: "steps", label: "when so many are reached" },
        ]}
        {...draft.field("kind")}
        onChange={(kind) => kind !== "" && set({ kind })}
      />
      {value.kind === "each" ? (
        <MoneyField label="For each" currency={currency} {...draft.field("each")} />
      ) : (
        <Steps steps={value.steps} currency={currency} onChange={(steps) => set({ steps })} />
      )}
      <div className={css.pair}>
        <MoneyField
          label="At most for one person"
          hint={`In a ${value.period}. Empty: no cap.`}
          currency={currency}
          {...draft.field("repCap")}
        />
        <MoneyField
          label="At most for all together"
          hint="Above it everybody keeps the same share."
          currency={currency}
          {...draft.field("allCap")}
        />
      </div>
      <div className={css.pair}>
        {!begun && <DayField label="From" earliest={running.start} {...draft.field("from")} />}
        <DayField
          label="Until"
          hint="Empty: until you end it."
          earliest={me.today}
          quick={[{ label: `End of this ${value.period}`, day: running.end }]}
          {...draft.field("until")}
        />
      </div>
      <CheckField label="Managers take part, too" {...draft.field("managers")} />
      {teams.data !== undefined && teams.data.length > 1 && (
        <SomeOfField
          label="What is done in"
          hint="None chosen: every team."
          options={teams.data.map(({ id, name }) => ({ value: id, label: name }))}
          {...draft.field("teamIds")}
        />
      )}
      {begun && (
        <ChoiceField
          label="The change holds"
          hint="What was signed stays as it was."
          options={[
            { value: "next-period", label: `from the next ${value.period} on` },
            { value: "this-period", label: `for this ${value.period} already` },
          ]}
          {...draft.field("holds")}
        />
      )}
      {said !== null && (
        <p className={css.rule} role="status">
          {ruleText({ measure: value.measure, period: value.period, currency, ...said })}
        </p>
      )}
    </Form>
  );
}

interface StepsProps {
  steps: readonly Step[];
  currency: string;
  onChange: (steps: readonly Step[]) => void;
}

function Steps({ steps, currency, onChange }: StepsProps) {
  const change = (key: number, some: Partial<Step>) =>
    onChange(steps.map((step) => (step.key === key ? { ...step, ...some } : step)));
  return (
    <fieldset className={css.steps}>
      <legend>Each step comes on top of those before</legend>
      {steps.map((step, index) => (
        <div key={step.key} className={css.pair}>
          <NumberField
            label={index === 0 ? "At" : "And at"}
            name="steps"
            value={step.at}
            least={1}
            most={10_000}
            onChange={(at) => change(step.key, { at })}
          />
          <MoneyField
            label={index === 0 ? "It pays" : "Another"}
            name={`step ${index}`}
            currency={currency}
            value={step.minor}
            onChange={(minor) => change(step.key, { minor })}
          />
        </div>
      ))}
      {steps.length < 5 && (
        <Button
          tone="quiet"
          onClick={() => onChange([...steps, { key: (steps.at(-1)?.key ?? 0) + 1, at: null, minor: null }])}
        >
          Another step
        </Button>
      )}
    </fieldset>
  );
}

function payOf({ kind, each, steps }: Draft): Pay | null {
  if (kind === "each") return each === null || each.minor < 1 ? null : { kind, minor: each.minor };
  const full = steps.flatMap(({ at, minor }) =>
    at !== null && minor !== null && minor.minor > 0 ? { at, minor: minor.minor } : [],
  );
  return full.length === 0 ? null : { kind, steps: full };
}

function startOf(me: Me, spiff: SpiffView | undefined): Draft {
  const { currency } = spiff ?? me.workspace;
  const rule = spiff?.versions[0];
  const money = (minor: number | null | undefined) => (minor == null ? null : { minor, currency });
  const steps = rule?.pay.kind === "steps" ? rule.pay.steps : [];
  const first: Step = { key: 0, at: null, minor: null };
  return {
    name: rule?.name ?? "",
    measure: spiff?.measure ?? "people-asked",
    period: spiff?.period ?? "month",
    levels: rule?.levels == null ? LEVELS : LEVELS.filter((level) => rule.levels?.includes(Number(level))),
    kind: rule?.pay.kind ?? "each",
    each: rule?.pay.kind === "each" ? money(rule.pay.minor) : null,
    steps:
      steps.length === 0 ? [first] : steps.map(({ at, minor }, key) => ({ key, at, minor: money(minor) })),
    from: rule?.fromDay ?? me.today,
    until:
      rule === undefined
        ? addDays(periodOf(me.today, "month", me.workspace.calendar).end, 0)
        : (rule.untilDay ?? ""),
    repCap: money(rule?.repCap),
    allCap: money(rule?.allCap),
    managers: rule?.roles.includes("manager") ?? false,
    teamIds: rule?.teamIds ?? [],
    holds: "next-period",
  };
}
