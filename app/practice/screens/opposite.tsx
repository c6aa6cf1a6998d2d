import { Card, Quote } from "#lib/web/card.tsx";
import { Pill } from "#lib/web/pill.tsx";
import type { Scenario } from "../scenario.ts";
import { MOOD_WORDS } from "./practice-words.ts";
import css from "./practice.module.css";

/** Who sits opposite, and how it begins. */
export function Opposite({ scenario, language }: { scenario: Scenario; language: string }) {
  const { who, situation, mood, opening, objections } = scenario;
  return (
    <div lang={language}>
      <Card title={who} aside={<Pill>{MOOD_WORDS[mood]}</Pill>}>
        <p className={css.situation}>{situation}</p>
        <Quote>{opening}</Quote>
        {objections.length > 0 && (
          <details className={css.more}>
            <summary lang="en">What they may say against it</summary>
            <ul className={css.objections}>
              {objections.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </details>
        )}
      </Card>
    </div>
  );
}
