import type { Heard } from "#lib/audio/heard.ts";

/** What the page says to the worker that hears. */
export type ToHearing =
  /** From now on; what was heard before is forgotten. `sound` is where it comes from: kept from the first time on. */
  { kind: "begin"; rate: number; sound?: MessagePort } | { kind: "tell"; asked: number };

/** What it answers. */
export interface FromHearing {
  kind: "heard";
  asked: number;
  heard: Heard;
}
