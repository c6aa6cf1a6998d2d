import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { CloseIcon } from "#lib/web/icons.tsx";
import { isWriting } from "#lib/web/keys.ts";
import { useAwake } from "#lib/web/use-awake.ts";
import { clockOf, heardInWords } from "../take.ts";
import { CameraTrouble } from "./camera-trouble.tsx";
import { Prompter } from "./prompter.tsx";
import { TakePlayer } from "./take-player.tsx";
import type { DeviceTake } from "./take-shelf.ts";
import type { TakeRecording } from "./take-recording.ts";
import { useCamera } from "./use-camera.ts";
import { SIZES, SPEEDS, usePrompterLook } from "./use-notes.ts";
import { useSeconds } from "./use-seconds.ts";
import { useRecording } from "./use-recording.ts";
import css from "./mirror.module.css";

interface MirrorProps {
  of: Pick<DeviceTake, "memberId" | "scenario" | "scenarioName">;
  notes: string;
  onClose: () => void;
}

/** The camera as a mirror that fills the screen, the notes before it, a timer, and takes that begin again with one key. */
export function Mirror({ of, notes, onClose }: MirrorProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useAwake();
  const camera = useCamera();
  const takes = useRecording(camera.stream, of);
  const [look, setLook] = usePrompterLook();
  const [rolls, setRolls] = useState(false);
  const { recording, last, trouble } = takes;
  const [watched, setWatched] = useState<string | null>(null);
  const watches = recording === null && last !== null && watched === last.id;
  useEffect(() => {
    const { current } = dialog;
    if (current?.open === false) current.showModal();
    return () => current?.close();
  }, []);
  const roll = () => setRolls((was) => !was && notes !== "");
  const keys: Record<string, () => void> = {
    r: takes.begin,
    s: takes.stop,
    k: takes.keep,
    w: () => setWatched(watches ? null : (last?.id ?? null)),
    " ": roll,
    ArrowUp: () => setLook({ speed: look.speed + SPEEDS.step }),
    ArrowDown: () => setLook({ speed: look.speed - SPEEDS.step }),
    "+": () => setLook({ size: look.size + SIZES.step }),
    "-": () => setLook({ size: look.size - SIZES.step }),
  };
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isOnButton = event.target instanceof HTMLButtonElement && event.key === " ";
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event) || isOnButton) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined) return;
    event.preventDefault();
    if (!event.repeat || event.key.startsWith("Arrow")) act();
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => pressed(event);
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css.mirror}
      data-fills
      aria-label={`Mirror: ${of.scenarioName}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => dialog.current?.open === false && onClose()}
    >
      <Picture stream={camera.noPicture === null ? camera.stream : null} />
      {watches && <TakePlayer take={last} fills />}
      {notes !== "" && !watches && (
        <Prompter notes={notes} look={look} rolls={rolls} onEnd={() => setRolls(false)} />
      )}
      <button type="button" className={css.close} aria-label="Close the mirror" onClick={onClose}>
        <CloseIcon />
      </button>
      <div className={css.foot}>
        <CameraTrouble camera={camera} />
        {trouble !== null && (
          <p className={css.trouble} role="alert">
            {trouble}
          </p>
        )}
        {recording === null && last !== null && (
          <div className={css.told} role="status">
            <p>{last.heard === null ? `A take of ${clockOf(last.seconds)}.` : heardInWords(last.heard)}</p>
          </div>
        )}
        <div className={css.row}>
          <Timer recording={recording} />
          {camera.stream !== null && (
            <Button tone="primary" onClick={takes.begin}>
              {recording === null ? "Record" : "Begin again"} <Key>R</Key>
            </Button>
          )}
          {recording !== null && (
            <Button onClick={takes.stop}>
              Stop <Key>S</Key>
            </Button>
          )}
          {recording === null && last !== null && (
            <>
              <Button onClick={takes.keep}>
                Keep it <Key>K</Key>
              </Button>
              <Button onClick={keys["w"]}>
                {watches ? "Mirror" : "Watch"} <Key>W</Key>
              </Button>
            </>
          )}
        </div>
        {notes !== "" && !watches && (
          <div className={css.tight}>
            <Button onClick={roll}>
              {rolls ? "Hold" : "Roll"} <Key>space</Key>
            </Button>
            <Button onClick={keys["ArrowDown"]}>
              Slower <Key>↓</Key>
            </Button>
            <Button onClick={keys["ArrowUp"]}>
              Faster <Key>↑</Key>
            </Button>
            <Button label="A− smaller letters" onClick={keys["-"]}>
              A−
            </Button>
            <Button label="A+ larger letters" onClick={keys["+"]}>
              A+
            </Button>
          </div>
        )}
        {camera.cameras.length > 1 && (
          <select
            className={css.choice}
            aria-label="Camera"
            value={camera.cameraId}
            onChange={(event) => camera.choose(event.currentTarget.value)}
          >
            {camera.cameras.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
    </dialog>
  );
}

function Picture({ stream }: { stream: MediaStream | null }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video ref={video} className={css.picture} muted autoPlay playsInline aria-label="Yourself, mirrored" />
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className={css.key} aria-hidden>
      {children}
    </kbd>
  );
}

/** Of the take, or else of the rehearsal. */
function Timer({ recording }: { recording: TakeRecording | null }) {
  const whole = useSeconds(undefined);
  const ofTake = useSeconds(recording?.startedAt);
  return (
    <p className={css.timer} data-recording={recording !== null || undefined}>
      <span className="only-heard">{recording === null ? "Time: " : "Recording: "}</span>
      {clockOf(recording === null ? whole : ofTake)}
    </p>
  );
}
