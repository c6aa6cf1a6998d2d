import { useState } from "react";
import type { ReactNode } from "react";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField } from "#lib/web/field.tsx";
import { Form, type Refusal } from "#lib/web/form.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { outcomeProblem } from "../ask.ts";
import { untilProposals } from "../until.ts";
import { findPeople } from "#people/screens/find-people.ts";
import type { SaidNow } from "./use-ask-writes.ts";
import css from "./answer-form.module.css";

interface AnswerFormProps {
  /** Who was asked; undefined while nobody is chosen: then nothing can be said yet. */
  sourceId: string | undefined;
  /** What they are called. */
  name: string;
  /** The day of the conversation. */
  day: Day;
  today: Day;
  /** Whether "no answer yet" may be said too. */
  silence?: boolean;
  /** Whether "will think" goes on to ask until when; it may be left open. */
  thinkUntil?: boolean;
  /** Nothing can be said: a rule forbids the ask, as stands above. */
  off?: boolean;
  busy: boolean;
  problem: Refusal | null;
  onSay: (said: SaidNow) => void;
  /** What else is said of the conversation. */
  children: ReactNode;
}

type Asking = "will-think" | "not-now" | "sent-to-colleague";

/** What they said: one tap says it. "Not now" goes on to ask until when, "sent me to a colleague" to whom. */
export function AnswerForm({ children, sourceId, ...props }: AnswerFormProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const back = () => setAsking(null);
  if (sourceId === undefined)
    return (
      <Form problem={props.problem} onSubmit={() => undefined} actions={null}>
        {children}
      </Form>
    );
  if (asking === "sent-to-colleague") return <ToWhom {...props} sourceId={sourceId} onBack={back} />;
  if (asking !== null) return <UntilWhen {...props} outcome={asking} onBack={back} />;
  return (
    <Form
      problem={props.problem}
      onSubmit={() => undefined}
      actions={<Answers {...props} onAsk={setAsking} />}
    >
      {children}
    </Form>
  );
}

type AnswersProps = Pick<AnswerFormProps, "name" | "off" | "busy" | "silence" | "thinkUntil" | "onSay"> & {
  onAsk: (asking: Asking) => void;
};

function Answers({
  name,
  off = false,
  busy,
  silence = false,
  thinkUntil = false,
  onSay,
  onAsk,
}: AnswersProps) {
  const plain = [
    thinkUntil
      ? { said: "Will think …", run: () => onAsk("will-think") }
      : { said: "Will think", run: () => onSay({ outcome: "will-think" }) },
    { said: "Not now …", run: () => onAsk("not-now") },
    { said: "No", run: () => onSay({ outcome: "no" }) },
    { said: "Sent me to a colleague …", run: () => onAsk("sent-to-colleague") },
    ...(silence ? [{ said: "No answer yet", run: () => onSay({ outcome: null }) }] : []),
  ];
  return (
    <div className={css.said} role="group" aria-label={`What did ${name} say?`}>
      <p className={css.question}>What did {name} say?</p>
      <div className={css.answers}>
        <Button
          tone="primary"
          wide
          busy={busy}
          disabled={off}
          onClick={() => onSay({ outcome: "named-someone" })}
        >
          Named someone
        </Button>
        {plain.map(({ said, run }) => (
          <Button key={said} wide disabled={off || busy} onClick={run}>
            {said}
          </Button>
        ))}
      </div>
    </div>
  );
}

type MoreProps = Pick<AnswerFormProps, "name" | "day" | "today" | "busy" | "problem" | "onSay"> & {
  onBack: () => void;
};

function UntilWhen({
  name,
  day,
  today,
  busy,
  problem,
  outcome,
  onSay,
  onBack,
}: MoreProps & { outcome: "will-think" | "not-now" }) {
  const [until, setUntil] = useState("");
  const [refused, setRefused] = useState<Refusal | null>(null);
  const save = (untilDay: Day) => {
    const wrong = outcomeProblem({ outcome, untilDay, day }, "");
    setRefused(wrong);
    if (wrong === null) onSay(untilDay === "" ? { outcome } : { outcome, untilDay });
  };
  return (
    <Form
      problem={refused ?? problem}
      onSubmit={() => save(until)}
      actions={<Buttons busy={busy} onBack={onBack} />}
    >
      <p className={css.question}>
        {outcome === "not-now"
          ? `Not now. When do you ask ${name} again?`
          : `${name} will think. When do you ask what came of it?`}
      </p>
      <div className={css.answers}>
        {outcome === "will-think" && (
          <Button wide disabled={busy} onClick={() => onSay({ outcome })}>
            No day agreed
          </Button>
        )}
        {untilProposals(today).map((proposal) => (
          <Button key={proposal.label} wide disabled={busy} onClick={() => save(proposal.day)}>
            {proposal.label}
          </Button>
        ))}
      </div>
      <DayField
        label="Or on a day"
        name="untilDay"
        value={until}
        earliest={addDays(day, 1)}
        onChange={setUntil}
      />
    </Form>
  );
}

function ToWhom({ name, sourceId, busy, problem, onSay, onBack }: MoreProps & { sourceId: string }) {
  const [colleague, setColleague] = useState<Choice | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const save = () => {
    setRefused(
      colleague === null ? { field: "colleagueId", reason: "Say to whom: a name is enough." } : null,
    );
    if (colleague === null) return;
    const whom =
      colleague.id === NEW ? { colleague: { fullName: colleague.label } } : { colleagueId: colleague.id };
    onSay({ outcome: "sent-to-colleague", ...whom });
  };
  return (
    <Form problem={refused ?? problem} onSubmit={save} actions={<Buttons busy={busy} onBack={onBack} />}>
      <Picker
        label={`To whom did ${name} send you?`}
        name="colleagueId"
        placeholder="Part of a name"
        value={colleague}
        find={async (q, signal) => (await findPeople(q, signal)).filter(({ id }) => id !== sourceId)}
        create={{
          label: (typed) => `Write down “${typed}”, a colleague of theirs`,
          run: (typed) => ({ id: NEW, label: typed, hint: "new, at the same company" }),
        }}
        onChange={setColleague}
        autoFocus
      />
    </Form>
  );
}

function Buttons({ busy, onBack }: { busy: boolean; onBack: () => void }) {
  return (
    <>
      <Button submit tone="primary" busy={busy}>
        Save
      </Button>
      <Button tone="quiet" onClick={onBack}>
        Back
      </Button>
    </>
  );
}

/** Stands for the id of somebody who is only written down with what is saved. */
const NEW = "new";
