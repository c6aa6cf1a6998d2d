import type { Money } from "#lib/kernel/money.ts";
import type { Phrase, PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import type { DutyHow } from "../duty.ts";
import { amountText } from "../gift-words.ts";
import { HOW_WORDS } from "../duty-words.ts";
import { WhatWasWritten } from "./what-was-written.tsx";

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
  "letter.sent": ({ subject, detail }, name) => (
    <>
      wrote to {name(detail["contactId"])}: “{String(detail["subject"])}”{" "}
      <WhatWasWritten letterId={subject.id} exceptOn={String(detail["referralId"])} />
    </>
  ),
  "duty.passed": ({ detail }, name) => (
    <>
      passed what is owed for {name(detail["contactId"])} to {name(detail["toId"])}
    </>
  ),
  "gift.given": (line, name) => (
    <>
      gave {name(line.detail["personId"])} {gift(line)}
    </>
  ),
  "gift.asked": (line, name) => (
    <>
      asked to give {name(line.detail["personId"])} {gift(line)}
    </>
  ),
  "gift.approved": (line, name) => (
    <>
      approved {gift(line)} for {name(line.detail["personId"])}
    </>
  ),
  "gift.refused": (line, name) => (
    <>
      refused {gift(line)} for {name(line.detail["personId"])}: “{String(line.detail["why"])}”
    </>
  ),
  "gift-ban.noted": ({ detail }, name) => <>noted that {noGifts(detail, name)}</>,
  "gift-ban.lifted": ({ detail }, name) => <>noted that it is over that {noGifts(detail, name)}</>,
};

/** "a bottle of wine (€19.50)" */
function gift({ detail }: TimelineLine): string {
  return `${String(detail["what"])} (${amountText(detail["value"] as Money)})`;
}

function noGifts(detail: TimelineLine["detail"], name: Parameters<Phrase>[1]) {
  const personId = detail["personId"];
  if (typeof personId === "string") return <>{name(personId)} wants no gifts</>;
  return <>{name(detail["accountId"])} forbids gifts</>;
}

function how({ detail }: TimelineLine): string {
  const words = HOW_WORDS[detail["how"] as DutyHow];
  return words === undefined ? "" : `, ${words}`;
}
