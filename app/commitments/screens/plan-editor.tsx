import { useState } from "react";
import { nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { promiseText, WHY_PROPOSED_WORDS } from "../promise-words.ts";
import { keyOf, MOST_PROMISED } from "../promise.ts";
import { mostTelling } from "../week-plan.ts";
import type { LineView, ProposalView, WeekView } from "../week-view.ts";
import { AddLine, ownLine } from "./add-line.tsx";
import { keepPlanDraft, planDraftKey, readPlanDraft, type DraftLine, type PlanDraft } from "./plan-draft.ts";
import { PromiseText } from "./promise-line.tsx";
import { planOf, promisedOf, useProposals, useSavePlan } from "./use-week.ts";
import { WishHelper } from "./wish-helper.tsx";
import css from "./week.module.css";

interface PlanEditorProps {
  week: WeekView;
  me: Me;
  onDone: () => void;
  onLeave?: (() => void) | undefined;
}

/** The plan of a week, filled in advance where nothing is promised yet. */
export function PlanEditor(props: PlanEditorProps) {
  const proposals = useProposals(props.week.week);
  if (proposals.problem) return <Trouble problem={proposals.problem} again={proposals.again} />;
  if (proposals.data === undefined) return <Loading />;
  return <Editor {...props} proposals={proposals.data.items} />;
}

function Editor({ week, me, onDone, onLeave, proposals }: PlanEditorProps & { proposals: ProposalView[] }) {
  const isNew = week.plan === null;
  const kept = planDraftKey(me.member.id, week.week);
  const begin = (): PlanDraft => ({
    lines: isNew ? mostTelling(proposals) : week.promises,
    topics: week.plan?.topics ?? "",
    words: "",
    startedFrom: planOf(week),
  });
  const [left, setLeft] = useState(() => readPlanDraft(kept));
  const [draft, setDraft] = useState(() => left ?? begin());
  const { lines, topics, words } = draft;
  const change = (some: Partial<PlanDraft>) => {
    const next = { ...draft, ...some };
    keepPlanDraft(kept, next);
    setDraft(next);
  };
  const over = () => keepPlanDraft(kept, null);
  const save = useSavePlan(week, draft.startedFrom, () => {
    over();
    onDone();
  });
  const promised = new Set(lines.map(key));
  const more = proposals.filter((each) => !promised.has(key(each)));
  const withLine = (line: DraftLine | null) =>
    line === null || promised.has(key(line)) ? lines : [...lines, line];
  const add = (line: DraftLine) => change({ lines: withLine(line) });
  const addTyped = (line: LineView) => change({ lines: withLine(line), words: "" });
  const drop = (line: DraftLine) => change({ lines: lines.filter((each) => each !== line) });
  const count = (line: DraftLine, to: number) =>
    change({ lines: lines.map((each) => (each === line ? { ...line, count: to } : each)) });
  const whole = withLine(ownLine(words));
  const isNext = week.week === nextWeek(weekOf(me.today, me.workspace.calendar.firstDay));
  return (
    <Card
      title={isNew ? "I promise" : "Change what you promised"}
      below={
        left !== null
          ? "As you left it on this device, not saved yet."
          : isNew
            ? "Filled in from what waits. Drop what you will not do."
            : undefined
      }
    >
      <Form
        problem={save.problem}
        onSubmit={() =>
          save.send({ topics: topics.trim() === "" ? null : topics, promises: whole.map(promisedOf) })
        }
        actions={
          <>
            <Button submit tone="primary" busy={save.busy} disabled={isNew && whole.length === 0}>
              {isNew ? "Promise this" : "Save"}
            </Button>
            {onLeave && (
              <Button
                onClick={() => {
                  over();
                  onLeave();
                }}
              >
                Leave it as it is
              </Button>
            )}
            {left !== null && onLeave === undefined && (
              <Button
                tone="quiet"
                onClick={() => {
                  over();
                  setLeft(null);
                  setDraft(begin());
                }}
              >
                Begin anew
              </Button>
            )}
          </>
        }
      >
        <ul className={css.lines} aria-label="What you promise">
          {lines.map((line) => (
            <li key={key(line)} className={css.draft}>
              <div className={css.said}>
                <p className={css.what}>
                  <PromiseText line={line} linked={false} />
                </p>
                {line.why && <p className={css.soft}>{WHY_PROPOSED_WORDS[line.why]}</p>}
              </div>
              {line.count !== null && (
                <Stepper name={promiseText(line)} value={line.count} onChange={(to) => count(line, to)} />
              )}
              <button
                type="button"
                className={css.drop}
                aria-label={`Drop: ${promiseText(line)}`}
                onClick={() => drop(line)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        {lines.length === 0 && (
          <p className={css.quiet}>Nothing yet. Names first: who is promised is asked.</p>
        )}
        {more.length > 0 && (
          <details className={css.wish}>
            <summary>
              What else {isNext ? "next week" : "this week"} brings ({more.length})
            </summary>
            <ul className={css.lines}>
              {more.map((line) => (
                <li key={key(line)} className={css.draft}>
                  <div className={css.said}>
                    <p className={css.what}>
                      <PromiseText line={line} linked={false} />
                    </p>
                    <p className={css.soft}>{WHY_PROPOSED_WORDS[line.why]}</p>
                  </div>
                  <Button tone="quiet" onClick={() => add(line)}>
                    Promise it
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        )}
        <AddLine
          onAdd={addTyped}
          without={lines.flatMap(({ personId }) => personId ?? [])}
          words={words}
          onWords={(typed) => change({ words: typed })}
        />
        <WishHelper onPromise={(asks) => add(asksLine(asks))} />
        <LongTextField
          label="What will you talk about?"
          name="topics"
          hint="In writing, so that you have said it once before you say it."
          value={topics}
          onChange={(typed) => change({ topics: typed })}
        />
      </Form>
    </Card>
  );
}

function Stepper({
  name,
  value,
  onChange,
}: {
  name: string;
  value: number;
  onChange: (value: number) => void;
}) {
  return (
    <span className={css.stepper} role="group" aria-label={name}>
      <button
        type="button"
        className={css.step}
        aria-label="One less"
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <span className={css.count}>{value}</span>
      <button
        type="button"
        className={css.step}
        aria-label="One more"
        disabled={value >= MOST_PROMISED}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </span>
  );
}

function key(line: LineView): string {
  return keyOf(promisedOf(line));
}

const NOTHING: LineView = {
  kind: "own",
  personId: null,
  personName: null,
  accountName: null,
  measure: null,
  count: null,
  dutyId: null,
  duty: null,
  words: null,
};

function asksLine(count: number): LineView {
  return { ...NOTHING, kind: "count", measure: "people-asked", count: Math.min(count, MOST_PROMISED) };
}
