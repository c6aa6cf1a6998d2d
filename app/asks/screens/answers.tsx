import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField } from "#lib/web/field.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { outcomeProblem, type Outcome } from "../ask.ts";
import { untilProposals } from "../until.ts";
import { findPeople } from "./find-people.ts";
import type { SaidNow } from "./use-ask-writes.ts";
import css from "./answers.module.css";

interface AnswersProps {
  sourceId: string;
  /** The day of the conversation. */
  day: Day;
  today: Day;
  /** Whether "nothing yet" may be said too. */
  silence?: boolean;
  busy: boolean;
  disabled?: boolean;
  onSay: (said: SaidNow) => void;
}

/** What they said: one tap says it. "Not now" asks until when, "sent me on" to whom. Stands in a form, as its actions. */
export function Answers({
  sourceId,
  day,
  today,
  silence = false,
  busy,
  disabled = false,
  onSay,
}: AnswersProps) {
  const [asking, setAsking] = useState<"not-now" | "sent-to-colleague" | null>(null);
  const say = (outcome: Outcome | null) => () => onSay({ outcome });
  if (asking === "not-now")
    return <UntilWhen day={day} today={today} busy={busy} onSay={onSay} onBack={() => setAsking(null)} />;
  if (asking === "sent-to-colleague")
    return <ToWhom sourceId={sourceId} busy={busy} onSay={onSay} onBack={() => setAsking(null)} />;
  return (
    <div className={css.answers} role="group" aria-label="What did they say?">
      <Button tone="primary" wide busy={busy} disabled={disabled} onClick={say("named-someone")}>
        Named someone
      </Button>
      <Button wide disabled={disabled || busy} onClick={say("will-think")}>
        Will think
      </Button>
      <Button wide disabled={disabled || busy} onClick={() => setAsking("not-now")}>
        Not now …
      </Button>
      <Button wide disabled={disabled || busy} onClick={say("no")}>
        No
      </Button>
      <Button wide disabled={disabled || busy} onClick={() => setAsking("sent-to-colleague")}>
        Sent me on …
      </Button>
      {silence && (
        <Button wide disabled={disabled || busy} onClick={say(null)}>
          No answer yet
        </Button>
      )}
    </div>
  );
}

interface MoreProps {
  busy: boolean;
  onSay: (said: SaidNow) => void;
  onBack: () => void;
}

function UntilWhen({ day, today, busy, onSay, onBack }: MoreProps & { day: Day; today: Day }) {
  const [until, setUntil] = useState("");
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const save = (untilDay: Day) => {
    const problem = outcomeProblem({ outcome: "not-now", untilDay, day }, "");
    setRefused(problem?.reason);
    if (problem === null) onSay({ outcome: "not-now", untilDay });
  };
  return (
    <div className={css.more}>
      <p className={css.question}>Not now. When do you ask again?</p>
      <div className={css.answers}>
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
        error={refused}
      />
      <div className={css.buttons}>
        <Button tone="primary" busy={busy} onClick={() => save(until)}>
          Save
        </Button>
        <Button tone="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </div>
  );
}

function ToWhom({ sourceId, busy, onSay, onBack }: MoreProps & { sourceId: string }) {
  const [colleague, setColleague] = useState<Choice | null>(null);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const save = () => {
    if (colleague === null) setRefused("Say to whom you were sent.");
    else if (colleague.id === NEW)
      onSay({ outcome: "sent-to-colleague", colleague: { fullName: colleague.label } });
    else onSay({ outcome: "sent-to-colleague", colleagueId: colleague.id });
  };
  return (
    <div className={css.more}>
      <Picker
        label="To whom did they send you?"
        name="colleagueId"
        placeholder="Part of a name"
        value={colleague}
        find={async (q, signal) => (await findPeople(q, signal)).filter(({ id }) => id !== sourceId)}
        create={{
          label: (typed) => `Write down “${typed}”, a colleague of theirs`,
          run: (typed) => ({ id: NEW, label: typed, hint: "new, at the same company" }),
        }}
        onChange={setColleague}
        error={refused}
        autoFocus
      />
      <div className={css.buttons}>
        <Button tone="primary" busy={busy} onClick={save}>
          Save
        </Button>
        <Button tone="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </div>
  );
}

/** Stands for the id of somebody who is only written down with what is saved. */
const NEW = "new";
