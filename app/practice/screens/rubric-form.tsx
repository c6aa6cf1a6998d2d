import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { LANGUAGE_NAMES, PRACTICE_LANGUAGES } from "../library/practice-languages.ts";
import { MOST_POINTS } from "../own-library.ts";
import type { RubricView } from "../practice-view.ts";
import { DISCIPLINES, type Discipline } from "../rubric.ts";
import { usePracticeLanguage } from "./practice-language.ts";
import { DISCIPLINE_WORDS } from "./practice-words.ts";
import { LIBRARY_READS } from "./use-practice-writes.ts";
import css from "./practice.module.css";

interface PointDraft {
  key?: string;
  act: string;
  why: string;
}

const EMPTY: PointDraft = { act: "", why: "" };

/** A rubric in the team's own words: what was held before keeps the points it was scored by. */
export function RubricForm({ rubric, onDone }: { rubric: RubricView | null; onDone: () => void }) {
  const [own] = usePracticeLanguage();
  const say = useUndo();
  const [name, setName] = useState(rubric?.name ?? "");
  const [discipline, setDiscipline] = useState<Discipline>(rubric?.discipline ?? "asking");
  const [language, setLanguage] = useState(rubric?.language ?? own);
  const [points, setPoints] = useState<PointDraft[]>(rubric?.points ?? [EMPTY, EMPTY, EMPTY, EMPTY, EMPTY]);
  const back = useWrite(
    (id: string, gesture) => write("DELETE", `/practice-rubric-editions/${id}`, undefined, gesture),
    { refresh: LIBRARY_READS },
  );
  const save = useWrite(
    (body: object, gesture) =>
      rubric === null
        ? write<RubricView>("POST", "/practice-rubrics", body, gesture)
        : write<RubricView>("PUT", `/practice-rubrics/${rubric.key}`, body, gesture),
    {
      refresh: LIBRARY_READS,
      done: ({ editionId }) => {
        say(rubric === null ? "Added." : "Changed.", async () => {
          if (editionId !== null) await back.sendNow(editionId);
        });
        onDone();
      },
    },
  );
  const change = (at: number, some: Partial<PointDraft>) =>
    setPoints((before) => before.map((each, place) => (place === at ? { ...each, ...some } : each)));
  const filled = points.filter(({ act }) => act.trim() !== "");
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send({ name, discipline, language, points: filled })}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          {rubric === null ? "Add it" : "Save"}
        </Button>
      }
    >
      <TextField label="What it is called" name="name" autoFocus value={name} onChange={setName} />
      {rubric === null && (
        <>
          <ChoiceField
            label="Discipline"
            name="discipline"
            value={discipline}
            options={DISCIPLINES.map((value) => ({ value, label: DISCIPLINE_WORDS[value] }))}
            onChange={setDiscipline}
          />
          <ChoiceField
            label="In which language"
            name="language"
            value={language}
            options={PRACTICE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            onChange={setLanguage}
          />
        </>
      )}
      {points.map(({ act, why }, at) => (
        <div key={at} className={css.fields}>
          <TextField
            label={`Point ${at + 1}: the act`}
            name={at === 0 ? "points" : `point ${at}`}
            hint={
              at === 0
                ? "What somebody who listens can answer with yes or no. An empty one is left out."
                : undefined
            }
            value={act}
            onChange={(said) => change(at, { act: said })}
          />
          <LongTextField
            label={`Point ${at + 1}: why it matters`}
            name={`why ${at}`}
            lines={1}
            value={why}
            onChange={(said) => change(at, { why: said })}
          />
        </div>
      ))}
      {points.length < MOST_POINTS && (
        <Button tone="quiet" onClick={() => setPoints((before) => [...before, EMPTY])}>
          One more point
        </Button>
      )}
    </Form>
  );
}
