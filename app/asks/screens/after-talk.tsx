import { CHANNEL_WORDS, type Channel } from "#people/channel.ts";
import { useState } from "react";
import type { PersonView } from "#people/person-view.ts";
import { callName } from "#people/call-name.ts";
import type { StandingView } from "#people/standing-view.ts";
import type { Me } from "#team/me-view.ts";
import { addDays } from "#lib/kernel/days.ts";
import { ChoiceField, DayField, LongTextField } from "#lib/web/field.tsx";
import { FullSheet } from "#lib/web/full-sheet.tsx";
import { useDraft, useStaysToday } from "#lib/web/form.tsx";
import type { LoggedAsk } from "../ask-view.ts";
import { shouldCallInstead, type Moment } from "../ask.ts";
import type { MatchView } from "../match-view.ts";
import type { TalkFacts } from "../talk-track.ts";
import { AfterAsk, useGoesOn } from "./after-ask.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { optionsOf } from "./ask-words.ts";
import { BlurbToSend } from "./blurb-to-send.tsx";
import { CallInstead } from "./log-ask-form.tsx";
import { useMayAsk } from "./may-be-asked.tsx";
import { useLogAsk, useSayLogged, type SaidNow } from "./use-ask-writes.ts";

interface AfterTalkProps {
  person: PersonView;
  me: Me;
  talk: {
    moment: Moment;
    language: string;
    facts: TalkFacts;
    standing: StandingView | undefined;
    planId: string;
    target: MatchView["target"];
  };
  wordings: readonly string[];
  /** It is written down. */
  onLogged: () => void;
  onBack: () => void;
  close: () => void;
}

type Step =
  | { at: "answer" }
  | { at: "named"; ask: LoggedAsk }
  | { at: "blurb"; to: string | null; askId: string };

/** How it went: an answer in one tap; after a yes whom they named, and the lines to pass on. */
export function AfterTalk({ person, me, talk, wordings, onLogged, onBack, close }: AfterTalkProps) {
  const [step, setStep] = useState<Step>({ at: "answer" });
  const sayLogged = useSayLogged();
  const goesOn = useGoesOn();
  const name = callName(person.fullName);
  const logged = (ask: LoggedAsk) => {
    onLogged();
    if (goesOn(ask)) return setStep({ at: "named", ask });
    sayLogged(ask);
    close();
  };
  if (step.at === "named")
    return (
      <FullSheet title={`${name} named someone`} step="named" onClose={close}>
        <AfterAsk
          ask={step.ask}
          close={(named) => setStep({ at: "blurb", to: named ?? null, askId: step.ask.id })}
          undone={close}
        />
      </FullSheet>
    );
  if (step.at === "blurb")
    return (
      <FullSheet title={`For ${name} to pass on`} step="blurb" onClose={close}>
        <BlurbToSend
          person={person}
          to={step.to}
          facts={talk.facts}
          language={talk.language}
          askId={step.askId}
          onDone={close}
        />
      </FullSheet>
    );
  return (
    <FullSheet title="How did it go?" below={`With ${person.fullName}`} step="answer" onClose={onBack}>
      <HowItWent
        person={person}
        me={me}
        talk={talk}
        wordings={wordings}
        onLogged={logged}
        onKept={() => {
          onLogged();
          close();
        }}
      />
    </FullSheet>
  );
}

function HowItWent({
  person,
  me,
  talk,
  wordings,
  onLogged,
  onKept,
}: Pick<AfterTalkProps, "person" | "me" | "talk" | "wordings"> & {
  onLogged: (ask: LoggedAsk) => void;
  onKept: () => void;
}) {
  const { facts, moment, standing, target, planId } = talk;
  const wish = standing?.preference?.channel;
  const draft = useDraft({ channel: spoken(wish), day: me.today, note: "" });
  useStaysToday(draft.value.day, me.today, (day) => draft.set({ day }));
  const log = useLogAsk(onLogged, onKept);
  const { channel, day, note } = draft.value;
  const may = useMayAsk({
    me,
    sourceId: person.id,
    targetPersonId: target?.personId ?? undefined,
    day,
    refused: log.problem,
  });
  const forWhom = facts.target === null ? facts.idealClient : null;
  const say = (said: SaidNow) =>
    log.send({
      ...said,
      sourceId: person.id,
      sourceName: person.fullName,
      channel,
      day,
      moment,
      wordings,
      ...(may.happened && { happened: true }),
      ...(note.trim() !== "" && { note }),
      ...(forWhom !== null && { forWhom: forWhom.slice(0, 500) }),
      ...(target?.personId ? { targetPersonId: target.personId } : {}),
      ...(target?.accountId ? { targetAccountId: target.accountId } : {}),
      ...(planId !== "" && { planId }),
    });
  return (
    <AnswerForm
      sourceId={person.id}
      name={facts.name}
      day={day}
      today={me.today}
      silence
      thinkUntil
      off={may.off}
      busy={log.busy}
      problem={may.off ? null : log.problem}
      onSay={say}
    >
      {may.line}
      <ChoiceField label="How" {...draft.field("channel")} options={optionsOf(CHANNEL_WORDS)} />
      {shouldCallInstead({ channel, outcome: null }) && <CallInstead personId={person.id} />}
      <DayField
        label="Day"
        {...draft.field("day")}
        latest={me.today}
        quick={[
          { label: "Today", day: me.today },
          { label: "Yesterday", day: addDays(me.today, -1) },
        ]}
      />
      <LongTextField label="Note" lines={2} hint="Your colleagues can read it." {...draft.field("note")} />
    </AnswerForm>
  );
}

/** Whoever likes letters best is still asked by voice; only another voice is taken over. */
function spoken(wish: Channel | null | undefined): Channel {
  return wish === "in-person" || wish === "video" ? wish : "call";
}
