import type { PartnerNews } from "#commitments/partner-news-actions.ts";
import { myWeekToday } from "#commitments/my-week-actions.ts";
import { tallyText } from "#commitments/promise-words.ts";
import { myWeek } from "#commitments/week-actions.ts";
import { waitingToAsk } from "#asks/waiting-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { callAddress } from "#lib/kernel/call-address.ts";
import { instantOf, timeOfDayIn, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, Problem } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { listJobs, queueJob } from "#lib/jobs/queue.ts";
import type { Tx } from "#lib/storage/database.ts";
import { dutyViewOf } from "#loops/duty-view.ts";
import { openDutiesOf } from "#loops/owed-actions.ts";
import { dueMeetingsOf } from "#meetings/meeting-list-actions.ts";
import { getPerson } from "#people/person-actions.ts";
import { mailQuestionsOf } from "#doors/mail-actions.ts";
import { repliesWaitingFor } from "#letters/reply-actions.ts";
import { giftsWaitingFor } from "#loops/gifts-waiting-actions.ts";
import { reviewsToday } from "#reviews/account-review-round-actions.ts";
import { cardsOfToday } from "#reviews/card-due-actions.ts";
import { newsFor } from "#sharing/page-actions.ts";
import { unansweredOf } from "#referrals/referral-list-actions.ts";
import { actorIfHere } from "#team/door-actions.ts";
import type { Night } from "#team/nightly-jobs.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { touchesForToday } from "#touches/silence-actions.ts";
import { waitingBelow, type Below } from "./below.ts";
import { dealCard, hasRoom, isOver, waitingFrom } from "./card.ts";
import { composeDay, type DigestLine, type WeekToTell } from "./digest-compose.ts";
import {
  dropMailsBefore,
  insertLines,
  insertMail,
  lastMailOf,
  mailsSince,
  recipients,
  saveSetting,
  settingOf,
  type DigestMailRow,
} from "./digest-store.ts";
import {
  cleanSetting,
  isDueAt,
  KEPT_DAYS,
  MOST_ASKED_FOR,
  OPEN_DAYS,
  type DigestKind,
  type DigestSetting,
} from "./digest.ts";
import { calibrationOf, keepSuggestions } from "./suggestion-actions.ts";
import { suggestionOf } from "./suggestion-view.ts";

export const MAKE_DIGEST = "make-digest";
export const SEND_DIGEST = "send-digest";

/** More than a card holds, as on the screen: what is done is not replaced. */
const READ = 20;
const NOTHING_DEALT = { people: [], owed: [] };
const DAY_MS = 86_400_000;

/** What Today shows this member now, as lines of a mail. Whom one might ask is written down, so that it stays. */
export async function linesForToday(tx: Tx, actor: Actor): Promise<DigestLine[]> {
  const { id: memberId } = actor.member;
  const { timeZone, calendar } = actor.workspace;
  const time = timeOfDayIn(actor.now, timeZone);
  const now = { today: actor.today, time };
  const introductions = await unansweredOf(tx, actor, memberId, READ);
  const meetings = await dueMeetingsOf(tx, actor, memberId, READ);
  const duties = (await openDutiesOf(tx, actor, memberId, { elsewhere: true })).map(dutyViewOf);
  const waiting = waitingFrom(
    {
      introductions,
      meetings,
      duties,
      ...(await waitingToAsk(tx, actor, memberId, { limit: READ, askable: true })),
    },
    { memberId, thisWeek: weekOf(actor.today, calendar.firstDay), now: actor.now, timeZone },
  );
  const cards = await cardsOfToday(tx, actor);
  const wanted = cards.talk !== null || hasRoom(waiting, NOTHING_DEALT, now);
  const suggested = wanted ? (await keepSuggestions(tx, actor, memberId)).items : [];
  const calibration = await calibrationOf(tx, actor.today);
  const suggestions = suggested.map((each) => suggestionOf(each, calibration));
  const card = dealCard({ ...waiting, suggestions }, NOTHING_DEALT, now);
  const touches = (await touchesForToday(tx, actor)).map(({ who, heard, next }) => ({
    personId: who.id,
    name: who.fullName,
    title: who.title,
    accountName: who.accountName,
    lastDay: heard.last?.day ?? null,
    next,
  }));
  const ahead = waiting.meetings
    .filter((meeting) => meeting.day === actor.today && !isOver(meeting, now))
    .toSorted((a, b) => (a.time ?? "").localeCompare(b.time ?? ""));
  const me = { id: memberId, today: actor.today, now: actor.now, timeZone };
  const week = await weekToday(tx, actor);
  const below = {
    ...(await belowOf(tx, actor)),
    cards,
    touches,
    week: { tell: week.tell !== null, promise: week.promise, wanted: week.partners.length },
  };
  const lines = await withPhones(
    tx,
    composeDay({ card, meetings: ahead, touches, week: week.tell, partners: week.partners, below, me }),
  );
  // What is only suggested does not make a day on which nothing waits one on which something does.
  const waits = waitingBelow(below) + below.gifts.decide > 0;
  return waits || lines.some(({ about }) => about.kind !== "elsewhere") ? lines : [];
}

