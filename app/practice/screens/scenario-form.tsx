import { MOMENTS } from "#asks/ask.ts";
import { capital } from "#lib/web/words.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, useRefreshAfter, useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { LANGUAGE_NAMES, PRACTICE_LANGUAGES } from "../library/practice-languages.ts";
import type { LibraryView, ScenarioView } from "../practice-view.ts";
import { MOODS } from "../scenario.ts";
import { usePracticeLanguage } from "./practice-language.ts";
import { MOMENT_NOTES, MOOD_WORDS } from "./practice-words.ts";
import { LIBRARY_READS } from "./use-practice-writes.ts";

interface ScenarioFormProps {
  /** Null: a new one. */
  scenario: ScenarioView | null;
  onDone: (scenario: ScenarioView) => void;
}

/** Who sits opposite, in the team's own words. */
export function ScenarioForm({ scenario, onDone }: ScenarioFormProps) {
  const [own] = usePracticeLanguage();
  const say = useUndo();
  const draft = useDraft({
    language: scenario?.language ?? own,
    rubric: scenario?.rubric ?? "ask",
    name: scenario?.name ?? "",
    who: scenario?.who ?? "",
    situation: scenario?.situation ?? "",
    mood: scenario?.mood ?? "friendly",
    opening: scenario?.opening ?? "",
    objections: (scenario?.objections ?? []).join("\n"),
    moment: scenario?.moment ?? "",
  });
  const library = useRead<LibraryView>("/practice-library", { language: draft.value.language });
  const back = useWrite(
    (id: string, gesture) => write("DELETE", `/practice-scenario-editions/${id}`, undefined, gesture),
    { refresh: LIBRARY_READS },
  );
  const save = useWrite(
    ({ objections, moment, ...rest }: typeof draft.value, gesture) => {
      const body = { ...rest, objections: objections.split("\n"), moment: moment === "" ? null : moment };
      return scenario === null
        ? write<ScenarioView>("POST", "/practice-scenarios", body, gesture)
        : write<ScenarioView>(
            "PUT",
            `/practice-scenarios/${scenario.key}`,
            { ...body, over: scenario.editionId },
            gesture,
          );
    },
    {
      refresh: LIBRARY_READS,
      done: (saved) => {
        const { editionId } = saved;
        say(scenario === null ? "Added." : "Changed.", async () => {
          if (editionId !== null) await back.sendNow(editionId);
        });
        onDone(saved);
      },
    },
  );
  // Somebody else changed it meanwhile: what stands there is read anew, and saved over when that is said again.
  useRefreshAfter(save.problem?.kind !== "conflict", LIBRARY_READS);
  if (library.data === undefined) return <Loading lines={3} />;
  const rubrics = library.data.rubrics.filter(({ retiredOn }) => retiredOn === null);
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          {scenario === null ? "Add it" : "Save"}
        </Button>
      }
    >
      <TextField label="What it is called" autoFocus {...draft.field("name")} />
      <TextField
        label="Who sits opposite"
        hint="Made up, or so that nobody is recognised: “head of controlling at a pump maker”."
        {...draft.field("who")}
      />
      <LongTextField
        label="The situation"
        hint="Two or three sentences, said to whoever rehearses."
        {...draft.field("situation")}
      />
      <TextField label="What they say first" {...draft.field("opening")} />
      <LongTextField
        label="What they may say against it"
        hint="One on each line."
        {...draft.field("objections")}
      />
      <ChoiceField
        label="Their mood"
        options={MOODS.map((value) => ({ value, label: MOOD_WORDS.en[value] }))}
        {...draft.field("mood")}
      />
      <ChoiceField
        label="What it trains"
        options={rubrics.map(({ key, name }) => ({ value: key, label: name }))}
        {...draft.field("rubric")}
      />
      <ChoiceField
        label="The moment of the ask"
        options={[
          { value: "", label: "No ask" },
          ...MOMENTS.map((value) => ({ value, label: capital(MOMENT_NOTES.en[value]) })),
        ]}
        {...draft.field("moment")}
      />
      {scenario === null && (
        <ChoiceField
          label="In which language"
          options={PRACTICE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          {...draft.field("language")}
        />
      )}
    </Form>
  );
}
