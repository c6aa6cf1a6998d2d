import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, instantOf, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import { isWorkday, type WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { withinHours } from "#loops/duty-clocks.ts";
import { protectionsOf } from "#people/protection-actions.ts";
import { getHeldPerson, getPerson, samePersonIds } from "#people/person-actions.ts";
import { clocksOf } from "#team/clock-actions.ts";
import { owedCalendarsOf, workCalendarsOf } from "#team/work-calendar-actions.ts";
import { cardDays } from "#touches/rhythm.ts";
import { rhythmsHere } from "#touches/rhythm-setting-actions.ts";
import { cardForToday, dueCardOf, type DueCard } from "./card-due.ts";
import {
  dealtWithCardSince,
  readCandidates,
  type CandidateFilter,
  type CardCandidate,
} from "./card-due-reader.ts";
import { insertReportPause, lastReportPause, takeBackReportPause } from "./report-pause-store.ts";
import { everyCard, reasonsOf, type CardRow } from "./report-card-store.ts";
import { isTold, LOOK_HOURS, suggestsTalk } from "./report-card.ts";

/** A contact of a client and their next card. */
export interface CardStanding extends CardCandidate {
  card: DueCard | null;
}

/** A low number that somebody sees to, by when. */
export interface LowCard {
  row: CardRow;
  /** Why, in their words. */
  why: string | null;
  dueAt: Date;
  late: boolean;
}

/** What report cards ask of a member today. */
export interface CardsOfToday {
  /** Theirs, the one due first first; of leaders those of others too, once they are late. */
  low: LowCard[];
  /** The latest that suggests a talk; those it is about are among whom to ask this week (app/today/suggest.ts). */
  talk: CardRow | null;
  /** At most one a day, on a workday. */
  due: CardStanding | null;
}

const LONGEST_PAUSE_DAYS = 365;
const A_MONTH = 31;

/** Of one person. Null: they are no contact of a client. Throws Problem not-found. */
export async function cardStandingOf(tx: Tx, actor: Actor, anyId: string): Promise<CardStanding | null> {
  const { id } = await getPerson(tx, anyId);
  const [standing] = await standings(tx, actor, { personIds: [id] });
  return standing ?? null;
}

/** Everybody at an account, who is due first. Throws Problem not-found. */
export async function cardStandingsAt(tx: Tx, actor: Actor, accountId: string): Promise<CardStanding[]> {
  const { id } = await getAccount(tx, accountId);
  const all = await standings(tx, actor, { accountIds: await sameAccountIds(tx, id) });
  return all.toSorted(
    (a, b) =>
      (a.card?.due ?? "9").localeCompare(b.card?.due ?? "9") || a.personName.localeCompare(b.personName),
  );
}

export async function cardsOfToday(tx: Tx, actor: Actor): Promise<CardsOfToday> {
  const { member, today, workspace } = actor;
  const calendar = (await workCalendarsOf(tx, [member.id])).get(member.id);
  const talk = await firstThatMay(tx, (await gladCards(tx, member.id, today)).toReversed(), today);
  const low = await lowCards(tx, actor);
  if (calendar === undefined || !isWorkday(today, calendar)) return { low, talk, due: null };
  const dealt = await dealtWithCardSince(tx, member.id, instantOf(today, "00:00", workspace.timeZone));
  const waiting = (await standings(tx, actor, { memberId: member.id })).flatMap((each) =>
    each.card === null ? [] : [{ ...each, card: each.card }],
  );
  return { low, talk, due: cardForToday(waiting, dealt) };
}

/** Of those a member sees to, the cards that suggest a talk now, the earliest first: a 9 or a 10 of the last month, not spoken of yet. */
export async function gladCards(tx: Tx, memberId: string, today: Day): Promise<CardRow[]> {
  const recent = { from: addDays(today, -A_MONTH), to: today };
  const cards = await everyCard(tx, {
    ownerId: memberId,
    handedIn: recent,
    scores: { least: 9, most: 10 },
  });
  return cards.filter((each) => suggestsTalk(each, today));
}

/** By when a low number is to be looked at: 48 hours, as thanks are (METHOD, rule 6, moved off days off in the same way). */
export async function lookDue(tx: Tx, actor: Actor, cards: readonly CardRow[]): Promise<Map<string, Date>> {
  const { timeZone } = actor.workspace;
  const open = cards.flatMap((card) => {
    const at = card.lowSince ?? card.handedInAt;
    return at === null ? [] : [{ card, happened: { day: dayIn(at, timeZone), at } }];
  });
  const days = open.map(({ happened }) => happened.day);
  const owners = [...new Set(open.map(({ card }) => card.ownerId))];
  const calendars = await owedCalendarsOf(tx, owners, days, actor.today);
  const clocks = await clocksOf(tx);
  return new Map(
    open.map(
      ({ card, happened }) =>
        [
          card.id,
          withinHours(happened, LOOK_HOURS, clocks, (day) => calendars.on(card.ownerId, day)),
        ] as const,
    ),
  );
}

/** No card to them until then. Throws Problem not-found, invalid. */
export async function putOffCard(
  tx: Tx,
  actor: Actor,
  anyId: string,
  untilDay: Day,
): Promise<CardStanding | null> {
  const person = await getHeldPerson(tx, anyId);
  if (untilDay <= actor.today) throw invalid("name a day to come", "untilDay");
  if (untilDay > addDays(actor.today, LONGEST_PAUSE_DAYS)) throw invalid("at most a year", "untilDay");
  const id = newId(actor.now);
  await insertReportPause(tx, { id, personId: person.id, untilDay }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "report-card.put-off",
      subject: { kind: "report-pause", id },
      day: actor.today,
      concerns: [person.id],
      detail: { personId: person.id, untilDay },
    },
  ]);
  return cardStandingOf(tx, actor, person.id);
}

