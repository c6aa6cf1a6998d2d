import type { Day } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { mayChangeFor, type Rights } from "#team/member.ts";
import type { Channel } from "./channel.ts";

/** Why somebody is not asked at all. */
export const WHY_NOT = ["said-stop", "left", "competitor", "legal", "other"] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** Who said or wrote something down, and in which team they are now. */
export interface Author {
  id: string;
  name: string;
  teamId: string | null;
}

interface Said {
  id: string;
  /** The record it was said of; it may have been merged into another since. */
  personId: string;
  day: Day;
  by: Author;
}

export interface DoNotAsk extends Said {
  why: WhyNot;
  words: string | null;
  /** The first day on which they may be asked again; null: not lifted. */
  liftedOn: Day | null;
}

/** A target or a topic that the source has ruled out; exactly one of account, person and topic is there. */
export interface NoGo extends Said {
  account: Named | null;
  person: Named | null;
  topic: string | null;
  words: string | null;
  liftedOn: Day | null;
}

/** `id` is that of the record that stands for it now, `ids` those under which it is known: it and all merged into it. */
export interface Named {
  id: string;
  ids: string[];
  name: string;
}

/** The client is unhappy. Of one person, or of their whole account. */
export interface SeriousIssue {
  id: string;
  personId: string | null;
  accountId: string | null;
  what: string;
  day: Day;
  by: Author;
  settledOn: Day | null;
}

/** How a source likes to be asked; what is null is left to us. */
export interface Preference {
  channel: Channel | null;
  /** Asks per quarter of the workspace's calendar, of everybody together. */
  mostPerQuarter: number | null;
  /** 1 is Monday. */
  bestWeekday: Weekday | null;
  /** The member who must agree before anybody asks. */
  approver: { id: string; name: string } | null;
  note: string | null;
}

export type SourcePreference = Preference & Said;

/** All that protects one person, of every record that stands for them, as it held on one day. */
export interface Protection {
  /** Their own word before anything we decided; otherwise the latest. */
  doNotAsk: DoNotAsk | null;
  /** The earliest first; those of their account too. */
  issues: SeriousIssue[];
  preference: SourcePreference | null;
  noGos: NoGo[];
}

/** The same before a day was chosen: with what was lifted, settled or changed since. */
export interface ProtectionHistory {
  doNotAsks: readonly DoNotAsk[];
  issues: readonly SeriousIssue[];
  preferences: readonly SourcePreference[];
  noGos: readonly NoGo[];
}

export const UNPROTECTED: Protection = { doNotAsk: null, issues: [], preference: null, noGos: [] };

/** Whether something that was said on its day, and was lifted or settled on another, holds on `day`. */
export function standsOn(
  said: { day: Day; liftedOn?: Day | null; settledOn?: Day | null },
  day: Day,
): boolean {
  const ended = said.liftedOn ?? said.settledOn ?? null;
  return said.day <= day && (ended === null || day < ended);
}

/** What protected them on that day. */
export function protectionOn(history: ProtectionHistory, day: Day): Protection {
  const stopped = history.doNotAsks.filter((each) => standsOn(each, day)).toSorted(latestFirst);
  return {
    doNotAsk: stopped.find((each) => each.why === "said-stop") ?? stopped[0] ?? null,
    issues: history.issues.filter((each) => standsOn(each, day)).toSorted((a, b) => latestFirst(b, a)),
    preference: history.preferences.filter((each) => each.day <= day).toSorted(newestFirst)[0] ?? null,
    noGos: history.noGos.filter((each) => standsOn(each, day)).toSorted(latestFirst),
  };
}

/** Whether any wish is in it. */
export function hasWishes(preference: Readonly<Record<keyof Preference, unknown>> | null): boolean {
  if (preference === null) return false;
  const { channel, mostPerQuarter, bestWeekday, approver, note } = preference;
  return [channel, mostPerQuarter, bestWeekday, approver, note].some((wish) => wish !== null);
}

/**
 * Whether the actor may end what somebody else said: lift it, settle it, take it back. Its author, a manager of theirs, a
 * leader, and whoever holds the relationship may.
 */
export function mayEnd(
  actor: Rights,
  said: { by: Author | null },
  holderIds: readonly (string | null)[],
): boolean {
  if (holderIds.includes(actor.member.id)) return true;
  return mayChangeFor(actor, { memberId: said.by?.id ?? "", teamId: said.by?.teamId ?? null });
}

/** Who asks for an approver binds every rep: managers, leaders and the relationship holder may; other wishes everybody notes. */
export function maySetApprover(actor: Rights, holderIds: readonly (string | null)[]): boolean {
  return actor.member.role !== "rep" || holderIds.includes(actor.member.id);
}

type Dated = { day: Day; id: string };

function latestFirst(a: Dated, b: Dated): number {
  return a.day === b.day ? newestFirst(a, b) : a.day < b.day ? 1 : -1;
}

// Ids are made in the order of time.
function newestFirst(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? 1 : -1;
}
