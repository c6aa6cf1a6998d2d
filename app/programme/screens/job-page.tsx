import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { copyText } from "#lib/web/copy.ts";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { oneOf } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { RuleView } from "#practice/practice-view.ts";
import type { GoalView } from "#team/goal-view.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import {
  descriptionText,
  interviewText,
  type GoalPeriod,
  type JobFacts,
  type JobLanguage,
  type JobWords,
} from "../alignment-job.ts";
import { jobWords } from "../languages/job-languages.ts";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import css from "./job-page.module.css";

const jobFilters = { language: oneOf("en", "de"), part: oneOf("description", "interview") };
const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "de", label: "Deutsch" },
] as const;
const PARTS = [
  { value: "description", label: "Job description" },
  { value: "interview", label: "Interview" },
] as const;
const PERIODS: readonly { value: GoalPeriod; label: string }[] = [
  { value: "week", label: "a week" },
  { value: "month", label: "a month" },
  { value: "quarter", label: "a quarter" },
];
const FIRST_TITLE: Readonly<Record<JobLanguage, string>> = {
  en: "Account manager",
  de: "Kundenbetreuung im Vertrieb (m/w/d)",
};

/** For recruiting: a job description with the duty to ask and the number, and the interview that looks for it. */
export function JobPage() {
  const me = useMe();
  const goals = useRead<{ items: GoalView[] }>("/goals");
  const rule = useRead<RuleView>("/practice-rule");
  if (me === undefined || goals.data === undefined || rule.data === undefined) return <Loading lines={8} />;
  const holds = goals.data.items.find(({ measure }) => measure === "referrals-received")?.holds ?? null;
  return (
    <Job
      me={me}
      introductions={{ amount: holds?.amount ?? 5, every: holds?.every ?? "month" }}
      sessions={rule.data.sessions}
    />
  );
}

function Job({ me, introductions, sessions }: { me: Me } & Pick<JobFacts, "introductions" | "sessions">) {
  const [{ language, part }, setFilters] = useFilters(jobFilters);
  const [typed, setTyped] = useState({ title: "", does: "", place: "" });
  const [amount, setAmount] = useState<number | null>(introductions.amount);
  const [every, setEvery] = useState<GoalPeriod>(introductions.every);
  const words = jobWords(language);
  const facts: JobFacts | null =
    amount === null
      ? null
      : {
          title: typed.title.trim() || FIRST_TITLE[language],
          company: me.workspace.name,
          does: typed.does.trim(),
          place: typed.place.trim(),
          introductions: { amount, every },
          sessions,
        };
  const type = (name: keyof typeof typed) => (text: string) => setTyped({ ...typed, [name]: text });
  return (
    <div className={css.page}>
      <div className={css.screen}>
        <ProgrammeTabs />
        <PageHeading
          below="The number is the goal that is set here. Copy it, print it, and make it your own."
          action={
            <Toggle
              label="Which"
              value={part}
              options={PARTS}
              onChange={(which) => setFilters({ part: which })}
            />
          }
        >
          Hire for asking
        </PageHeading>
        <div className={css.fields}>
          <Toggle
            label="Language"
            value={language}
            options={LANGUAGES}
            onChange={(which) => setFilters({ language: which })}
          />
          <TextField
            label="Title"
            name="title"
            placeholder={FIRST_TITLE[language]}
            value={typed.title}
            onChange={type("title")}
          />
          <TextField label="Place" name="place" value={typed.place} onChange={type("place")} />
          <TextField
            label="What we do, in a sentence"
            name="does"
            value={typed.does}
            onChange={type("does")}
          />
          <NumberField
            label="Introductions"
            name="amount"
            least={1}
            most={999}
            value={amount}
            onChange={setAmount}
          />
          <ChoiceField label="How often" name="every" value={every} options={PERIODS} onChange={setEvery} />
        </div>
      </div>
      {facts === null ? (
        <Empty>Write how many introductions you expect: the number is what the description is about.</Empty>
      ) : (
        <Paper facts={facts} words={words} part={part} language={language} />
      )}
    </div>
  );
}

interface PaperProps {
  facts: JobFacts;
  words: JobWords;
  part: (typeof PARTS)[number]["value"];
  language: JobLanguage;
}

function Paper({ facts, words, part, language }: PaperProps) {
  const say = useUndo();
  const text = part === "description" ? descriptionText(facts, words) : interviewText(facts, words);
  const copy = async () =>
    say((await copyText(text)) ? "Copied." : "This browser copies nothing: mark the text instead.");
  return (
    <Card
      actions={
        <div className={css.acts}>
          <Button tone="primary" onClick={() => void copy()}>
            Copy
          </Button>
          <Button onClick={() => window.print()}>Print</Button>
        </div>
      }
    >
      <article lang={language} className={css.paper}>
        {part === "description" ? (
          <Description facts={facts} words={words} />
        ) : (
          <Interview facts={facts} words={words} />
        )}
      </article>
    </Card>
  );
}

function Description({ facts, words }: { facts: JobFacts; words: JobWords }) {
  return (
    <>
      <h2>{words.heading(facts)}</h2>
      {words.description(facts).map(({ heading, lines, points }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {points.length > 0 && (
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}

function Interview({ facts, words }: { facts: JobFacts; words: JobWords }) {
  const { heading, intro, good, warns } = words.interview;
  return (
    <>
      <h2>{heading}</h2>
      <p>{intro}</p>
      <ol>
        {words.questions(facts).map((question) => (
          <li key={question.asks}>
            <h3>{question.asks}</h3>
            <p>{good}:</p>
            <ul>
              {question.good.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
            <p className={css.careful}>
              {warns} {question.warns}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
