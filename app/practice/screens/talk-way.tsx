import { useEffect, useId, useRef, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LONGEST_TURN, MOST_TURNS } from "../role-play.ts";
import { suggestedBy } from "../role-play-review.ts";
import { useMe } from "#team/screens/use-me.ts";
import { anybodyIn, moodWords, personaFor, type Persona } from "../persona.ts";
import { judgedFromAfar, useFarPersona, type FarTalk } from "./far-persona.ts";
import { TalkReview } from "./talk-review.tsx";
import { useHearing, type CanHear } from "./use-hearing.ts";
import { useTalk, type Line } from "./use-talk.ts";
import { useVoice } from "./use-voice.ts";
import type { WayProps } from "./ways.ts";
import practice from "./practice.module.css";
import css from "./talk-way.module.css";

/** With somebody made up, who answers to what is said. */
export function TalkWay(props: WayProps) {
  const { scenario, rubric, language } = props;
  const persona = personaFor(scenario, rubric, language);
  const far = useFarPersona(scenario, language);
  const me = useMe();
  if (me === undefined) return <Loading lines={3} />;
  const whose = me.member.id;
  if (persona !== null)
    return <TalkWith key={scenario.key} persona={persona} far={far} whose={whose} {...props} />;
  if (far === "unknown") return <Loading lines={3} />;
  if (far !== null)
    return (
      <TalkWith
        key={scenario.key}
        persona={anybodyIn(scenario, language)}
        far={far}
        whose={whose}
        unheard
        {...props}
      />
    );
  return (
    <Card
      title="Nobody made up sits here"
      below="What this skill asks for cannot be heard by rules. Take the mirror, or somebody beside you."
    >
      {null}
    </Card>
  );
}

interface TalkWithProps extends WayProps {
  persona: Persona;
  far: FarTalk | null | "unknown";
  whose: string;
  /** No rule hears what the rubric asks for: only somebody from elsewhere can play it. */
  unheard?: boolean;
}

function TalkWith({ persona, far: known, whose, unheard = false, rubric, language, onDone }: TalkWithProps) {
  const far = known === "unknown" ? null : known;
  const talk = useTalk(persona, far, { alone: unheard, whose });
  const voice = useVoice(language);
  const [scoring, setScoring] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const begun = talk.lines.length > 1;
  const playedBy = talk.isFar && far !== null ? { host: far.host, end: talk.told } : null;
  const name = persona.called;
  const again = () => {
    talk.again();
    field.current?.focus();
  };
  const finish = async () => {
    setScoring(true);
    const judged = talk.isFar && far !== null ? await judgedFromAfar(far, talk.lines) : null;
    const suggested = judged ?? (unheard ? null : suggestedBy(persona, rubric, talk.talk));
    onDone({
      seconds: talk.seconds,
      ...(suggested !== null && { suggested }),
      ...(judged !== null && playedBy !== null && { suggestedBy: playedBy.host }),
      afterSaved: () => talk.forget(),
      afterUndone: () => talk.recall(),
    });
  };
  return (
    <Card
      title={`Talk with ${name}`}
      below={
        playedBy !== null ? (
          <strong>{`Your words go to ${playedBy.host}.`}</strong>
        ) : (
          "By rules, on this device: the same words get the same answer, and nothing of it leaves here."
        )
      }
    >
      <div
        className={practice.way}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !begun) return;
          event.preventDefault();
          again();
        }}
      >
        {far !== null && !unheard && !talk.over && (
          <div className={practice.acts}>
            <Button tone="quiet" onClick={() => talk.letFar(!talk.isFar)}>
              {talk.isFar ? `Talk with the ${name} of this device` : `Let ${far.host} play ${name}`}
            </Button>
          </div>
        )}
        <Log lines={talk.lines} name={name} language={language} />
        {talk.trouble !== null && (
          <p className={css.trouble} role="status">
            {talk.trouble}{" "}
            {unheard
              ? "Say it again, or take the mirror."
              : `The ${name} of this device goes on; nothing is lost.`}
          </p>
        )}
        {talk.waits && (
          <p className={practice.soft} role="status">
            {name} is thinking.
          </p>
        )}
        {!talk.over && !talk.isFar && (
          <p className={css.mood} lang={language}>
            {name} {moodWords(persona, talk.mood)}.
          </p>
        )}
        {talk.over ? (
          <>
            {!unheard && <TalkReview persona={persona} talk={talk.talk} far={playedBy} />}
            <div className={practice.acts}>
              <Button tone="primary" busy={scoring} onClick={() => void finish()}>
                Score it
              </Button>
              <Button onClick={again}>Begin again</Button>
            </div>
          </>
        ) : (
          <>
            <Saying
              field={field}
              name={name}
              language={language}
              waits={talk.waits}
              onSay={async (words) => {
                const answer = await talk.hear(words);
                if (answer !== null) voice.say(answer);
              }}
            />
            <div className={practice.acts}>
              {begun && (
                <>
                  <Button onClick={talk.end}>End it here</Button>
                  <Button tone="quiet" onClick={again}>
                    Begin again (Esc)
                  </Button>
                </>
              )}
              {talk.back !== null && (
                <Button tone="quiet" onClick={talk.back}>
                  Back to the talk before
                </Button>
              )}
            </div>
          </>
        )}
        {voice.has && (
          <CheckField
            label={`Read what ${name} says aloud`}
            name="aloud"
            hint="With a voice of this device."
            value={voice.on}
            onChange={voice.turn}
          />
        )}
        <p className={practice.soft}>
          {talk.isFar
            ? "Nothing of it is kept by Askwell. Stumble, and begin again: that is what it is for."
            : `It ends by itself after ${MOST_TURNS} turns at the latest. Stumble, and begin again: that is what it is for.`}
        </p>
      </div>
    </Card>
  );
}

