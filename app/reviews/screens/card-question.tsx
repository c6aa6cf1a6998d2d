import { useId } from "react";
import visited from "#lib/web/visited/visited.module.css";
import type { CardLanguage } from "../languages/card-language.ts";
import { HIGHEST_ON_SCALE, HIGHEST_SCORE, type CardAnswer, type Question } from "../questionnaire.ts";
import css from "./visited-card.module.css";

interface QuestionProps {
  question: Question;
  number: number;
  answer: CardAnswer;
  words: CardLanguage;
  onAnswer: (answer: CardAnswer) => void;
}

/** One question, answered with a finger or the keyboard. */
export function CardQuestion({ question, number, answer, words, onAnswer }: QuestionProps) {
  const id = useId();
  const { kind, text, why } = question;
  if (kind === "text")
    return (
      <section className={visited.card}>
        <div className={visited.field}>
          <label htmlFor={id} className={css.question}>
            {number}. {text}
          </label>
          <Words id={id} value={answer.words} onChange={(said) => onAnswer({ ...answer, words: said })} />
        </div>
      </section>
    );
  return (
    <section className={visited.card}>
      <fieldset className={css.fieldset}>
        <legend className={css.question}>
          {number}. {text}
        </legend>
        {kind === "choice" ? (
          <Options {...{ question, answer, onAnswer, id }} />
        ) : (
          <Numbers {...{ question, answer, onAnswer, id, words }} />
        )}
      </fieldset>
      {why !== null && (
        <div className={visited.field}>
          <label htmlFor={`${id}-why`}>
            {why} <span className={visited.soft}>({words.optional})</span>
          </label>
          <Words
            id={`${id}-why`}
            value={answer.words}
            onChange={(said) => onAnswer({ ...answer, words: said })}
          />
        </div>
      )}
    </section>
  );
}

interface PartProps {
  id: string;
  question: Question;
  answer: CardAnswer;
  onAnswer: (answer: CardAnswer) => void;
}

function Numbers({ id, question, answer, onAnswer, words }: PartProps & { words: CardLanguage }) {
  const { kind, low, high } = question;
  const [least, top] = kind === "score" ? [0, HIGHEST_SCORE] : [1, HIGHEST_ON_SCALE];
  const all = Array.from({ length: top - least + 1 }, (_, index) => least + index);
  return (
    <>
      <div className={kind === "score" ? css.score : css.scale}>
        {all.map((each) => (
          <label key={each} className={css.number}>
            <input
              type="radio"
              name={id}
              className="only-heard"
              checked={answer.score === each}
              aria-label={saidOf(each, least, top, question, words)}
              onChange={() => onAnswer({ ...answer, score: each })}
            />
            <span aria-hidden="true">{each}</span>
          </label>
        ))}
      </div>
      <p className={css.ends} aria-hidden="true">
        <span>
          {least}: {low}
        </span>
        <span>
          {top}: {high}
        </span>
      </p>
    </>
  );
}

function saidOf(
  score: number,
  least: number,
  top: number,
  { low, high }: Question,
  words: CardLanguage,
): string {
  const end = score === least ? low : score === top ? high : null;
  return end === null ? words.outOf(score, top) : `${words.outOf(score, top)}, ${end}`;
}

function Options({ id, question, answer, onAnswer }: PartProps) {
  return question.options.map((option) => (
    <label key={option} className={visited.option}>
      <input
        type="radio"
        name={id}
        checked={answer.choice === option}
        onChange={() => onAnswer({ ...answer, choice: option })}
      />
      {option}
    </label>
  ));
}

function Words({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string | null;
  onChange: (words: string | null) => void;
}) {
  return (
    <textarea
      id={id}
      rows={2}
      maxLength={2_000}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
    />
  );
}
