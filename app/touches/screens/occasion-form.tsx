import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital, counted } from "#lib/web/words.ts";
import type { OccasionFacts, OccasionKind } from "../occasion.ts";
import type { OccasionView } from "../occasion-view.ts";
import { OCCASION_READS } from "./use-occasion-writes.ts";

interface OccasionFormProps {
  /** Null: a new one. */
  occasion: OccasionView | null;
  kind: OccasionKind;
  today: Day;
  onDone: (occasion: OccasionView) => void;
}

/** An event or an article; what it says goes into each letter. */
export function OccasionForm({ occasion, kind, today, onDone }: OccasionFormProps) {
  const draft = useDraft({
    title: occasion?.title ?? "",
    day: occasion?.day ?? today,
    time: occasion?.time ?? "",
    place: occasion?.place ?? "",
    link: occasion?.link ?? "",
    words: occasion?.words ?? "",
    language: occasion?.language ?? "en",
  });
  const say = useUndo();
  const back = useWrite((id: string, gesture) => write("DELETE", `/occasions/${id}`, undefined, gesture), {
    refresh: OCCASION_READS,
  });
  const save = useWrite(
    (said: Omit<OccasionFacts, "kind">, gesture) =>
      occasion === null
        ? write<OccasionView>("POST", "/occasions", { kind, ...said }, gesture)
        : write<OccasionView>("PATCH", `/occasions/${occasion.id}`, said, gesture),
    {
      refresh: OCCASION_READS,
      done: (made) => {
        if (occasion !== null && occasion.sent > 0 && made.day !== occasion.day)
          say(`${toldOldDay(occasion.sent)}: tell them the new one.`);
        if (occasion === null) say(`“${made.title}” is there.`, () => back.sendNow(made.id));
        onDone(made);
      },
    },
  );
  const { title, day, time, place, link, words, language } = draft.value;
  const isEvent = kind === "event";
  return (
    <Form
      problem={save.problem}
      onSubmit={() =>
        save.send({
          title,
          day: isEvent ? day : null,
          time: time || null,
          place: place || null,
          link: link || null,
          words: words || null,
          language,
        })
      }
      actions={
        <Button submit tone="primary" busy={save.busy} disabled={title.trim() === ""}>
          Save
        </Button>
      }
    >
      <TextField label={isEvent ? "What it is called" : "Title"} autoFocus {...draft.field("title")} />
      {isEvent && (
        <>
          <DayField label="Day" {...draft.field("day")} />
          {occasion !== null && occasion.sent > 0 && day !== occasion.day && (
            <p role="note">{`${toldOldDay(occasion.sent)}: tell them the new one.`}</p>
          )}
          <TextField label="Time" hint="As 18:30; not needed." {...draft.field("time")} />
          <TextField label="Place" {...draft.field("place")} />
        </>
      )}
      <TextField label="Link" kind="url" hint="Not needed." {...draft.field("link")} />
      <LongTextField
        label={isEvent ? "What they will get there" : "Why it matters to them"}
        hint="Goes into each letter; each can be changed for the one who gets it."
        {...draft.field("words")}
      />
      <ChoiceField
        label="The letters are in"
        options={[
          { value: "en", label: "English" },
          { value: "de", label: "German" },
        ]}
        {...draft.field("language")}
      />
    </Form>
  );
}

/** "Twelve people were told the old day" */
function toldOldDay(sent: number): string {
  return `${capital(counted(sent, "person was", "people were"))} told the old day`;
}
