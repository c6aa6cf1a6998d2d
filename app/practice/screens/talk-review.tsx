import { Section } from "#lib/web/card.tsx";
import { OUTCOME_WORDS } from "#asks/answer-words.ts";
import { endWords, OUTCOME_OF, textsIn, type End, type Persona } from "../persona.ts";
import type { Talk } from "../role-play.ts";
import practice from "./practice.module.css";
import css from "./talk-way.module.css";

interface TalkReviewProps {
  persona: Persona;
  talk: Talk;
  /** Who played it from elsewhere, and the end that they said it came to; null: this device played it. */
  far: { host: string; end: End | null } | null;
}

/** What became of it, as whoever played it said, and line by line what moved them and what did not. */
export function TalkReview({ persona, talk, far }: TalkReviewProps) {
  const texts = textsIn(persona.language);
  const end = far === null ? talk.end : null;
  const kind = (far === null ? end?.kind : far.end) ?? null;
  const outcome = kind === null || persona.plot !== "ask" ? null : OUTCOME_OF[kind];
  return (
    <>
      <div className={css.end} role="status" lang={persona.language}>
        <h3 className={css.outcome}>
          {endWords(persona, kind ?? "unfinished")}
          {end !== null && end.days !== null && <span lang="en"> {inWords(end.days)}</span>}
        </h3>
        {end !== null && <p>{talk.turns.at(-1)?.why ?? texts.why[end.kind]}</p>}
        {outcome !== null && (
          <p className={practice.soft} lang="en">
            {`A real one you would log as: ${OUTCOME_WORDS[outcome]}.`}
          </p>
        )}
        <p className={practice.soft}>
          {persona.wants} {persona.fears}
        </p>
        {far !== null && (
          <p className={practice.soft} lang="en">
            {far.end !== null && `${far.host} ended it so. `}
            What moved them is read by the rules of this device, not by whoever played it.
          </p>
        )}
      </div>
      {talk.turns.length > 0 && (
        <Section title="What moved them">
          <ol className={css.turns} lang={persona.language}>
            {talk.turns.map(({ said, why, moved }, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at}>
                <q className={css.said}>{said}</q>
                {moved.length === 0 && <span className={css.because}>{why}</span>}
                {moved.map(({ by, change, because }, place) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <span key={place} className={css.because}>
                    <b lang="en" className={change > 0 ? css.up : css.down}>
                      {change > 0 ? "Toward you" : "Away"}
                    </b>
                    {by !== "" && by !== said && <q>{by}</q>} {because}
                  </span>
                ))}
              </li>
            ))}
          </ol>
          <p className={practice.soft}>
            Rules read this, and they overlook what is said in words of your own. When you score, your answer
            counts.
          </p>
        </Section>
      )}
    </>
  );
}

function inWords(days: number): string {
  return days % 7 === 0 && days < 60
    ? `Ask again in ${days / 7} ${days === 7 ? "week" : "weeks"}.`
    : `Ask again in ${days} days.`;
}
