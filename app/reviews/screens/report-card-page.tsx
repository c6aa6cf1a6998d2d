import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe, useNow } from "#team/screens/use-me.ts";
import { groupOfScore } from "../nps.ts";
import { HIGHEST_ON_SCALE, HIGHEST_SCORE, OCCASION_WORDS } from "../questionnaire.ts";
import type { ReportLetterView, WholeCardView } from "../report-view.ts";
import { Talk } from "./report-cards-today.tsx";
import { lookDueText } from "./look-due.ts";
import { LANGUAGE_WORDS, cardText, whoSeesText } from "./report-words.ts";
import { CardLink } from "./send-card.tsx";
import {
  useEarned,
  useLookAt,
  useNotEarned,
  useOpenCardAgain,
  useWithdrawCard,
} from "./use-report-writes.ts";
import css from "./reports.module.css";

/** One report card: what was said, what follows from it, and its link while it opens. */
export function ReportCardPage() {
  const me = useMe();
  const card = useRead<WholeCardView>(`/report-cards/${usePathPart("cardId")}`);
  if (card.problem) return <Trouble problem={card.problem} again={card.again} />;
  if (me === undefined || card.data === undefined) return <Loading />;
  return <Whole card={card.data} me={me} />;
}

function Whole({ card, me }: { card: WholeCardView; me: Me }) {
  const { personId, personName, accountId, accountName, occasion, language, memberName } = card;
  const sent = `${OCCASION_WORDS[occasion]}, in ${LANGUAGE_WORDS[language]}, by ${memberName}`;
  return (
    <Column>
      <PageHeading
        below={
          <>
            {personId !== null && <Go to={`/people/${personId}`}>{personName}</Go>}
            {accountId !== null && (
              <>
                {" · "}
                <Go to={`/accounts/${accountId}`}>{accountName}</Go>
              </>
            )}
            {" · "}
            {sent}
          </>
        }
      >
        {personName === null ? "A report card without a name" : `Report card of ${personName}`}
      </PageHeading>
      <Card>
        <p>{cardText(card, me.today)}.</p>
        <Low card={card} me={me} />
        {card.talk && <Talk card={card} me={me} />}
        {card.state === "open" && <CardLink card={card} />}
        {card.letters.map((letter) => (
          <p key={letter.id} className={css.soft}>
            {letterText(letter)}
          </p>
        ))}
        {card.mayHandle && <Steps card={card} />}
      </Card>
      {card.handedInOn !== null && (
        <Section title="What was said">
          <Card>
            <Said card={card} />
          </Card>
        </Section>
      )}
    </Column>
  );
}

function Low({ card, me }: { card: WholeCardView; me: Me }) {
  const now = useNow();
  const look = useLookAt(card);
  const { issue, lookDue, lookedAt, lookedBy, accountId } = card;
  if (lookDue === null) return null;
  if (issue === null) return <p className={css.soft}>The issue that it raised was taken back.</p>;
  if (issue.settledOn !== null)
    return (
      <p className={css.soft}>
        The issue that it raised was settled on {dayText(issue.settledOn, me.today)}.
      </p>
    );
  const late = now > new Date(lookDue);
  return (
    <div className={css.stack}>
      <p className={lookedAt === null && late ? css.late : undefined}>
        {lookedAt === null ? lookDueText(lookDue, late, me) : `${lookedBy} saw to it.`} {whoSeesText(card)}{" "}
        Nobody there is asked while the issue is open.
      </p>
      <div className={css.acts}>
        {lookedAt === null && card.mayHandle && (
          <Button tone="primary" busy={look.busy} onClick={() => look.send({})}>
            I saw to it
          </Button>
        )}
        {accountId !== null && <Go to={`/accounts/${accountId}`}>To the issue</Go>}
      </div>
      <FormError problem={look.problem} />
    </div>
  );
}

function Steps({ card }: { card: WholeCardView }) {
  const withdraw = useWithdrawCard(card);
  const again = useOpenCardAgain(card);
  if (card.state === "handed-in") return null;
  return (
    <>
      <div className={css.acts}>
        {card.state === "withdrawn" ? (
          <Button busy={again.busy} onClick={() => again.send(undefined)}>
            Open it again
          </Button>
        ) : (
          <Button tone="quiet" busy={withdraw.busy} onClick={() => withdraw.send({})}>
            Withdraw it
          </Button>
        )}
      </div>
      <FormError problem={withdraw.problem ?? again.problem} />
    </>
  );
}

function Said({ card }: { card: WholeCardView }) {
  const said = new Map(card.said.map((each) => [each.questionId, each]));
  return (
    <dl className={css.said}>
      {card.asks.questions.map(({ id, text, kind }) => {
        const answer = said.get(id);
        const top = kind === "score" ? HIGHEST_SCORE : HIGHEST_ON_SCALE;
        const number = answer?.score == null ? null : `${answer.score} of ${top}`;
        const all = [number, answer?.choice, answer?.words].filter(Boolean).join("\n");
        return (
          <div key={id}>
            <dt>{text}</dt>
            <dd>{all === "" ? "no answer" : all}</dd>
            {answer?.words != null && card.mayHandle && praises(card) && (
              <dd>
                <Earned card={card} questionId={id} earned={answer.earned} />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

/** Nobody earned anything with whoever is unhappy. */
function praises({ handedInOn, score }: WholeCardView): boolean {
  return handedInOn !== null && score !== null && groupOfScore(score) !== "detractor";
}

/** Words of praise are the client's word that the right to ask was earned: one tap. */
function Earned({ card, questionId, earned }: { card: WholeCardView; questionId: string; earned: boolean }) {
  const mark = useEarned(card, questionId);
  const unmark = useNotEarned(card, questionId);
  return (
    <span className={css.acts}>
      {earned ? (
        <>
          <Pill tone="good">earned the right</Pill>
          <Button tone="quiet" busy={unmark.busy} onClick={() => unmark.send(undefined)}>
            Not their word for that
          </Button>
        </>
      ) : (
        <Button tone="quiet" busy={mark.busy} onClick={() => mark.send({})}>
          Earned the right to ask
        </Button>
      )}
      <FormError problem={mark.problem ?? unmark.problem} />
    </span>
  );
}

function letterText({ toAddress, state, failure }: ReportLetterView): string {
  switch (state) {
    case "sent":
      return `Sent by mail to ${toAddress}.`;
    case "waiting":
    case "leaving":
      return `On its way to ${toAddress}.`;
    case "failed":
      return `The letter to ${toAddress} has not left: ${failure}.`;
    case "doubtful":
      return `Nobody knows whether the letter to ${toAddress} has left: ask them, or send it again.`;
    default:
      return `The letter to ${toAddress} was called back.`;
  }
}