function Log({ lines, name, language }: { lines: readonly Line[]; name: string; language: string }) {
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (lines.length > 1) end.current?.scrollIntoView({ block: "nearest" });
  }, [lines.length]);
  return (
    <div role="log" aria-label={`What was said with ${name}`}>
      <ol className={css.log} lang={language}>
        {lines.map(({ who, words }, at) => (
          // A talk only grows: the place is the line.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} ref={at === lines.length - 1 ? end : undefined} className={css[who]}>
            <span className={css.who} lang="en">
              {who === "they" ? name : "You"}
            </span>
            <span className={css.words}>{words}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface SayingProps {
  field: React.RefObject<HTMLTextAreaElement | null>;
  name: string;
  language: WayProps["language"];
  waits: boolean;
  onSay: (words: string) => Promise<void>;
}

function Saying({ field, name, language, waits, onSay }: SayingProps) {
  const [words, setWords] = useState("");
  const hint = useId();
  const hearing = useHearing(language, (heard) =>
    setWords((now) => (now === "" ? heard : `${now} ${heard}`)),
  );
  const send = () => {
    if (waits || words.trim() === "") return;
    void onSay(words.trim());
    setWords("");
    field.current?.focus();
  };
  return (
    <div className={css.saying}>
      <label className={css.label}>
        {`What you say to ${name}`}
        <textarea
          ref={field}
          className={css.field}
          rows={3}
          maxLength={LONGEST_TURN}
          lang={language}
          value={words}
          aria-describedby={hint}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
      </label>
      <p id={hint} className={practice.soft}>
        Enter says it. {HEARING[hearing.can]}
      </p>
      {hearing.trouble !== null && (
        <p className={css.trouble} role="status">
          {hearing.trouble}
        </p>
      )}
      <div className={practice.acts}>
        <Button tone="primary" disabled={waits || words.trim() === ""} onClick={send}>
          Say it
        </Button>
        {hearing.can === "here" && (
          <Button onClick={hearing.listening ? hearing.stop : hearing.start}>
            {hearing.listening ? "Stop listening" : "Speak"}
          </Button>
        )}
      </div>
    </div>
  );
}

const HEARING: Readonly<Record<CanHear, string>> = {
  unknown: "",
  here: "Or speak: this browser turns it into text on this device.",
  far: "Speaking is not offered: this browser would send your voice away to turn it into text.",
  no: "",
};
