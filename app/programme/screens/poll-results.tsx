import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Card, Section } from "#lib/web/card.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { capital, inWords, rateText } from "#lib/web/words.ts";
import { ACTIVITY_WORDS, ENOUGH_ANSWERS, EXACT_FROM } from "../poll.ts";
import type { ActivityResultView, PollResultsView, PollView, StatementResultView } from "../poll-view.ts";
import {
  agreementChangeText,
  agreementNumber,
  agreementSentence,
  meanText,
  rankChangeText,
  resultSentence,
} from "./poll-words.ts";
import css from "./poll.module.css";

/** What a poll that has ended says: the order first, then the numbers, then how they come about. */
export function PollResults({ poll, today }: { poll: PollView; today: Day }) {
  const { results } = poll;
  const title = `Poll until ${dayText(poll.lastDay, today)}`;
  if (results === null)
    return (
      <Section title={title}>
        <p className={css.soft}>
          Fewer than {inWords(ENOUGH_ANSWERS)} answered. What they said is shown to nobody, now or later.
        </p>
      </Section>
    );
  const { exact, answers } = results;
  return (
    <Section title={title}>
      <Card
        title={`${resultSentence(results)}.`}
        below={`${capital(inWords(answers))} answered. ${agreementSentence(results)}`}
      >
        <FactTable
          caption="What they would rather do"
          rows={results.activities}
          rowKey={({ activity }) => activity}
          columns={activityColumns(exact)}
        />
        {!exact && (
          <p className={css.soft}>
            With fewer than {inWords(EXACT_FROM)} answers the numbers are to a half and a little off by
            chance, so that whoever knows all answers but one does not learn the last.
          </p>
        )}
        <HowCounted results={results} />
      </Card>
      {results.statements.length > 0 && <Pulse results={results} />}
    </Section>
  );
}

function activityColumns(exact: boolean): Column<ActivityResultView>[] {
  return [
    {
      key: "activity",
      head: "what",
      main: true,
      render: ({ place, activity }) => `${place}. ${ACTIVITY_WORDS[activity]}`,
    },
    {
      key: "mean",
      head: "mean rank",
      number: true,
      figure: true,
      render: ({ meanRank }) => meanText(meanRank, exact),
    },
    ...(exact
      ? [
          {
            key: "borda",
            head: "points",
            number: true,
            render: ({ borda }: ActivityResultView) => borda ?? "–",
          },
        ]
      : []),
    {
      key: "change",
      head: "since the last poll",
      soft: true,
      number: true,
      render: ({ change }) => rankChangeText(change),
    },
  ];
}

function Pulse({ results }: { results: PollResultsView }) {
  const columns: Column<StatementResultView>[] = [
    { key: "text", head: "what they were asked", main: true, render: ({ text }) => text },
    {
      key: "mean",
      head: "mean, 1 to 5",
      number: true,
      figure: true,
      render: ({ mean, answers }) => (mean === null ? "–" : meanText(mean, answers >= EXACT_FROM)),
    },
    {
      key: "agree",
      head: "agree (4 or 5)",
      number: true,
      render: ({ agree, answers }) =>
        answers === 0
          ? "too few said"
          : agree === null
            ? "–"
            : agree.kind === "rate"
              ? rateText(Math.round(agree.value * agree.n), agree)
              : "too early to say",
    },
    {
      key: "change",
      head: "since the last poll",
      soft: true,
      number: true,
      render: ({ change }) => agreementChangeText(change),
    },
  ];
  return (
    <Card title="How much at ease they are with asking">
      <FactTable
        caption="Statements and how far they agree"
        rows={results.statements}
        rowKey={({ key }) => key}
        columns={columns}
      />
    </Card>
  );
}

function HowCounted({ results }: { results: PollResultsView }) {
  const { exact } = results;
  return (
    <details className={css.more}>
      <summary>How this is counted</summary>
      <p>
        Mean rank: the sum of the ranks divided by the answers, 1 for a first place to 5 for a last.
        {exact && " Points: four for each first place, three for each second, down to none (Borda’s count)."}
      </p>
      {exact && (
        <>
          <p>
            Kendall’s W says how far they agree, from 0 to 1: twelve times the squared distances of the sums
            from their middle, divided by n² · (5³ − 5), with n answers (Kendall and Babington Smith 1939).
            How often chance would bring as much is read from Friedman’s chi-squared, 4 n W with four degrees
            of freedom. {agreementNumber(results)}
          </p>
          <p>
            A change is shown with a range that holds for all five at once in 19 of 20 polls; it treats the
            two polls as different people, as nobody knows who is who.
          </p>
        </>
      )}
      <p>
        Shown once a poll has ended, from five answers on, for everybody together and for no part of them.
        Where all say the same, everybody’s answer is known: that is what agreeing means.
      </p>
    </details>
  );
}
