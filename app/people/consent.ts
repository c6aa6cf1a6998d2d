import type { Day } from "#lib/kernel/days.ts";
import { standsOn, type Author } from "./protection.ts";

/** How somebody agreed to be written to; page: they pressed it themselves, on a page of ours. */
export const CONSENT_HOWS = ["in-person", "call", "message", "email", "page"] as const;
export type ConsentHow = (typeof CONSENT_HOWS)[number];

/** What they agreed to be written to about: what they were introduced for, or whatever we have to tell. */
export const CONSENT_COVERS = ["introduction", "everything"] as const;
export type ConsentCovers = (typeof CONSENT_COVERS)[number];

/** What somebody does not want from us: letters to many, letters at all, or to be contacted. Each holds for those before it. */
export const STOP_REACHES = ["newsletter", "e-mail", "everything"] as const;
export type StopReach = (typeof STOP_REACHES)[number];

export interface Consent {
  id: string;
  /** The record it was said of; it may have been merged into another since. */
  personId: string;
  how: ConsentHow;
  covers: ConsentCovers;
  words: string | null;
  day: Day;
  by: Author;
  /** The first day on which it does not hold any more. */
  withdrawnOn: Day | null;
}

export interface DoNotWrite {
  id: string;
  /** Null: the record is gone, and an address of it is known again. */
  personId: string | null;
  reach: StopReach;
  words: string | null;
  day: Day;
  by: Author;
  liftedOn: Day | null;
}

/** agreed · withdrawn: agreed once and not any more · stopped: does not want to hear from us · unsaid: nobody asked them yet */
export const WRITING_STATES = ["agreed", "withdrawn", "stopped", "unsaid"] as const;
export type WritingState = (typeof WRITING_STATES)[number];

export interface Writing {
  state: WritingState;
  /** What they agreed to, or had agreed to, last. */
  consent: Consent | null;
  /** It wins over any consent, an older or a newer one, until somebody lifts it. */
  stop: DoNotWrite | null;
}

/** How it stood on that day for a letter to them alone; who wants no newsletter may still get one. */
export function writingOn(
  { consents, stops }: { consents: readonly Consent[]; stops: readonly DoNotWrite[] },
  day: Day,
): Writing {
  const stop = widestStop(
    stops.filter(({ reach }) => reach !== "newsletter"),
    day,
  );
  const said = consents.filter((each) => each.day <= day).toSorted(latestFirst);
  const agreed = said.find((each) => standsOn({ day: each.day, liftedOn: each.withdrawnOn }, day));
  const consent = agreed ?? said.toSorted(lastWithdrawnFirst)[0] ?? null;
  const state = stop ? "stopped" : agreed ? "agreed" : consent ? "withdrawn" : "unsaid";
  return { state, consent, stop };
}

/** Of those that stood on that day the one that reaches furthest, the latest of several. */
export function widestStop<T extends Pick<DoNotWrite, "id" | "day" | "reach" | "liftedOn">>(
  stops: readonly T[],
  day: Day,
): T | null {
  const standing = stops.filter((each) => standsOn(each, day)).toSorted(latestFirst);
  const reaches = STOP_REACHES.toReversed();
  return reaches.flatMap((reach) => standing.find((each) => each.reach === reach) ?? [])[0] ?? null;
}

/** A no of theirs holds everywhere; where nobody asked them it is for the law of their country to say. */
export function mayBeWrittenTo({ state }: Pick<Writing, "state">, law: { consentFirst: boolean }): boolean {
  return state === "agreed" || (state === "unsaid" && !law.consentFirst);
}

type Dated = { day: Day; id: string };

function latestFirst(a: Dated, b: Dated): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function lastWithdrawnFirst(a: Consent, b: Consent): number {
  const [one, other] = [a.withdrawnOn ?? "", b.withdrawnOn ?? ""];
  return one === other ? latestFirst(a, b) : one < other ? 1 : -1;
}
