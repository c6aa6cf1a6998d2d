import { dayText } from "#lib/kernel/day-words.ts";
import type { PhraseBook } from "#lib/web/phrases.ts";

/** How lines about account reviews read after the name of who wrote them; see lib/web/phrases.ts. */
export const accountReviewPhrases: PhraseBook = {
  "review.planned": ({ detail, day }, name) => (
    <>
      planned an account review with {name(detail["accountId"])} for{" "}
      {dayText(String(detail["takesPlace"]), day)}
    </>
  ),
  "review.held": ({ detail }, name) => <>held an account review with {name(detail["accountId"])}</>,
  "review-commitment.made": ({ detail, day }) => (
    <>
      wrote down in the account review, until {dayText(String(detail["dueOn"]), day)}:{" "}
      {String(detail["words"])}
    </>
  ),
  "review-commitment.done": ({ detail }) => (
    <>ticked off what was promised in the account review: {String(detail["words"])}</>
  ),
  "measure.named": ({ detail }) => <>wrote down what they measure us by: {String(detail["name"])}</>,
  "measure.read": ({ detail }) => (
    <>
      noted {String(detail["name"])}: {String(detail["value"])}
    </>
  ),
};
