import type { Me } from "#team/me-view.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import type { Moment } from "../ask.ts";
import type { Part } from "../talk-part.ts";
import { fill, mayWriteWording } from "../wording.ts";
import type { WordingView } from "../wording-view.ts";
import { FACT_WORDS } from "./talk-words.ts";
import { useWriteWords } from "./use-wording-writes.ts";
import css from "./wording-form.module.css";

interface WordingFormProps {
  me: Me;
  moment: Moment;
  language: string;
  part: Part;
  /** The words these begin with, and take the place of where one may. */
  instead?: WordingView;
  onDone: () => void;
}

type Whose = "mine" | "team" | "workspace";

/** Words for one part: what is known about the source goes into the gaps. */
export function WordingForm({ me, moment, language, part, instead, onDone }: WordingFormProps) {
  const scopes = scopesOf(me);
  const draft = useDraft({ text: instead?.text ?? "", whose: (instead && whoseOf(instead)) ?? "mine" });
  const save = useWriteWords(onDone);
  const { text } = draft.value;
  const whose = scopes.some(({ value }) => value === draft.value.whose) ? draft.value.whose : "mine";
  const before = instead?.mayChange === true && instead.retiredOn === null ? instead : null;
  const send = () =>
    save.send({
      moment: before?.moment ?? moment,
      part,
      language,
      text,
      teamId: whose === "team" ? (before?.teamId ?? me.member.teamId) : null,
      memberId: whose === "mine" ? (before?.memberId ?? me.member.id) : null,
      ...(before?.id && { replaces: before.id }),
    });
  return (
    <Form
      problem={save.problem}
      onSubmit={send}
      actions={
        <>
          <Button submit tone="primary" busy={save.busy}>
            Save
          </Button>
          <Button tone="quiet" onClick={onDone}>
            Cancel
          </Button>
        </>
      }
    >
      <LongTextField
        label="What you say"
        {...draft.field("text")}
        hint={
          before === null
            ? "A sentence or two, as you would say them."
            : "These take the place of the words before, which are retired: what came of them stays theirs."
        }
      />
      <div className={css.gaps} role="group" aria-label="Put in a gap">
        {Object.entries(FACT_WORDS).map(([fact, label]) => (
          <button
            key={fact}
            type="button"
            className={css.gap}
            onClick={() => draft.set({ text: `${text}${/\S$/.test(text) ? " " : ""}{${fact}}` })}
          >
            {label}
          </button>
        ))}
      </div>
      {text.trim() !== "" && <p className={css.read}>{fill(text, EXAMPLE).text}</p>}
      {scopes.length > 1 && (
        <ChoiceField<Whose>
          label="Whose words"
          name="whose"
          value={whose}
          options={scopes}
          onChange={(next) => draft.set({ whose: next })}
        />
      )}
    </Form>
  );
}

function scopesOf(me: Me): { value: Whose; label: string }[] {
  const { teamId } = me.member;
  const may = (team: string | null) => mayWriteWording(me, { teamId: team, memberId: null }, null);
  return [
    { value: "mine", label: "My own" },
    ...(teamId !== null && may(teamId) ? [{ value: "team" as const, label: "My team's" }] : []),
    ...(may(null) ? [{ value: "workspace" as const, label: "Everybody's" }] : []),
  ];
}

function whoseOf({ id, teamId, memberId }: WordingView): Whose {
  if (id === null) return "workspace";
  return memberId !== null ? "mine" : teamId !== null ? "team" : "workspace";
}

/** How it reads. */
const EXAMPLE = {
  name: "Anna",
  account: "Hafen Logistik",
  value: "You saved us two days a month",
  whom: "a head of operations at a family-owned carrier",
  reason: "They lose two days a month on customs papers.",
  prompts: "the people you meet at the harbour forum",
  rep: "Mia Sommer",
  workspace: "Nordlicht",
};
