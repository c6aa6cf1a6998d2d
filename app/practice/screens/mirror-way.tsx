import { useRef, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { Scenario } from "../scenario.ts";
import { Mirror } from "./mirror.tsx";
import { isOfThisRehearsal } from "../take.ts";
import { NextAskNotes } from "./next-ask-notes.tsx";
import { changeTake } from "./take-shelf.ts";
import { TakesHere } from "./takes-here.tsx";
import { useDeviceTakes } from "./use-takes.ts";
import { useNotes } from "./use-notes.ts";
import { nowMs } from "./use-seconds.ts";
import type { Rehearsed } from "./ways.ts";
import css from "./mirror.module.css";

interface MirrorWayProps {
  scenario: Pick<Scenario, "key" | "name">;
  /** The rehearsal is over: the page goes on to the scoring sheet. */
  onDone: (done: Rehearsed) => void;
}

/** Alone, before the camera: notes, takes, and what the device heard. */
export function MirrorWay(props: MirrorWayProps) {
  const me = useMe();
  return me === undefined ? <Loading /> : <MirrorFor key={props.scenario.key} {...props} me={me} />;
}

function MirrorFor({ scenario, onDone, me }: MirrorWayProps & { me: Me }) {
  const memberId = me.member.id;
  const say = useUndo();
  const [opened, setOpened] = useState(false);
  const [notes, keepNotes] = useNotes(memberId, scenario.key);
  const takes = useDeviceTakes(memberId);
  const time = useRef({ spent: 0, since: 0 });
  const [hasRehearsed, setHasRehearsed] = useState(false);
  const open = () => {
    time.current.since = nowMs();
    setOpened(true);
  };
  const close = () => {
    time.current.spent += nowMs() - time.current.since;
    setHasRehearsed(true);
    setOpened(false);
  };
  const load = (text: string) => {
    const before = notes;
    keepNotes(text);
    if (before.trim() !== "" && before !== text)
      say("These words stand where your notes stood.", async () => keepNotes(before));
  };
  const here = takes?.filter((take) => take.scenario === scenario.key && take.state !== "recording");
  const score = () => {
    const unscored = (here ?? []).filter(
      ({ state, sessionId, startedAt }) =>
        state === "kept" && sessionId === null && isOfThisRehearsal(startedAt, nowMs()),
    );
    onDone({
      seconds: Math.max(1, Math.round(time.current.spent / 1_000)),
      takeIds: unscored.flatMap(({ sharedId }) => sharedId ?? []),
      tie: (sessionId) =>
        void Promise.all(unscored.map(({ id }) => changeTake(id, { sessionId }))).catch(() => undefined),
    });
  };
  return (
    <>
      <LongTextField
        label="Your notes"
        name="notes"
        lines={5}
        value={notes}
        hint="They stand before the mirror, in letters to be read at arm's length. Kept on this device."
        onChange={keepNotes}
      />
      <div className={css.actions}>
        <Button tone={hasRehearsed ? "plain" : "primary"} onClick={open}>
          Open the mirror
        </Button>
        {hasRehearsed && (
          <Button tone="primary" onClick={score}>
            Score it
          </Button>
        )}
        <NextAskNotes me={me} onLoad={load} />
      </div>
      {takes === null && (
        <p>This browser keeps nothing here: the mirror works, and takes cannot be recorded.</p>
      )}
      {here !== undefined && <TakesHere takes={here} />}
      {opened && (
        <Mirror
          of={{ memberId, scenario: scenario.key, scenarioName: scenario.name }}
          notes={notes.trim()}
          onClose={close}
        />
      )}
    </>
  );
}
