import { useState } from "react";
import { whenText } from "#lib/kernel/day-words.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { OneOfField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, useStaysToday } from "#lib/web/form.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { capital } from "#lib/web/words.ts";
import { callName } from "#people/call-name.ts";
import { findPeople } from "#people/screens/find-people.ts";
import type { PersonChoice } from "#people/screens/person-choice.ts";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import { LEVELS, type Level } from "#referrals/referral.ts";
import type { Me } from "#team/me-view.ts";
import { ForMember } from "#team/screens/for-member.tsx";
import { KIND_WORDS, KINDS, type Kind } from "../given.ts";
import type { GivenView } from "../given-view.ts";
import { givenSentence } from "../words.ts";
import { useGive, type GivenToLog } from "./use-given-writes.ts";
import css from "./giving.module.css";

/** Somebody whom a page knows already. */
export type KnownOne = Pick<PersonChoice, "id" | "label">;

interface GiveFormProps {
  me: Me;
  to?: KnownOne | undefined;
  onLogged: (given: GivenView) => void;
}

interface Introduction {
  to: KnownOne | null;
  whom: Choice | null;
  does: string;
  kind: Kind;
  why: string;
  level: Level | null;
  day: string;
  memberId: string;
}

/** Stands for the id of somebody outside, whom we name in words. */
const OUTSIDE = "outside";

/** Whom we introduced to whom, and what we did for it. */
export function GiveForm({ me, to, onLogged }: GiveFormProps) {
  const draft = useDraft<Introduction>({
    to: to ?? null,
    whom: null,
    does: "",
    kind: "resource",
    why: "",
    level: null,
    day: me.today,
    memberId: me.member.id,
  });
  useStaysToday(draft.value.day, me.today, (day) => draft.set({ day }));
  const [refused, setRefused] = useState<{ reason: string; field: string } | null>(null);
  const give = useGive(onLogged);
  const { value } = draft;
  const isOutside = value.whom?.id === OUTSIDE;
  const save = () => {
    const missing = missingIn(value);
    setRefused(missing);
    if (missing === null) give.send(bodyOf(value));
  };
  const called = value.to === null ? "them" : callName(value.to.label);
  return (
    <Form
      problem={refused ?? give.problem}
      onSubmit={save}
      actions={
        <Button submit tone="primary" busy={give.busy}>
          Save
        </Button>
      }
    >
      {to === undefined && (
        <PersonPicker
          label="Whom did you help?"
          name="toId"
          hint="Who gets the introduction."
          value={value.to as PersonChoice | null}
          onChange={(person) => draft.set({ to: person })}
          autoFocus
        />
      )}
      <Picker
        label={value.to === null ? "To whom did you introduce them?" : `To whom did you introduce ${called}?`}
        name="whomId"
        placeholder="A name, or somebody outside: a caterer"
        value={value.whom}
        find={async (q, signal) => (await findPeople(q, signal)).filter(({ id }) => id !== value.to?.id)}
        create={{
          label: (typed) => `Somebody outside: “${typed}”`,
          run: (typed) => ({ id: OUTSIDE, label: typed, hint: "not in our lists" }),
        }}
        onChange={(whom) => draft.set({ whom })}
        autoFocus={to !== undefined}
      />
      {isOutside && (
        <TextField label="What they do" placeholder="a caterer, a lawyer" {...draft.field("does")} />
      )}
      <TextField
        label="Why"
        hint="One sentence: what each gets from knowing the other."
        {...draft.field("why")}
      />
      <OneOfField
        label="What did you do?"
        name="level"
        value={value.level === null ? "" : (String(value.level) as `${Level}`)}
        onChange={(level) => level !== "" && draft.set({ level: Number(level) as Level })}
        options={LEVELS.map((level) => ({
          value: String(level) as `${Level}`,
          label: capital(
            givenSentence(level, called, value.whom === null ? "the other" : callName(value.whom.label)),
          ),
          ...(level === 0 && {
            hint: "Kept to work on, or until both have said yes. It does not count yet.",
          }),
        }))}
      />
      <ChoiceField
        label="What it is"
        {...draft.field("kind")}
        options={KINDS.map((kind) => ({ value: kind, label: capital(KIND_WORDS[kind]) }))}
      />
      <DayField
        label="Day"
        hint={capital(whenText(value.day || me.today, me.today))}
        {...draft.field("day")}
        latest={me.today}
        quick={[
          { label: "Today", day: me.today },
          { label: "Yesterday", day: addDays(me.today, -1) },
        ]}
      />
      <div className={css.fields}>
        <ForMember me={me} label="Who introduced them" {...draft.field("memberId")} />
      </div>
    </Form>
  );
}

function missingIn({ to, whom, level }: Introduction): { reason: string; field: string } | null {
  if (to === null) return { reason: "Say who got the introduction.", field: "toId" };
  if (whom === null) return { reason: "Say to whom: a name is enough.", field: "whomId" };
  if (level === null) return { reason: "Say what you did. It decides whether it counts.", field: "level" };
  return null;
}

function bodyOf({ to, whom, does, kind, why, level, day, memberId }: Introduction): GivenToLog {
  if (to === null || whom === null || level === null) throw new Error("checked before by missingIn");
  const outside = { name: whom.label, ...(does.trim() !== "" && { does }) };
  return {
    toId: to.id,
    ...(whom.id === OUTSIDE ? { whom: outside } : { whomId: whom.id }),
    kind,
    level,
    day,
    memberId,
    ...(why.trim() !== "" && { why }),
  };
}
