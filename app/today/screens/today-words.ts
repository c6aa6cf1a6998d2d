import type { AskLine } from "#asks/ask-view.ts";
import type { DueReminderView } from "#asks/coverage-view.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, counted } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { callName } from "#people/call-name.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import type { WhyRefused } from "../suggest.ts";
import type { SuggestionView } from "../suggestion-view.ts";

/** The heading of Today: how much is left, as a sentence. `gifts` wait for one's yes or no. */
export function headingFor(people: number, owed: number, gifts = 0): string {
  if (people > 0) return `${capital(counted(people, "conversation", "conversations"))}, then you are done`;
  if (owed > 0) return `${capital(counted(owed, "thing", "things"))} owed, then you are done`;
  if (gifts > 0) return `${capital(counted(gifts, "gift", "gifts"))} to decide about, then you are done`;
  return "Done for today";
}

/** The last line. `more`: something waits that is not on the card. */
export function endingFor(left: number, more: boolean): string {
  const end = left > 0 ? "After these, close the laptop." : "Go and talk to somebody.";
  return more ? `${end} What else waits comes tomorrow.` : end;
}

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

export const WHY_REFUSED_WORDS: Record<WhyRefused, string> = {
  "not-the-moment": "Not the moment",
  "not-well-enough": "Don’t know them well enough",
  unhappy: "They are unhappy",
  "already-asked": "Already asked",
  "not-a-source": "Not a source",
};

/** What came of suggestions like this one; nothing while it is too early to say. */
export function chanceText(chance: SuggestionView["chance"]): string | null {
  if (chance.kind === "too-early") return null;
  const range = `${Math.round(100 * chance.low)} to ${Math.round(100 * chance.high)} %`;
  return `Of ${chance.n} suggestions like this one ${Math.round(chance.value * chance.n)} named someone (${range}).`;
}