async function belowOf(tx: Tx, actor: Actor): Promise<Omit<Below, "touches" | "cards" | "week">> {
  return {
    news: await newsFor(tx, actor.member.id),
    answers: await repliesWaitingFor(tx, actor),
    reviews: await reviewsToday(tx, actor),
    gifts: await giftsWaitingFor(tx, actor),
    mail: await mailQuestionsOf(tx, actor),
  };
}

async function weekToday(
  tx: Tx,
  actor: Actor,
): Promise<{ tell: WeekToTell | null; promise: boolean; partners: PartnerNews["wanted"] }> {
  const { invitation, asked, partners: news } = await myWeekToday(tx, actor);
  const partners = news.wanted;
  if (invitation?.to !== "check-in") return { tell: null, promise: invitation?.to === "plan", partners };
  const { week, tally, promises } = await myWeek(tx, actor, invitation.week);
  const own = promises.some(({ promised, told }) => promised.kind === "own" && told === null);
  const askedBy = asked?.week === week ? asked.byNames : [];
  return {
    tell: { week, heading: tallyText(tally) ?? "A week away", own, askedBy },
    promise: false,
    partners,
  };
}

async function withPhones(tx: Tx, lines: readonly DigestLine[]): Promise<DigestLine[]> {
  const found: DigestLine[] = [];
  for (const line of lines) {
    const personId = "personId" in line.about ? line.about.personId : null;
    const phones = personId === null ? [] : (await getPerson(tx, personId)).phones;
    const phone = phones.map(callAddress).find((address) => address !== null) ?? null;
    found.push({ ...line, shown: { ...line.shown, phone } });
  }
  return found;
}

const STOP: DigestLine = {
  about: { kind: "stop" },
  shown: {
    section: "foot",
    name: "the mail of the day",
    heading: "The mail of the day",
    below: null,
    why: "It comes each working day on which something waits for you.",
    say: null,
    phone: null,
  },
};

/**
 * Writes down the mail of a day and queues its sending. False where nothing waits, which is no mail unless the member wants one, and
 * where the day's is there already.
 */
export async function makeDigest(
  tx: Tx,
  actor: Actor,
  kind: Exclude<DigestKind, "answer">,
  { whenDone }: { whenDone: boolean },
): Promise<boolean> {
  if (await isBeingTold(tx)) return false;
  const lines = await linesForToday(tx, actor);
  if (lines.length === 0 && !whenDone) return false;
  const id = newId(actor.now);
  const openUntil = new Date(actor.now.getTime() + OPEN_DAYS * DAY_MS);
  const memberId = actor.member.id;
  if (!(await insertMail(tx, { id, memberId, kind, day: actor.today, openUntil }, actor.now))) return false;
  await insertLines(
    tx,
    id,
    [...lines, STOP].map((line, place) => ({ ...line, id: newId(actor.now), place })),
  );
  await queueJob(tx, { kind: SEND_DIGEST, payload: { mailId: id }, askedBy: memberId, now: actor.now });
  return true;
}

