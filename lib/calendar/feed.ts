import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

/** Something that stands in a member's calendar. */
export interface FeedEvent {
  /** The same for as long as it is the same thing, however it is moved. */
  id: string;
  title: string;
  at: { day: Day } | { start: Date; end: Date };
  /** The address of its page within the house, "/meetings/…". */
  page: string;
  /** When it was last changed, and how many times. */
  changedAt: Date;
  changes: number;
  cancelled: boolean;
  /** The hour is taken. */
  busy: boolean;
}

export interface FeedSpan {
  from: Day;
  to: Day;
}

/** What one room has for the calendar of the actor. */
export type FeedPart = (tx: Tx, actor: Actor, span: FeedSpan) => Promise<FeedEvent[]>;
