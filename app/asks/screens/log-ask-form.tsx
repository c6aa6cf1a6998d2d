import { CHANNEL_WORDS, type Channel } from "#people/channel.ts";
import { useState } from "react";
import { callAddress } from "#lib/kernel/call-address.ts";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import type { PersonChoice } from "#people/screens/person-choice.ts";
import type { PersonView } from "#people/person-view.ts";
import type { Me } from "#team/me-view.ts";
import { addDays } from "#lib/kernel/days.ts";
import { LinkButton } from "#lib/web/button.tsx";
import { ChoiceField, DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { useDraft, type Draft, useStaysToday } from "#lib/web/form.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead } from "#lib/web/queries.ts";
import { whenText } from "#lib/kernel/day-words.ts";
import type { LoggedAsk } from "../ask-view.ts";
import { shouldCallInstead, type Moment } from "../ask.ts";
import { AnswerForm } from "./answer-form.tsx";
import { howText, MOMENT_WORDS, optionsOf } from "./ask-words.ts";
import { callName } from "#people/call-name.ts";
import { useMayAsk } from "./may-be-asked.tsx";
import { RecentPeople } from "#people/screens/recent-people.tsx";
import { ForMember } from "#team/screens/for-member.tsx";
import { isSeedMoment } from "../seed.ts";
import { SeedForm } from "./seed-form.tsx";
import { useLogAsk, type SaidNow } from "./use-ask-writes.ts";
import css from "./log-ask-form.module.css";

/** Somebody whom a page knows already. */
export type Asked = Pick<PersonChoice, "id" | "label">;

/** What was chosen to ask for before the sheet was opened. */
export interface AskedFor {
  forWhom?: string;
  target?: PersonChoice;
  note?: string;
}

interface Conversation {
  source: Asked | null;
  channel: Channel;
  day: string;
  moment: Moment;
  forWhom: string;
  target: PersonChoice | null;
  note: string;
  memberId: string;
}

interface LogAskFormProps {
  me: Me;
  source?: Asked | undefined;
  askedFor?: AskedFor | undefined;
  onLogged: (ask: LoggedAsk) => void;
  /** There is no network: it waits on this device. */
  onKept: () => void;
  /** At a moment at which nothing is asked yet, what was said is written down instead. */
  onPlanted: () => void;
}

/** Whom, and what they said: a tap each. How, when and for whom are proposed and can be changed. */
export function LogAskForm({ me, source, askedFor, onLogged, onKept, onPlanted }: LogAskFormProps) {
  const draft = useDraft<Conversation>({
    source: source ?? null,
    channel: "call",
    day: me.today,
    moment: "anytime",
    forWhom: askedFor?.forWhom ?? "",
    target: askedFor?.target ?? null,
    note: askedFor?.note ?? "",
    memberId: me.member.id,
  });
  useStaysToday(draft.value.day, me.today, (day) => draft.set({ day }));
  const log = useLogAsk(onLogged, onKept);
  const { value } = draft;
  const asked = value.source;
  const may = useMayAsk({
    me,
    sourceId: asked?.id,
    memberId: value.memberId,
    targetPersonId: value.target?.id,
    day: value.day,
    refused: log.problem,
  });
  const say = (said: SaidNow) => {
    if (asked === null) return;
    const { channel, day, moment, memberId } = value;
    log.send({
      ...said,
      sourceId: asked.id,
      sourceName: asked.label,
      channel,
      day,
      moment,
      memberId,
      ...(may.happened && { happened: true }),
      ...(value.forWhom.trim() !== "" && { forWhom: value.forWhom }),
      ...(value.note.trim() !== "" && { note: value.note }),
      ...(value.target !== null && { targetPersonId: value.target.id }),
    });
  };
  const { moment, day, memberId } = value;
  const early = asked !== null && isSeedMoment(moment) ? { personId: asked.id, moment, day, memberId } : null;
  return (
    <AnswerForm
      sourceId={early === null ? asked?.id : undefined}
      name={callName(asked?.label ?? "")}
      day={value.day}
      today={me.today}
      silence
      off={may.off}
      busy={log.busy}
      problem={may.off ? null : log.problem}
      onSay={say}
    >
      {source === undefined ? (
        <PersonPicker
          label="Whom did you ask?"
          name="sourceId"
          value={asked as PersonChoice | null}
          onChange={(person) => draft.set({ source: person })}
          autoFocus={asked === null}
        />
      ) : (
        <p className={css.who}>{source.label}</p>
      )}
      {asked === null ? (
        <RecentPeople onChoose={(person) => draft.set({ source: person })} />
      ) : (
        <>
          {early === null && may.line}
          {early === null && <Parts on="before ask" id={asked.id} />}
          <How draft={draft} me={me} sourceId={asked.id} />
          {early !== null && <SeedForm seed={early} onPlanted={onPlanted} />}
        </>
      )}
    </AnswerForm>
  );
}

interface HowProps {
  draft: Draft<Conversation>;
  me: Me;
  sourceId: string;
}

/** One quiet line of what is assumed, and the fields behind it. */
function How({ draft, me, sourceId }: HowProps) {
  const [opened, setOpened] = useState(false);
  const { channel, day, moment, forWhom } = draft.value;
  const said = forWhom === "" ? [] : [`for “${forWhom}”`];
  const spoken = [howText(channel, moment), whenText(day, me.today), ...said].join(", ");
  if (!opened)
    return (
      <button type="button" className={css.how} aria-expanded={false} onClick={() => setOpened(true)}>
        <span>{spoken}</span>
        <span className={css.change}>Change or add a note</span>
      </button>
    );
  return (
    <div className={css.fields}>
      <ChoiceField label="How" {...draft.field("channel")} options={optionsOf(CHANNEL_WORDS)} />
      {shouldCallInstead({ channel, outcome: null }) && <CallInstead personId={sourceId} />}
      <DayField
        label="Day"
        {...draft.field("day")}
        latest={me.today}
        quick={[
          { label: "Today", day: me.today },
          { label: "Yesterday", day: addDays(me.today, -1) },
        ]}
      />
      <ChoiceField label="Moment" {...draft.field("moment")} options={optionsOf(MOMENT_WORDS)} />
      <TextField
        label="For whom"
        hint="The picture you gave them: the kind of person, in their words."
        {...draft.field("forWhom")}
      />
      <PersonPicker
        label="Somebody in particular"
        {...draft.field("target")}
        name="targetPersonId"
        without={[sourceId]}
      />
      <LongTextField label="Note" hint="Your colleagues can read it." {...draft.field("note")} />
      <ForMember me={me} label="Who asked" {...draft.field("memberId")} />
    </div>
  );
}

/** Asking in writing is allowed, and answered with a way to do better. */
export function CallInstead({ personId }: { personId: string }) {
  const person = useRead<PersonView>(`/people/${personId}`);
  const number = person.data?.phones.map(callAddress).find((address) => address !== null);
  return (
    <div className={css.nudge}>
      <p>A letter is easy to leave unanswered. Call: people say yes to a voice.</p>
      {number && (
        <LinkButton href={number}>Call {person.data?.givenName ?? person.data?.fullName}</LinkButton>
      )}
    </div>
  );
}
