import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useGo } from "#lib/web/go.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import type { LetterLanguage } from "../newsletter.ts";
import type { WholeView } from "../newsletter-view.ts";
import { Preview } from "./preview.tsx";
import { SendIt } from "./send-it.tsx";
import { useTypedLetter, type TypedLetter } from "./use-typed-letter.ts";
import { WhoGetsIt } from "./who-gets-it.tsx";
import css from "./letters.module.css";

const LANGUAGES: readonly { value: LetterLanguage; label: string }[] = [
  { value: "en", label: "English" },
  { value: "de", label: "German" },
];

/** A draft: write, see who gets it, look at it in your own mailbox, send. */
export function WriteLetter({ letter, me }: { letter: WholeView; me: Me }) {
  const draft = useTypedLetter(letter);
  const mayChange = mayChangeFor(me, { memberId: letter.memberId, teamId: letter.memberTeamId });
  const { typed, set } = draft;
  return (
    <div className={css.stack}>
      <PageHeading
        below={`${letter.memberName} writes it, and answers go to them.`}
        action={mayChange && <ThrowAway letter={letter} />}
      >
        {typed.subject.trim() || "A new letter"}
      </PageHeading>
      <div className={css.beside}>
        <Card title="1. Write" below={<SavingLine draft={draft} />}>
          <TextField
            label="Subject"
            name="subject"
            value={typed.subject}
            disabled={!mayChange}
            onChange={(subject) => set({ subject })}
          />
          <LongTextField
            label="Letter"
            name="text"
            lines={14}
            hint="In Markdown: **bold**, # heading, - list, [words](https://…). Pictures become links: nothing is fetched when they open it."
            value={typed.text}
            disabled={!mayChange}
            onChange={(text) => set({ text })}
          />
          <ChoiceField
            label="Language of what stands at its end"
            name="language"
            value={typed.language}
            disabled={!mayChange}
            options={LANGUAGES}
            onChange={(language) => set({ language })}
          />
        </Card>
        <Preview text={typed.text} title="What they will see" />
      </div>
      <WhoGetsIt letter={letter} draft={draft} me={me} mayChange={mayChange} />
      <SendIt letter={letter} draft={draft} me={me} mayChange={mayChange} />
    </div>
  );
}

const SAVED: Record<TypedLetter["saving"], string> = {
  saved: "Saved.",
  typing: "Saved in a moment …",
  saving: "Saving …",
  kept: "No connection: kept on this device, and saved when there is one.",
  theirs: "Not saved.",
  refused: "Not saved.",
};

function SavingLine({ draft }: { draft: TypedLetter }) {
  return (
    <>
      <span role="status">{SAVED[draft.saving]}</span>
      {draft.saving === "theirs" && (
        <span className={css.acts}>
          {draft.by} changed it meanwhile.
          <Button onClick={draft.keepMine}>Keep what I typed</Button>
          <Button onClick={draft.takeTheirs}>Take theirs</Button>
        </span>
      )}
      {draft.problem !== null && <FormError problem={draft.problem} />}
    </>
  );
}

function ThrowAway({ letter }: { letter: WholeView }) {
  const say = useUndo();
  const go = useGo();
  const refresh = ["/newsletters"];
  const back = useWrite(
    (_: undefined, gesture) => write("PUT", `/newsletters/${letter.id}/restored`, {}, gesture),
    { refresh, done: () => go(`/letters/${letter.id}`) },
  );
  const away = useWrite(
    (_: undefined, gesture) => write("DELETE", `/newsletters/${letter.id}`, undefined, gesture),
    {
      refresh: [],
      done: () => {
        go("/letters");
        say("The draft is thrown away.", () => back.sendNow(undefined));
      },
    },
  );
  return (
    <Button tone="quiet" busy={away.busy} onClick={() => away.send(undefined)}>
      Throw it away
    </Button>
  );
}
