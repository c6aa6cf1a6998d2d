import { useState } from "react";
import { dayIn, NothingOpen, useLanguage, useTitle } from "#lib/web/visited/visited-parts.tsx";
import visited from "#lib/web/visited/visited.module.css";
import type { CardLanguage, CardNames } from "../languages/card-language.ts";
import { cardLanguage } from "../languages/card-languages.ts";
import {
  HIGHEST_ON_SCALE,
  HIGHEST_SCORE,
  isEmpty,
  type CardAnswer,
  type Question,
} from "../questionnaire.ts";
import type { VisitedCardView } from "../report-view.ts";
import { CardQuestion } from "./card-question.tsx";
import { isAnswered, useCardVisit, useOpenedCard, type OpenCard, type OpenedCard } from "./use-card-visit.ts";
import css from "./visited-card.module.css";

const NOTHING: CardAnswer = { score: null, choice: null, words: null };

/** What a client opens by a link: a report card, without the app around it. */
export function VisitedCardPage() {
  const opened = useOpenedCard();
  const { link, view: card } = opened;
  const sentBy = opened.refused?.sentBy ?? null;
  const code = card?.language ?? sentBy?.language ?? navigator.language.slice(0, 2);
  const words = cardLanguage(code);
  useLanguage(words.code);
  if (card === null) {
    const turnTo = sentBy && words.turnTo({ rep: sentBy.repName, workspace: sentBy.workspaceName });
    return <NothingOpen opened={opened} words={words} turnTo={turnTo} />;
  }
  // What is typed is of this card alone.
  return <ThisCard key={link} opened={opened} card={card} words={words} />;
}

interface ThisCardProps {
  opened: OpenedCard;
  card: VisitedCardView;
  words: CardLanguage;
}

function ThisCard({ opened, card, words }: ThisCardProps) {
  const open = useCardVisit(opened, card);
  const { repName: rep, workspaceName: workspace, personName: person } = card;
  const names = { rep, workspace, person };
  return (
    <main className={visited.page}>
      <WholeCard open={open} words={words} names={names} />
      <footer className={visited.foot}>
        <p>{words.whoReads(names)}</p>
      </footer>
    </main>
  );
}

interface CardProps {
  open: OpenCard;
  words: CardLanguage;
  names: CardNames;
}

function WholeCard({ open, words, names }: CardProps) {
  // Also whoever writes here while it is handed in elsewhere: the form stays until they are done.
  const [changing, setChanging] = useState(false);
  const [tookBack, setTookBack] = useState(false);
  const { asks, handedInOn, untilDay } = open.card;
  useTitle(`${asks.title} · ${names.workspace}`);
  if (handedInOn !== null && !changing)
    return (
      <HandedIn
        open={open}
        words={words}
        names={names}
        change={() => setChanging(true)}
        tookBack={() => setTookBack(true)}
      />
    );
  return (
    <>
      <header className={visited.head}>
        <h1 className={visited.heading}>{asks.title}</h1>
        <p>{words.hello(names)}</p>
        {handedInOn === null && tookBack && (
          <p role="status" className={visited.noted}>
            {words.takenBack}
          </p>
        )}
        {handedInOn !== null && (
          <p role="status" className={visited.noted}>
            {words.countsAtOnce}
          </p>
        )}
        {handedInOn === null && (
          <p className={visited.soft}>{words.intro(names, dayIn(words.code, untilDay))}</p>
        )}
      </header>
      {asks.questions.map((question, index) => (
        <CardQuestion
          key={question.id}
          question={question}
          number={index + 1}
          answer={open.answers.get(question.id) ?? NOTHING}
          words={words}
          onAnswer={(answer) => {
            setChanging(true);
            open.answer(question.id, answer);
          }}
        />
      ))}
      <Bar open={open} words={words} done={() => setChanging(false)} />
    </>
  );
}

/** How far it is, whether it is saved, and the one press at the end. */
function Bar({ open, words, done }: { open: OpenCard; words: CardLanguage; done: () => void }) {
  const [asked, setAsked] = useState(false);
  const { card, answers, saving, busy, failure } = open;
  const { questions } = card.asks;
  const score = questions.find(({ kind }) => kind === "score");
  const hasScore = (answers.get(score?.id ?? "")?.score ?? null) !== null;
  const many = questions.filter(({ id }) => isAnswered(answers, id)).length;
  const press = () => {
    setAsked(true);
    if (!hasScore) return;
    open.handIn();
    done();
  };
  const trouble =
    asked && !hasScore
      ? words.needsScore
      : failure === null
        ? null
        : failure.trouble === "lost"
          ? words.needsNetwork
          : words.trouble[failure.trouble];
  return (
    <div className={css.bar}>
      <p role="status">
        {words.done(many, questions.length)}{" "}
        {saving === "kept" ? words.kept : saving === "saving" ? words.saving : saving && words.saved}
      </p>
      <button type="button" className={visited.primary} disabled={busy} onClick={press}>
        {busy ? words.handingIn : card.handedInOn === null ? words.handIn : words.doneChanging}
      </button>
      <div role="alert">{trouble !== null && <p className={visited.wrong}>{trouble}</p>}</div>
    </div>
  );
}

function HandedIn({
  open,
  words,
  names,
  change,
  tookBack,
}: CardProps & { change: () => void; tookBack: () => void }) {
  const { card, answers, busy, failure } = open;
  return (
    <>
      <header className={visited.head}>
        <h1 className={visited.heading}>{words.thanks}</h1>
        <p>{words.thanksLine(names)}</p>
        {card.mayChange && (
          <p className={visited.soft}>{words.mayChange(dayIn(words.code, card.changeUntil))}</p>
        )}
      </header>
      <section className={visited.card}>
        <h2 className={visited.title}>{words.stands}</h2>
        <dl className={css.said}>
          {card.asks.questions.map((question) => (
            <div key={question.id}>
              <dt>{question.text}</dt>
              <dd>{saidTo(question, answers.get(question.id) ?? NOTHING, words)}</dd>
            </div>
          ))}
        </dl>
        {card.mayChange && (
          <div className={visited.choices}>
            <button type="button" className={visited.plain} onClick={change}>
              {words.change}
            </button>
            <button
              type="button"
              className={visited.quiet}
              disabled={busy}
              onClick={() => {
                tookBack();
                open.takeBack();
              }}
            >
              {words.takeBack}
            </button>
          </div>
        )}
      </section>
      <div role="alert">
        {failure !== null && <p className={visited.wrong}>{words.trouble[failure.trouble]}</p>}
      </div>
    </>
  );
}

function saidTo({ kind }: Question, answer: CardAnswer, words: CardLanguage): string {
  if (isEmpty(answer)) return words.unanswered;
  const { score, choice, words: own } = answer;
  const number =
    score === null ? null : words.outOf(score, kind === "score" ? HIGHEST_SCORE : HIGHEST_ON_SCALE);
  return [number, choice, own].filter((each) => each !== null).join("\n");
}
