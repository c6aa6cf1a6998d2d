import { useState } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { callName } from "#people/call-name.ts";
import { SaidLine } from "#people/screens/timeline.tsx";
import type { Me } from "#team/me-view.ts";
import type { PraisableView } from "../praise-view.ts";
import { PraiseForm } from "./praise-form.tsx";
import css from "./praise.module.css";

/** What there is to praise; one of them opens to the words that go with it. */
export function PraiseList({
  items,
  me,
  done,
}: {
  items: readonly PraisableView[];
  me: Me;
  done: () => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <ul className={css.lines}>
      {items.map(({ factId, fact, to, praiseId }) => (
        <li key={factId} className={css.line}>
          <div className={css.between}>
            <p className={css.what}>
              <SaidLine line={fact} me={me} />
              <span className={css.soft}> {shortDay(fact.day, me.today)}</span>
            </p>
            {praiseId !== null ? (
              <span className={css.soft}>praised</span>
            ) : (
              chosen !== factId && <Button onClick={() => setChosen(factId)}>This</Button>
            )}
          </div>
          {chosen === factId && praiseId === null && (
            <PraiseForm factId={factId} toName={callName(to.name)} done={done} />
          )}
        </li>
      ))}
    </ul>
  );
}