/** Whether the demo story is still coming about, so that there is no day yet to write of. */
async function isBeingTold(tx: Tx): Promise<boolean> {
  const [demo] = await listJobs(tx, "demo", 1);
  return demo?.state === "waiting";
}

/** Every night: each member's mail at their time, and an end to old ones. */
export async function queueDigests(tx: Tx, { now, today, workspace }: Night): Promise<void> {
  await dropMailsBefore(tx, new Date(now.getTime() - KEPT_DAYS * DAY_MS));
  for (const { memberId, atTime } of await recipients(tx, today))
    await queueDigest(tx, { memberId, atTime, day: today }, workspace.timeZone, now);
}

/** Works off what was queued, unless the member wants it at another time, is away, or it is late. */
export async function makeDueDigest(tx: Tx, due: DueDigest, now: Date): Promise<void> {
  const setting = await settingOf(tx, due.memberId);
  const actor = await actorIfHere(tx, due.memberId, now);
  if (actor === null || actor.today !== due.day || setting.atTime !== due.atTime) return;
  const calendar = (await workCalendarsOf(tx, [due.memberId], { from: due.day, to: due.day })).get(
    due.memberId,
  );
  if (calendar === undefined || !isDueAt(setting, { now, today: due.day, calendar })) return;
  await makeDigest(tx, actor, "day", setting);
}

/** A mail that a member is to have, as it was foreseen. */
export type DueDigest = { memberId: string; atTime: string; day: Day };

async function queueDigest(tx: Tx, due: DueDigest, timeZone: string, now: Date): Promise<void> {
  const dueAt = instantOf(due.day, due.atTime, timeZone);
  await queueJob(tx, { kind: MAKE_DIGEST, payload: due, askedBy: due.memberId, now, dueAt });
}

export interface MyDigest extends DigestSetting {
  last: DigestMailRow | null;
}

export async function myDigest(tx: Tx, actor: Actor): Promise<MyDigest> {
  return { ...(await settingOf(tx, actor.member.id)), last: await lastMailOf(tx, actor.member.id) };
}

/** Throws Problem invalid. A time that is still to come today holds today. */
export async function changeMyDigest(tx: Tx, actor: Actor, wanted: DigestSetting): Promise<MyDigest> {
  const setting = cleanSetting(wanted);
  const { timeZone } = actor.workspace;
  await saveSetting(tx, actor.member.id, setting, actor.now);
  if (setting.wanted && instantOf(actor.today, setting.atTime, timeZone) > actor.now)
    await queueDigest(
      tx,
      { memberId: actor.member.id, atTime: setting.atTime, day: actor.today },
      timeZone,
      actor.now,
    );
  return myDigest(tx, actor);
}

/** Today's now: the day's itself where it has not gone out, else one more. Throws Problem conflict, too-many. */
export async function sendMyDigest(tx: Tx, actor: Actor): Promise<MyDigest> {
  const { id: memberId } = actor.member;
  if (await isBeingTold(tx)) throw conflict("the story is still being told: ask for it again in a moment");
  const since = instantOf(actor.today, "00:00", actor.workspace.timeZone);
  if ((await mailsSince(tx, { memberId, kind: "asked", since })) >= MOST_ASKED_FOR)
    throw new Problem("too-many", `${MOST_ASKED_FOR} a day are enough: the last one holds what waits`);
  const isFirst = await makeDigest(tx, actor, "day", { whenDone: true });
  if (!isFirst) await makeDigest(tx, actor, "asked", { whenDone: true });
  return myDigest(tx, actor);
}
