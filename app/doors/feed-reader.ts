import type { FeedEvent, FeedPart } from "#lib/calendar/feed.ts";
import { dayIn, daysBetween, instantOf } from "#lib/kernel/days.ts";
import { openDutiesOf, type OwedDuty } from "#loops/owed-actions.ts";
import { meetingsInCalendar, reviewsWithoutMeeting, type CalendarMeeting } from "./calendar-reader.ts";

const MEETING_MINUTES = 60;
const DUTY_MINUTES = 15;
// A program that asks once a day, and was switched off over a holiday, still hears of what was taken back.
const SHOWN_OFF_DAYS = 30;

/** The member's meetings: with an hour, an hour of the day; without, a day. */
export const meetingsPart: FeedPart = async (tx, actor, span) => {
  const takenBackSince = new Date(actor.now.getTime() - SHOWN_OFF_DAYS * 86_400_000);
  const meetings = await meetingsInCalendar(tx, { memberId: actor.member.id, ...span, takenBackSince });
  return meetings.map((meeting) => meetingEvent(meeting, actor.workspace.timeZone));
};

export function meetingEvent(meeting: CalendarMeeting, timeZone: string): FeedEvent {
  const { id, personName, accountName, reviewId, day, time, cancelled, changedAt, changes } = meeting;
  const whom = `${personName}${accountName ? `, ${accountName}` : ""}`;
  const title = reviewId === null ? whom : `Account review: ${whom}`;
  return {
    id: `meeting-${id}`,
    title: cancelled ? `Cancelled: ${title}` : title,
    at: time === null ? { day } : hoursFrom(instantOf(day, time, timeZone), MEETING_MINUTES),
    page: reviewId === null ? `/meetings/${id}` : `/account-reviews/${reviewId}`,
    changedAt,
    changes,
    cancelled,
    busy: time !== null,
  };
}

/** Account reviews to be held, where no meeting stands for them already. */
export const reviewsPart: FeedPart = async (tx, actor, span) =>
  (await reviewsWithoutMeeting(tx, { memberId: actor.member.id, ...span })).map(
    ({ id, accountName, day, at }) => ({
      id: `review-${id}`,
      title: `Account review: ${accountName}`,
      at: { day },
      page: `/account-reviews/${id}`,
      changedAt: at,
      changes: 0,
      cancelled: false,
      busy: false,
    }),
  );

/** What the member owes to sources, ending when it is due; from the day after on it stands on today, until it is done. */
export const dutiesPart: FeedPart = async (tx, actor) =>
  (await openDutiesOf(tx, actor, actor.member.id)).map((duty) => {
    const { today, workspace } = actor;
    const daysLate = Math.max(0, daysBetween(dayIn(duty.dueAt, workspace.timeZone), today));
    const title = DUTY_TITLES[duty.kind](duty);
    return {
      id: `duty-${duty.id}`,
      title: daysLate > 0 ? `Overdue: ${title}` : title,
      at:
        daysLate > 0
          ? { day: today }
          : hoursFrom(new Date(duty.dueAt.getTime() - DUTY_MINUTES * 60_000), DUTY_MINUTES),
      page: `/referrals/${duty.referralId}`,
      changedAt: new Date(`${daysLate > 0 ? today : duty.countsFrom}T00:00:00Z`),
      changes: daysLate,
      cancelled: false,
      busy: false,
    };
  });

type Names = Pick<OwedDuty, "sourceName" | "contactName">;

const DUTY_TITLES: Record<OwedDuty["kind"], (names: Names) => string> = {
  respond: ({ sourceName, contactName }) => `Answer ${contactName}, whom ${sourceName} introduced`,
  thank: ({ sourceName, contactName }) => `Thank ${sourceName} for ${contactName}`,
  report: ({ sourceName, contactName }) => `Tell ${sourceName} what became of ${contactName}`,
  "report-close": ({ sourceName, contactName }) => `Tell ${sourceName} how it ended with ${contactName}`,
  "thank-close": ({ sourceName, contactName }) => `Thank ${sourceName} at the close with ${contactName}`,
  "thank-chain": ({ sourceName, contactName }) =>
    `Thank ${sourceName}, with whom the way to ${contactName} began`,
};

function hoursFrom(start: Date, minutes: number): { start: Date; end: Date } {
  return { start, end: new Date(start.getTime() + minutes * 60_000) };
}
