import { useState } from "react";
import { usePlanAsk } from "#asks/screens/use-waiting.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Quote } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { callName } from "#people/call-name.ts";
import { WHY_REFUSED, WHY_REFUSED_WORDS } from "../suggest.ts";
import type { SuggestionView } from "../suggestion-view.ts";
import { CallButton } from "./call-button.tsx";
import { chanceText } from "./today-words.ts";
import { useRefuse } from "./use-suggestions.ts";
import { workplace } from "./workplace.ts";
import css from "./suggested-ask.module.css";

interface SuggestedAskProps {
  suggestion: SuggestionView;
  onRefused: (refused: SuggestionView) => void;
}

/** Somebody who might be asked this week, and why. */
export function SuggestedAsk({ suggestion, onRefused }: SuggestedAskProps) {
  const [refusing, setRefusing] = useState(false);
  const plan = usePlanAsk(() => undefined);
  const { personId, personName, personTitle, accountName, reasons, say } = suggestion;
  const chance = chanceText(suggestion.chance);
  return (
    <Card
      title={<Go to={`/people/${personId}`}>{personName}</Go>}
      below={workplace(personTitle, accountName)}
      actions={
        <>
          <CallButton personId={personId} name={personName} />
          <GoButton to={`/people/${personId}/ask`}>What to say</GoButton>
          <Button busy={plan.busy} label={`Plan ${personName}`} onClick={() => plan.send({ personId })}>
            Plan
          </Button>
          {!refusing && (
            <Button tone="quiet" label={`Not this one: ${personName}`} onClick={() => setRefusing(true)}>
              Not this one
            </Button>
          )}
        </>
      }
    >
      <ul className={css.reasons}>
        {reasons.map(({ part, words }) => (
          <li key={part}>{words}.</li>
        ))}
      </ul>
      <Quote>{say}</Quote>
      {chance !== null && <p className={css.soft}>{chance}</p>}
      {refusing && <Refuse suggestion={suggestion} onRefused={onRefused} />}
      <FormError problem={plan.problem} />
    </Card>
  );
}

/** One tap on the reason; words are welcome before it, and not needed. */
function Refuse({ suggestion, onRefused }: SuggestedAskProps) {
  const [words, setWords] = useState("");
  const refuse = useRefuse(suggestion, onRefused);
  const name = callName(suggestion.personName);
  return (
    <div className={css.refuse}>
      <input
        className={css.words}
        aria-label={`Why not ${name}, in your words`}
        placeholder="Why not? A tap below will do."
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={css.chips} role="group" aria-label={`Why not ${name}?`}>
        {WHY_REFUSED.map((why) => (
          <button
            key={why}
            type="button"
            className={css.chip}
            disabled={refuse.busy}
            onClick={() => refuse.send({ why, words: words.trim() || null })}
          >
            {WHY_REFUSED_WORDS[why]}
          </button>
        ))}
      </div>
      <FormError problem={refuse.problem} />
    </div>
  );
}
