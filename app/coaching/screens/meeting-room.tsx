import { useEffect, useRef, useState } from "react";
import { nowMs } from "#lib/web/clock.ts";
import type { Me } from "#team/me-view.ts";
import {
  leftText,
  NOT_STARTED,
  pause,
  spentInAll,
  spentOn,
  start,
  turnTo,
  type MeetingTimer,
} from "../sales-meeting-timer.ts";
import type { SalesMeetingView } from "../sales-meeting-view.ts";
import { totalOf, type Part } from "../sales-meeting.ts";
import { pagesOfReps, portions, storyOf, type StoryLine } from "./meeting-story.ts";
import { partTitle, PART_NAMES } from "./meeting-words.ts";
import { RoomSlide } from "./room-slide.tsx";
import { turnOf } from "./room-keys.ts";
import css from "./meeting-room.module.css";

const SECOND_MS = 1_000;
/** As many lines as fit on one screen at 1920 by 1080; what is longer still scrolls. */
const MOST_LINES = 18;

interface Slide {
  part: Part;
  lines: readonly StoryLine[];
  /** Of how many of this part. */
  at: number;
  of: number;
}

/** Where a room was left, with its clock: whoever leaves it by accident goes on there. */
export interface Sitting {
  at: number;
  timer: MeetingTimer;
}

interface MeetingRoomProps {
  pack: SalesMeetingView;
  me: Me;
  /** Null: it begins. */
  left: Sitting | null;
  onLeave: (sitting: Sitting) => void;
}

/** The week's story for everybody in the room, one part at a time: the arrows, the space bar and a clicker turn it, Escape leaves it. */
export function MeetingRoom({ pack, me, left: before, onLeave: onLeft }: MeetingRoomProps) {
  const slides = slidesOf(pack, me.today);
  const [at, setAt] = useState(before?.at ?? 0);
  const shown = Math.min(at, slides.length - 1);
  const slide = slides[shown] as Slide;
  const { timer, now, running, press, show } = useTimer(slide.part, before);
  const onLeave = () => onLeft({ at: shown, timer: pause(timer, nowMs(0)) });
  const dialog = useFullScreen(onLeave);
  const turn = (wanted: number) => {
    const to = Math.min(Math.max(wanted, 0), slides.length - 1);
    setAt(to);
    show((slides[to] as Slide).part);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const what = turnOf(event.nativeEvent);
    if (what === null) return;
    event.preventDefault();
    if (what === "pause") press();
    else turn({ next: shown + 1, before: shown - 1, first: 0, last: slides.length - 1 }[what]);
  };
  const left = leftText(spentOn(timer, slide.part, now), pack.minutes[slide.part]);
  const all = totalOf(pack.minutes, pack.parts);
  return (
    // The keys turn the pages wherever the focus is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={css.room}
      aria-label={`Sales meeting of ${pack.team.name}`}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
      onClose={onLeave}
    >
      <header className={css.head}>
        <p>
          {pack.team.name} · {PART_NAMES[slide.part]}
          {slide.of > 1 && ` · ${slide.at} of ${slide.of}`}
        </p>
        <p className={left.over ? css.over : undefined} role="timer" aria-live="off">
          {left.text}
        </p>
      </header>
      <div className={css.body} key={shown} data-slide="">
        <Title>{partTitle(slide.part, pack)}</Title>
        <RoomSlide part={slide.part} lines={slide.lines} page={slide.at} pack={pack} me={me} />
      </div>
      <footer className={css.foot}>
        <p className={css.progress}>
          {shown + 1} of {slides.length} · {Math.floor(spentInAll(timer, now) / 60_000)} of {all} min
        </p>
        <div className={css.buttons}>
          <button type="button" onClick={onLeave}>
            Leave
          </button>
          <button type="button" onClick={press}>
            {running ? "Pause" : "Go on"}
          </button>
          <button type="button" disabled={shown === 0} onClick={() => turn(shown - 1)}>
            Back
          </button>
          <button
            type="button"
            className={css.main}
            disabled={shown === slides.length - 1}
            onClick={() => turn(shown + 1)}
          >
            Next
          </button>
        </div>
      </footer>
    </dialog>
  );
}

/** Has the focus when it comes, so that it is read out. */
function Title({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={css.title}>
      {children}
    </h1>
  );
}

function slidesOf(pack: SalesMeetingView, today: string): Slide[] {
  return pack.parts.flatMap((part): Slide[] => {
    if (part === "scoreboard") {
      const of = pagesOfReps(pack.scoreboard.reps.length);
      return Array.from({ length: of }, (_, at) => ({ part, lines: [], at: at + 1, of }));
    }
    const all = portions(storyOf(part, pack, today), MOST_LINES);
    return all.map((lines, at) => ({ part, lines, at: at + 1, of: all.length }));
  });
}

/** Runs from the first part on, or from where it was left; each part keeps its own time. */
function useTimer(part: Part, before: Sitting | null) {
  const [timer, setTimer] = useState<MeetingTimer>(() => begun(before?.timer ?? NOT_STARTED, part, nowMs(0)));
  const [now, setNow] = useState(() => nowMs(0));
  useEffect(() => {
    const ticking = setInterval(() => setNow(nowMs(0)), SECOND_MS);
    return () => clearInterval(ticking);
  }, []);
  const running = timer.since !== null;
  const press = () => {
    const at = nowMs(0);
    setTimer(running ? pause(timer, at) : start(timer, at));
    setNow(at);
  };
  const show = (next: Part) => {
    const at = nowMs(0);
    setTimer(turnTo(timer, next, at));
    setNow(at);
  };
  return { timer, now, running, press, show };
}

function begun(timer: MeetingTimer, part: Part, now: number): MeetingTimer {
  return start(turnTo(timer, part, now), now);
}

/** Over all else, on the whole screen where the browser lets it; leaving the one leaves the other. */
function useFullScreen(onLeave: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  useEffect(() => {
    const { current } = dialog;
    if (current?.open === false) current.showModal();
    let entered = false;
    const root = document.documentElement;
    // A phone may have no such thing, and a browser may refuse: it fills the window then.
    void (async () => {
      try {
        await root.requestFullscreen({ navigationUI: "hide" });
        entered = true;
      } catch {
        entered = false;
      }
    })();
    const changed = () => {
      if (entered && document.fullscreenElement === null) leave.current();
    };
    document.addEventListener("fullscreenchange", changed);
    return () => {
      document.removeEventListener("fullscreenchange", changed);
      current?.close();
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  return dialog;
}
