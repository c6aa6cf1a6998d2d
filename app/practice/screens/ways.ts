import { lazy, type ComponentType } from "react";
import type { PracticeLanguage } from "../library/practice-languages.ts";
import type { Kept, Rubric } from "../rubric.ts";
import type { Scenario } from "../scenario.ts";
import type { Way } from "../session.ts";

/** What a way to rehearse is handed, and what it hands back. */
export interface WayProps {
  scenario: Scenario;
  rubric: Rubric;
  language: PracticeLanguage;
  /** The rehearsal is over: the page goes on to the scoring sheet. */
  onDone: (done: Rehearsed) => void;
}

export interface Rehearsed {
  /** How long it took; whole seconds. */
  seconds: number;
  /** What the way itself read out of it: the sheet begins with these answers, and the rep looks them over. */
  suggested?: Kept;
  /** Whom they are from, where that was not this device. */
  suggestedBy?: string;
  /** Members who were there, or are to look at it: they are asked to score it, too. */
  askIds?: readonly string[];
  /** Takes of it that are shared already, by their ids on the server: whoever may see them is asked to score it, too. */
  takeIds?: readonly string[];
  /**
   * Called with the session's id once it is saved, or waits on this device to be sent; with null when it was taken back: what is on this
   * device is tied to it.
   */
  tie?: (sessionId: string | null) => void;
  /** Called once the session is saved: what was rehearsed is needed no more. */
  afterSaved?: () => void;
  /** Called when the session was taken back: what was rehearsed is needed again. */
  afterUndone?: () => void;
}

/** One tab of a scenario's page. */
export interface WayTab {
  way: Way;
  label: string;
  screen: ComponentType<WayProps>;
}

/** In the order of the tabs; each is loaded when it is opened. */
export const wayTabs: readonly WayTab[] = [
  {
    way: "mirror",
    label: "Mirror",
    screen: lazy(async () => ({ default: (await import("./mirror-way.tsx")).MirrorWay })),
  },
  {
    way: "written",
    label: "Write",
    screen: lazy(async () => ({ default: (await import("./written-way.tsx")).WrittenWay })),
  },
  {
    way: "talk",
    label: "Talk",
    screen: lazy(async () => ({ default: (await import("./talk-way.tsx")).TalkWay })),
  },
  {
    way: "live",
    label: "With somebody",
    screen: lazy(async () => ({ default: (await import("./live-way.tsx")).LiveWay })),
  },
];
