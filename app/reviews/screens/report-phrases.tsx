import { dayText } from "#lib/kernel/day-words.ts";
import { Go } from "#lib/web/go.tsx";
import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import { WHY_NO_TALK_WORDS, type WhyNoTalk } from "../report-card.ts";

/** How lines about report cards read after the name of who wrote them; see lib/web/phrases.ts. */
export const reportPhrases: PhraseBook = {
  "report-card.sent": (line, name) => (
    <>
      made a {card(line)} for {name(line.detail["personId"])}
    </>
  ),
  "report-card.withdrawn": (line, name) => (
    <>
      withdrew the {card(line)} of {name(line.detail["personId"])}
    </>
  ),
  "report-card.handed-in": (line, name) => (
    <>
      got a {card(line)} from {name(line.detail["personId"])}: {String(line.detail["score"])} of 10
    </>
  ),
  "report-card.changed": (line, name) => (
    <>
      got another number from {name(line.detail["personId"])} on their {card(line)}:{" "}
      {String(line.detail["score"])} of 10, after {String(line.detail["from"])}
    </>
  ),
  "report-card.looked-at": (line, name) => (
    <>
      saw to what {name(line.detail["personId"])} said on their {card(line)}
    </>
  ),
  "report-card.talk-refused": ({ detail }, name) => (
    <>
      will not talk with {name(detail["personId"])} now: {WHY_NO_TALK_WORDS[detail["why"] as WhyNoTalk]}
    </>
  ),
  "report-card.put-off": ({ detail, day }, name) => (
    <>
      put off the report card to {name(detail["personId"])} until {dayText(String(detail["untilDay"]), day)}
    </>
  ),
  "report-template.changed": ({ detail }) => <>changed what report cards ask: “{String(detail["title"])}”</>,
};

function card({ subject }: TimelineLine) {
  return <Go to={`/report-cards/${subject.id}`}>report card</Go>;
}
