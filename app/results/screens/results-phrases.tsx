import type { PhraseBook } from "#lib/web/phrases.ts";

/** How lines about credit read after the name of who wrote them; see lib/web/phrases.ts. */
export const resultsPhrases: PhraseBook = {
  "credit.rule-set": ({ detail }) => <>set version {String(detail["number"])} of the rule of credit</>,
  "credit.disputed": ({ detail }) => <>questioned to whom “{String(detail["name"])}” is credited</>,
  "credit.decided": ({ detail }) => (
    <>
      decided to whom “{String(detail["name"])}” is credited
      {detail["verdict"] === "stands" && ": it stands"}
    </>
  ),
};
