import { useState } from "react";
import { addDays } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { PersonView } from "#people/person-view.ts";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import { ForMember } from "#team/screens/for-member.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { PermitView, ReferenceView } from "../budget-view.ts";
import { agoText } from "../answer-words.ts";
import { RestPill, useAskable } from "./may-be-asked.tsx";
import { useNoteReference, useTakeBackReference, useWithdrawPermit } from "./use-budget-writes.ts";
import css from "./may-be-asked.module.css";

/** On a person's page: whether they rest, who may ask nevertheless, and the references they gave. */
export function RestOfSource({ id }: { id: string }) {
  const me = useMe();
  if (me === undefined) return null;
  return <Rest id={id} me={me} />;
}

function Rest({ id, me }: { id: string; me: Me }) {
  const [noting, setNoting] = useState(false);
  const person = useRead<PersonView>(`/people/${id}`);
  const askable = useAskable({ me, sourceId: id });
  const permits = useRead<{ items: PermitView[] }>(`/people/${id}/permits`);
  const references = useRead<{ items: ReferenceView[] }>(`/people/${id}/references`);
  const refusal = askable.data?.refusal ?? null;
  const current = (permits.data?.items ?? []).filter((permit) => permit.current);
  const close = () => setNoting(false);
  return (
    <Section
      title="Rest and references"
      aside={refusal && <RestPill mayFrom={refusal.facts.mayFrom} today={me.today} />}
    >
      <div>
        {current.map((permit) => (
          <Permit key={permit.id} permit={permit} personId={id} me={me} />
        ))}
        {(references.data?.items ?? []).map((given) => (
          <Reference key={given.id} given={given} personId={id} me={me} />
        ))}
      </div>
      <div className={css.acts}>
        <Button tone="quiet" onClick={() => setNoting(true)}>
          They gave a reference …
        </Button>
      </div>
      <Sheet title="They gave a reference" opened={noting} onClose={close}>
        {person.data && <NoteReference person={person.data} me={me} onDone={close} />}
      </Sheet>
    </Section>
  );
}

function Permit({ permit, personId, me }: { permit: PermitView; personId: string; me: Me }) {
  const withdraw = useWithdrawPermit(personId);
  const mine = permit.byId === me.member.id || me.member.role === "leader";
  return (
    <div className={css.row}>
      <span className={css.words}>
        {permitText(permit, me)}
        <small className={css.soft}>“{permit.reason}”</small>
      </span>
      {mine && (
        <Button tone="quiet" busy={withdraw.busy} onClick={() => withdraw.send(permit)}>
          Withdraw
        </Button>
      )}
    </div>
  );
}

/** "You may ask once until 2 December", "Petra Lang lets Mia Sommer ask once until 2 December". */
function permitText({ byId, byName, memberId, memberName, untilDay }: PermitView, me: Me): string {
  const until = `ask once until ${dayText(untilDay, me.today)}`;
  const mine = me.member.id;
  if (memberId === mine) return byId === mine ? `You may ${until}` : `${byName} lets you ${until}`;
  return byId === mine ? `You let ${memberName} ${until}` : `${byName} lets ${memberName} ${until}`;
}

function Reference({ given, personId, me }: { given: ReferenceView; personId: string; me: Me }) {
  const takeBack = useTakeBackReference(personId);
  const mine = mayChangeFor(me, { memberId: given.memberId, teamId: given.memberTeamId });
  return (
    <div className={css.row}>
      <span className={css.words}>
        A reference for {given.forWhom}, {agoText(given.day, me.today)}
        <small className={css.soft}>
          {given.memberId === me.member.id ? "to you" : `to ${given.memberName}`}
          {given.note !== null && `: ${given.note}`}
        </small>
      </span>
      {mine && (
        <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(given)}>
          Take back
        </Button>
      )}
    </div>
  );
}

function NoteReference({ person, me, onDone }: { person: PersonView; me: Me; onDone: () => void }) {
  const draft = useDraft({ forWhom: "", day: me.today, note: "", memberId: me.member.id });
  const note = useNoteReference(person.id, person.fullName, onDone);
  const { value } = draft;
  const send = () =>
    note.send({
      forWhom: value.forWhom,
      day: value.day,
      memberId: value.memberId,
      ...(value.note.trim() !== "" && { note: value.note }),
    });
  return (
    <Form
      problem={note.problem}
      onSubmit={send}
      actions={
        <Button submit tone="primary" busy={note.busy}>
          Save
        </Button>
      }
    >
      <TextField
        label="For whom they vouched"
        hint="The deal or the company they spoke to. A reference is no introduction, but they rest after it as after an ask."
        autoFocus
        {...draft.field("forWhom")}
      />
      <DayField
        label="Day"
        {...draft.field("day")}
        latest={me.today}
        quick={[
          { label: "Today", day: me.today },
          { label: "Yesterday", day: addDays(me.today, -1) },
        ]}
      />
      <TextField label="Note" {...draft.field("note")} />
      <ForMember me={me} label="For whose sale" {...draft.field("memberId")} />
    </Form>
  );
}
