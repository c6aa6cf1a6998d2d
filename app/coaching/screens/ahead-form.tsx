import { useState } from "react";
import { COUNTED, MOST_PROMISED, type Counted } from "#commitments/promise.ts";
import { MEASURE_CHOICES } from "#commitments/promise-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Quote } from "#lib/web/card.tsx";
import { ChoiceField, DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, useStaysToday } from "#lib/web/form.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { callName } from "#people/call-name.ts";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import type { Me } from "#team/me-view.ts";
import { MOST_EXPECTED, MOST_PEOPLE } from "../one-on-one.ts";
import type { CoachingPageView, WantedAhead } from "../one-on-one-view.ts";
import { useHold, usePrepare } from "./use-coaching.ts";
import css from "./coaching.module.css";

const NONE = "";

interface Draft {
  words: string;
  people: readonly { id: string; name: string }[];
  expects: number | null;
  topics: string;
  measure: Counted | typeof NONE;
  count: number | null;
  skill: string;
  commitment: string;
  plannedOn: string;
}

/** The next 1:1: prepared by both, and written down by whoever leads once they met. */
export function AheadForm({ page, me }: { page: CoachingPageView; me: Me }) {
  const { member, next, mayCoach } = page;
  const isOwn = me.member.id === member.id;
  const draft = useDraft<Draft>(() => draftOf(page, isOwn));
  const [day, setDay] = useState(me.today);
  useStaysToday(day, me.today, setDay);
  const before = wantedOf(draftOf(page, isOwn), page);
  const others = (isOwn ? next?.prepared.coachWords : next?.prepared.memberWords) ?? null;
  const other = callName((isOwn ? member.coachName : member.name) ?? "");
  const { value } = draft;
  const isCoach = me.member.id === (member.coachId ?? next?.prepared.coachId ?? me.member.id);
  const hold = useHold(member.id);
  const said = (all: WantedAhead): WantedAhead => (isOwn || isCoach ? all : { ...all, words: undefined });
  const prepare = usePrepare(member.id, said(before));
  const proposed = page.practise;
  if (isOwn && member.coachId === null) return null;
  return (
    <Card title="For the next time" below="Both of you write here and read it, but for your private notes.">
      <Form
        problem={prepare.problem ?? hold.problem}
        onSubmit={() => prepare.send(said(wantedOf(value, page)))}
        actions={
          <Button submit tone={mayCoach ? "plain" : "primary"} busy={prepare.busy}>
            Save what is prepared
          </Button>
        }
      >
        {others !== null && (
          <div>
            <p className={css.label}>{other} brings</p>
            <Quote>{others}</Quote>
          </div>
        )}
        {isOwn || isCoach ? (
          <LongTextField
            label="What do you want to talk about?"
            hint={`${other} reads it, too.`}
            {...draft.field("words")}
          />
        ) : (
          next?.prepared.coachWords != null && (
            <div>
              <p className={css.label}>{callName(member.coachName ?? "")} brings</p>
              <Quote>{next.prepared.coachWords}</Quote>
            </div>
          )
        )}
        <DayField label="The day you agreed on" {...draft.field("plannedOn")} />
        <h3 className={css.question}>1. Who will be asked?</h3>
        <ul className={css.chips}>
          {value.people.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                className={css.chip}
                aria-label={`Take ${name} out`}
                onClick={() => draft.set({ people: value.people.filter((each) => each.id !== id) })}
              >
                {name} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
        {value.people.length < MOST_PEOPLE && (
          <PersonPicker
            key={value.people.length}
            label="A name"
            name="personIds"
            value={null}
            mayAdd={false}
            without={value.people.map(({ id }) => id)}
            onChange={(person) => {
              if (person !== null)
                draft.set({ people: [...value.people, { id: person.id, name: person.label }] });
            }}
          />
        )}
        <h3 className={css.question}>2. What outcomes do you expect?</h3>
        <NumberField label="Introductions" most={MOST_EXPECTED} {...draft.field("expects")} />
        <h3 className={css.question}>3. What will be talked about?</h3>
        <LongTextField label="In writing" {...draft.field("topics")} />
        <h3 className={css.question}>Until you meet again</h3>
        <div className={css.pair}>
          <ChoiceField
            label="One number"
            {...draft.field("measure")}
            options={[
              { value: NONE, label: "None yet" },
              ...COUNTED.map((measure) => ({ value: measure, label: MEASURE_CHOICES[measure] })),
            ]}
          />
          <NumberField label="How many" least={1} most={MOST_PROMISED} {...draft.field("count")} />
        </div>
        <ChoiceField
          label="One skill"
          {...draft.field("skill")}
          options={[
            { value: NONE, label: "None yet" },
            ...page.skills.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
        {proposed !== null && value.skill !== proposed.skill && (
          <div className={css.acts}>
            <button type="button" className={css.chip} onClick={() => draft.set({ skill: proposed.skill })}>
              Take “{proposed.skillName}”, as proposed
            </button>
          </div>
        )}
        <TextField label="One commitment, in a line" {...draft.field("commitment")} />
      </Form>
      {mayCoach && (
        <div className={css.met}>
          <DayField label="You met on" name="day" value={day} latest={me.today} onChange={setDay} />
          <Button
            tone="primary"
            busy={hold.busy}
            onClick={() => {
              const { plannedOn: _agreed, ...agreed } = said(wantedOf(value, page));
              hold.send({ ...agreed, day });
            }}
          >
            We met and agreed on this
          </Button>
        </div>
      )}
    </Card>
  );
}

function draftOf({ next }: CoachingPageView, isOwn: boolean): Draft {
  const prepared = next?.prepared;
  return {
    words: (isOwn ? prepared?.memberWords : prepared?.coachWords) ?? "",
    people: (next?.people ?? []).map(({ id, name }) => ({ id, name })),
    expects: prepared?.expects ?? null,
    topics: prepared?.topics ?? "",
    measure: prepared?.number?.measure ?? NONE,
    count: prepared?.number?.count ?? null,
    skill: prepared?.skill ?? NONE,
    commitment: prepared?.commitment ?? "",
    plannedOn: prepared?.plannedOn ?? "",
  };
}

/** The proposed skill brings the scenario to rehearse it with. */
function wantedOf(draft: Draft, { practise }: CoachingPageView): WantedAhead {
  const { measure, count, skill } = draft;
  const scenario = practise !== null && practise.skill === skill ? practise.scenario : undefined;
  return {
    words: draft.words,
    personIds: draft.people.map(({ id }) => id),
    expects: draft.expects,
    topics: draft.topics,
    number: measure === NONE || count === null ? null : { measure, count },
    commitment: draft.commitment,
    plannedOn: draft.plannedOn === "" ? null : draft.plannedOn,
    ...(scenario === undefined ? { skill: skill === NONE ? null : skill } : { scenario }),
  };
}
