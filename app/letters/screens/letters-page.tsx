import { Button } from "#lib/web/button.tsx";
import { write } from "#lib/web/api.ts";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useGo } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { MonthView, NewsletterView } from "../newsletter-view.ts";
import {
  instantText,
  lettersHeading,
  monthText,
  numbersText,
  STATE_TONES,
  STATE_WORDS,
} from "./letter-words.ts";
import css from "./letters.module.css";

/** Letters to many: drafts, those on their way, and what came back. */
export function LettersPage() {
  const me = useMe();
  const letters = useRead<{ items: NewsletterView[] }>("/newsletters");
  const months = useRead<{ items: MonthView[] }>("/newsletter-months");
  const go = useGo();
  const begin = useWrite(
    (_: undefined, gesture) => write<NewsletterView>("POST", "/newsletters", {}, gesture),
    { refresh: ["/newsletters"], done: ({ id }) => go(`/letters/${id}`) },
  );
  if (letters.problem) return <Trouble problem={letters.problem} again={letters.again} />;
  if (letters.data === undefined || me === undefined) return <Loading />;
  const { items } = letters.data;
  const writeOne = (
    <Button tone="primary" busy={begin.busy} onClick={() => begin.send(undefined)}>
      Write a letter
    </Button>
  );
  if (items.length === 0)
    return (
      <Column>
        <PageHeading>Letters</PageHeading>
        <Empty action={writeOne}>
          One letter a month keeps people from forgetting you. What counts is who answers.
        </Empty>
        <FormError problem={begin.problem} />
      </Column>
    );
  return (
    <Column>
      <PageHeading
        action={writeOne}
        below={
          <>
            Whether somebody opens a letter is not tracked: answers are the signal.{" "}
            <Go to="/settings/letters">When letters leave</Go>
          </>
        }
      >
        {lettersHeading(items)}
      </PageHeading>
      <FormError problem={begin.problem} />
      <Card>
        <ul className={css.lines}>
          {items.map((letter) => (
            <li key={letter.id} className={css.line}>
              <div className={css.words}>
                <p className={css.name}>
                  <Go to={`/letters/${letter.id}`}>{letter.subject.trim() || "Without a subject yet"}</Go>
                </p>
                <p className={css.soft}>
                  {letter.memberName} ·{" "}
                  {letter.numbers === null
                    ? `changed ${instantText(letter.changedAt, me.workspace.timeZone)}`
                    : numbersText(letter.numbers)}
                </p>
              </div>
              <Pill tone={STATE_TONES[letter.state]}>{STATE_WORDS[letter.state]}</Pill>
            </li>
          ))}
        </ul>
      </Card>
      {(months.data?.items.length ?? 0) > 0 && (
        <Section title="Month by month">
          <FactTable<MonthView>
            caption="What came of letters, month by month"
            rows={months.data?.items ?? []}
            rowKey={({ month }) => month}
            columns={[
              { key: "month", head: "month", main: true, render: ({ month }) => monthText(month) },
              { key: "letters", head: "letters", render: ({ letters: many }) => many },
              { key: "sent", head: "got it", render: ({ numbers }) => numbers.sent.toLocaleString("en-GB") },
              { key: "replies", head: "answered", render: ({ numbers }) => numbers.replies },
              {
                key: "back",
                head: "came back",
                render: ({ numbers }) => numbers.bouncedHard + numbers.bouncedSoft,
              },
              { key: "refused", head: "refused", render: ({ numbers }) => numbers.refused },
              { key: "doubt", head: "in doubt", render: ({ numbers }) => numbers.doubtful },
              { key: "left", head: "unsubscribed", render: ({ numbers }) => numbers.unsubscribed },
            ]}
          />
        </Section>
      )}
    </Column>
  );
}
