import { dayText } from "#lib/kernel/day-words.ts";
import type { PhraseBook } from "#lib/web/phrases.ts";

/** How lines about SPIFFs, goals, polls and clients' words read after the name of who wrote them; see lib/web/phrases.ts. */
export const programmePhrases: PhraseBook = {
  "spiff.opened": () => <>opened a SPIFF</>,
  "spiff.changed": () => <>changed what a SPIFF rewards</>,
  "spiff.signed": ({ detail, day }) => (
    <>
      signed what SPIFFs pay from {dayIn(detail["from"], day)} to {dayIn(detail["until"], day)}
    </>
  ),
  "goal.aim-set": () => <>said how many introductions a month are aimed for</>,
  "goals.accepted": ({ detail, day }) => (
    <>
      accepted goals for {detail["reps"] === 1 ? "one rep" : `${String(detail["reps"])} reps`} from{" "}
      {dayIn(detail["fromDay"], day)} on
    </>
  ),
  "poll.opened": ({ detail, day }) => <>opened a poll until {dayIn(detail["lastDay"], day)}</>,
  "poll.last-day-set": ({ detail, day }) => <>let the poll run until {dayIn(detail["lastDay"], day)}</>,
  "willing.sorted": () => <>said what a client’s words are about</>,
  "willing.theme-added": ({ detail }) => <>added the theme “{String(detail["name"])}”</>,
};

function dayIn(said: unknown, day: string): string {
  return typeof said === "string" ? dayText(said, day) : "a day";
}
