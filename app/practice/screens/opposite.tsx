import { useState } from "react";
import { Card, Quote } from "#lib/web/card.tsx";
import { Pill } from "#lib/web/pill.tsx";
import type { PracticeLanguage } from "../library/practice-languages.ts";
import type { Scenario } from "../scenario.ts";
import { MOOD_WORDS } from "./practice-words.ts";
import css from "./practice.module.css";

const NARROW = "(width < 48rem)";

interface OppositeProps {
  scenario: Scenario;
  language: PracticeLanguage;
  /** On a phone it makes room for what stands below it. */
  folds: boolean;
}

/** Who sits opposite, and how it begins. */
export function Opposite({ scenario, language, folds }: OppositeProps) {
  const { who, mood } = scenario;
  const [isFolded] = useState(() => folds && matchMedia(NARROW).matches);
  return (
    <div lang={language}>
      <Card title={who} aside={<Pill>{MOOD_WORDS[language][mood]}</Pill>}>
        {isFolded ? (
          <details className={css.more}>
            <summary lang="en">The situation, and how it begins</summary>
            <Situation scenario={scenario} />
          </details>
        ) : (
          <Situation scenario={scenario} />
        )}
      </Card>
    </div>
  );
}

function Situation({ scenario: { situation, opening, objections } }: { scenario: Scenario }) {
  return (
    <>
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
    </>
  );
}
