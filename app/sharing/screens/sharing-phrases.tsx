import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import type { PageAnswer } from "../shared-page.ts";

/** How lines about pages for sources read after the name of who did it; see lib/web/phrases.ts. */
export const sharingPhrases: PhraseBook = {
  "shared-page.made": (line, name) => <>made {name(line.detail["sourceId"])} a page</>,
  "shared-page.changed": (line, name) => <>changed the page of {name(line.detail["sourceId"])}</>,
  "shared-page.told": (line, name) => (
    <>told {name(line.detail["sourceId"])} on their page what became of it</>
  ),
  "shared-page.withdrawn": (line, name) => <>withdrew the page of {name(line.detail["sourceId"])}</>,
  "shared-page.answered": (line, name) => (
    <>
      heard from {name(line.detail["sourceId"])} by their page: {words(line)}
    </>
  ),
  "shared-page.asks-first": (line, name) => (
    <>heard from {name(line.detail["sourceId"])} by their page that they ask somebody first</>
  ),
};

const WORDS: Partial<Record<PageAnswer, string>> = {
  introduced: "an introduction is made",
  "not-now": "not now",
  "not-them": "not this person",
  never: "not to be asked again",
  agreed: "whom they asked said yes",
};

function words({ detail }: TimelineLine): string {
  return WORDS[detail["answer"] as PageAnswer] ?? "an answer";
}
