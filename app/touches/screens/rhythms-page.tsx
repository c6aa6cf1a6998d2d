import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import {
  GROUPS,
  GROUP_WORDS,
  isReviewed,
  LONGEST_DAYS,
  SHORTEST_DAYS,
  type Group,
  type Rhythm,
} from "../rhythm.ts";
import { HEAVIEST } from "../touch.ts";
import type { KindView, RhythmsView } from "../touch-view.ts";
import css from "./touches.module.css";

const RHYTHM_READS = ["/rhythms", "/silences", "/touches-today", "/people", "/accounts"];
const KIND_READS = ["/touch-kinds", ...RHYTHM_READS];

const NONE: Rhythm = { days: null, reviewDays: null, cardDays: null, getsLetters: false };

/** How often each kind of person hears from us, and what a touch weighs; leaders set it. */
export function RhythmsPage() {
  const me = useMe();
  const rhythms = useRead<RhythmsView>("/rhythms");
  const kinds = useRead<{ items: KindView[] }>("/touch-kinds");
  const failed = [rhythms, kinds].find(({ problem }) => problem);
  if (failed?.problem) return <Trouble problem={failed.problem} again={failed.again} />;
  if (me === undefined || rhythms.data === undefined || kinds.data === undefined) return <Loading />;
  const leads = mayLead(me);
  return (
    <Column>
      <PageHeading
        below={
          leads ? "Who is of several kinds goes by the shortest." : "A leader can change what stands here."
        }
      >
        How often people hear from us
      </PageHeading>
      <Section title="Not longer than so many days without a word">
        <Card>
          <p className={css.soft}>
            Counted from the last real contact; reviews and report cards from the last of their own. Empty: no
            such rhythm. A letter goes only to whoever agreed to it, and when somebody presses send.
          </p>
          {GROUPS.map((group) => {
            const rhythm = rhythms.data?.rhythms[group] ?? NONE;
            return <RhythmOf key={JSON.stringify([group, rhythm])} {...{ group, rhythm, leads }} />;
          })}
        </Card>
      </Section>
      <Section title="What a touch weighs">
        <Card>
          <p className={css.soft}>
            0 moves no clock: what goes to everybody at once is no word to somebody. Of several on one day the
            heaviest is the last word.
          </p>
          <div className={css.fields}>
            {kinds.data.items
              .filter(({ ended }) => !ended)
              .map((kind) => (
                <Kind key={kind.id} kind={kind} leads={leads} />
              ))}
          </div>
          {leads && <OneMore />}
        </Card>
      </Section>
    </Column>
  );
}

function RhythmOf({ group, rhythm, leads }: { group: Group; rhythm: Rhythm; leads: boolean }) {
  const draft = useDraft<Rhythm>(rhythm);
  const say = useUndo();
  const patch = async (wanted: Rhythm, gesture: string) =>
    await write<RhythmsView>("PATCH", `/rhythms/${group}`, wanted, gesture);
  const back = useWrite(patch, { refresh: RHYTHM_READS });
  const save = useWrite(patch, {
    refresh: RHYTHM_READS,
    done: () => say(`The rhythm of ${GROUP_WORDS[group]} is set.`, () => back.sendNow(rhythm)),
  });
  const name = capital(GROUP_WORDS[group]);
  const bounds = { least: SHORTEST_DAYS, most: LONGEST_DAYS, disabled: !leads };
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send(draft.value)}
      actions={
        draft.touched && (
          <Button submit busy={save.busy} label={`Save: ${name}`}>
            Save
          </Button>
        )
      }
    >
      <div className={css.fields}>
        <NumberField label={name} {...bounds} {...draft.field("days")} />
        {isReviewed(group) && (
          <>
            <NumberField
              label={`Account review with ${GROUP_WORDS[group]}`}
              {...bounds}
              {...draft.field("reviewDays")}
            />
            <NumberField
              label={`Report card to ${GROUP_WORDS[group]}`}
              {...bounds}
              {...draft.field("cardDays")}
            />
          </>
        )}
        <CheckField
          label={`The monthly letter is for ${GROUP_WORDS[group]}`}
          disabled={!leads}
          {...draft.field("getsLetters")}
        />
      </div>
    </Form>
  );
}

function Kind({ kind, leads }: { kind: KindView; leads: boolean }) {
  const say = useUndo();
  const patch = async (wanted: { weight?: number; ended?: boolean }, gesture: string) =>
    await write<KindView>("PATCH", `/touch-kinds/${kind.id}`, wanted, gesture);
  const back = useWrite(patch, { refresh: KIND_READS });
  const change = useWrite(patch, {
    refresh: KIND_READS,
    done: (_, said) =>
      say(
        said.ended === true ? `“${kind.name}” is no longer offered.` : `${capital(kind.name)}: weighed.`,
        () => back.sendNow(said.ended === true ? { ended: false } : { weight: kind.weight }),
      ),
  });
  return (
    <div>
      <ChoiceField
        label={capital(kind.name)}
        hint={kind.logged ? (kind.own ? "Your own." : undefined) : "Told elsewhere."}
        name={`weight-${kind.id}`}
        value={String(kind.weight)}
        disabled={!leads}
        options={Array.from({ length: HEAVIEST + 1 }, (_, weight) => ({
          value: String(weight),
          label: weight === 0 ? "0, moves no clock" : String(weight),
        }))}
        onChange={(weight) => change.send({ weight: Number(weight) })}
      />
      {leads && kind.own && (
        <Button
          tone="quiet"
          label={`Offer it no longer: ${kind.name}`}
          onClick={() => change.send({ ended: true })}
        >
          Offer it no longer
        </Button>
      )}
      <FormError problem={change.problem} />
    </div>
  );
}

function OneMore() {
  const [name, setName] = useState("");
  const add = useWrite(
    (wanted: { name: string; weight: number }, gesture) =>
      write<KindView>("POST", "/touch-kinds", wanted, gesture),
    { refresh: KIND_READS, done: () => setName("") },
  );
  return (
    <Form
      problem={add.problem}
      onSubmit={() => add.send({ name, weight: 3 })}
      actions={
        <Button submit busy={add.busy} disabled={name.trim() === ""}>
          Add it
        </Button>
      }
    >
      <TextField
        label="One more kind of your own"
        name="name"
        value={name}
        onChange={setName}
        hint="Such as “regatta”."
      />
    </Form>
  );
}
