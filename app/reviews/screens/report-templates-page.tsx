import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { mayLead } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import {
  MOST_QUESTIONS,
  OCCASION_WORDS,
  QUESTION_KINDS,
  type QuestionKind,
  type Questionnaire,
} from "../questionnaire.ts";
import type { TemplateView } from "../report-view.ts";
import { LANGUAGE_WORDS } from "./report-words.ts";
import css from "./reports.module.css";

const KIND_WORDS: Record<QuestionKind, string> = {
  score: "0 to 10, with an open why",
  scale: "1 to 5",
  choice: "one of several",
  text: "in their own words",
};

/** What report cards ask: a questionnaire for each occasion and language. Leaders change them. */
export function ReportTemplatesPage() {
  const me = useMe();
  const templates = useRead<{ items: TemplateView[] }>("/report-templates");
  if (templates.problem) return <Trouble problem={templates.problem} again={templates.again} />;
  if (me === undefined || templates.data === undefined) return <Loading />;
  return (
    <Column>
      <PageHeading below="5 to 10 questions, one of them from 0 to 10. Cards that were sent keep what they asked.">
        What report cards ask
      </PageHeading>
      {templates.data.items.map((template) => (
        <TemplateCard key={`${template.occasion} ${template.language}`} template={template} me={me} />
      ))}
    </Column>
  );
}

function TemplateCard({ template, me }: { template: TemplateView; me: Me }) {
  const [changing, setChanging] = useState(false);
  const { occasion, language, title, questions, changed } = template;
  const name = `${capital(OCCASION_WORDS[occasion])}, ${LANGUAGE_WORDS[language]}`;
  const when = changed && dayText(dayIn(new Date(changed.at), me.workspace.timeZone), me.today);
  return (
    <Card
      title={name}
      below={changed === null ? undefined : `Changed by ${changed.byName}, ${when}`}
      actions={
        mayLead(me) ? (
          <Button label={`Change: ${name}`} onClick={() => setChanging(true)}>
            Change
          </Button>
        ) : undefined
      }
    >
      <p lang={language}>{title}</p>
      <ol lang={language} className={css.asks}>
        {questions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      <Sheet title={name} opened={changing} onClose={() => setChanging(false)}>
        <TemplateForm template={template} done={() => setChanging(false)} />
      </Sheet>
    </Card>
  );
}

type Draft = { title: string; questions: (TemplateView["questions"][number] & { options: string[] })[] };

function TemplateForm({ template, done }: { template: TemplateView; done: () => void }) {
  const { occasion, language, title, questions } = template;
  const [draft, setDraft] = useState<Draft>({ title, questions });
  const say = useUndo();
  const path = `/report-templates/${occasion}/${language}`;
  const put = (wanted: Questionnaire, gesture: string) => write<TemplateView>("PUT", path, wanted, gesture);
  const back = useWrite(put, { refresh: ["/report-templates"] });
  const save = useWrite(put, {
    refresh: ["/report-templates"],
    done: () => {
      say("Cards from now on ask this.", () => back.sendNow({ title, questions }));
      done();
    },
  });
  const change = (at: number, some: Partial<Draft["questions"][number]>) =>
    setDraft((before) => ({
      ...before,
      questions: before.questions.map((each, index) => (index === at ? { ...each, ...some } : each)),
    }));
  const move = (at: number, by: number) =>
    setDraft((before) => {
      const moved = [...before.questions];
      const [one] = moved.splice(at, 1);
      if (one !== undefined) moved.splice(at + by, 0, one);
      return { ...before, questions: moved };
    });
  const drop = (at: number) =>
    setDraft((before) => ({ ...before, questions: before.questions.filter((_, index) => index !== at) }));
  const add = () =>
    setDraft((before) => ({ ...before, questions: [...before.questions, newQuestion(before)] }));
  const many = draft.questions.length;
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send({ title: draft.title, questions: draft.questions.map(asKept) })}
      actions={
        <>
          <Button submit tone="primary" busy={save.busy}>
            Ask this from now on
          </Button>
          {many < MOST_QUESTIONS && (
            <Button tone="quiet" onClick={add}>
              One more question
            </Button>
          )}
        </>
      }
    >
      <TextField
        label="Heading that the client reads"
        name="title"
        value={draft.title}
        onChange={(value) => setDraft((before) => ({ ...before, title: value }))}
      />
      {draft.questions.map((question, at) => (
        <div key={question.id} className={css.question}>
          <LongTextField
            label={`Question ${at + 1}`}
            name={`questions.${at}.text`}
            lines={2}
            value={question.text}
            onChange={(value) => change(at, { text: value })}
          />
          <ChoiceField<QuestionKind>
            label={`Answer to question ${at + 1}`}
            name={`questions.${at}.kind`}
            value={question.kind}
            options={QUESTION_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
            onChange={(kind) => change(at, { kind })}
          />
          {question.kind === "score" && (
            <TextField
              label="And the open why"
              name={`questions.${at}.why`}
              value={question.why ?? ""}
              onChange={(why) => change(at, { why })}
            />
          )}
          {(question.kind === "score" || question.kind === "scale") && (
            <>
              <TextField
                label={`What the lower end of question ${at + 1} means`}
                name={`questions.${at}.low`}
                value={question.low ?? ""}
                onChange={(low) => change(at, { low })}
              />
              <TextField
                label={`What the upper end of question ${at + 1} means`}
                name={`questions.${at}.high`}
                value={question.high ?? ""}
                onChange={(high) => change(at, { high })}
              />
            </>
          )}
          {question.kind === "choice" && (
            <LongTextField
              label={`Choices of question ${at + 1}, one a line`}
              name={`questions.${at}.options`}
              value={question.options.join("\n")}
              onChange={(value) => change(at, { options: value.split("\n") })}
            />
          )}
          <div className={css.acts}>
            {at > 0 && (
              <Button tone="quiet" label={`Up: question ${at + 1}`} onClick={() => move(at, -1)}>
                Up
              </Button>
            )}
            {at < many - 1 && (
              <Button tone="quiet" label={`Down: question ${at + 1}`} onClick={() => move(at, 1)}>
                Down
              </Button>
            )}
            <Button tone="quiet" label={`Leave it out: question ${at + 1}`} onClick={() => drop(at)}>
              Leave it out
            </Button>
          </div>
        </div>
      ))}
    </Form>
  );
}

function newQuestion({ questions }: Draft): Draft["questions"][number] {
  let number = questions.length + 1;
  while (questions.some(({ id }) => id === `question-${number}`)) number += 1;
  return {
    id: `question-${number}`,
    kind: "text",
    text: "",
    why: null,
    low: null,
    high: null,
    options: [],
  };
}

/** Without what does not belong to its kind, and without empty lines. */
function asKept(question: Draft["questions"][number]): Draft["questions"][number] {
  const { kind, options } = question;
  return {
    ...question,
    options: kind === "choice" ? options.map((each) => each.trim()).filter((each) => each !== "") : [],
  };
}
