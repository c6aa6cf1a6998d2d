import type { PhraseBook } from "#lib/web/phrases.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Moment } from "../ask.ts";
import { MOMENT_WORDS } from "./ask-words.ts";

/** Lines about plans, seeds and moments; see lib/web/phrases.ts. */
export const waitingPhrases: PhraseBook = {
  "ask.planned": ({ detail, day }, name) => (
    <>
      planned to ask {name(detail["personId"])} in the week of {shortDay(String(detail["week"]), day)}
    </>
  ),
  "plan.fulfilled": ({ detail }, name) => <>asked {name(detail["personId"])} as planned</>,
  "plan.let-go": ({ detail }, name) => <>did not ask {name(detail["personId"])}</>,
  "plan.moved": ({ detail, day }, name) => (
    <>
      moved the ask of {name(detail["personId"])} to the week of {shortDay(String(detail["week"]), day)}
    </>
  ),
  "plan.changed": ({ detail }, name) => <>wrote more about the ask of {name(detail["personId"])}</>,
  "seed.planted": ({ detail }, name) => (
    <>
      {detail["moment"] === "proposal" ? "promised the quarterly review to" : "planted a seed with"}{" "}
      {name(detail["personId"])}
      {typeof detail["words"] === "string" && <>: “{detail["words"]}”</>}
    </>
  ),
  "seed.harvested": ({ detail }, name) => <>came back to what was said early to {name(detail["personId"])}</>,
  "seed.reworded": () => <>wrote down other words of a seed</>,
  "moment.came": ({ detail, day }, name) => (
    <>
      brought a moment {momentText(detail["moment"])} at {name(detail["accountId"])}, due on{" "}
      {shortDay(String(detail["dueOn"]), day)}
    </>
  ),
  "moment.used": ({ detail }, name) => (
    <>
      used the moment {momentText(detail["moment"])} at {name(detail["accountId"])}
    </>
  ),
  "moment.let-go": ({ detail }, name) => (
    <>
      let the moment {momentText(detail["moment"])} at {name(detail["accountId"])} go
    </>
  ),
  "moment.changed": ({ detail }) => <>set what the moment {momentText(detail["moment"])} is for</>,
};

function momentText(moment: unknown): string {
  return MOMENT_WORDS[moment as Moment] ?? "";
}
