import { useEffect, useState } from "react";
import { COUNTED, MOST_PROMISED } from "#commitments/promise.ts";
import { MEASURE_CHOICES } from "#commitments/promise-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Quote } from "#lib/web/card.tsx";
import { ChoiceField, DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useStaysToday } from "#lib/web/form.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { callName } from "#people/call-name.ts";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import type { Me } from "#team/me-view.ts";
import { MOST_EXPECTED, MOST_PEOPLE } from "../one-on-one.ts";
import type { CoachingPageView } from "../coaching-page-view.ts";
import { NONE, useAheadDraft, type Ahead, type AheadDraft } from "./ahead-draft.ts";
import { useHold, usePrepare } from "./use-coaching.ts";
import css from "./coaching.module.css";

/** The next 1:1: prepared by both, and written down by whoever leads once they met. */
export function AheadForm({ page, me, again }: { page: CoachingPageView; me: Me; again: () => void }) {
  const { member, next, mayCoach } = page;
  const isOwn = me.member.id === member.id;
  const draft = useAheadDraft(page, isOwn);
  const [day, setDay] = useState(me.today);
  useStaysToday(day, me.today, setDay);
  const others = (isOwn ? next?.prepared.coachWords : next?.prepared.memberWords) ?? null;
  const other = callName((isOwn ? member.coachName : member.name) ?? "");
  const { value, field } = draft;
  const isCoach = me.member.id === (member.coachId ?? next?.prepared.coachId ?? me.member.id);
  const hold = useHold(member.id, draft.sent);
  const prepare = usePrepare(member.id, next?.prepared.scenario ?? null, draft.sent);
  const proposed = page.practise;
  const isRefused = [prepare.problem, hold.problem].some((problem) => problem?.kind === "conflict");
  useEffect(() => {
    if (isRefused) again();
    // Once a refusal; what is shown then is what stands there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isRefused]);
  if (isOwn && member.coachId === null) return null;
  return (
    <Card
      title="For the next time"
      below="Both of you write here and read it, and leaders can. Private notes nobody else reads."
    >
      <Form
        problem={prepare.problem ?? hold.problem}
        onSubmit={() => prepare.send(draft.wanted())}
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
            {...field("words")}
          />
        ) : (
          next?.prepared.coachWords != null && (
            <div>
              <p className={css.label}>{callName(member.coachName ?? "")} brings</p>
              <Quote>{next.prepared.coachWords}</Quote>
            </div>
          )
        )}
        <DayField label="The day you agreed on" {...field("plannedOn")} />
        <Meanwhile draft={draft} of="plannedOn" />
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
        <NumberField label="Introductions" most={MOST_EXPECTED} {...field("expects")} />
        <Meanwhile draft={draft} of="expects" />
        <h3 className={css.question}>3. What will be talked about?</h3>
        <LongTextField label="In writing" {...field("topics")} />
        <Meanwhile draft={draft} of="topics" />
        <h3 className={css.question}>Until you meet again</h3>
        <div className={css.pair}>
          <ChoiceField
            label="One number"
            {...field("measure")}
            options={[
              { value: NONE, label: "None yet" },
              ...COUNTED.map((measure) => ({ value: measure, label: MEASURE_CHOICES[measure] })),
            ]}
          />
          <NumberField label="How many" least={1} most={MOST_PROMISED} {...field("count")} />
        </div>
        <Meanwhile draft={draft} of={draft.meanwhile("measure") === null ? "count" : "measure"} />
        <ChoiceField
          label="One skill"
          {...field("skill")}
          options={[
            { value: NONE, label: "None yet" },
            ...page.skills.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
        <Meanwhile draft={draft} of="skill" />
        {proposed !== null && value.skill !== proposed.skill && (
          <div className={css.acts}>
            <button type="button" className={css.chip} onClick={() => draft.set({ skill: proposed.skill })}>
              Take “{proposed.skillName}”, as proposed
            </button>
          </div>
        )}
        <TextField label="One commitment, in a line" {...field("commitment")} />
        <Meanwhile draft={draft} of="commitment" />
      </Form>
      {mayCoach && (
        <div className={css.met}>
          <DayField label="You met on" name="day" value={day} latest={me.today} onChange={setDay} />
          <Button
            tone="primary"
            busy={hold.busy}
            onClick={() => {
              const { plannedOn: _agreed, ...agreed } = draft.wanted();
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

/** What the other of the two has written in the same place since one began. */
function Meanwhile({ draft, of }: { draft: AheadDraft; of: keyof Ahead }) {
  const now = draft.meanwhile(of);
  if (now === null) return null;
  return (
    <div className={css.acts} role="status">
      <span className={css.soft}>
        {now === "" ? "Taken away here meanwhile." : `Here stands meanwhile: “${now}”.`}
      </span>
      <button type="button" className={css.chip} onClick={() => draft.take(of)}>
        Take that
      </button>
    </div>
  );
}
