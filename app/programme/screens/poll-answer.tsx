import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { ACTIVITIES, ACTIVITY_WORDS, HIGHEST_AGREEMENT, type Activity } from "../poll.ts";
import type { PollView } from "../poll-view.ts";
import { AGREEMENT_ENDS, moved, shuffled } from "./poll-words.ts";
import { useAnswerPoll } from "./use-polls.ts";
import css from "./poll.module.css";

const STEPS = Array.from({ length: HIGHEST_AGREEMENT }, (_, at) => String(at + 1));

/** Five things put in order by pressing, and a few sentences with a number each. */
export function PollAnswer({ poll }: { poll: PollView }) {
  const [order, setOrder] = useState(() => shuffled(ACTIVITIES, Math.random));
  const [moves, setMoves] = useState("");
  // What chance laid out is nobody's answer until they say so.
  const [isMine, setIsMine] = useState(false);
  const [agreement, setAgreement] = useState<(number | null)[]>(() => poll.statements.map(() => null));
  const answer = useAnswerPoll(poll);
  const move = (activity: Activity, by: -1 | 1) => {
    const next = moved(order, activity, by);
    setOrder(next);
    setIsMine(true);
    setMoves(`${ACTIVITY_WORDS[activity]} is now ${next.indexOf(activity) + 1}.`);
  };
  return (
    <Card
      title="Put these five in your order"
      below="1 is what you would rather do. They begin in an order of chance."
      actions={
        <Button
          tone="primary"
          busy={answer.busy}
          disabled={!isMine}
          onClick={() => answer.send({ order, agreement })}
        >
          Add my answer
        </Button>
      }
    >
      <ol className={css.order}>
        {order.map((activity, at) => (
          <li key={activity} className={css.item}>
            <span className={css.place}>{at + 1}</span>
            <span className={css.name}>{ACTIVITY_WORDS[activity]}</span>
            <Step activity={activity} by={-1} isEnd={at === 0} onStep={move} />
            <Step activity={activity} by={1} isEnd={at === order.length - 1} onStep={move} />
          </li>
        ))}
      </ol>
      <p role="status" className="only-heard">
        {moves}
      </p>
      <CheckField label="This is my order" name="mine" value={isMine} onChange={setIsMine} />
      {poll.statements.length > 0 && (
        <div className={css.statements}>
          {poll.statements.map(({ key, text }, at) => (
            <div key={key} className={css.statement}>
              <p className={css.said} aria-hidden="true">
                {text}
              </p>
              <div className={css.scale}>
                <Toggle
                  wide
                  label={`${text} ${AGREEMENT_ENDS.low}, ${AGREEMENT_ENDS.high}; you may leave it out`}
                  value={String(agreement[at] ?? "")}
                  options={STEPS.map((value) => ({ value, label: value }))}
                  onChange={(value) => setAgreement(agreement.with(at, Number(value)))}
                />
              </div>
              <p className={css.ends} aria-hidden="true">
                <span>{AGREEMENT_ENDS.low}</span>
                <span>{AGREEMENT_ENDS.high}</span>
              </p>
            </div>
          ))}
        </div>
      )}
      <p className={css.soft}>
        What you say is added to the sums and forgotten: no name, no time, no single answer is kept. So nobody
        can find it, and it cannot be changed afterwards. Sentences you would rather not answer may stay
        empty.
      </p>
      <FormError problem={answer.problem} />
    </Card>
  );
}

interface StepProps {
  activity: Activity;
  by: -1 | 1;
  isEnd: boolean;
  onStep: (activity: Activity, by: -1 | 1) => void;
}

/** Never disabled, so that the focus stays on it when its thing has come to an end of the list. */
function Step({ activity, by, isEnd, onStep }: StepProps) {
  return (
    <button
      type="button"
      className={css.step}
      aria-disabled={isEnd}
      aria-label={`Move ${ACTIVITY_WORDS[activity].toLowerCase()} ${by === -1 ? "up" : "down"}`}
      onClick={() => !isEnd && onStep(activity, by)}
    >
      {by === -1 ? "↑" : "↓"}
    </button>
  );
}
