import { dayText } from "#lib/kernel/day-words.ts";
import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import { KIND_WORDS, type ContactKind } from "../touch.ts";
import { WHY_PAUSED_WORDS, type WhyPaused } from "../rhythm.ts";

/** How lines about touches read after the name of who wrote them; see lib/web/phrases.ts. */
export const touchPhrases: PhraseBook = {
  "touch.made": (line, name) => (
    <>
      {said(line)} {name(line.detail["personId"])}
      {line.detail["seenIn"] === "calendar" && ", as the calendar says"}
    </>
  ),
  "touch.put-off": ({ detail, day }, name) => (
    <>
      left {name(detail["personId"])} in peace until {dayText(String(detail["untilDay"]), day)}:{" "}
      {WHY_PAUSED_WORDS[detail["why"] as WhyPaused]}
    </>
  ),
  "occasion.sent": (line, name) => (
    <>
      {line.detail["kind"] === "event" ? "invited" : "shared an article with"} {name(line.detail["personId"])}
      : {titleThen(line)}
    </>
  ),
  "occasion.moved": ({ detail, day }) => (
    <>
      moved {String(detail["title"])} from {dayText(String(detail["from"]), day)} to{" "}
      {dayText(String(detail["to"]), day)}
    </>
  ),
  "occasion.day-told": ({ detail, day }, name) => (
    <>
      told {name(detail["personId"])} that {String(detail["title"])} is on{" "}
      {dayText(String(detail["on"]), day)}, not on {dayText(String(detail["from"]), day)}
    </>
  ),
  "occasion.answered": (line, name) => (
    <>
      noted that {name(line.detail["personId"])}{" "}
      {line.detail["answer"] === "coming" ? "comes" : "does not come"}: {titleThen(line)}
    </>
  ),
  "occasion.attended": ({ detail }, name) => (
    <>
      met {name(detail["personId"])}: {String(detail["title"])}
    </>
  ),
  "occasion.missed": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])} stayed away: {String(detail["title"])}
    </>
  ),
  "occasion.reacted": ({ detail }, name) => (
    <>
      heard from {name(detail["personId"])} about {String(detail["title"])}: “{String(detail["words"])}”
    </>
  ),
  "rhythm.said": ({ detail }, name) => (
    <>
      said that {name(detail["personId"])}{" "}
      {typeof detail["days"] !== "number" ? "is left to come" : `hears from us every ${detail["days"]} days`}
    </>
  ),
  "account.tier-said": ({ detail }) => (
    <>
      {typeof detail["tier"] !== "string"
        ? "said that this account has no tier any more"
        : `made this account tier ${detail["tier"]}`}
    </>
  ),
};

const SAID: Partial<Record<ContactKind, string>> = {
  call: "called",
  "handwritten-note": "wrote a note by hand to",
  visit: "visited",
  "account-review": "held an account review with",
  "event-invitation": "invited to an event",
  article: "shared an article with",
  message: "wrote a message to",
  "e-mail": "wrote an e-mail to",
  newsletter: "sent the newsletter to",
};

/** With the day for which it was said: it may have been moved since. */
function titleThen({ detail, day }: TimelineLine): string {
  const on = detail["on"];
  return typeof on === "string"
    ? `${String(detail["title"])}, on ${dayText(on, day)}`
    : String(detail["title"]);
}

function said({ detail }: TimelineLine): string {
  if (detail["seenIn"] === "calendar") return "met";
  const kind = detail["kind"] as ContactKind;
  return SAID[kind] ?? `${KIND_WORDS[kind] ?? String(detail["kindName"])}:`;
}
