import type { PhraseBook } from "#lib/web/phrases.ts";
import { dayText } from "#lib/kernel/day-words.ts";

/** How lines about meetings read after the name of who did it; see lib/web/phrases.ts. */
export const meetingPhrases: PhraseBook = {
  "meeting.scheduled": ({ detail, day }, name) => (
    <>
      arranged a meeting with {name(detail["personId"])} for {dayText(String(detail["takesPlace"]), day)}
    </>
  ),
  "meeting.held": ({ detail }, name) => (
    <>
      met {name(detail["personId"])}
      {typeof detail["about"] === "string" && `: ${detail["about"]}`}
    </>
  ),
  "meeting.missed": ({ detail }, name) => <>waited for {name(detail["personId"])}, who did not come</>,
  "meeting.cancelled": ({ detail }, name) => (
    <>noted that the meeting with {name(detail["personId"])} was cancelled</>
  ),
  "meeting.moved": ({ detail, day }, name) => (
    <>
      moved the meeting with {name(detail["personId"])} from {dayText(String(detail["from"]), day)} to{" "}
      {dayText(String(detail["to"]), day)}
    </>
  ),
};
