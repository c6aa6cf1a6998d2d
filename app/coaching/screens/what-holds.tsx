import { GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import type { CoachingPageView } from "../coaching-page-view.ts";
import { holdsTitle } from "./coaching-words.ts";
import css from "./coaching.module.css";

/** Whether it is comfort or technique that holds asking back, with its numbers, and what to rehearse against it. */
export function WhatHolds({
  page: { holding, practise },
  isOwn,
}: {
  page: CoachingPageView;
  isOwn: boolean;
}) {
  return (
    <Card
      title={holdsTitle(holding)}
      below="Of the last thirteen weeks; asks get two weeks to bring something."
    >
      <ul className={css.lines}>
        {holding.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {practise !== null && (
        <>
          <p className={css.plain}>
            Practise “{practise.scenarioName}” ({practise.skillName}). {practise.why}
          </p>
          <div className={css.acts}>
            {isOwn ? (
              <GoButton to={`/practice/${practise.scenario}`}>Practise it now</GoButton>
            ) : (
              <Go to={`/practice/${practise.scenario}`}>Look at it, or rehearse it together</Go>
            )}
          </div>
        </>
      )}
    </Card>
  );
}
