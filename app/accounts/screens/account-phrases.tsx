import type { PhraseBook } from "#lib/web/phrases.ts";
import type { AccountKind } from "../account.ts";
import { KIND_WORDS } from "./account-words.ts";

/** How lines about accounts read after the name of who did it; see lib/web/phrases.ts. */
export const accountPhrases: PhraseBook = {
  "account.added": (line, name) => <>added {name(line.subject.id)}</>,
  "account.changed": (line, name) =>
    typeof line.detail["to"] === "string" ? (
      <>
        made {name(line.subject.id)} a {KIND_WORDS[line.detail["to"] as AccountKind].toLowerCase()}
      </>
    ) : (
      <>changed what is known of {name(line.subject.id)}</>
    ),
  "account.named": (line, name) => <>put {name(line.subject.id)} on the pursuit list</>,
  "account.let-go": (line, name) => <>took {name(line.subject.id)} off the pursuit list</>,
  "account.handed-over": (line, name) => (
    <>
      handed {name(line.detail["accountId"])} over to{" "}
      {line.detail["toMemberId"] === null ? String(line.detail["toName"]) : name(line.detail["toMemberId"])}
    </>
  ),
  "account.removed": (line, name) => <>took {name(line.subject.id)} off the lists</>,
};
