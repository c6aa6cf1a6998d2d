import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Quote } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { dayText, whenText } from "#lib/kernel/day-words.ts";
import type { AskLine } from "#asks/ask-view.ts";
import { useLetGo } from "#asks/screens/use-ask-writes.ts";
import { AskSheet } from "./ask-sheet.tsx";
import { CallButton } from "./call-button.tsx";
import { askAgainLine } from "../card-words.ts";
import { workplace } from "./workplace.ts";

/** Somebody who said "not now", and whose day has come. */
export function ReturnedAsk({ ask, today }: { ask: AskLine; today: Day }) {
  const [asking, setAsking] = useState(false);
  const letGo = useLetGo();
  const source = { id: ask.sourceId, label: ask.sourceName };
  return (
    <Card
      title={<Go to={`/people/${ask.sourceId}`}>{ask.sourceName}</Go>}
      below={workplace(ask.sourceTitle, ask.accountName)}
      aside={<Pill tone="due">not now, until {ask.untilDay ? dayText(ask.untilDay, today) : "today"}</Pill>}
      actions={
        <>
          <CallButton personId={ask.sourceId} name={ask.sourceName} />
          <GoButton to={`/people/${ask.sourceId}/ask`}>
            What to say<span className="only-heard"> to {ask.sourceName}</span>
          </GoButton>
          <Button onClick={() => setAsking(true)}>
            I asked again<span className="only-heard">: {ask.sourceName}</span>
          </Button>
          <Button busy={letGo.busy} onClick={() => letGo.send({ askId: ask.id, sourceName: ask.sourceName })}>
            Let it go<span className="only-heard">: {ask.sourceName}</span>
          </Button>
        </>
      }
    >
      <p>
        You asked {whenText(ask.lastDay, today)}
        {ask.forWhom ? `, for ${ask.forWhom}` : ""}.
      </p>
      <Quote>{askAgainLine(ask)}</Quote>
      {letGo.problem && <FormError problem={letGo.problem} />}
      <AskSheet opened={asking} onClose={() => setAsking(false)} source={source} />
    </Card>
  );
}
