import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, daysBetween, instantOf, type Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { notFound } from "#lib/kernel/problem.ts";
import { isWorkday, type WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson } from "#people/person-actions.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { contactKindsSince, contactsOf, lastContactOf, type ContactRow } from "./contact-reader.ts";
import { touchKinds } from "./kind-actions.ts";
import { rhythmsHere } from "./rhythm-setting-actions.ts";
import {
  chooseForToday,
  firstTouch,
  GROUPS,
  groupsOf,
  LONGEST_DAYS,
  nextTouch,
  rhythmOf,
  turnOf,
  type Group,
  type OwnRhythm,
  type Rhythms,
  type Tier,
  type Turn,
} from "./rhythm.ts";
import { reviewStandingOf, type Promised } from "./reviewed-actions.ts";
import { readHeard, whoTheyAre, type Heard, type HeardFilter, type WhoTheyAre } from "./silence-reader.ts";
import { shortestOwn } from "./rhythm-store.ts";
import { dealtWithSince } from "./touch-store.ts";
import { LOOK_BACK_DAYS, whatNext, type ContactKind } from "./touch.ts";

/** Where somebody stands: their rhythm, and when they are due; both null where none holds. `turn` is worked out for few at a time. */
export interface Standing {
  heard: Heard;
  rhythm: OwnRhythm | null;
  /** The last real contact and the interval, moved only by days off. */
  due: Day | null;
  /** The first day on which they come up again, while that is to come. */
  pausedUntil: Day | null;
  turn: () => Turn | null;
}

/** On a list: with who they are, and the kind in words. */
export interface Listed extends Standing {
  who: WhoTheyAre;
  turnNow: Turn | null;
  next: ContactKind;
}

export const STAGES = ["silent", "coming", "in-peace"] as const;
export type Stage = (typeof STAGES)[number];

export interface SilenceFilter {
  memberId?: string | undefined;
  teamId?: string | undefined;
  nobodys?: boolean | undefined;
  group?: Group | undefined;
  stage: Stage;
}

/** So far ahead is looked for whoever is due soon. */
const SOON_DAYS = 14;

/** Throws Problem not-found. Follows merges. */
export async function heardOf(tx: Tx, anyId: string): Promise<Heard> {
  const { id } = await getPerson(tx, anyId);
  const [heard] = await readHeard(tx, await touchKinds(tx), { personIds: [id] });
  if (heard === undefined) throw notFound("person");
  return heard;
}

/** Of one person, with what one would do next. Throws Problem not-found. */
export async function standingOf(tx: Tx, actor: Actor, anyId: string): Promise<Listed> {
  const { id } = await getPerson(tx, anyId);
  const [standing] = await standings(tx, actor, { personIds: [id] });
  if (standing === undefined) throw notFound("person");
  const [listed] = await withWho(tx, actor, [standing]);
  return listed as Listed;
}

/** Every contact with somebody, in whatever room it is written down, the latest first. Throws Problem not-found. */
export async function contactsWith(tx: Tx, anyId: string, limit: number): Promise<ContactRow[]> {
  const { id } = await getPerson(tx, anyId);
  return contactsOf(tx, id, limit);
}

/** When somebody last heard from us, for a line in a list. Throws Problem not-found. */
export async function lastWordTo(
  tx: Tx,
  anyId: string,
): Promise<{ day: Day | null; kindName: string | null; memberName: string | null }> {
  const { id } = await getPerson(tx, anyId);
  const kinds = await touchKinds(tx);
  const last = await lastContactOf(
    tx,
    id,
    kinds.filter(({ weight }) => weight > 0),
  );
  if (last === null) return { day: null, kindName: null, memberName: null };
  const kindName = kinds.find((kind) => kind.id === last.kind)?.name ?? last.kind;
  return { day: last.day, kindName, memberName: last.memberName };
}

/**
 * People by what they have heard from us. silent: due or over, whoever waited longest first. coming: within two weeks. in-peace: put
 * off, left to come by themselves, or who want nothing from us.
 */
