import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import { moneyText } from "#lib/web/words.ts";

/** How lines about deals read after the name of who did it; see lib/web/phrases.ts. */
export const dealPhrases: PhraseBook = {
  "deal.opened": (line, name) => (
    <>
      opened the deal {nameOf(line)} with {name(line.detail["accountId"])}
    </>
  ),
  "deal.changed": (line) => <>changed the deal {nameOf(line)}</>,
  "deal.won": (line, name) => (
    <>
      won {nameOf(line)} with {name(line.detail["accountId"])}
      {line.money !== null && ` for ${moneyText(line.money)}`}
    </>
  ),
  "deal.won-by-referral": () => <>counted it among the deals closed through an introduction</>,
  "deal.lost": (line, name) => (
    <>
      lost {nameOf(line)} with {name(line.detail["accountId"])}
      {typeof line.detail["lostReason"] === "string" && `: ${line.detail["lostReason"]}`}
    </>
  ),
};

function nameOf({ detail }: TimelineLine): string {
  return `“${String(detail["name"])}”`;
}
