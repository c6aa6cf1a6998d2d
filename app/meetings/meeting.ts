import { isDay, type Day } from "#lib/kernel/days.ts";
import { factDay, FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { AccountKind } from "#accounts/account.ts";
import type { Origin } from "#referrals/origin.ts";

export const MEETING_OUTCOMES = ["held", "no-show", "cancelled"] as const;
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number];

/** What is agreed about a meeting; empty texts count as not known. */
export interface MeetingFacts {
  personId: string;
  /** The introduction it came from. */
  referralId: string | null;
  /** How it came about; null: not said. With an introduction it is a referral, which may also be said without one. */
  origin: Origin | null;
  /** The day the appointment was made. */
  scheduledOn: Day;
  /** The day it takes place. */
  day: Day;
  /** "HH:MM" on the workspace's clock. */
  time: string | null;
  about: string | null;
  note: string | null;
}

/** How it went, and the day that happened: for "held" the day it took place. */
export interface MeetingEnd {
  outcome: MeetingOutcome;
  day: Day;
}

/** A line of the journal that a meeting must have for as long as it stands as it is. */
export interface MeetingLine {
  verb: string;
  measure: "meetings-scheduled" | "meetings-held" | null;
  day: Day;
}

const LATEST = "2100-12-31";
const LONGEST = { about: 300, note: 10_000 } as const;

/**
 * Trims, and throws Problem invalid naming the field that cannot be. An appointment is made today or earlier, and not
 * after the meeting; the meeting itself may lie ahead.
 */
export function cleanMeeting(facts: MeetingFacts, today: Day): MeetingFacts {
  if (!isDay(facts.day) || facts.day < FIRST_FACT_DAY || facts.day > LATEST) {
    throw invalid(`the day must lie between ${FIRST_FACT_DAY} and ${LATEST}`, "day");
  }
  factDay(facts.scheduledOn, today, "scheduledOn");
  if (facts.scheduledOn > facts.day)
    throw invalid("the appointment was made before the meeting, not after it", "scheduledOn");
  if (facts.referralId !== null && facts.origin !== "referral") {
    throw invalid(
      "this meeting came of an introduction, so its origin is a referral; take the introduction off it first",
      "origin",
    );
  }
  if (facts.time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(facts.time)) {
    throw invalid("write the time as HH:MM, for example 14:30", "time");
  }
  return {
    ...facts,
    about: cleanText(facts.about, LONGEST.about, "about"),
    note: cleanText(facts.note, LONGEST.note, "note"),
  };
}

/** How a meeting came about where nobody says it. */
export function usualOrigin(referralId: string | null, account: AccountKind | null): Origin | null {
  if (referralId !== null) return "referral";
  return account === "client" ? "existing-client" : null;
}

/**
 * How a meeting ended. Without a day it was held, or missed, on the day it was planned for; it is cancelled today. Throws
 * Problem invalid for an end that lies ahead.
 */
export function meetingEnd(
  meeting: { day: Day; scheduledOn: Day },
  said: { outcome: MeetingOutcome; day?: Day },
  today: Day,
): MeetingEnd {
  const day = said.day ?? (said.outcome === "cancelled" ? today : meeting.day);
  if (said.day === undefined && day > today) {
    throw invalid(
      `it is planned for ${day}, which is still to come: move it first, or say on which day it was`,
      "day",
    );
  }
  factDay(day, today);
  if (day < meeting.scheduledOn) {
    throw invalid(
      `the appointment was made on ${meeting.scheduledOn}, so this cannot have been earlier`,
      "day",
    );
  }
  return { outcome: said.outcome, day };
}

/** What stands in the journal for a meeting like this. Every meeting counts, with or without an introduction. */
export function linesOf(meeting: { scheduledOn: Day; end: MeetingEnd | null }): MeetingLine[] {
  const lines: MeetingLine[] = [
    { verb: "meeting.scheduled", measure: "meetings-scheduled", day: meeting.scheduledOn },
  ];
  const { end } = meeting;
  if (end)
    lines.push({
      verb: END_VERBS[end.outcome],
      measure: end.outcome === "held" ? "meetings-held" : null,
      day: end.day,
    });
  return lines;
}

export const END_VERBS = {
  held: "meeting.held",
  "no-show": "meeting.missed",
  cancelled: "meeting.cancelled",
} as const satisfies Record<MeetingOutcome, string>;