export async function listBySilence(
  tx: Tx,
  actor: Actor,
  filter: SilenceFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<Listed>> {
  const { memberId, teamId, nobodys, group, stage } = filter;
  const within = { ...(memberId && { memberId }), ...(teamId && { teamId }), ...(nobodys && { nobodys }) };
  const all = await standings(tx, actor, { ...within, ...(await narrowed(tx, stage, actor.today)) });
  const fitting = all
    .filter((each) => stageOf(each, actor.today) === stage)
    .filter(({ heard }) => group === undefined || groupsOf(heard).includes(group))
    .map((each) => ({ ...each, by: each.due ?? each.pausedUntil ?? each.heard.since }))
    .toSorted(byDayAndId);
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const rest = fitting.filter(
    ({ by, heard }) => after === null || by > after[0] || (by === after[0] && heard.id > after[1]),
  );
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rest.length > limit && last ? encodeCursor([last.by, last.heard.id]) : null;
  return { items: await withWho(tx, actor, items), nextCursor };
}

/** The day's few: whom to touch today, at most three with those the actor has dealt with today; none on a day off. */
export async function touchesForToday(tx: Tx, actor: Actor): Promise<Listed[]> {
  const calendar = (await workCalendarsOf(tx, [actor.member.id])).get(actor.member.id);
  if (calendar === undefined || !isWorkday(actor.today, calendar)) return [];
  const midnight = instantOf(actor.today, "00:00", actor.workspace.timeZone);
  const done = await dealtWithSince(tx, actor.member.id, midnight);
  const mine = await standings(tx, actor, { memberId: actor.member.id });
  const due = mine.flatMap((each) => {
    const { heard, rhythm } = each;
    const turn = stageOf(each, actor.today) === "silent" ? each.turn() : null;
    if (rhythm === null || turn === null) return [];
    return [{ ...each, id: heard.id, days: rhythm.days, due: turn.due, state: turn.state }];
  });
  return withWho(tx, actor, chooseForToday(due, done));
}

export interface AccountStanding {
  tier: Tier | null;
  tierSince: Day | null;
  tierBy: string | null;
  /** Null where no review is held with them. */
  review: { days: number; last: Day | null; due: Day; promise: Promised | null } | null;
}

/** How much an account matters, and when its next review is due. Throws Problem not-found. */
export async function accountStanding(tx: Tx, actor: Actor, anyId: string): Promise<AccountStanding> {
  const { tier, tierSince, tierBy, days, due, last, promise } = await reviewStandingOf(tx, actor, anyId);
  const review = days === null || due === null ? null : { days, last, due, promise };
  return { tier, tierSince, tierBy, review };
}

/** Whom the stage leaves out whatever their rhythm: of a whole company most need not be looked at further. */
async function narrowed(
  tx: Tx,
  stage: Stage,
  today: Day,
): Promise<Pick<HeardFilter, "notSince" | "setApart">> {
  if (stage === "in-peace") return { setApart: true };
  const rhythms = await rhythmsHere(tx);
  const own = await shortestOwn(tx);
  const shortest = Math.min(...GROUPS.flatMap((group) => rhythms[group].days ?? []), own ?? LONGEST_DAYS);
  const soonest = stage === "coming" ? SOON_DAYS : 0;
  return { notSince: addDays(today, soonest - shortest) };
}

interface Placed {
  by: Day;
  heard: { id: string };
}

// Days and ids sort as they are: comparing them by a language's rules costs ten times as much, and there may be very many.
function byDayAndId(a: Placed, b: Placed): number {
  if (a.by !== b.by) return a.by < b.by ? -1 : 1;
  return a.heard.id < b.heard.id ? -1 : 1;
}

async function standings(tx: Tx, actor: Actor, filter: HeardFilter): Promise<Standing[]> {
  const rhythms = await rhythmsHere(tx);
  const groups = GROUPS.filter((group) => rhythms[group].days !== null);
  const heard = await readHeard(tx, await touchKinds(tx), { ...filter, groups });
  const holders = heard.flatMap(({ holderId }) => holderId ?? []);
  const on = calendarFor(actor, await workCalendarsOf(tx, [actor.member.id, ...holders]));
  return heard.map((each) => standing(each, rhythms, on(each.holderId), actor.today));
}

function standing(heard: Heard, rhythms: Rhythms, calendar: WorkCalendar, today: Day): Standing {
  const rhythm = rhythmOf(heard, heard.own, rhythms);
  const pausedUntil = heard.pause !== null && heard.pause.untilDay > today ? heard.pause.untilDay : null;
  if (rhythm === null) return { heard, rhythm, due: null, pausedUntil, turn: () => null };
  const { id, last, since } = heard;
  const { days } = rhythm;
  // Without a word so far the clock is set so that it strikes at their place in the first interval.
  const from = last?.day ?? addDays(firstTouch(since, days, id), -days);
  const due = nextTouch(from, days, id, calendar);
  return { heard, rhythm, due, pausedUntil, turn: () => turnOf({ from, days }, id, calendar, today) };
}

function stageOf({ heard, due, pausedUntil }: Standing, today: Day): Stage | null {
  if (pausedUntil !== null || heard.stopped || heard.own?.days === null) return "in-peace";
  if (due === null) return null;
  if (due <= today) return "silent";
  return daysBetween(today, due) <= SOON_DAYS ? "coming" : null;
}

async function withWho(tx: Tx, actor: Actor, those: readonly Standing[]): Promise<Listed[]> {
  if (those.length === 0) return [];
  const ids = those.map(({ heard }) => heard.id);
  const who = await whoTheyAre(
    tx,
    those.map(({ heard }) => heard),
  );
  const had = await contactKindsSince(tx, ids, addDays(actor.today, -LOOK_BACK_DAYS));
  return those.map((each) => {
    const contacts = had.get(each.heard.id) ?? [];
    const ago = contacts.map(({ kind, day }) => ({ kind, daysAgo: daysBetween(day, actor.today) }));
    return { ...each, turnNow: each.turn(), who: who.get(each.heard.id) as WhoTheyAre, next: whatNext(ago) };
  });
}

function calendarFor(actor: Actor, calendars: ReadonlyMap<string, WorkCalendar>) {
  return (memberId: string | null) =>
    (calendars.get(memberId ?? "") ?? calendars.get(actor.member.id)) as WorkCalendar;
}
