import { instantOf, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { isWorkday, type WorkCalendar } from "#lib/kernel/workdays.ts";

/** day: the one of a working day. asked: a further one, on demand. answer: what came of a reply. */
export type DigestKind = "day" | "asked" | "answer";

/** What a member says of the mail of the day. */
export interface DigestSetting {
  wanted: boolean;
  /** "HH:MM" on the workspace's clock. */
  atTime: string;
  /** Also on days on which nothing waits. */
  whenDone: boolean;
}

export const USUAL: DigestSetting = { wanted: true, atTime: "07:30", whenDone: false };

/** A morning's mail is of no use in the afternoon: a server that was down makes up for it within these hours. */
export const LATE_HOURS = 4;
export const OPEN_DAYS = 7;
/** What was done from a link can be undone there for so long. */
export const UNDO_HOURS = 24;
/** What such a mail said is dropped then. */
export const KEPT_DAYS = 30;
/** Replies of a member that are read and answered, a day: two machines that talk to each other end there. */
export const MOST_ANSWERS = 20;
/** What comes beyond is read and written down, and not answered any more; and beyond this it is not read: no person writes so much. */
export const MOST_READ_A_DAY = 200;
/** On demand, a day. */
export const MOST_ASKED_FOR = 5;

const EARLIEST = "05:00";
const LATEST = "20:00";

/** Throws Problem invalid. */
export function cleanSetting(setting: DigestSetting): DigestSetting {
  const { atTime } = setting;
  if (!/^\d\d:(00|15|30|45)$/.test(atTime) || atTime < EARLIEST || atTime > LATEST)
    throw invalid(`choose a quarter of an hour between ${EARLIEST} and ${LATEST}`, "atTime");
  return setting;
}

/** The times to choose from. */
export function digestTimes(): string[] {
  const times = [];
  for (let minutes = minutesOf(EARLIEST); minutes <= minutesOf(LATEST); minutes += 15)
    times.push(
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
    );
  return times;
}

/** Whether the mail of this day is to leave at this moment: on a day one works, from its time on, and not much later. */
export function isDueAt(
  { wanted, atTime }: DigestSetting,
  { now, today, calendar }: { now: Date; today: Day; calendar: WorkCalendar },
): boolean {
  const from = instantOf(today, atTime, calendar.timeZone).getTime();
  const until = from + LATE_HOURS * 3_600_000;
  return wanted && isWorkday(today, calendar) && now.getTime() >= from && now.getTime() < until;
}

/** As far as a mail has come. */
export interface MailTimes {
  handedAt: Date | null;
  acceptedAt: Date | null;
  doubtedAt: Date | null;
  failedAt: Date | null;
}

export const MAIL_STATES = ["waiting", "leaving", "sent", "doubted", "failed"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Between the two marks nobody knows whether it has left; see docs/decisions/0069. */
export function mailStateOf({ handedAt, acceptedAt, doubtedAt, failedAt }: MailTimes): MailState {
  if (acceptedAt !== null) return "sent";
  if (doubtedAt !== null) return "doubted";
  if (failedAt !== null) return "failed";
  return handedAt === null ? "waiting" : "leaving";
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
