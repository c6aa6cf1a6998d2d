import { useState } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { ChoiceField, DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital } from "#lib/web/words.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { LONGEST_DAYS, SHORTEST_DAYS } from "../rhythm.ts";
import { isToldElsewhere } from "../touch.ts";
import type { ContactView, KindView, SilenceView } from "../touch-view.ts";
import { LastWord } from "./silence-line.tsx";
import { dueText, LATER, laterDay, pageOfContact, rhythmText } from "./touch-words.ts";
import {
  useLogTouch,
  useOwnRhythm,
  usePutOff,
  useTakeBackRhythm,
  useTakeBackTouch,
  useTakeUpAgain,
} from "./use-touch-writes.ts";
import css from "./touches.module.css";

const SHOWN = 6;

/** On a person's page: when they last heard from us, when they are due, and a touch in two taps. */
export function LastWordWith({ id }: { id: string }) {
  const me = useMe();
  const standing = useRead<SilenceView>(`/people/${id}/rhythm`);
  const contacts = useRead<{ items: ContactView[] }>(`/people/${id}/contacts`, { limit: SHOWN });
  if (standing.problem) return <Trouble problem={standing.problem} again={standing.again} />;
  if (me === undefined || standing.data === undefined) return <Loading lines={3} />;
  return (
    <Section title="Last word">
      <Card>
        <Standing silence={standing.data} me={me} />
        <Contacts contacts={contacts.data?.items ?? []} me={me} />
      </Card>
    </Section>
  );
}

function Standing({ silence, me }: { silence: SilenceView; me: Me }) {
  const [sheet, setSheet] = useState<"touch" | "rhythm" | null>(null);
  const log = useLogTouch(silence);
  const putOff = usePutOff(silence, me.today);
  const again = useTakeUpAgain(silence);
  const leave = useOwnRhythm(silence, () => undefined);
  const back = useTakeBackRhythm(silence);
  const { fullName, own, pause } = silence;
  const name = callName(fullName);
  const menu = [
    { label: own === null ? "A rhythm of their own …" : "Another rhythm …", run: () => setSheet("rhythm") },
    ...(own?.days === null
      ? []
      : [{ label: `Let ${name} come by themselves`, run: () => leave.send({ days: null }) }]),
    ...(own === null ? [] : [{ label: "Back to the rhythm of their kind", run: () => back.send(undefined) }]),
    ...(pause === null
      ? LATER.map(({ label, days, why }) => ({
          label,
          run: () => putOff.send({ untilDay: laterDay(me.today, days), why }),
        }))
      : [{ label: "Take up again now", run: () => again.send(undefined) }]),
  ];
  return (
    <div className={css.line}>
      <div className={css.words}>
        <p className={css.name}>
          <LastWord silence={silence} today={me.today} />
        </p>
        <p className={css.soft}>
          {rhythmText(silence)} {dueText(silence, me.today)}
        </p>
        <FormError
          problem={log.problem ?? putOff.problem ?? again.problem ?? leave.problem ?? back.problem}
        />
      </div>
      <div className={css.acts}>
        <Button busy={log.busy} onClick={() => log.send({ kind: "call" })}>
          I called
        </Button>
        <Button onClick={() => setSheet("touch")}>Something else …</Button>
        <GoButton tone="quiet" to={`/touches/cards?person=${silence.personId}`}>
          Write a card
        </GoButton>
        <ActionMenu label={`How often ${name} hears from us`} actions={menu}>
          …
        </ActionMenu>
      </div>
      <Sheet title={`What ${name} had from us`} opened={sheet === "touch"} onClose={() => setSheet(null)}>
        <TouchForm silence={silence} me={me} onDone={() => setSheet(null)} />
      </Sheet>
      <Sheet
        title={`How often ${name} hears from us`}
        opened={sheet === "rhythm"}
        onClose={() => setSheet(null)}
      >
        <RhythmForm silence={silence} onDone={() => setSheet(null)} />
      </Sheet>
    </div>
  );
}

function TouchForm({ silence, me, onDone }: { silence: SilenceView; me: Me; onDone: () => void }) {
  const kinds = useRead<{ items: KindView[] }>("/touch-kinds");
  const draft = useDraft({ kind: "handwritten-note", words: "", day: me.today });
  const log = useLogTouch(silence, onDone);
  if (kinds.problem) return <Trouble problem={kinds.problem} again={kinds.again} />;
  if (kinds.data === undefined) return <Loading lines={3} />;
  const offered = kinds.data.items.filter(({ logged, ended }) => logged && !ended);
  return (
    <Form
      problem={log.problem}
      onSubmit={() =>
        log.send({
          kind: draft.value.kind,
          words: draft.value.words.trim() || null,
          day: draft.value.day,
        })
      }
      actions={
        <Button submit tone="primary" busy={log.busy}>
          Note it
        </Button>
      }
    >
      <ChoiceField
        label="What it was"
        hint="A gift, a meeting and an introduction are noted in their own places, and count from there."
        options={offered.map(({ id, name }) => ({ value: id, label: capital(name) }))}
        {...draft.field("kind")}
      />
      <TextField label="About what" hint="Not needed." {...draft.field("words")} />
      <DayField label="Day" {...draft.field("day")} />
    </Form>
  );
}

function RhythmForm({ silence, onDone }: { silence: SilenceView; onDone: () => void }) {
  const draft = useDraft<{ days: number | null }>({ days: silence.rhythm?.days ?? 90 });
  const save = useOwnRhythm(silence, onDone);
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={save.busy} disabled={draft.value.days === null}>
          Save
        </Button>
      }
    >
      <NumberField
        label="Not longer than days without a word"
        least={SHORTEST_DAYS}
        most={LONGEST_DAYS}
        {...draft.field("days")}
      />
    </Form>
  );
}

function Contacts({ contacts, me }: { contacts: readonly ContactView[]; me: Me }) {
  const takeBack = useTakeBackTouch();
  if (contacts.length === 0) return null;
  return (
    <ul className={css.lines} aria-label="What they had from us">
      {contacts.map((contact) => (
        <li key={`${contact.fact} ${contact.factId} ${contact.kind} ${contact.day}`} className={css.contact}>
          <p>
            <What contact={contact} />
            <span className={css.soft}>
              {" "}
              {shortDay(contact.day, me.today)}
              {contact.memberName !== null && `, ${contact.memberName}`}
              {contact.words !== null && `: “${contact.words}”`}
              {contact.weight === 0 && " · moves no clock"}
            </span>
          </p>
          {contact.fact === "touch" && !isToldElsewhere(contact.kind) && (
            <Button
              tone="quiet"
              label={`Take back: ${contact.kindName}, ${shortDay(contact.day, me.today)}`}
              onClick={() => takeBack.send(contact.factId)}
            >
              Take back
            </Button>
          )}
        </li>
      ))}
      <FormError problem={takeBack.problem} />
    </ul>
  );
}

function What({ contact }: { contact: ContactView }) {
  const page = pageOfContact(contact);
  const words = capital(contact.kindName);
  return page === null ? words : <Go to={page}>{words}</Go>;
}
