import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import type { DutyHow } from "../duty.ts";
import { HOW_WORDS } from "./duty-words.ts";

/** How lines about what is owed to sources read after the name of who did it; see lib/web/phrases.ts. */
export const loopPhrases: PhraseBook = {
  "source.thanked": (line, name) => (
    <>
      thanked {name(line.detail["sourceId"])} for the introduction to {name(line.detail["contactId"])}
      {how(line)}
    </>
  ),
  "source.told": (line, name) => (
    <>
      told {name(line.detail["sourceId"])} what came of {name(line.detail["contactId"])}
      {how(line)}
    </>
  ),
  "duty.let-go": ({ detail }, name) => (
    <>
      let go what is owed to {name(detail["sourceId"])} for {name(detail["contactId"])}: “
      {String(detail["letGoWhy"])}”
    </>
  ),
  "duty.passed": ({ detail }, name) => (
    <>
      passed what is owed for {name(detail["contactId"])} to {name(detail["toId"])}
    </>
  ),
};

function how({ detail }: TimelineLine): string {
  const words = HOW_WORDS[detail["how"] as DutyHow];
  return words === undefined ? "" : `, ${words}`;
}
