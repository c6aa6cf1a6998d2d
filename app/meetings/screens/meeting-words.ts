import type { Day } from "#lib/kernel/days.ts";
import type { Tone } from "#lib/web/pill.tsx";
import { capital } from "#lib/web/words.ts";
import { dayText, whenText } from "#lib/kernel/day-words.ts";
import type { MeetingView } from "../meeting-view.ts";
import type { MeetingOutcome } from "../meeting.ts";

export const OUTCOME_LABELS: Record<MeetingOutcome, string> = {
  held: "held",
  "no-show": "did not come",
  cancelled: "cancelled",
};

export const OUTCOME_TONES: Record<MeetingOutcome, Tone> = {
  held: "good",
  "no-show": "late",
  cancelled: "quiet",
};

type Told = Pick<MeetingView, "personName" | "day" | "time" | "outcome" | "outcomeDay">;

/** The heading of a meeting's page: what is, or the question that is open. `who` is "you" or a colleague's name. */
export function headingOf(meeting: Told, who: string, today: Day): string {
  const { personName: whom, day, outcome, outcomeDay } = meeting;
  if (outcome === "held") return `${capital(who)} met ${whom} ${whenText(outcomeDay ?? day, today)}`;
  if (outcome === "no-show") return `${whom} did not come`;
  if (outcome === "cancelled") return `The meeting with ${whom} was cancelled`;
  if (day <= today) return `Did ${who} meet ${whom}?`;
  return `${capital(who)} ${who === "you" ? "meet" : "meets"} ${whom} ${dayPhrase(day, today)}`;
}

/** "tomorrow", "on 24 November" */
export function dayPhrase(day: Day, today: Day): string {
  const said = whenText(day, today);
  return /^\d/.test(said) ? `on ${dayText(day, today)}` : said;
}

/** "14:30" from what people write: "14:30", "14.30", "1430", "9"; "" for nothing, undefined for what is no time. */
export function timeIn(text: string): string | undefined {
  const written = text.trim();
  if (written === "") return "";
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(written);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
