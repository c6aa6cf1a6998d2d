import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { DayField, LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { inWords } from "#lib/web/words.ts";
import { ENOUGH_ANSWERS, STATEMENTS, USUAL_DAYS, type Statement } from "../poll.ts";
import type { PollsView, PollView } from "../poll-view.ts";
import { useLastDay, useOpenPoll, useTakeBackPoll } from "./use-polls.ts";
import css from "./poll.module.css";

/** For leaders, while none is open. */
export function OpenPoll({ polls, today }: { polls: PollsView; today: Day }) {
  const open = useOpenPoll();
  const draft = useDraft({
    lastDay: addDays(today, USUAL_DAYS),
    lines: STATEMENTS.map(({ text }) => text).join("\n"),
  });
  if (polls.nextOpens !== null)
    return (
      <p className={css.soft}>
        The next poll may begin on {dayText(polls.nextOpens, today)}: two close to each other could tell who
        answered what.
      </p>
    );
  return (
    <Card
      title="Ask the team"
      below={`${polls.asked} would be asked: everybody but leaders, whose own answer would be known to them.`}
    >
      <Form
        problem={open.problem}
        onSubmit={() =>
          open.send({ lastDay: draft.value.lastDay, statements: statementsIn(draft.value.lines) })
        }
        actions={
          <Button submit tone="primary" busy={open.busy} disabled={draft.value.lastDay === ""}>
            Open the poll
          </Button>
        }
      >
        {polls.asked < ENOUGH_ANSWERS && (
          <p className={css.soft}>
            Nothing is shown under {inWords(ENOUGH_ANSWERS)} answers, so this poll would tell nobody anything.
          </p>
        )}
        <DayField
          label="Last day"
          hint="Results come the day after."
          earliest={today}
          {...draft.field("lastDay")}
        />
        <LongTextField
          label="Sentences on asking, one a line"
          hint="Each is answered from 1 to 5. Six at most, or none."
          lines={5}
          {...draft.field("lines")}
        />
      </Form>
    </Card>
  );
}

/** For leaders, while it is open. */
export function RunningPoll({ poll, today }: { poll: PollView; today: Day }) {
  const lastDay = useLastDay(poll);
  const takeBack = useTakeBackPoll(poll);
  const [chosen, setChosen] = useState(poll.lastDay);
  return (
    <Card
      title={`Open until the end of ${dayText(poll.lastDay, today)}`}
      below="Nothing of what they say is shown before, to anybody; and under five answers nothing ever is."
      actions={
        <>
          <Button
            tone="primary"
            busy={lastDay.busy}
            disabled={chosen === "" || chosen === poll.lastDay}
            onClick={() => lastDay.send(chosen)}
          >
            Set the last day
          </Button>
          {poll.lastDay !== today && <Button onClick={() => lastDay.send(today)}>End it today</Button>}
          {poll.answers === 0 && (
            <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(null)}>
              Take it back
            </Button>
          )}
        </>
      }
    >
      <DayField label="Last day" name="lastDay" earliest={today} value={chosen} onChange={setChosen} />
      <FormError problem={lastDay.problem ?? takeBack.problem} />
    </Card>
  );
}

/** Those that come with the house keep their key, by which they are followed from poll to poll. */
function statementsIn(lines: string): Statement[] {
  const texts = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return texts.map((text, at) => ({
    key: STATEMENTS.find((each) => each.text === text)?.key ?? `own-${at + 1}`,
    text,
  }));
}
