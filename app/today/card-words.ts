import type { AskLine } from "#asks/ask-view.ts";
import type { DueReminderView } from "#asks/coverage-view.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { callName } from "#people/call-name.ts";
import type { ReferralView } from "#referrals/referral-view.ts";

/** What to say first to somebody we were introduced to: it names who did. */
export function answerLine({ sourceName }: Pick<ReferralView, "sourceName">): string {
  return `“${sourceName} thought that we should talk. When would be good for you?”`;
}

/** What to say to somebody who said "not now", now that their day has come. */
export function askAgainLine({ forWhom }: Pick<AskLine, "forWhom">): string {
  const whom = forWhom ? ` I would like to meet ${forWhom}.` : "";
  return `“You asked me to come back about now.${whom} Who comes to mind?”`;
}

/** Why now at an account that others look after, what speaks for this person, and what to say first. */
export function reminderLines(
  { accountName, holderId, holderName, toName, toMemberId, day, lastAskDay, whom }: DueReminderView,
  me: { id: string; today: Day },
): { why: string; speaks: string | null; say: string | null } {
  const built = holderId === me.id ? "You built the relationship and ask" : `${holderName} asks`;
  const looks = toMemberId === me.id ? "you look" : `${toName} looks`;
  const last = lastAskDay === null ? "yet" : `since ${dayText(lastAskDay, me.today)}`;
  const since = dayText(day, me.today);
  const why = `${built} at ${accountName}; ${looks} after it since ${since}. Nobody there was asked ${last}.`;
  if (whom === null) return { why, speaks: null, say: null };
  const say =
    whom.right?.earned === true
      ? "“You told me what our work brought you. Who among the people you know should hear of it?”"
      : "“What has changed for you since we worked together? And whom do you know who has the trouble you had?”";
  return { why, speaks: speaksFor(whom, me.today), say };
}

function speaksFor(
  { fullName, right, met }: NonNullable<DueReminderView["whom"]>,
  today: Day,
): string | null {
  if (right?.earned === true && right.words !== null)
    return `${callName(fullName)} said on ${dayText(right.day, today)}: “${right.words}”`;
  if (right?.earned === true) return `${callName(fullName)} said that we delivered.`;
  return met === null ? null : `Last met on ${dayText(met.day, today)}.`;
}