/** The undo of it. Throws Problem not-found, conflict. */
export async function takeUpCard(tx: Tx, actor: Actor, anyId: string): Promise<CardStanding | null> {
  const person = await getHeldPerson(tx, anyId);
  const id = await lastReportPause(tx, await samePersonIds(tx, person.id));
  if (id === null) throw conflict("it was not put off");
  await takeBackReportPause(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "report-card.taken-up");
  return cardStandingOf(tx, actor, person.id);
}

async function standings(tx: Tx, actor: Actor, filter: CandidateFilter): Promise<CardStanding[]> {
  const { today } = actor;
  const rhythms = await rhythmsHere(tx);
  const those = await readCandidates(tx, filter, today);
  const calendars = await workCalendarsOf(tx, [
    actor.member.id,
    ...those.flatMap(({ holderId }) => holderId ?? []),
  ]);
  return those.map((each) => {
    const { personId, accountKind: kind, tier, since, last, delivered, pausedUntil } = each;
    const isAway = each.isOut || each.inPeace || (pausedUntil !== null && pausedUntil > today);
    if (isAway) return { ...each, card: null };
    const calendar = (calendars.get(each.holderId ?? "") ?? calendars.get(actor.member.id)) as WorkCalendar;
    const days = cardDays({ kind, tier }, rhythms);
    const card = dueCardOf({ personId, days, since, last, delivered }, calendar, today);
    return { ...each, card };
  });
}

async function lowCards(tx: Tx, actor: Actor): Promise<LowCard[]> {
  const { id, role } = actor.member;
  const rows = (await everyCard(tx, { toLookAt: true })).filter(
    (row) => role === "leader" || isTold(id, row),
  );
  const due = await lookDue(tx, actor, rows);
  const reasons = await reasonsOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows
    .map((row) => {
      const dueAt = due.get(row.id) ?? actor.now;
      return { row, why: reasons.get(row.id) ?? null, dueAt, late: actor.now > dueAt };
    })
    .filter(({ row, late }) => late || isTold(id, row))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** Whoever is protected is not brought up: an issue is open there, or they do not want to be asked. */
async function firstThatMay(tx: Tx, cards: readonly CardRow[], today: Day): Promise<CardRow | null> {
  const ids = cards.flatMap(({ personId }) => personId ?? []);
  const protections = await protectionsOf(tx, ids, today);
  return (
    cards.find(({ personId }) => {
      const protection = protections.get(personId ?? "");
      return protection !== undefined && protection.doNotAsk === null && protection.issues.length === 0;
    }) ?? null
  );
}
