import { dayText } from "#lib/kernel/day-words.ts";
import type { PhraseBook } from "#lib/web/phrases.ts";
import { rhythmText } from "./coaching-words.ts";

/** How lines about 1:1s read after the name of who wrote them; see lib/web/phrases.ts. */
export const oneOnOnePhrases: PhraseBook = {
  "one-on-one.held": ({ detail }, name) => <>held a 1:1 with {name(detail["memberId"])}</>,
  "one-on-one.planned": ({ detail, day }, name) =>
    typeof detail["plannedOn"] !== "string" ? (
      <>left the day of the 1:1 with {name(detail["memberId"])} open</>
    ) : (
      <>
        agreed with {name(detail["memberId"])} on a 1:1 on {dayText(detail["plannedOn"], day)}
      </>
    ),
  "one-on-one.told": ({ detail }, name) => <>told of a commitment of {name(detail["memberId"])}</>,
  "coaching.rhythm-set": ({ detail }, name) => (
    <>
      meets {name(detail["memberId"])} {rhythmText(Number(detail["everyWeeks"])).toLowerCase()}
    </>
  ),
};
