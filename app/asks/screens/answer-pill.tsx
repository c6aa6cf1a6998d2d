import type { Day } from "#lib/kernel/days.ts";
import { Pill, type Tone } from "#lib/web/pill.tsx";
import type { AskLine } from "../ask-view.ts";
import { answerText, OUTCOME_WORDS } from "../answer-words.ts";

/** What they said to an ask. */
export function AnswerPill({ ask, today }: { ask: Shown; today: Day }) {
  return (
    <Pill tone={toneOf(ask)}>
      {ask.settledOn === null || ask.outcome === null
        ? answerText(ask, today)
        : `${OUTCOME_WORDS[ask.outcome]}, let go`}
    </Pill>
  );
}

type Shown = Pick<AskLine, "outcome" | "untilDay" | "colleagueName" | "settledOn" | "returned">;

function toneOf({ outcome, settledOn, returned }: Shown): Tone {
  if (outcome === "named-someone") return "good";
  if (returned) return "due";
  if (outcome === null || settledOn !== null) return "quiet";
  return "plain";
}
