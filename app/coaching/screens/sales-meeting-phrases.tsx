import { dayText } from "#lib/kernel/day-words.ts";
import type { PhraseBook } from "#lib/web/phrases.ts";

/** How lines about sales meetings read after the name of who wrote them; see lib/web/phrases.ts. */
export const salesMeetingPhrases: PhraseBook = {
  "sales-meeting.held": ({ detail, day }) => <>held the sales meeting over {weekIn(detail, day)}</>,
  "sales-meeting.arranged": ({ detail, day }) => <>prepared the sales meeting over {weekIn(detail, day)}</>,
};

function weekIn(detail: Record<string, unknown>, day: string): string {
  const { week } = detail;
  return typeof week === "string" ? `the week of ${dayText(week, day)}` : "a week";
}
