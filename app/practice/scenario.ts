import type { Moment } from "#asks/ask.ts";

/** In what mood whoever sits opposite begins. */
export const MOODS = ["friendly", "busy", "reserved", "annoyed", "delighted"] as const;
export type Mood = (typeof MOODS)[number];

/** A situation to rehearse. Its texts are in one language. */
export interface Scenario {
  key: string;
  /** The rubric it is scored by, by its key. */
  rubric: string;
  name: string;
  /** Who sits opposite: "Ilse Brandt, controller at a client of three years". */
  who: string;
  /** The situation, in two or three sentences said to whoever rehearses. */
  situation: string;
  mood: Mood;
  /** What they will probably say against it, in their words. */
  objections: readonly string[];
  /** What they say first. */
  opening: string;
  /** The moment of the ask, where it rehearses one. */
  moment: Moment | null;
}
