import { useState, lazy, Suspense } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { nextWeek } from "#lib/kernel/weeks.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { PlanView } from "../plan-view.ts";
import { asksAt, PARTS } from "../talk-part.ts";
import { MOMENT_WORDS } from "./ask-words.ts";
import { BarredLine } from "./may-be-asked.tsx";
import { PART_WORDS } from "./talk-words.ts";
import { useMovePlan } from "./use-waiting.ts";
import { WhyNot } from "./why-not.tsx";
import css from "./waiting.module.css";

const PlanForm = lazy(async () => ({ default: (await import("./plan-form.tsx")).PlanForm }));

interface PlanCardProps {
  plan: PlanView;
  me: Me;
  thisWeek: Day;
  /** False for whoever only looks. */
  mine: boolean;
}

/** Somebody who is planned and not asked yet. */
export function PlanCard({ plan, me, thisWeek, mine }: PlanCardProps) {
  const [writing, setWriting] = useState(false);
  const [why, setWhy] = useState(false);
  const move = useMovePlan(plan);
  const name = callName(plan.personName);
  const overdue = plan.week < thisWeek;
  const to = overdue ? thisWeek : nextWeek(plan.week);
  const where = [plan.personTitle, plan.accountName].filter(Boolean).join(", ");
  const asks = asksAt(plan.moment);
  return (
    <Card
      title={<Go to={`/people/${plan.personId}`}>{plan.personName}</Go>}
      below={where === "" ? undefined : where}
      aside={
        overdue ? <Pill tone="due">planned for the week of {shortDay(plan.week, me.today)}</Pill> : undefined
      }
      actions={
        mine ? (
          <>
            <GoButton tone="primary" to={talkAddress(plan)}>
              {asks ? `Ask ${name}` : `Speak with ${name}`}
            </GoButton>
            <Button busy={move.busy} onClick={() => move.send(to)}>
              {overdue ? "This week" : "Next week"}
            </Button>
            <Button onClick={() => setWriting(true)}>
              {plan.topics === null ? "Write it down" : "Change"}
            </Button>
            {!overdue && !why && (
              <Button tone="quiet" onClick={() => setWhy(true)}>
                Why not?
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <PlanFactsText plan={plan} mine={mine} />
      {mine && asks && <BarredLine personId={plan.personId} me={me} />}
      {mine && (overdue || why) && (
        <WhyNot path="/plans" id={plan.id} name={name} issueOf={`/people/${plan.personId}`} me={me} />
      )}
      <FormError problem={move.problem} />
      <Sheet title={`What for, with ${name}?`} opened={writing} onClose={() => setWriting(false)}>
        <Suspense fallback={<Loading />}>
          <PlanForm plan={plan} onDone={() => setWriting(false)} />
        </Suspense>
      </Sheet>
    </Card>
  );
}

/** Why now, what is wanted, what it will be about. */
export function PlanFactsText({ plan, mine }: { plan: PlanView; mine: boolean }) {
  const { whyNow, wanted, expects, topics, targetName, idealClientName, reason, moment } = plan;
  const whom = targetName ?? idealClientName;
  const number = expects === null ? null : `${expects} ${expects === 1 ? "introduction" : "introductions"}`;
  const outcome = [wanted, number].filter(Boolean).join(" · ");
  const said = [whyNow, whom, outcome, reason, topics].some(Boolean) || Object.keys(plan.talk).length > 0;
  if (!said && moment === "anytime")
    return (
      <p className={css.soft}>{mine ? "Why now, and what will you talk about?" : "Nothing written yet."}</p>
    );
  return (
    <div className={css.facts}>
      {(whyNow ?? (moment === "anytime" ? null : capital(MOMENT_WORDS[moment]))) && (
        <p>{whyNow ?? `${capital(MOMENT_WORDS[moment])}.`}</p>
      )}
      {whom && <p className={css.soft}>To picture: {whom}</p>}
      {outcome !== "" && <p className={css.soft}>Wanted: {outcome}</p>}
      {reason && <p className={css.soft}>{reason}</p>}
      {topics && <p className={css.written}>{topics}</p>}
      <TalkText talk={plan.talk} whose={mine ? "your" : "their"} />
    </div>
  );
}

/** What they wrote over the words of the talk: a line, and the parts behind it. */
function TalkText({ talk, whose }: Pick<PlanView, "talk"> & { whose: "your" | "their" }) {
  const written = PARTS.filter((part) => talk[part] !== undefined);
  if (written.length === 0) return null;
  return (
    <details className={css.talk}>
      <summary>
        {capital(counted(written.length, "part", "parts"))} of the talk in {whose} own words
      </summary>
      {written.map((part) => (
        <div key={part}>
          <p className={css.soft}>{PART_WORDS[part]}</p>
          <p className={css.written}>{talk[part]}</p>
        </div>
      ))}
    </details>
  );
}

/** The talk with what was planned for it chosen already. */
function talkAddress(plan: PlanView): string {
  const { id, moment, idealClientId, reasonId, targetId } = plan;
  const chosen = { plan: id, moment, picture: idealClientId, reason: reasonId, target: targetId };
  const query = new URLSearchParams(
    Object.entries(chosen).filter((each): each is [string, string] => each[1] !== null),
  );
  return `/people/${plan.personId}/ask?${query}`;
}
